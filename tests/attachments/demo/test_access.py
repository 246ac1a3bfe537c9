"""The README's demo can reach the simulator's company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quickbooks_attachments.demo.access import exports

if TYPE_CHECKING:
    from tests.attachments.bench import Bench


def test_what_the_shell_is_told(bench: Bench) -> None:
    """Five variables, quoted for the shell, with the credentials of now."""
    lines = exports(bench.simulator.url, bench.company.realm_id)
    assert f"export QBO_SIMULATOR_URL={bench.simulator.url}" in lines
    assert f"export QBO_REFRESH_TOKEN={bench.company.refresh_token}" in lines
    assert len(lines) == 5
