"""Whatever happens while the tap reads, after one more sync nothing is missing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.tap.companies import Story, Told, stories

if TYPE_CHECKING:
    from collections.abc import Callable

    from quickbooks_simulator.client import SimulatorClient

    from tests.tap.harness import Runner

BOUNDED = settings(
    max_examples=int(os.environ.get("STORIES", "40")),  # more, by hand
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],  # shrinking would take minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.mark.timeout(600)
@BOUNDED
@given(story=stories())
def test_target_equals_the_truth(
    story: Story, simulator: SimulatorClient, connect: Callable[..., Runner]
) -> None:
    """After kills, edits, deletions and late rows, one more sync brings the truth."""
    told = Told(story, simulator, connect)
    assert told.wrongs() == []
