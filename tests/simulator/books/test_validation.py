from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from quickbooks_simulator.basics.faults import FaultError
from quickbooks_simulator.basics.jsontext import decode_object, encode
from quickbooks_simulator.books import writing
from quickbooks_simulator.books.entities import catalogue

if TYPE_CHECKING:
    from quickbooks_simulator.books.company import Company

SCALARS = st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5)
KEYS = st.sampled_from(
    [
        "value",
        "Amount",
        "Id",
        "Line",
        "LinkedTxn",
        "TxnId",
        "TxnType",
        "DetailType",
        "SalesItemLineDetail",
        "GroupLineDetail",
        "ItemRef",
        "TotalTax",
        "EntityRef",
    ],
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4)
    ),
    max_leaves=12,
)


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """Draw an entity and a body of its own properties, their values arbitrary."""
    entity = draw(
        st.sampled_from(["Customer", "Item", "Invoice", "Payment", "Deposit"])
    )
    used = sorted(set(catalogue()[entity]) - {"Id"})
    names = [one for one in used if one in INTERESTING] or used
    body = draw(st.dictionaries(st.sampled_from(names), VALUES, max_size=8))
    return entity, {**VALID[entity], **body}


VALID: dict[str, dict[str, Any]] = {
    "Customer": {"DisplayName": "A"},
    "Item": {"Name": "A"},
    "Invoice": {"CustomerRef": {"value": "1"}, "Line": [{"Amount": 1}]},
    "Payment": {"CustomerRef": {"value": "1"}, "TotalAmt": 1},
    "Deposit": {"DepositToAccountRef": {"value": "1"}, "Line": [{"Amount": 1}]},
}
INTERESTING = frozenset(
    [
        "Active",
        "Balance",
        "CustomerRef",
        "Deposit",
        "DisplayName",
        "DocNumber",
        "GivenName",
        "Line",
        "LinkedTxn",
        "Name",
        "ParentRef",
        "TotalAmt",
        "TxnDate",
        "TxnTaxDetail",
        "VendorRef",
        "AttachableRef",
    ],
)


@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(drawn=bodies())
def test_any_body_is_taken_or_refused(
    books: Company,
    drawn: tuple[str, dict[str, Any]],
) -> None:
    """Whatever the body, the answer is an object or a fault, never a crash."""
    entity, body = drawn
    if books.find("Customer", "1") is None:
        books.add("Customer", {"DisplayName": "First"})
    with contextlib.suppress(FaultError):
        made = writing.write(books, entity, decode_object(encode(body)))
        assert books.get(entity, made["Id"]) == decode_object(encode(made))


@pytest.mark.parametrize(
    ("entity", "more", "code"),
    [
        ("Invoice", {"Line": "x"}, "2010"),
        ("Invoice", {"Line": [1]}, "2010"),
        ("Invoice", {"Line": [{"SalesItemLineDetail": 1}]}, "2010"),
        ("Invoice", {"Line": [{"GroupLineDetail": {"Line": "x"}}]}, "2010"),
        ("Invoice", {"Line": [{"Amount": "x"}]}, "2080"),
        ("Invoice", {"CustomerRef": "1"}, "2010"),
        ("Invoice", {"CustomerRef": {"name": "A"}}, "2010"),
        ("Payment", {"TotalAmt": "much"}, "2080"),
        ("Payment", {"TotalAmt": [1]}, "2010"),
        ("Customer", {"DisplayName": {}}, "2020"),
    ],
)
def test_shapes(books: Company, entity: str, more: dict[str, Any], code: str) -> None:
    """A value of the wrong shape is refused by name."""
    books.add("Customer", {"DisplayName": "First"})
    with pytest.raises(FaultError) as caught:
        writing.create(books, entity, {**VALID[entity], **more})
    assert caught.value.code == code
