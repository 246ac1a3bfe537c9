"""ENTITIES: one row per entity that the accounting API serves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from quickbooks_simulator.basics.jsontext import decode_object

WRITE = "create read update query delete"
NAMES = "create read update query deactivate"
LOOK = "read query"


@dataclass(frozen=True)
class Entity:
    """What is usual is a default; a row shows only what is not.

    Attributes:
        name: The key in answers (``Invoice``).
        operations: What the API offers, separated by spaces.
        kind: ``txn``, ``list``, ``singleton``, ``keyed``, ``wrapper`` or ``file``.
        cdc: True, False (refused) or None (not stated).
        filterable: Queryable properties besides Id and MetaData.*; None means that
            every simple property is.
        sortable: Properties that only ORDERBY knows.
        query_name: The name in statements, where it differs.
        path: The segment of the URL, where it is not the lower-case name.
        hides_inactive: Whether queries leave inactive rows out unless asked.
    """

    name: str
    operations: str = WRITE
    kind: str = "txn"
    cdc: bool | None = True
    filterable: str | None = None
    sortable: str = ""
    query_name: str = ""
    path: str = ""
    hides_inactive: bool = False

    @property
    def segment(self) -> str:
        """The entity's segment of a URL."""
        return self.path or self.name.lower()

    @property
    def statement_name(self) -> str:
        """The entity's name in statements."""
        return self.query_name or self.name

    def allows(self, operation: str) -> bool:
        """Tell whether the API offers an operation."""
        return operation in self.operations.split()


def _names(name: str, filterable: str | None = None, **more: str) -> Entity:
    """Make the row of a list whose inactive entries are hidden."""
    return Entity(
        name,
        NAMES,
        "list",
        filterable=filterable,
        hides_inactive=True,
        sortable=more.get("sortable", ""),
    )


ENTITIES = (
    _names(
        "Account",
        "Name FullyQualifiedName Active Classification AccountType AccountSubType"
        " CurrentBalance CurrentBalanceWithSubAccounts",
    ),
    Entity("Attachable", kind="file", cdc=None, filterable="FileName Note Size"),
    Entity(
        "Bill",
        filterable="DocNumber TxnDate DueDate TotalAmt Balance VendorRef SalesTermRef",
    ),
    Entity("BillPayment"),
    Entity("Budget", "create read query", "list", hides_inactive=True),
    Entity("ChangeOrder", cdc=None),
    _names("Class"),
    Entity("CompanyCurrency", NAMES, "list", cdc=None, hides_inactive=True),
    Entity("CompanyInfo", "read update query", "singleton", cdc=None),
    Entity(
        "CreditCardPaymentTxn",
        cdc=None,
        filterable="VendorRef TxnDate",
        query_name="CreditCardPayment",
        path="creditcardpayment",
    ),
    Entity(
        "CreditMemo",
        filterable="DocNumber TxnDate TotalAmt Balance CustomerRef ProjectRef",
    ),
    _names(
        "Customer",
        "DisplayName GivenName MiddleName FamilyName PrimaryEmailAddr Active"
        " CompanyName Balance FullyQualifiedName PrintOnCheckName",
        sortable="BalanceWithJobs",
    ),
    Entity("CustomerType", LOOK, "list", cdc=None),
    _names("Department"),
    Entity("Deposit"),
    _names("Employee"),
    Entity(
        "Estimate",
        filterable="DocNumber TxnDate DueDate CustomerRef ProjectRef SalesTermRef",
    ),
    Entity(
        "ExchangeRate",
        "read update query",
        "keyed",
        cdc=None,
        filterable="AsOfDate SourceCurrencyCode",
    ),
    Entity("InventoryAdjustment", "create read update delete", cdc=None),
    Entity(
        "Invoice",
        WRITE + " void",
        filterable="DocNumber TxnDate DueDate Balance CustomerRef ProjectRef"
        " SalesTermRef",
    ),
    _names("Item", "Name Type FullyQualifiedName Sku Active", sortable="UnitPrice"),
    Entity("JournalCode", NAMES, "list", cdc=False, hides_inactive=True),
    Entity("JournalEntry"),
    Entity(
        "Payment",
        WRITE + " void",
        filterable="TxnDate TotalAmt CustomerRef ProjectRef",
    ),
    _names("PaymentMethod"),
    Entity("Preferences", "read update query", "singleton", cdc=None),
    Entity("Purchase"),
    Entity("PurchaseOrder"),
    Entity(
        "RecurringTransaction",
        "create read query delete",
        "wrapper",
        cdc=None,
        filterable="",
    ),
    Entity("RefundReceipt"),
    Entity(
        "ReimburseCharge",
        LOOK,
        cdc=None,
        filterable="CustomerRef HasBeenInvoiced",
    ),
    Entity("SalesReceipt", WRITE + " void"),
    Entity("TaxAgency", "create read query", "list", cdc=False, filterable=""),
    Entity("TaxClassification", LOOK, "list", cdc=None),
    Entity("TaxCode", LOOK, "list", cdc=False, hides_inactive=True),
    Entity("TaxPayment", LOOK, cdc=None),
    Entity("TaxRate", LOOK, "list", cdc=False, hides_inactive=True),
    _names("Term"),
    Entity("TimeActivity", cdc=False),
    Entity("Transfer"),
    _names("Vendor"),
    Entity("VendorCredit"),
    Entity("VendorPrepayment", cdc=None),
)

BY_NAME = {row.name: row for row in ENTITIES}
BY_SEGMENT = {row.segment: row for row in ENTITIES}
BY_STATEMENT_NAME = {row.statement_name.lower(): row for row in ENTITIES}

SIMPLE_TYPES = frozenset(
    [
        "string",
        "enum",
        "boolean",
        "decimal",
        "integer",
        "date",
        "date-time",
        "id",
        "reference",
    ],
)
NEVER_QUERYABLE = frozenset(
    ["PrivateNote", "CustomerMemo", "Memo", "domain", "sparse", "status"]
)


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Give the type of every property of every entity."""
    text = files("quickbooks_simulator.books").joinpath("catalogue.json").read_bytes()
    return decode_object(text)


def property_type(entity: Entity, name: str) -> str | None:
    """Give the type of a property, or None if the entity has none such."""
    return catalogue()[entity.name].get(name)


@cache
def filterable_properties(entity: Entity) -> frozenset[str]:
    """Give the properties that WHERE may name, besides those in MetaData."""
    if entity.filterable is not None:
        return frozenset(["Id", *entity.filterable.split()])
    properties = catalogue()[entity.name]
    simple = {name for name, kind in properties.items() if kind in SIMPLE_TYPES}
    return frozenset(simple - NEVER_QUERYABLE - {"SyncToken"})
