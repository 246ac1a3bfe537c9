"""What is connected, how old its tokens are, and how long it lasts."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from tap_quickbooks.access.tokens import day, days_left
from tap_quickbooks.model.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tap_quickbooks.access.tokens import Token
    from tap_quickbooks.api.connect import Access
    from tap_quickbooks.config.settings import Company

_HOUR_S = 3600.0


@dataclass(frozen=True, slots=True)
class Row:
    """One company as the settings and the store know it."""

    realm_id: str
    organization: str
    company_name: str
    is_configured: bool
    status: str
    connected_on: str
    token_age_hours: float | None
    access_ends_on: str
    hard_expiry_on: str
    days_left: int | None

    def as_json(self) -> dict[str, object]:
        """Give what ``--json`` prints."""
        return asdict(self)


def list_companies(access: Access) -> list[Row]:
    """List every company that is configured or stored; no call is made.

    Raises:
        SettingsError: if the store cannot be opened.
    """
    return [_row(access, realm_id) for realm_id in access.realm_ids()]


def _row(access: Access, realm_id: str) -> Row:
    known = {company.realm_id for company in access.settings.companies}
    company = access.company(realm_id)
    try:
        token, problem = access.stores.of(realm_id).load(), ""
    except SettingsError as error:
        token, problem = None, str(error)
    life = token.life if token else None
    now = access.now()
    left = days_left(life, now) if life else None
    age = now - life.refreshed_at if life and life.refreshed_at else None
    return Row(
        realm_id,
        company.organization,
        life.company_name if life else "",
        realm_id in known,
        problem or _status(access, company, token, left),
        day(life.connected_at if life else None),
        None if age is None else round(age / _HOUR_S, 1),
        day(life.ends_at if life else None),
        day(life.hard_expires_at if life else None),
        None if left is None else int(left),
    )


def _status(
    access: Access, company: Company, token: Token | None, left: float | None
) -> str:
    if token is None:
        if company.refresh_token:
            return "not used yet: the first sync takes the configured refresh token"
        if access.stores.has_of_another_app(company.realm_id):
            return "connected with another app (client_id) or token_url"
        return "not connected: run `tap-quickbooks login`"
    if left is not None and left <= 0:
        return "ended: run `tap-quickbooks login`"
    return "connected"


_HEAD = ("company ID", "organization", "name in QuickBooks", "connected", "token age")


def as_table(rows: Iterable[Row]) -> str:
    """Write the rows for people."""
    head = (*_HEAD, "ends", "hard expiry", "days left", "status")
    cells = [
        (
            row.realm_id,
            row.organization,
            row.company_name or "-",
            row.connected_on,
            "-" if row.token_age_hours is None else f"{row.token_age_hours:.1f} h",
            row.access_ends_on,
            row.hard_expiry_on,
            "-" if row.days_left is None else str(row.days_left),
            row.status if row.is_configured else f"{row.status} (not in the settings)",
        )
        for row in rows
    ]
    widths = [max(map(len, column)) for column in zip(head, *cells, strict=True)]
    return "\n".join(
        "  ".join(
            text.ljust(width) for text, width in zip(line, widths, strict=True)
        ).rstrip()
        for line in (head, *cells)
    )
