"""States of the tap's second format: one partition per company, in one stream's state.

What stands at one instant is said once, of a set of names (see ``name_sets``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

from tap_quickbooks.model.entities import DELETIONS
from tap_quickbooks.state.bookmark import (
    Bookmark,
    RangeBookmark,
    RealmState,
    RefreshBookmark,
)
from tap_quickbooks.state.format_1 import Context, Instant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime

    from tap_quickbooks.state.name_sets import NameSets

FORMAT = 2

#: The stream in whose state the partitions are: it is discovered always.
HOME = DELETIONS

#: A tap that knows the first format alone reads instants here, and stops by name at
#: what is none, before it reads anything.
_NOT_FOR_FORMAT_1 = dict.fromkeys(
    ("Customer", "Invoice", "Item"), "format 2: update the tap"
)


class _Said(Struct, forbid_unknown_fields=True):
    of: str
    """A stream or entity, or the key of a set of them."""


class _Complete(_Said):
    complete_from: Instant
    complete_to: Instant
    read_at: Instant


class _Range(_Said):
    start: Instant
    end: Instant
    complete_to: Instant
    read_at: Instant
    is_finished: bool = False


class _Refresh(_Said):
    position: Instant
    read_at: Instant
    rows: int = 0


class _UpTo(_Said):
    to: Instant


class Partition(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """What is kept of a company."""

    context: Context
    format: int
    entities: Any
    complete: list[_Complete] = []
    ranges: list[_Range] = []
    inactive: list[_UpTo] = []
    refresh: list[_Refresh] = []
    deletions: list[_UpTo] = []
    lost: list[str] = []
    left_out: dict[str, Instant] = {}
    snapshot_after: dict[str, Instant] = {}
    ingested_at: Instant | None = None
    server_ahead_s: int = 0
    # Never written; a person sets it to have a company read again from there on:
    replication_key_value: Instant | None = None
    read_at: Instant | None = None

    def keys(self) -> set[str]:
        """Return what refers to a set, or is a name itself."""
        parts: tuple[Iterable[_Said], ...] = (
            self.complete,
            self.ranges,
            self.inactive,
            self.refresh,
            self.deletions,
        )
        return {one.of for part in parts for one in part}


def read(partition: Partition, sets: NameSets) -> RealmState:
    """Read what is known of a company.

    Raises:
        SettingsError: if it refers to a set that is not named.
    """
    held = RealmState(
        _each(partition.complete, sets, _bookmark),
        _each(partition.ranges, sets, _range),
        _each(partition.inactive, sets, _upto),
        _each(partition.refresh, sets, _refresh),
        _each(partition.deletions, sets, _upto),
        frozenset(partition.lost),
        dict(partition.left_out),
        dict(partition.snapshot_after),
        partition.ingested_at,
        partition.server_ahead_s,
    )
    if (upto := partition.replication_key_value) is not None:
        held.set_back(upto, partition.read_at or upto)
    return held


def _bookmark(said: _Complete) -> Bookmark:
    return Bookmark(said.complete_from, said.complete_to, said.read_at)


def _range(said: _Range) -> RangeBookmark:
    return RangeBookmark(
        said.start,
        said.end,
        said.complete_to,
        said.read_at,
        is_finished=said.is_finished,
    )


def _refresh(said: _Refresh) -> RefreshBookmark:
    return RefreshBookmark(said.position, said.read_at, said.rows)


def _upto(said: _UpTo) -> datetime:
    return said.to


def write(realm_id: str, held: RealmState, sets: NameSets) -> Partition:
    """Write what is known of a company; the sets are named on the way."""
    return Partition(
        Context(realm_id),
        FORMAT,
        _NOT_FOR_FORMAT_1,
        [
            _Complete(of, b.complete_from, b.complete_to, b.read_at)
            for of, b in _alike(held.complete, sets)
        ],
        [
            _Range(of, r.start, r.end, r.complete_to, r.read_at, r.is_finished)
            for of, r in _alike(held.ranges, sets)
        ],
        [_UpTo(of, to) for of, to in _alike(held.inactive_to, sets)],
        [
            _Refresh(of, r.position, r.read_at, r.rows)
            for of, r in _alike(held.refresh, sets)
        ],
        [_UpTo(of, to) for of, to in _alike(held.deletions_to, sets)],
        sorted(held.lost),
        held.left_out,
        held.snapshot_after,
        held.ingested_at,
        held.server_ahead_s,
    )


_Kind = TypeVar("_Kind", bound=_Said)
_Known = TypeVar("_Known")


def _each(
    said: Iterable[_Kind], sets: NameSets, known: Callable[[_Kind], _Known]
) -> dict[str, _Known]:
    """Say of each name what was said of its set."""
    return {
        name: found
        for one in said
        for found in [known(one)]
        for name in sets.names(one.of)
    }


def _alike(held: Mapping[str, _Known], sets: NameSets) -> Iterator[tuple[str, _Known]]:
    """Put together the names of which the same is known."""
    alike: dict[_Known, list[str]] = {}
    for name, known in held.items():
        alike.setdefault(known, []).append(name)
    return ((sets.add(names), known) for known, names in alike.items())
