from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from quickbooks_simulator.apiclient import fault_of, refresh
from quickbooks_simulator.basics.times import parse_instant

if TYPE_CHECKING:
    from collections.abc import Callable

    from quickbooks_simulator.apiclient import ApiClient
    from quickbooks_simulator.client import SimulatorClient


def test_envelope(api: ApiClient) -> None:
    """A page names its entity, its position, and the rows that it has."""
    found = api.query("select * from Invoice startposition 11 maxresults 5")
    assert [row["Id"] for row in found["Invoice"]] == ["11", "12", "13", "14", "15"]
    assert (found["startPosition"], found["maxResults"]) == (11, 5)


def test_last_page(api: ApiClient) -> None:
    """MaxResults is the number of rows given, not of those asked for."""
    found = api.query("select * from Invoice startposition 29 maxresults 1000")
    assert found["maxResults"] == len(found["Invoice"]) == 2


def test_default_page_has_100_rows(connect: Callable[..., ApiClient]) -> None:
    """Without MAXRESULTS there are 100 rows, and never more than 1000."""
    api = connect(invoices=1100)
    assert api.query("select * from Invoice")["maxResults"] == 100
    found = api.query("select * from Invoice maxresults 2000")
    assert found["maxResults"] == 1000


def test_no_rows(api: ApiClient) -> None:
    """An answer without rows is an empty object."""
    assert api.query("select * from Invoice where Id = '99999'") == {}


def test_count(api: ApiClient) -> None:
    """A count answers with totalCount alone."""
    assert api.query("select count(*) from Invoice") == {"totalCount": 30}


def test_bytes_are_those_stored(api: ApiClient) -> None:
    """Rows go out exactly as they are stored, trailing zeros and all."""
    text = b'{"Id":"900","SyncToken":"0","MetaData":{"LastUpdatedTime":'
    text += b'"2026-01-01T00:00:00-08:00"},"TotalAmt":100.00,"Odd":[1.50, 0.5306667]}'
    api.simulator.put_objects(api.company.realm_id, "Invoice", [text])
    assert text in api.ask("select * from Invoice where Id = '900'").content


def test_window(api: ApiClient) -> None:
    """A window of LastUpdatedTime takes its first second and not its end."""
    times = ["2026-05-01T00:00:00Z", "2026-05-01T00:00:01Z", "2026-05-01T00:00:02Z"]
    for at in times:
        operation = {"op": "create", "entity": "Invoice", "like": "1", "at": at}
        api.simulator.mutate(api.company.realm_id, operation)
    where = (
        f"where MetaData.LastUpdatedTime >= '{times[0]}'"
        f" and MetaData.LastUpdatedTime < '{times[2]}'"
    )
    assert api.count("Invoice", where) == 2


def test_order(api: ApiClient) -> None:
    """Rows come in the order asked for."""
    found = api.query(
        "select * from Invoice orderby MetaData.LastUpdatedTime desc, Id maxresults 30",
    )
    updated = [row["MetaData"]["LastUpdatedTime"] for row in found["Invoice"]]
    instants = [parse_instant(text) for text in updated]
    assert instants == sorted(instants, reverse=True)


def test_no_snapshot_between_pages(api: ApiClient) -> None:
    """A row edited between two pages moves to the end, and another is skipped."""
    order = "orderby MetaData.LastUpdatedTime startposition"
    first = api.query(f"select * from Invoice {order} 1 maxresults 10")["Invoice"]
    moved = first[0]["Id"]
    operation = {"op": "touch", "entity": "Invoice", "id": moved}
    api.simulator.mutate(api.company.realm_id, operation)
    rest = api.query(f"select * from Invoice {order} 11 maxresults 100")["Invoice"]
    seen = [row["Id"] for row in first + rest]
    assert len(set(seen)) == 29
    assert seen.count(moved) == 2


