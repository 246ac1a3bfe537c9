from __future__ import annotations

import pytest
from quickbooks_simulator.books.entities import (
    BY_NAME,
    BY_SEGMENT,
    BY_STATEMENT_NAME,
    ENTITIES,
    Entity,
    catalogue,
    filterable_properties,
    property_type,
)

NO_CDC = {"JournalCode", "TimeActivity", "TaxAgency", "TaxCode", "TaxRate"}


@pytest.mark.parametrize("entity", ENTITIES, ids=lambda row: row.name)
def test_every_row(entity: Entity) -> None:
    """Each entity has properties, and names only properties that it has."""
    properties = catalogue()[entity.name]
    named = (entity.filterable or "").split() + entity.sortable.split()
    assert set(named) <= set(properties)
    assert not entity.hides_inactive or "Active" in properties


def test_names_are_unique() -> None:
    """Names, segments and statement names each lead to one entity."""
    for index in (BY_NAME, BY_SEGMENT, BY_STATEMENT_NAME):
        assert len(index) == len(ENTITIES)
    assert set(BY_NAME) == set(catalogue())


def test_unsupported_by_cdc() -> None:
    """These five entities are those that the documentation excludes from CDC."""
    assert {row.name for row in ENTITIES if row.cdc is False} == NO_CDC


def test_credit_card_payment() -> None:
    """The credit card payment has a path and a statement name of its own."""
    row = BY_SEGMENT["creditcardpayment"]
    assert (row.name, row.statement_name) == (
        "CreditCardPaymentTxn",
        "CreditCardPayment",
    )


def test_filterable_properties() -> None:
    """A listed entity filters by its list, others by every simple property."""
    assert filterable_properties(BY_NAME["Payment"]) == {
        "Id",
        "TxnDate",
        "TotalAmt",
        "CustomerRef",
        "ProjectRef",
    }
    vendor = filterable_properties(BY_NAME["Vendor"])
    assert {"DisplayName", "Balance", "Active"} <= vendor
    assert not {"PrivateNote", "SyncToken", "MetaData", "OtherAddr"} & vendor


def test_property_type() -> None:
    """The catalogue knows types, and what does not exist."""
    assert property_type(BY_NAME["Invoice"], "Balance") == "decimal"
    assert property_type(BY_NAME["Invoice"], "Nonsense") is None
