"""What a sync did in all: its rows, calls and bookmarks, in lines and as one event."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from tap_quickbooks.api.sending import CallsDone
from tap_quickbooks.model.times import utc_text

if TYPE_CHECKING:
    import logging
    from collections.abc import Iterable, Mapping

    from tap_quickbooks.config.settings import Settings
    from tap_quickbooks.state.book import Book


@dataclass
class StreamDone:
    """What a sync did for one stream, over all companies."""

    rows: int = 0
    windows: int = 0
    pages: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Budget:
    """The month's metered calls against what the user's plan includes."""

    month: str
    used: int
    budget: int


@dataclass(frozen=True, slots=True)
class Closing:
    """What is known only at the end of a sync."""

    calls: Mapping[str, CallsDone]
    """By the company's name."""
    before: Mapping[str, str | None] = field(default_factory=dict)
    """By stream, up to when it was complete in all companies."""
    after: Mapping[str, str | None] = field(default_factory=dict)
    budget: Budget | None = None


def bookmarks_of(
    book: Book, settings: Settings, streams: Iterable[str]
) -> dict[str, str | None]:
    """Return up to when each stream is complete in all companies."""
    realm_ids = [company.realm_id for company in settings.companies]
    found = {name: book.complete_to(name, realm_ids) for name in streams}
    return {name: utc_text(upto) if upto else None for name, upto in found.items()}


def close(
    settings: Settings,
    calls: Mapping[str, CallsDone],
    before: Mapping[str, str | None],
    after: Mapping[str, str | None],
    budget: Budget | None,
) -> Closing:
    """Collect what the summary shows at the end.

    Args:
        settings: The companies.
        calls: By realm id, of those that began.
        before: The bookmarks at the start, by stream.
        after: The bookmarks now.
        budget: The month's use of it.
    """
    named = {
        company.organization: calls.get(company.realm_id, CallsDone({}))
        for company in settings.companies
    }
    return Closing(named, before, after, budget)


def tell(
    logger: logging.Logger,
    lines: Mapping[str, str],
    done: Mapping[str, StreamDone],
    closing: Closing,
) -> None:
    """Write the totals of each stream, and the month's budget.

    Args:
        logger: Writes them.
        lines: In the language of the log.
        done: By stream, those that were selected.
        closing: Calls and bookmarks.
    """
    for stream, one in done.items():
        logger.info(lines["total"].format(stream=stream, rows=one.rows))
        line = lines["detail"].format(
            stream=stream,
            windows=one.windows,
            pages=one.pages,
            seconds=one.seconds,
            before=closing.before.get(stream) or "-",
            after=closing.after.get(stream) or "-",
        )
        logger.info(line)
    if (budget := closing.budget) is not None:
        share = budget.used / budget.budget
        line = lines["budget"].format(**asdict(budget), share=share)
        logger.log(30 if share >= 1 else 20, line)  # a warning when it is spent


def facts(done: Mapping[str, StreamDone], closing: Closing) -> dict[str, Any]:
    """Return the same as one structured event."""
    return {
        "streams": {
            stream: {
                **vars(one),
                "bookmark_before": closing.before.get(stream),
                "bookmark_after": closing.after.get(stream),
            }
            for stream, one in done.items()
        },
        "companies": {
            company: {
                "calls": dict(calls.by_kind),
                "retries": calls.retries,
                "metered": calls.metered,
            }
            for company, calls in closing.calls.items()
        },
        "budget": asdict(closing.budget) if closing.budget else None,
    }
