from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from quickbooks_simulator.basics.switches import SWITCHES
from quickbooks_simulator.client import SimulatorError

if TYPE_CHECKING:
    from quickbooks_simulator.apiclient import ApiClient
    from quickbooks_simulator.client import SimulatorClient

START = "2026-05-01T00:00:00Z"


def _updated(api: ApiClient, identifier: str, entity: str = "Invoice") -> str:
    found = api.query(f"select * from {entity} where Id = '{identifier}'")
    text: str = found[entity][0]["MetaData"]["LastUpdatedTime"]
    return text


def _freeze(api: ApiClient) -> None:
    api.simulator.switch(access_token_seconds=10**9)
    api.simulator.set_clock(START)


def test_reset(api: ApiClient) -> None:
    """A reset leaves no company, token, switch, fault or log entry."""
    api.simulator.fault("500")
    _freeze(api)
    api.simulator.reset()
    assert api.simulator.log() == []
    assert api.simulator.faults() == []
    assert api.simulator.clock().running
    assert api.ask("select * from Item").status_code == 401
    for row in api.simulator.switches():
        assert row["value"] == row["default"]
    with pytest.raises(SimulatorError, match="unknown company"):
        api.simulator.tokens(api.company.realm_id)


def test_seed_is_deterministic(simulator: SimulatorClient) -> None:
    """The same plan gives the same bytes; another seed gives others."""
    plan = {"customers": 5, "items": 5, "invoices": 20}
    books = []
    for seed in (1, 1, 2):
        simulator.reset()
        simulator.seed("7", seed=seed, **plan)
        books.append(b"".join(simulator.truth_bytes("7", "Invoice")))
    assert books[0] == books[1] != books[2]


@pytest.mark.parametrize(
    ("plan", "message"),
    [
        ({"invoices": -1}, "sizes"),
        ({"customers": 0, "invoices": 1}, "invoices need customers"),
        ({"burst": 31, "invoices": 30}, "at most"),
        ({"lines": [3, 2]}, "lines"),
        ({"start": "2024-02-01", "end": "2024-01-01"}, "from must be before to"),
        ({"time_zone": "Mars"}, "unknown time zone"),
        ({"colour": "blue"}, "colour"),
        ({"realm_id": "abc"}, "digits"),
    ],
)
def test_bad_plans(
    simulator: SimulatorClient,
    plan: dict[str, object],
    message: str,
) -> None:
    """A plan that makes no company is refused with a reason."""
    with pytest.raises(SimulatorError, match=message):
        simulator.seed(str(plan.pop("realm_id", "1")), **plan)


def test_company_exists(api: ApiClient) -> None:
    """A company cannot be seeded twice."""
    with pytest.raises(SimulatorError, match="exists already"):
        api.simulator.seed(api.company.realm_id)


def test_put_objects(api: ApiClient) -> None:
    """Objects get what identifies them only where they lack it."""
    _freeze(api)
    realm = api.company.realm_id
    whole = (
        b'{"Id": "500", "SyncToken": "3", "X": 1.10,'
        b' "MetaData": {"LastUpdatedTime": "2026-01-01T00:00:00Z"}}'
    )
    ids = api.simulator.put_objects(realm, "Bill", [whole, b'{"X": 2.50}'])
    assert ids == ["500", "501"]
    first, second = api.simulator.truth_bytes(realm, "Bill")
    assert first == whole
    assert second == (
        b'{"Id":"501","SyncToken":"0","MetaData":{"CreateTime":'
        b'"2026-04-30T17:00:00-07:00","LastUpdatedTime":"2026-04-30T17:00:00-07:00"},'
        b'"X":2.50}'
    )


def test_put_objects_without_time(api: ApiClient) -> None:
    """An object whose MetaData has no time is refused."""
    with pytest.raises(SimulatorError, match="not a date-time"):
        api.simulator.put_objects(api.company.realm_id, "Bill", [{"MetaData": {}}])


def test_update_and_touch(api: ApiClient) -> None:
    """An update moves time and SyncToken; a touch moves only the time."""
    _freeze(api)
    change = {"op": "update", "entity": "Item", "id": "1", "changes": {"Sku": "N"}}
    touch = {"op": "touch", "entity": "Item", "id": "2"}
    before = api.query("select * from Item where Id in ('1', '2')")["Item"]
    results = api.simulator.mutate(api.company.realm_id, change, touch)
    moved = "2026-04-30T17:00:00-07:00"
    assert [one["LastUpdatedTime"] for one in results] == [moved, moved]
    after = api.query("select * from Item where Id in ('1', '2')")["Item"]
    tokens = [
        (int(a["SyncToken"]), int(b["SyncToken"]))
        for a, b in zip(after, before, strict=True)
    ]
    assert [new - old for new, old in tokens] == [1, 0]
    assert after[0]["Sku"] == "N"


