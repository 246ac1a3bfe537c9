"""Every status and every reason to skip, and counts that add up."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from quickbooks_attachments.config.settings import Scope
from quickbooks_attachments.preparation.judging import (
    SKIPS,
    STATUSES,
    Candidate,
    coverage_percent,
    judge,
)
from quickbooks_attachments.preparation.mapping import Target

GOOD = Candidate(
    path="Attach/Client/Txn/AB-1/a.pdf",
    client="Client",
    legacy_txnid_raw="AB-1",
    legacy_txnid_norm="AB-1",
    file_name="a.pdf",
    size=10,
    mime_type="application/pdf",
    state="ok",
)
ONE = [Target("Invoice", "1")]
TWO = [Target("Invoice", "1"), Target("Bill", "1")]

CASES = [
    pytest.param({}, ONE, Scope(), "ok", id="ok"),
    pytest.param({"state": "missing"}, ONE, Scope(), "missing_file", id="missing"),
    pytest.param({"state": "symlink"}, ONE, Scope(), "symlink", id="symlink"),
    pytest.param({"state": "unreadable"}, ONE, Scope(), "unreadable", id="unreadable"),
    pytest.param({"state": "bad_name"}, ONE, Scope(), "bad_name", id="bad name"),
    pytest.param({"file_name": "x" * 1001}, ONE, Scope(), "bad_name", id="long name"),
    pytest.param({"state": "empty"}, ONE, Scope(), "empty_file", id="empty"),
    pytest.param(
        {"legacy_txnid_raw": ""}, ONE, Scope(), "not_in_layout", id="not in layout"
    ),
    pytest.param({"legacy_txnid_norm": ""}, ONE, Scope(), "no_legacy_id", id="no id"),
    pytest.param({"mime_type": ""}, ONE, Scope(), "type_not_accepted", id="type"),
    pytest.param({}, ONE, Scope(max_file_bytes=9), "too_large", id="too large"),
    pytest.param({}, ONE, Scope(max_file_bytes=10), "ok", id="just small enough"),
    pytest.param({}, [], Scope(), "unmapped", id="unmapped"),
    pytest.param({}, TWO, Scope(), "ambiguous", id="ambiguous"),
    pytest.param(
        {}, ONE, Scope(clients=frozenset({"x"})), "client_not_included", id="client"
    ),
    pytest.param({}, ONE, Scope(clients=frozenset({"client"})), "ok", id="included"),
    pytest.param(
        {},
        ONE,
        Scope(exclude_clients=frozenset({"client"})),
        "client_excluded",
        id="excluded client",
    ),
    pytest.param(
        {"file_name": "Thumbs.db"},
        ONE,
        Scope(exclude_names=("thumbs.db",)),
        "name_excluded",
        id="excluded name",
    ),
    pytest.param(
        {}, ONE, Scope(exclude_names=("*/ab-1/*",)), "name_excluded", id="excluded path"
    ),
    pytest.param(
        {},
        ONE,
        Scope(entity_types=frozenset({"Bill"})),
        "entity_type_not_included",
        id="entity type",
    ),
    pytest.param(
        {"state": "symlink"},
        ONE,
        Scope(exclude_clients=frozenset({"client"})),
        "client_excluded",
        id="excluded first",
    ),
]


@pytest.mark.parametrize(("changes", "targets", "scope", "status"), CASES)
def test_the_status_of_a_file(
    changes: dict[str, Any], targets: list[Target], scope: Scope, status: str
) -> None:
    """The first rule that fits gives the status."""
    assert judge(dataclasses.replace(GOOD, **changes), targets, scope).status == status


def test_every_status_has_a_case() -> None:
    """Each status of the docs comes from a rule; two are found over all files."""
    cases = {str(case.values[3]) for case in CASES}
    assert cases | {"target_missing", "name_conflict"} == STATUSES.keys() | SKIPS.keys()


@pytest.mark.parametrize(("ok", "in_scope", "share"), [(0, 0, 100), (1, 4, 25)])
def test_coverage(ok: int, in_scope: int, share: float) -> None:
    """Coverage is the share of the files in scope that are ready."""
    assert coverage_percent(ok, in_scope) == share
