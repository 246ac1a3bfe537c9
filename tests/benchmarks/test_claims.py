"""What the READMEs claim about speed is what was measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import claims, report

ROOT = Path(__file__).resolve().parents[2]
ROWS = json.loads((ROOT / "benchmarks/results.json").read_text())["rows"]


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


def test_every_claim_was_measured() -> None:
    """The results hold all rows that claims are made from."""
    assert len(claims.sentences(ROWS, "")) == 6


def test_claim_without_its_rows_is_left_out() -> None:
    """Nothing is claimed of what was not measured."""
    assert claims.sentences([], "") == []