@pytest.mark.parametrize(
    ("where", "matches"),
    [
        ("CustomerRef = '{customer}'", True),
        ("CustomerRef in ('{customer}', '9999')", True),
        ("Balance = '{balance}'", True),
        ("Balance > '999999999999'", False),
        ("TxnDate = '{day}'", True),
        ("TxnDate > '2099-01-01'", False),
        ("DocNumber like '10%'", True),
        ("DocNumber = ''", False),
        ("Id in ('1')", True),
        ("Id > '0' and Id <= '1'", True),
    ],
)
def test_filters(api: ApiClient, where: str, matches: bool) -> None:  # noqa: FBT001 - a table's column
    """Each kind of property can be compared as the documentation says."""
    row = api.query("select * from Invoice where Id = '1'")["Invoice"][0]
    values = {
        "customer": row["CustomerRef"]["value"],
        "balance": row["Balance"],
        "day": row["TxnDate"],
    }
    found = api.query(f"select * from Invoice where {where.format(**values)}")
    assert ("1" in [row["Id"] for row in found.get("Invoice", [])]) == matches


def test_names_compare_without_case(api: ApiClient) -> None:
    """DisplayName is found in any case, with quotes escaped and unicode kept."""
    name = "Zoë's 🍺 Bar"
    api.post("customer", {"DisplayName": name}).raise_for_status()
    quoted = name.upper().replace("'", "\\'").replace("Ë", "ë")
    assert api.count("Customer", f"where DisplayName = '{quoted}'") == 1


def test_inactive(api: ApiClient) -> None:
    """Inactive names come only when the statement asks for them."""
    operation = {"op": "deactivate", "entity": "Customer", "id": "1"}
    before = api.count("Customer")
    api.simulator.mutate(api.company.realm_id, operation)
    assert api.count("Customer") == before - 1
    found = api.query("select * from Customer where Active = false")["Customer"]
    names = {row["DisplayName"].endswith(" (deleted)") for row in found}
    assert names == {True}
    everyone = "where Active in (true, false)"
    assert api.count("Customer", everyone) == api.company.counts["Customer"]


@pytest.mark.parametrize("kind", ["application/text", "text/plain"])
def test_post(api: ApiClient, kind: str) -> None:
    """A long statement can be posted as text."""
    headers = {"Content-Type": kind}
    data = b"select count(*) from Invoice"
    answer = api.send("POST", "query", data=data, headers=headers)
    assert answer.json()["QueryResponse"] == {"totalCount": 30}


def test_post_of_json_is_refused(api: ApiClient) -> None:
    """A statement posted as JSON is not understood."""
    answer = api.post("query", {"query": "select * from Invoice"})
    assert fault_of(answer)[:2] == (400, "500")


def test_no_statement(api: ApiClient) -> None:
    """Without a statement there is a SystemFault under HTTP 200."""
    answer = api.get("query")
    assert answer.status_code == 200
    assert answer.json()["Fault"]["type"] == "SystemFault"


def test_plus_in_the_url(api: ApiClient) -> None:
    """An offset whose + is not encoded becomes a space and is refused."""
    statement = "select * from Invoice where MetaData.CreateTime > "
    query = (statement + "'2026-01-01T00:00:00+00:00'").replace(" ", "%20")
    answer = api.send("GET", f"query?query={query}")
    assert fault_of(answer)[:2] == (400, "4001")


def test_time(api: ApiClient) -> None:
    """The envelope's time has milliseconds and the company's offset, or is UTC."""
    api.simulator.set_clock("2026-07-01T12:00:00.250Z")
    api.access_token = _fresh(api)
    asked = "select count(*) from Item"
    assert api.ask(asked).json()["time"] == "2026-07-01T05:00:00.250-07:00"
    api.simulator.switch(envelope_time="utc")
    assert api.ask(asked).json()["time"] == "2026-07-01T12:00:00.250Z"


def _fresh(api: ApiClient) -> str:
    token: str = refresh(api.simulator, api.company, api.session).json()["access_token"]
    return token


