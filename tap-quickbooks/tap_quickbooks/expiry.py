"""How long a connection still lasts, and when to speak of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tap_quickbooks.tokens import Life

DAY_S = 86_400.0

#: A warning is due when so many days are left.
WARN_DAYS = (30, 7, 1)


def days_left(life: Life, now: float) -> float | None:
    """Say how many days are left at an instant; None if QuickBooks told no end."""
    return None if life.ends_at is None else (life.ends_at - now) / DAY_S


def stage(days: float | None) -> int | None:
    """Say which warning is due with so many days left; None if none is yet."""
    due = [mark for mark in WARN_DAYS if days is not None and days <= mark]
    return min(due, default=None)


def warning(realm_id: str, before: Life | None, life: Life, now: float) -> str | None:
    """Write the warning that a refresh makes due; each is due once.

    Args:
        realm_id: The company.
        before: Its tokens' life before the refresh, None if there were none.
        life: After it.
        now: Seconds since 1970.
    """
    days = days_left(life, now)
    due = stage(days)
    if due is None or days is None or due == _stage_before(before):
        return None
    return ending(realm_id, life, days)


def ending(realm_id: str, life: Life, days: float) -> str:
    """Say when access to a company ends and what to do."""
    who = f"company {realm_id}" + (
        f" ({life.company_name})" if life.company_name else ""
    )
    if days <= 0:
        return f"Access to {who} has ended: run `tap-quickbooks login`"
    return (
        f"Access to {who} ends in {days:.0f} days, on {day(life.ends_at)}: connect it"
        " again before then with `tap-quickbooks login`"
    )


def _stage_before(before: Life | None) -> int | None:
    if before is None or before.refreshed_at is None:
        return None
    return stage(days_left(before, before.refreshed_at))


def day(seconds: float | None) -> str:
    """Write the day of an instant; a dash for none."""
    if seconds is None:
        return "-"
    try:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d")
    except (ValueError, OverflowError, OSError):  # what a version before has believed
        return "-"
