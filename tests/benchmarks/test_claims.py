"""What the READMEs claim about speed is what was measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import claims, report
from benchmarks.names import HUGE, LARGE, SMALL
from benchmarks.scenarios import SCENARIOS

ROOT = Path(__file__).resolve().parents[2]
ROWS = json.loads((ROOT / "benchmarks/results.json").read_text())["rows"]
RUN = {
    "wall_s": 2.0,
    "cpu_s": 1.0,
    "peak_mb": 100.0,
    "calls": 3,
    "commit_s": 1.5,
    "processes_mb": {"Meltano": 90.0, "tap": 80.0, "loader": 100.0, "dlt": 100.0},
}


def planned() -> list[dict[str, object]]:
    """Make the rows of a full run, as if each had taken the same."""
    return [
        {
            "name": scenario.name,
            "latency_ms": latency,
            "invoices": invoices,
            "rows": 1000 if scenario.counts_rows else None,
            "runs": [RUN] * scenario.runs_at(invoices),
            "failure": None,
        }
        for invoices in (SMALL, LARGE, HUGE)
        for scenario in SCENARIOS
        for latency in scenario.latencies_ms(invoices)
    ]


@pytest.mark.parametrize(
    ("path", "table"),
    [("README.md", "benchmarks/README.md"), ("benchmarks/README.md", "")],
)
def test_claims_equal_the_results(path: str, table: str) -> None:
    """Each README holds the sentences that follow from results.json, no others."""
    text = (ROOT / path).read_text()
    _, _, rest = text.partition("<!-- claims: begin -->\n")
    held, end, _ = rest.partition("<!-- claims: end -->")
    assert end
    assert held == "".join(claims.sentences(ROWS, table))


def test_table_equals_the_results() -> None:
    """The table holds each row of results.json, under the place that links name."""
    text = (ROOT / "benchmarks/README.md").read_text()
    for number, row in enumerate(ROWS, 1):
        assert report.line(row, number) in text


def test_full_run_measures_every_claim() -> None:
    """A full run has all rows that claims are made from."""
    assert len(claims.sentences(planned(), "")) == len(claims.CLAIMS)


def test_every_row_is_run() -> None:
    """A row that is planned at a size is run there at least once."""
    assert all(row["runs"] for row in planned())


def test_every_claim_was_measured() -> None:
    """The results of a full run, once it is made, hold all rows of the claims."""
    planned_names = {row["name"] for row in planned()}
    if not planned_names <= {row["name"] for row in ROWS}:
        pytest.skip("results.json is older than the table of what is measured")
    assert len(claims.sentences(ROWS, "")) == len(claims.CLAIMS)


def test_claim_without_its_rows_is_left_out() -> None:
    """Nothing is claimed of what was not measured."""
    assert claims.sentences([], "") == []


def test_claim_compares_like_with_like() -> None:
    """Who loads invoices alone is set beside others who do, Meltano beside Meltano."""
    rows = planned()
    fast = {"ours, invoices, meltano run": 10.0, "ours, invoices, no Meltano": 5.0}
    for row in rows:
        wall = fast.get(str(row["name"]), 100.0)
        row["runs"] = [{**RUN, "wall_s": wall}]
    text = claims.sentences(rows, "")
    assert (
        "10 s, and 100 s with the public tap and the stock target: 10.0 times"
        in (text[0])
    )
    assert (
        "tap and loader 5 s; the public tap with the stock target 100 s (20.0"
        in (text[1])
    )
