"""The tap's streams: inventory, verification log and skips, as tables of properties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from singer_sdk import Stream
from singer_sdk import typing as th
from typing_extensions import override

from quickbooks_attachments.preparation import inventory, verdicts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from singer_sdk import Tap
    from singer_sdk.helpers.types import Context

    from quickbooks_attachments.preparation.inventory import Tools
    from quickbooks_attachments.preparation.verdicts import Summary

INVENTORY = "attachments_inventory"
LOG = "mapping_verification_log"
SKIPS = "mapping_verification_skips"

_NUMBERS = {"size": th.IntegerType(minimum=0, maximum=2**62)}
_TIMES = {"modified_utc": th.DateTimeType()}


def _schema(columns: Iterable[str], *more: th.Property[Any]) -> dict[str, Any]:
    properties = [
        th.Property(
            name,
            _NUMBERS.get(name) or _TIMES.get(name) or th.StringType(),
            required=name in {"realm_id", "path"},
        )
        for name in columns
    ]
    verified = th.Property("verified_at_utc", th.DateTimeType)
    return th.PropertiesList(*properties, verified, *more).to_dict()


_POSITION = (
    th.Property("row_number", th.IntegerType),
    th.Property("row_count", th.IntegerType),
)

SCHEMAS = {
    INVENTORY: _schema(("realm_id", *inventory.COLUMNS)),
    LOG: _schema(verdicts.LOG_COLUMNS, *_POSITION),
    SKIPS: _schema(verdicts.LOG_COLUMNS),
}


@dataclass(frozen=True)
class Work:
    """The outcome of a verification."""

    tools: Tools
    realm_id: str
    summary: Summary
    verified_at: str

    def inventory_rows(self) -> Iterator[tuple[Any, ...]]:
        """Give every row of the inventory."""
        names = ", ".join(inventory.COLUMNS)
        statement = f"SELECT ?, {names} FROM inventory ORDER BY path"  # noqa: S608  # own names
        return self.tools.db.rows(statement, (self.realm_id,))

    def log_rows(self, *, skips: bool) -> Iterator[tuple[Any, ...]]:
        """Give the rows in scope, or those that are left out."""
        return verdicts.log_rows(self.tools.db, self.realm_id, skips=skips)


class AttachmentStream(Stream):
    """Rows of the working file, after the verification of this run."""

    primary_keys = ("realm_id", "path")

    def __init__(self, tap: Tap, name: str, work: Callable[[], Work]) -> None:
        """Name the stream; the verification begins with the first record."""
        super().__init__(tap, name=name, schema=SCHEMAS[name])
        self._work = work

    @override
    def get_records(self, context: Context | None) -> Iterator[dict[str, Any]]:
        work = self._work()
        if self.name == INVENTORY:
            columns: tuple[str, ...] = ("realm_id", *inventory.COLUMNS)
            rows = work.inventory_rows()
        else:
            columns = verdicts.LOG_COLUMNS
            rows = work.log_rows(skips=self.name == SKIPS)
        count = work.summary.in_scope
        for number, row in enumerate(rows, 1):
            record = dict(zip(columns, row, strict=True))
            record["modified_utc"] = record["modified_utc"] or None
            record["verified_at_utc"] = work.verified_at
            if self.name == LOG:
                record |= {"row_number": number, "row_count": count}
            yield record
