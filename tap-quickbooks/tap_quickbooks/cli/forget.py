"""Takes a stream of a company out of a state, so that it is read anew."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tap_quickbooks.model.entities import CURRENT_IDS, DELETIONS, ENTITIES
from tap_quickbooks.model.errors import SettingsError
from tap_quickbooks.state.book import Book, read_book
from tap_quickbooks.state.handed_over import read_state_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tap_quickbooks.state.bookmark import RealmState

#: What stands around a state that is not Meltano's.
_BARE = {"bookmarks", "type"}


def forget(
    text: str, streams: Iterable[str], realm_ids: Iterable[str]
) -> tuple[str, list[str]]:
    """Forget how far some streams of some companies were read.

    Args:
        text: A state, in any wrapping that the tap understands.
        streams: Their names.
        realm_ids: The companies; none for all of the state.

    Returns:
        The state without them, in Meltano's wrapping where it came in that; and what
        was done, in words.

    Raises:
        SettingsError: if it is no state, or knows no such company, or if there is no
            such stream.
    """
    content = read_state_text(text)
    book = read_book(content)
    chosen = list(realm_ids) or sorted(book.realm_ids)
    for realm_id in chosen:
        _check_known(book, realm_id)
    said = [
        _say(book.of(realm_id), realm_id, stream)
        for stream in streams
        for realm_id in chosen
    ]
    value: dict[str, Any] = json.loads(book.value())
    is_bare = isinstance(content, dict) and bool(_BARE & content.keys())
    return json.dumps(value if is_bare else {"singer_state": value}), said


def _check_known(book: Book, realm_id: str) -> None:
    known = sorted(book.realm_ids)
    if realm_id not in known:
        named = ", ".join(known[:5]) or "none"
        msg = f"The state knows no company {realm_id}; it knows {named}"
        raise SettingsError(msg + (", …" if len(known) > 5 else ""))  # noqa: PLR2004  # as above


def _say(held: RealmState, realm_id: str, stream: str) -> str:
    was_known = _forget(held, stream)
    done = "is read anew" if was_known else "was not known, and is read"
    return f"Company {realm_id}: {stream} {done} by the next sync"


def _forget(held: RealmState, stream: str) -> bool:
    """Forget a stream; tell whether anything was known of it."""
    held.is_changed = True
    if stream == DELETIONS:
        was_known = bool(held.deletions_to)
        held.deletions_to = {}
        return was_known
    if stream == CURRENT_IDS:
        held.lost = frozenset(held.deletions_to)
        return bool(held.lost)
    known = stream in held.streams
    if not known and stream not in _names():
        msg = f"There is no stream {stream}; there are {', '.join(sorted(_names()))}"
        raise SettingsError(msg)
    for part in (held.complete, held.ranges, held.inactive_to, held.refresh):
        part.pop(stream, None)
    return known


def _names() -> set[str]:
    names = [(entity.stream, entity.lines_stream) for entity in ENTITIES]
    found = {name for pair in names for name in pair if name}
    return found | {DELETIONS, CURRENT_IDS}