def test_create(api: ApiClient) -> None:
    """A create is a body, or a copy of an object with changes, at any time."""
    body = {"DisplayName": "New"}
    copy = {"op": "create", "entity": "Customer", "like": "newest"}
    fresh = {"op": "create", "entity": "Customer", "changes": body, "at": START}
    made, copied = api.simulator.mutate(api.company.realm_id, fresh, copy)
    assert made["LastUpdatedTime"] == "2026-04-30T17:00:00-07:00"
    [row] = api.query(f"select * from Customer where Id = '{copied['Id']}'")["Customer"]
    assert row["DisplayName"].startswith("New ")


def test_deactivate_and_activate(api: ApiClient) -> None:
    """A name becomes inactive and active again, each time moving its SyncToken."""
    operations = [
        {"op": op, "entity": "Item", "id": "1"} for op in ("deactivate", "activate")
    ]
    before = api.query("select * from Item where Id = '1'")["Item"][0]
    results = api.simulator.mutate(api.company.realm_id, *operations)
    after = api.query("select * from Item where Id = '1'")["Item"][0]
    assert [int(one["SyncToken"]) for one in results] == [1, 2]
    assert (after["Name"], after["Active"]) == (before["Name"], True)


def test_exact_changes(api: ApiClient) -> None:
    """Changes keep every digit that was sent."""
    change = {"TotalAmt": Decimal("100.10")}
    operation = {"op": "update", "entity": "Invoice", "id": "1", "changes": change}
    api.simulator.mutate(api.company.realm_id, operation)
    first = next(iter(api.simulator.truth_bytes(api.company.realm_id, "Invoice")))
    assert b'"TotalAmt":100.10' in first


def test_late_visibility(api: ApiClient) -> None:
    """A hidden change has its time, and shows only when the clock has moved."""
    _freeze(api)
    hidden = {"visible_after_seconds": 30, "entity": "Invoice"}
    api.simulator.mutate(
        api.company.realm_id,
        {"op": "touch", "id": "1", **hidden},
        {"op": "delete", "id": "2", **hidden},
        {"op": "create", "like": "3", **hidden},
    )
    old = _updated(api, "1")
    assert api.count("Invoice", "where Id in ('1', '2', '31')") == 2
    api.simulator.advance(29)
    assert _updated(api, "1") == old
    api.simulator.advance(1)
    assert _updated(api, "1") == "2026-04-30T17:00:00-07:00"
    assert api.count("Invoice", "where Id in ('1', '2', '31')") == 2
    assert api.count("Invoice", "where Id = '2'") == 0


def test_later_change_wins(api: ApiClient) -> None:
    """A change that is shown at once includes and ends a hidden one."""
    _freeze(api)
    change = {"op": "update", "entity": "Invoice", "id": "1"}
    api.simulator.mutate(
        api.company.realm_id,
        {**change, "changes": {"DocNumber": "A"}, "visible_after_seconds": 30},
        {**change, "changes": {"PrivateNote": "B"}},
    )
    api.simulator.advance(60)
    row = api.query("select * from Invoice where Id = '1'")["Invoice"][0]
    assert (row["DocNumber"], row["PrivateNote"]) == ("A", "B")


@pytest.mark.parametrize(
    ("operation", "message"),
    [
        ({"op": "explode", "entity": "Item"}, "unknown operation"),
        ({"op": "touch", "entity": "Nonsense"}, "unknown operation"),
        ({"op": "touch", "entity": "Item", "id": "999"}, "Object Not Found"),
        ({"op": "create", "entity": "Bill", "like": "newest"}, "no Bill to copy"),
        ({"op": "touch", "entity": "Item", "id": "1", "at": "soon"}, "not a date-time"),
        ({"op": "touch", "entity": "Item", "colour": 1}, "colour"),
    ],
)
def test_bad_operations(
    api: ApiClient,
    operation: dict[str, object],
    message: str,
) -> None:
    """An operation that cannot be carried out is refused with a reason."""
    with pytest.raises(SimulatorError, match=message):
        api.simulator.mutate(api.company.realm_id, operation)


def test_schedule(api: ApiClient) -> None:
    """A planned change happens just before the n-th request from now."""
    delete = {"op": "delete", "entity": "Invoice", "id": "1"}
    realm = api.company.realm_id
    entry = {"realm_id": realm, "before_request": 2, "operations": [delete]}
    api.simulator.schedule(entry)
    assert [api.count("Invoice") for _ in range(3)] == [30, 29, 29]


