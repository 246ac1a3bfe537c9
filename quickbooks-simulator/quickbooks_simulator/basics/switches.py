"""SWITCHES: what the public documentation leaves open, one row per behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from quickbooks_simulator.basics.odd_counts import rules_of

Value: TypeAlias = bool | int | str


class BadSwitchError(ValueError):
    """An unknown switch, or a value that it does not take."""


@dataclass(frozen=True)
class Switch:
    """One behaviour and the values it can take (none listed: any of that type)."""

    name: str
    default: Value
    meaning: str
    values: tuple[Value, ...] = ()

    def check(self, value: Value) -> None:
        """Refuse a value of another type or outside the list.

        Raises:
            BadSwitchError: If the value does not fit.
        """
        if type(value) is not type(self.default) or (
            self.values and value not in self.values
        ):
            allowed = self.values or type(self.default).__name__
            message = f"switch {self.name} takes {allowed}, not {value!r}"
            raise BadSwitchError(message)


def _flag(name: str, meaning: str, *, default: bool) -> Switch:
    return Switch(name, default, meaning, (False, True))


SWITCHES = (
    Switch(
        "max_results_over_cap",
        "cut",
        "MAXRESULTS over 1000: a fault, or 1000 rows",
        ("error", "cut"),
    ),
    Switch(
        "default_order",
        "id",
        "order of rows without ORDERBY",
        ("id", "updated", "random"),
    ),
    Switch(
        "order_ties",
        "stable",
        "rows that ORDERBY leaves equal: by Id, or in another order for each request",
        ("stable", "random"),
    ),
    _flag("id_range_supported", "Id with < > <= >=", default=True),
    _flag("id_sortable", "ORDERBY Id", default=True),
    _flag("multi_key_order", "ORDERBY with several properties", default=True),
    _flag("doubled_quote_escape", "'' inside a literal is a quote", default=False),
    _flag("not_equal_supported", "the operator !=", default=False),
    Switch(
        "columns",
        "full",
        "SELECT with a list of properties: whole objects, or only these",
        ("full", "listed"),
    ),
    Switch(
        "total_count",
        "first_page",
        "totalCount beside rows: where all fit the first page, always, or never",
        ("first_page", "always", "never"),
    ),
    Switch(
        "odd_counts",
        "",
        "COUNTs that are not what is returned, by entity: `Invoice +1, Item refused`;"
        " +n, -n, =n, n%, refused, absent, text",
    ),
    Switch("max_url_length", 0, "longest URL; 0 is no limit"),
    Switch(
        "envelope_time",
        "company",
        "offset of `time`: the company's, or UTC as Z",
        ("company", "utc"),
    ),
    Switch(
        "zoneless_literals",
        "company",
        "zone of date-time literals without an offset",
        ("company", "pacific", "utc"),
    ),
    Switch(
        "cdc_boundary",
        "inclusive",
        "changedSince: at or after, or only after",
        ("inclusive", "exclusive"),
    ),
    Switch("cdc_max_objects", 1000, "most objects in an answer for changes"),
    Switch(
        "cdc_over_cap",
        "cut",
        "more changes than that: silently cut in all, cut per entity, or a fault",
        ("cut", "per_entity", "fault"),
    ),
    Switch(
        "cdc_cut_keeps",
        "oldest",
        "which changes of an entity survive a cut",
        ("oldest", "newest"),
    ),
    _flag("cdc_empty_blocks", "{} for an entity without changes", default=True),
    Switch(
        "cdc_unlisted_entities",
        "fault",
        "entities of which no documentation says whether CDC knows them",
        ("fault", "serve"),
    ),
    _flag("cdc_inactive", "CDC brings inactive rows", default=True),
    Switch("batch_max_items", 30, "most items in a batch"),
    Switch(
        "batch_cap_per",
        "item",
        "the 1000 objects of a batch: for each item, or for the whole answer",
        ("item", "response"),
    ),
    Switch(
        "batch_metered_per",
        "batch",
        "metered calls of a batch of queries",
        ("batch", "item"),
    ),
    _flag("throttle", "whether limits apply at all", default=True),
    Switch("requests_per_minute", 500, "per realm"),
    Switch("requests_per_second", 10, "per realm"),
    Switch("batches_per_minute", 40, "per realm"),
    Switch("concurrent_requests", 10, "per realm"),
    Switch(
        "throttle_window",
        "sliding",
        "how minutes and seconds are counted",
        ("sliding", "fixed"),
    ),
    Switch("throttle_status", 429, "status of a throttled answer", (429, 403)),
    Switch("throttle_body", "xml", "body of a throttled answer", ("xml", "json")),
    Switch("throttle_retry_after", 0, "seconds in Retry-After; 0 sends no header"),
    Switch(
        "rotate",
        "daily",
        "when a refresh gives a new refresh token",
        ("daily", "always", "never"),
    ),
    _flag(
        "parallel_refresh_revokes",
        "a refresh with a dead token also kills the present access token",
        default=False,
    ),
    Switch("access_token_seconds", 3600, "life of an access token"),
    Switch("refresh_token_days", 100, "life of a refresh token since its last use"),
    Switch("invalid_client_status", 401, "status of invalid_client", (400, 401)),
    Switch("latency_ms", 0, "waiting time added to each accounting request"),
    Switch("upload_max_request_bytes", 100_000_000, "longest request of an upload"),
    Switch("upload_max_file_bytes", 0, "largest file of an upload; 0 is no limit"),
    _flag("gzip", "gzip for those who accept it", default=True),
    _flag(
        "trailing_zeros",
        "amounts that the simulator writes: 100.00, or 100",
        default=True,
    ),
    Switch(
        "void_result",
        "zero",
        "a voided transaction: zero amounts and a note, or also status Voided",
        ("zero", "zero_and_status"),
    ),
    _flag(
        "deposit_moves_payment",
        "a deposit moves LastUpdatedTime and SyncToken of its payments",
        default=False,
    ),
    Switch("gated_entities", "", "entities outside the plan, separated by commas"),
    Switch(
        "gated_answer",
        "empty",
        "a query of a gated entity",
        ("empty", "fault"),
    ),
    Switch(
        "company_status",
        "active",
        "a lapsed subscription refuses writes with 6190, a disconnected one all calls",
        ("active", "lapsed", "disconnected"),
    ),
)

BY_NAME = {row.name: row for row in SWITCHES}


def _check_odd_counts(text: str) -> None:
    try:
        rules_of(text)
    except ValueError as error:
        raise BadSwitchError(str(error)) from error


class Switches:
    """The present values."""

    def __init__(self) -> None:
        self._values: dict[str, Value] = {row.name: row.default for row in SWITCHES}

    def set(self, name: str, value: Value) -> None:
        """Set one switch.

        Raises:
            BadSwitchError: If there is none such, or the value does not fit.
        """
        if name not in BY_NAME:
            message = f"unknown switch {name!r}"
            raise BadSwitchError(message)
        BY_NAME[name].check(value)
        if name == "odd_counts":
            _check_odd_counts(str(value))
        self._values[name] = value

    def reset(self) -> None:
        """Give every switch its default."""
        self._values = {row.name: row.default for row in SWITCHES}

    def on(self, name: str) -> bool:
        """Read a switch that is true or false."""
        return self._values[name] is True

    def number(self, name: str) -> int:
        """Read a switch that is a number."""
        return int(self._values[name])

    def text(self, name: str) -> str:
        """Read a switch that is one of several words."""
        return str(self._values[name])

    def table(self) -> list[dict[str, object]]:
        """Describe every switch and its present value."""
        return [
            {
                "name": row.name,
                "meaning": row.meaning,
                "values": list(row.values) or type(row.default).__name__,
                "default": row.default,
                "value": self._values[row.name],
            }
            for row in SWITCHES
        ]