def test_listed_columns(api: ApiClient) -> None:
    """Named properties bring whole objects, or by a switch only these."""
    statement = "select Id, MetaData.LastUpdatedTime from Invoice where Id = '1'"
    assert "Line" in api.query(statement)["Invoice"][0]
    api.simulator.switch(columns="listed")
    row = api.query(statement)["Invoice"][0]
    assert set(row) == {"Id", "MetaData", "domain", "sparse"}


@pytest.mark.parametrize(
    ("value", "first", "second"),
    [("first_page", None, None), ("always", 30, 30), ("never", None, None)],
)
def test_total_count(
    api: ApiClient,
    value: str,
    first: int | None,
    second: int | None,
) -> None:
    """TotalCount beside the rows of a cut page is a switch."""
    api.simulator.switch(total_count=value)
    page = "select * from Invoice startposition"
    assert api.query(f"{page} 1 maxresults 10").get("totalCount") == first
    assert api.query(f"{page} 11 maxresults 10").get("totalCount") == second
    whole = api.query("select * from Invoice").get("totalCount")
    assert whole == (None if value == "never" else 30)


def test_gated_entities(api: ApiClient) -> None:
    """An entity outside the plan is empty or a fault, by a switch."""
    api.simulator.switch(gated_entities="Class,Department")
    assert api.query("select * from Class") == {}
    api.simulator.switch(gated_answer="fault")
    assert fault_of(api.ask("select * from Department"))[:2] == (400, "6000")


def test_long_urls(api: ApiClient) -> None:
    """A limit of the URL's length is a switch; a posted statement has none."""
    api.simulator.switch(max_url_length=500)
    long = "select count(*) from Invoice where Id in (" + "'1'," * 200 + "'2')"
    assert api.ask(long).status_code == 414
    headers = {"Content-Type": "application/text"}
    answer = api.send("POST", "query", data=long.encode(), headers=headers)
    assert answer.json()["QueryResponse"] == {"totalCount": 2}


def test_any_entity_can_be_stored(api: ApiClient) -> None:
    """An entity that no seed knows is stored and queried all the same."""
    realm = api.company.realm_id
    [first] = api.simulator.put_objects(realm, "Vendor", [{"DisplayName": "Café 1"}])
    rate = {"SourceCurrencyCode": "EUR", "AsOfDate": "2026-01-31", "Rate": 1.08}
    meta = {"MetaData": {"LastUpdatedTime": "2026-01-31T00:00:00-08:00"}}
    api.simulator.put_objects(realm, "ExchangeRate", [{**rate, **meta}])
    assert api.query("select * from Vendor")["Vendor"][0]["Id"] == first
    found = api.query("select * from ExchangeRate where SourceCurrencyCode = 'EUR'")
    assert found["ExchangeRate"][0]["Rate"] == Decimal("1.08")
    answer = api.get("exchangerate", sourcecurrencycode="EUR", asofdate="2026-01-31")
    assert answer.json()["ExchangeRate"]["Rate"] == 1.08


def test_entity_names_in_any_case(api: ApiClient) -> None:
    """Statements name entities in any case; answers use the proper key."""
    assert "Invoice" in api.query("select * from invoice maxresults 1")
    assert api.query("select * from CreditCardPayment") == {}


def test_random_ties(
    connect: Callable[..., ApiClient], simulator: SimulatorClient
) -> None:
    """By a switch, rows of one second come in another order each time."""
    simulator.switch(throttle=False, order_ties="random")
    api = connect(burst=30)
    statement = "select * from Invoice orderby MetaData.LastUpdatedTime"
    orders = [[row["Id"] for row in api.query(statement)["Invoice"]] for _ in range(3)]
    assert len({tuple(order) for order in orders}) == 3
    assert {tuple(sorted(order)) for order in orders} == {tuple(sorted(orders[0]))}
