"""The stages in order, and when they stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from quickbooks_attachments.model.errors import CoverageError

if TYPE_CHECKING:
    from tests.attachments.bench import Bench


def test_fail_under_stops_after_the_logs(bench: Bench) -> None:
    """Too little coverage is an error; what is wrong can be read in the log."""
    bench.attach("good.pdf", b"1")
    bench.attach("bad.exe", b"1")
    bench.verify(fail_under=50)
    with pytest.raises(CoverageError, match=r"50\.00 %.*fail_under"):
        bench.verify(fail_under=51)
    assert (bench.folder / "logs/mapping_verification_log.csv").exists()