def test_failed_schedule(api: ApiClient) -> None:
    """A planned change that cannot be made is listed; the request is answered."""
    realm = api.company.realm_id
    operations = [
        {"op": "delete", "entity": "Invoice", "id": "1"},
        {"op": "delete", "entity": "Invoice", "id": "1"},
        {"op": "create", "entity": "Bill", "like": "newest"},
    ]
    entry = {"realm_id": realm, "before_request": 1, "operations": operations}
    api.simulator.schedule(entry)
    assert api.count("Invoice") == 29
    [found] = api.simulator.scheduled()
    assert found["seen"] == 1
    assert found["failures"] == [
        "delete Invoice 1: Object Not Found",
        "create Bill : no Bill to copy",
    ]


def test_repeated_schedule(api: ApiClient) -> None:
    """A plan can repeat, and move the clock."""
    api.simulator.set_clock(api.simulator.clock().now)
    start = api.simulator.clock().epoch
    api.simulator.schedule({"every": 2, "advance_seconds": 10})
    for _ in range(5):
        api.count("Invoice")
    assert api.simulator.clock().epoch == start + 20
    api.simulator.clear_schedule()
    api.count("Invoice")
    assert api.simulator.clock().epoch == start + 20


@pytest.mark.parametrize(
    "entry",
    [
        {},
        {"every": 1, "before_request": 1},
        {
            "every": 1,
            "realm_id": "404",
            "operations": [{"op": "touch", "entity": "Item"}],
        },
    ],
)
def test_bad_schedule(api: ApiClient, entry: dict[str, object]) -> None:
    """A plan needs one time and a company that exists."""
    with pytest.raises(SimulatorError):
        api.simulator.schedule(entry)


def test_clock(simulator: SimulatorClient) -> None:
    """The clock stands, runs from an instant, moves, and becomes real again."""
    assert simulator.set_clock(START).now == START
    assert simulator.advance(60).now == "2026-05-01T00:01:00Z"
    assert not simulator.clock().running
    assert simulator.set_clock(START, running=True).running
    assert simulator.clock().epoch >= 1_777_593_600
    assert simulator.real_clock().running


def test_clock_refuses_nonsense(simulator: SimulatorClient) -> None:
    """A time that is none is refused."""
    with pytest.raises(SimulatorError, match="not a date-time"):
        simulator.set_clock("soon")


def test_switches(simulator: SimulatorClient) -> None:
    """Each switch is listed; a wrong name or value is refused."""
    assert [row["name"] for row in simulator.switches()] == [
        row.name for row in SWITCHES
    ]
    simulator.switch(rotate="always")
    assert {"rotate": "always"}.items() <= {
        row["name"]: row["value"] for row in simulator.switches()
    }.items()
    for name, value in (("rotate", "sometimes"), ("nonsense", 1), ("throttle", 1)):
        with pytest.raises(SimulatorError, match="switch"):
            simulator.switch(**{name: value})


def test_faults_are_listed(simulator: SimulatorClient) -> None:
    """Faults are listed until they are cleared; an unknown one is refused."""
    simulator.fault("500", nth=2, endpoint="query")
    [row] = simulator.faults()
    assert (row["kind"], row["nth"], row["match"]["endpoint"]) == ("500", 2, "query")
    simulator.clear_faults()
    assert simulator.faults() == []
    with pytest.raises(SimulatorError, match="unknown fault"):
        simulator.fault("explode")
    simulator.fault("500", share=0.25, seed=3)
    [row] = simulator.faults()
    assert (row["share"], row["seed"], row["hits"]) == (0.25, 3, 0)
    with pytest.raises(SimulatorError, match="share is 5: give a number from 0 to 1"):
        simulator.fault("500", share=5)


def test_truth(api: ApiClient) -> None:
    """The truth has all present objects, inactive ones too, in the order of Ids."""
    realm = api.company.realm_id
    operation = {"op": "delete", "entity": "Invoice", "id": "3"}
    api.simulator.mutate(realm, operation)
    ids = [row["Id"] for row in api.simulator.truth(realm, "Invoice")]
    assert ids == [str(n) for n in range(1, 31) if n != 3]
    [gone] = api.simulator.deletions(realm, "Invoice")
    assert gone["Id"] == "3"
    customers = list(api.simulator.truth(realm, "Customer"))
    assert len(customers) == api.company.counts["Customer"]
    with pytest.raises(SimulatorError, match="unknown entity"):
        list(api.simulator.truth(realm, "Nonsense"))


def test_tokens(api: ApiClient) -> None:
    """The refresh token that is valid now can be read and ended."""
    realm = api.company.realm_id
    first = api.simulator.tokens(realm)["refresh_token"]
    assert first == api.company.refresh_token
    assert api.simulator.change_tokens(realm, "rotate")["refresh_token"] != first
    assert api.simulator.change_tokens(realm, "revoke")["refresh_token"] is None
    with pytest.raises(SimulatorError, match="no token action"):
        api.simulator.change_tokens(realm, "rotate")
