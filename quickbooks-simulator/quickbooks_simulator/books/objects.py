"""What an object of the books looks like, whatever its entity, and its row."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from quickbooks_simulator.basics.jsontext import decode_object, encode

if TYPE_CHECKING:
    from quickbooks_simulator.basics.jsontext import Json, JsonObject
    from quickbooks_simulator.basics.times import CompanyTime

NAME_KEYS = ("DisplayName", "Name")
DELETED_SUFFIX = " (deleted)"
SUFFIXED = ("DisplayName", "Name", "FullyQualifiedName")
LARGEST = 2**63 - 1
LONGEST = len(str(LARGEST))


@dataclass(frozen=True)
class Stored:
    """One object and what is indexed of it."""

    id: str
    updated: int
    created: int
    active: bool
    name: str | None
    body: bytes
    links: tuple[tuple[str, str], ...] = ()

    @property
    def number(self) -> int:
        """The Id as a number, to sort by."""
        return number_of(self.id)


def number_of(identifier: str) -> int:
    """Give an Id as a number to sort by; 0 for what is none, or too large."""
    is_number = identifier.isascii() and identifier.isdigit()
    number = int(identifier) if is_number and len(identifier) <= LONGEST else 0
    return number if number <= LARGEST else 0


def header(
    identifier: str,
    sync_token: str,
    created: str,
    updated: str,
) -> JsonObject:
    """Make the properties that every object has."""
    return {
        "domain": "QBO",
        "sparse": False,
        "Id": identifier,
        "SyncToken": sync_token,
        "MetaData": {"CreateTime": created, "LastUpdatedTime": updated},
    }


def stored(item: JsonObject, time: CompanyTime, body: bytes | None = None) -> Stored:
    """Make the row of an object; with given bytes, exactly these."""
    meta = item["MetaData"]
    updated = int(time.instant(str(meta.get("LastUpdatedTime"))))
    created = meta.get("CreateTime")
    return Stored(
        id=key_of(item),
        updated=updated,
        created=int(time.instant(created)) if created else updated,
        active=item.get("Active") is not False,
        name=next((str(item[key]) for key in NAME_KEYS if item.get(key)), None),
        body=encode(item) if body is None else body,
        links=_links(item),
    )


def _links(item: JsonObject) -> tuple[tuple[str, str], ...]:
    """Give (type, Id) of what a file is attached to."""
    targets = [one.get("EntityRef") or {} for one in item.get("AttachableRef") or []]
    return tuple(
        (str(target.get("type")), str(target["value"]))
        for target in targets
        if "value" in target
    )


def key_of(item: JsonObject) -> str:
    """Give the Id; an exchange rate is known by currency and date."""
    if "Id" in item:
        return str(item["Id"])
    return f"{item['SourceCurrencyCode']}:{item['AsOfDate']}"


def reference(item: JsonObject, name: str) -> str | None:
    """Give the Id that a reference property holds."""
    found = item.get(name)
    value = found.get("value") if isinstance(found, dict) else None
    return None if value in (None, "") else str(value)


def amount(value: Json) -> Decimal:
    """Read an amount that may be absent, an integer, a Decimal or a text."""
    return Decimal(str(value)) if value not in (None, "") else Decimal(0)


def money(value: Decimal, *, trailing_zeros: bool = True) -> Decimal | int:
    """Round to cents, and drop trailing zeros where a switch says so."""
    cents = value.quantize(Decimal("0.01"))
    if trailing_zeros:
        return cents
    return int(cents) if cents == cents.to_integral_value() else cents.normalize()


def flat_lines(lines: list[JsonObject]) -> list[JsonObject]:
    """Give all lines, those inside groups after their group."""
    found: list[JsonObject] = []
    for line in lines:
        found.append(line)
        found.extend(line.get("GroupLineDetail", {}).get("Line", []))
    return found


def deactivated(item: JsonObject) -> JsonObject:
    """Give the inactive form of a name: its names gain a suffix."""
    changed = {**item, "Active": False}
    for key in SUFFIXED:
        name = changed.get(key)
        if name and not name.endswith(DELETED_SUFFIX):
            changed[key] = name + DELETED_SUFFIX
    return changed


def activated(item: JsonObject) -> JsonObject:
    """Give the active form of a name again."""
    changed = {**item, "Active": True}
    for key in SUFFIXED:
        if key in changed:
            changed[key] = changed[key].removesuffix(DELETED_SUFFIX)
    return changed


def voided(item: JsonObject, *, with_status: bool = False) -> JsonObject:
    """Give the voided form of a transaction: zero amounts, a note, no links."""
    zero = Decimal("0.00")
    copy = decode_object(encode(item))
    for line in flat_lines(copy.get("Line", [])):
        line.update({key: zero for key in ("Amount",) if key in line})
        line.pop("LinkedTxn", None)
        detail = line.get("SalesItemLineDetail", {})
        detail.update({key: zero for key in ("UnitPrice", "Qty") if key in detail})
    for key in ("TotalAmt", "Balance", "HomeTotalAmt", "HomeBalance", "UnappliedAmt"):
        if key in copy:
            copy[key] = zero
    if copy.get("TxnTaxDetail"):
        copy["TxnTaxDetail"] = {"TotalTax": zero}
    note = str(copy.get("PrivateNote") or "").removeprefix("Voided").strip(" -")
    copy["PrivateNote"] = f"Voided - {note}" if note else "Voided"
    if "LinkedTxn" in copy:
        copy["LinkedTxn"] = []
    return {**copy, "status": "Voided"} if with_status else copy
