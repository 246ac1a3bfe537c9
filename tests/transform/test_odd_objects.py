"""Every value of an object in every odd form: the build goes on, others are right."""

from __future__ import annotations

import copy
import json
import random
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.transform.conftest import Dbt
from tests.transform.raw_layer import (
    FIRST,
    OURS,
    RawLayer,
    customer,
    discount,
    group,
    invoice,
    item,
    sale,
    subtotal,
    tax,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Database
    from tests.transform.raw_layer import Payload

Path = tuple[str | int, ...]
SEED = 20261125
REFERENCE = {"value": "1", "name": "One"}
CLEAN = "clean"

#: An object of each table with every field that the models read.
WHOLE: dict[str, Payload] = {
    "qb_customers": customer(
        "24",
        "Sonnenschein",
        PrimaryEmailAddr={"Address": "a@example.com"},
        BillAddr={"Line1": "Street 1", "City": "Town"},
        CurrencyRef={"value": "USD"},
        ParentRef=REFERENCE,
        Balance=362.07,
        Level=0,
        Job=False,
        Taxable=True,
        CustomField=[{"Name": "Zone", "StringValue": "N"}],
        MetaData={"CreateTime": "2026-01-10T14:42:07-08:00"},
    ),
    "qb_items": item(
        "5",
        "Rock",
        Sku="R-5",
        UnitPrice=275,
        QtyOnHand=3,
        Level=0,
        SubItem=True,
        ParentRef=REFERENCE,
        IncomeAccountRef=REFERENCE,
        InvStartDate="2026-01-01",
        MetaData={"CreateTime": "2026-01-10T14:42:07-08:00"},
    ),
    "qb_invoices": invoice(
        "130",
        "24",
        74.1,
        [
            sale("1", 20, ServiceDate="2026-01-18"),
            group("2", "19", [sale("3", 15), sale("4", 15)]),
            text("5", "by hand", Amount=5),
            sale("6", 12, "SHIPPING_ITEM_ID"),
            subtotal(77),
            discount(10, 10),
        ],
        DocNumber="1037",
        TxnTaxDetail=tax(7.1),
        DueDate="2026-02-17",
        CurrencyRef={"value": "EUR"},
        ExchangeRate=1.5,
        HomeTotalAmt=111.15,
        BillEmail={"Address": "a@example.com"},
        CustomField=[{"Name": "Crew", "StringValue": "N"}],
        LinkedTxn=[{"TxnId": "29", "TxnType": "StatementCharge"}],
    ),
}
REVENUE = Decimal("67.0")

#: Values of payloads that the marts hold, and that one look tells to be odd.
READ = {
    "DisplayName",
    "Name",
    "Address",
    "Line1",
    "City",
    "Balance",
    "Level",
    "Job",
    "Taxable",
    "CreateTime",
    "Sku",
    "UnitPrice",
    "QtyOnHand",
    "InvStartDate",
    "DocNumber",
    "TxnDate",
    "DueDate",
    "TotalAmt",
    "TotalTax",
    "ExchangeRate",
    "HomeTotalAmt",
    "Amount",
    "Description",
    "DetailType",
    "Qty",
    "ServiceDate",
    "value",
}
#: Without these, an object is odd.
NEEDED = {"DisplayName", "TxnDate", "TotalAmt", "Amount", "DetailType"}
#: The bundle and the line of text: neither needs an amount.
NOT_NEEDED = {("Line", 1, "Amount"), ("Line", 2, "Amount")}


def paths(value: object, here: Path = ()) -> Iterator[Path]:
    """Go through the places of all values in a payload."""
    entries = value.items() if isinstance(value, dict) else ()
    entries = enumerate(value) if isinstance(value, list) else entries
    for key, found in entries:
        yield (*here, key)
        yield from paths(found, (*here, key))


def removed(holder: Any, key: Any) -> None:  # noqa: ANN401  # a dict or a list
    """Take the value away."""
    del holder[key]


def set_to(change: Callable[[Any], object]) -> Callable[[Any, Any], None]:
    """Make a mishap of what becomes of the value."""

    def mishap(holder: Any, key: Any) -> None:  # noqa: ANN401  # a dict or a list
        holder[key] = change(holder[key])

    return mishap


MISHAPS: dict[str, Callable[[Any, Any], None]] = {
    "removed": removed,
    "nulled": set_to(lambda _: None),
    "text": set_to(lambda _: "abc"),
    "number": set_to(lambda _: -1.5),
    "bool": set_to(lambda _: True),
    "object": set_to(lambda _: {"odd": [1]}),
    "empty": set_to(lambda _: []),
    "as text": set_to(json.dumps),
    "doubled": set_to(lambda v: v + v if isinstance(v, list | str) else [v, v]),
    "wrapped": set_to(lambda v: [v]),
    "day": set_to(lambda _: "2024-02-30T25:61:00"),
}


@dataclass(frozen=True)
class Odd:
    """A company with one object in which something happened to some values."""

    realm: str
    table: str
    places: tuple[tuple[Path, str], ...]

    def payload(self) -> Payload:
        """Return the object after its mishaps; places that are gone are passed over."""
        found = copy.deepcopy(WHOLE[self.table])
        for path, mishap in self.places:
            holder: Any = found
            try:
                for key in path[:-1]:
                    holder = holder[key]
                if path[-1] in dict(_entries(holder)):
                    MISHAPS[mishap](holder, path[-1])
            except (KeyError, IndexError, TypeError):
                continue
        return found

    @property
    def is_told(self) -> bool:
        """Whether a finding must name it."""
        if len(self.places) > 1:
            return False
        ((path, mishap),) = self.places
        if "CustomField" in path or "LinkedTxn" in path:
            return False
        unread = mishap in {"object", "empty", "wrapped"} and path[-1] in READ
        is_needed = path[-1] in NEEDED and path not in NOT_NEEDED
        return unread or (mishap in {"removed", "nulled"} and is_needed)


def _entries(holder: object) -> list[tuple[Any, Any]]:
    if isinstance(holder, dict):
        return list(holder.items())
    return list(enumerate(holder)) if isinstance(holder, list) else []


def odd_companies() -> list[Odd]:
    """Return one company per value and mishap, and some with several at once."""
    singles = [
        (table, ((path, mishap),))
        for table, whole in WHOLE.items()
        for path in paths(whole)
        if path != ("Id",)
        for mishap in MISHAPS
    ]
    chance = random.Random(SEED)  # noqa: S311  # the same companies each time
    several = [
        (table, tuple(chance.choice(singles)[1][0] for _ in range(3)))
        for table in chance.choices(list(WHOLE), k=300)
    ]
    return [
        Odd(f"odd-{number}", table, places)
        for number, (table, places) in enumerate(singles + several)
    ]


ODD = odd_companies()


@pytest.fixture(scope="module")
def built(
    module_database: Database, tmp_path_factory: pytest.TempPathFactory
) -> Database:
    """All odd companies and a clean one between them, built at once."""
    raw = RawLayer(module_database, OURS)
    raw.create()
    for table, whole in WHOLE.items():
        payloads = [
            (odd.realm, odd.payload() if odd.table == table else whole) for odd in ODD
        ]
        middle = len(payloads) // 2
        for realm, payload in (
            *payloads[:middle],
            (CLEAN, whole),
            *payloads[middle:],
        ):
            raw.objects(table, {whole["Id"]: payload}, replace(FIRST, realm=realm))
    raw.items(item("19", "Kit", Type="Group"), seen=replace(FIRST, realm=CLEAN))
    raw.items(item("1", "One"), seen=replace(FIRST, realm=CLEAN))
    printed = Dbt(module_database, tmp_path_factory.mktemp("dbt")).build()
    assert "ERROR=0 SKIP=0" in printed
    return module_database


def test_the_clean_company_is_right(built: Database) -> None:
    """Beside thousands of odd objects the clean company is right to the cent."""
    (sums,) = built.rows(
        """SELECT sum(total_amount), sum(tax_amount), sum(home_total_amount),
        sum(linked_charges_amount) FROM analytics.invoices WHERE realm_id = %s""",
        CLEAN,
    )
    # The described line of 5 does not make up all that the lines leave open, 15.
    assert sums == (Decimal("74.1"), Decimal("7.1"), Decimal("111.15"), Decimal(15))
    revenue = "SELECT sum(revenue_amount) FROM analytics.revenue WHERE realm_id = %s"
    assert built.rows(revenue, CLEAN) == [(REVENUE,)]
    findings = "SELECT * FROM analytics.findings WHERE realm_id = %s"
    assert built.rows(findings, CLEAN) == []


def test_each_object_keeps_its_row(built: Database) -> None:
    """No odd object is lost, and no company loses its other objects."""
    for table in WHOLE:
        mart = table.removeprefix("qb_")
        lost = f"""SELECT realm_id, id FROM raw.{table} EXCEPT
            SELECT realm_id, id FROM analytics.{mart}"""  # noqa: S608  # names of this test
        assert built.rows(lost) == []


def test_odd_values_are_told(built: Database) -> None:
    """What is no value of its kind, or is missing, has a finding in its company."""
    told = {
        row[0]
        for row in built.rows(
            """SELECT DISTINCT realm_id FROM analytics.findings
            WHERE rule IN ('value_is_readable', 'value_is_there')"""
        )
    }
    untold = [odd for odd in ODD if odd.is_told and odd.realm not in told]
    assert untold == []


def test_values_as_text_are_read(built: Database) -> None:
    """A number, a truth or a day that came as text is what it says."""
    as_text = [
        odd.realm
        for odd in ODD
        if odd.table == "qb_invoices"
        and len(odd.places) == 1
        and odd.places[0][1] == "as text"
        and isinstance(value_at(WHOLE[odd.table], odd.places[0][0]), float | int)
    ]
    assert as_text
    revenue = """SELECT realm_id, sum(revenue_amount) FROM analytics.revenue
        WHERE realm_id = ANY(%s) GROUP BY 1"""
    assert dict(built.rows(revenue, as_text)) == dict.fromkeys(as_text, REVENUE)


def value_at(payload: object, path: Path) -> object:
    """Return the value at a place of a payload."""
    found: Any = payload
    for key in path:
        found = found[key]
    return found
