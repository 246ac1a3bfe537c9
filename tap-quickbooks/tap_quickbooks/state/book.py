"""The state of all companies: read once, found by realm id, written as one STATE."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from msgspec import Struct

from tap_quickbooks.model.entities import DELETIONS
from tap_quickbooks.state import format_1, format_2
from tap_quickbooks.state.bookmark import RealmState
from tap_quickbooks.state.format_2 import HOME
from tap_quickbooks.state.handed_over import open_state, refused, shortened
from tap_quickbooks.state.name_sets import NameSets

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from tap_quickbooks.model.errors import SettingsError


class _Stream(Struct, forbid_unknown_fields=True):
    """What a state has for a stream; ``sets`` for the home of the second format."""

    partitions: list[dict[str, Any]] = []
    sets: dict[str, list[str]] = {}


class _Packed(NamedTuple):
    """A company's partition, ready to be written."""

    text: bytes
    keys: set[str]


_encoder = msgspec.json.Encoder()


class Book:
    """What is known of each company; making a STATE costs what has changed."""

    def __init__(self, realms: dict[str, RealmState], sets: NameSets) -> None:
        """Keep what was read."""
        self._realms = realms
        self._sets = sets
        self._packed: dict[str, _Packed] = {}

    @property
    def realm_ids(self) -> Iterable[str]:
        """The companies of which anything is known."""
        return self._realms.keys()

    def complete_to(self, stream: str, realm_ids: Iterable[str]) -> datetime | None:
        """Return up to when a stream is complete in some companies; None if in none."""
        found = [_complete_to(self.of(realm_id), stream) for realm_id in realm_ids]
        known = [moment for moment in found if moment is not None]
        return min(known) if known and len(known) == len(found) else None

    def of(self, realm_id: str) -> RealmState:
        """Return what is known of a company; it may be changed there."""
        return self._realms.setdefault(realm_id, RealmState())

    def value(self) -> bytes:
        """Return the value of a STATE that says all of it."""
        packed = [self._pack(realm_id) for realm_id in self._realms]
        said = [one for one in packed if one is not None]
        keys = set().union(*(one.keys for one in said))
        sets = _encoder.encode(self._sets.used(keys))
        partitions = b",".join(one.text for one in said)
        home = b'{"sets":%b,"partitions":[%b]}' % (sets, partitions)
        return b'{"bookmarks":{"%b":%b}}' % (HOME.encode(), home)

    def _pack(self, realm_id: str) -> _Packed | None:
        held = self._realms[realm_id]
        packed = self._packed.get(realm_id)
        if (packed is None or held.is_changed) and held != RealmState():
            held.is_changed = False  # before it is read: readers mend it meanwhile
            partition = format_2.write(realm_id, held, self._sets)
            packed = _Packed(_encoder.encode(partition), partition.keys())
            self._packed[realm_id] = packed
        return packed


def _complete_to(held: RealmState, stream: str) -> datetime | None:
    if stream == DELETIONS:
        return min(held.deletions_to.values(), default=None)
    known = held.complete.get(stream)
    return known.complete_to if known else None


def read_book(content: object) -> Book:
    """Read a state that was handed over, of either format, in any known wrapping.

    Raises:
        SettingsError: if it is not one of this tap's, or of a format not known.
    """
    bookmarks = open_state(content)
    streams = {name: _stream(name, held) for name, held in bookmarks.items()}
    sets = NameSets(streams[HOME].sets if HOME in streams else {})
    older: list[tuple[str, format_1.Partition]] = []
    realms: dict[str, RealmState] = {}
    for name, stream in streams.items():
        _check_once(name, stream)
        for said in stream.partitions:
            partition = _partition(name, said)
            if isinstance(partition, format_1.Partition):
                older.append((name, partition))
            else:
                realm_id = partition.context.realm_id
                realms[realm_id] = format_2.read(partition, sets)
    for realm_id, held in format_1.read(older).items():
        realms.setdefault(realm_id, RealmState()).add_unknown(held)
    return Book(realms, sets)


def _stream(name: str, held: Mapping[str, Any]) -> _Stream:
    _check_format(name, held.get("format", format_2.FORMAT))
    said = {key: value for key, value in held.items() if key != "format"}
    try:
        found = msgspec.convert(said, _Stream)
    except msgspec.ValidationError as error:
        raise _foreign(name, error) from error
    if found.sets and name != HOME:
        raise _foreign(name, "it has `sets`")
    return found


def _partition(
    name: str, said: dict[str, Any]
) -> format_1.Partition | format_2.Partition:
    kind = _check_format(name, said.get("format", format_1.FORMAT))
    try:
        if kind == format_1.FORMAT:
            return msgspec.convert(said, format_1.Partition)
        if name != HOME:
            raise _foreign(name, f"format {kind} is kept with {HOME} alone")
        return msgspec.convert(said, format_2.Partition)
    except msgspec.ValidationError as error:
        raise _foreign(name, error) from error


def _check_format(name: str, kind: object) -> object:
    known = (format_1.FORMAT, format_2.FORMAT)
    if kind not in known or isinstance(kind, bool):
        msg = (
            f"stream {shortened(name)} has format {shortened(str(kind))}, this tap"
            f" knows {known[0]} and {known[1]}: update the tap"
        )
        raise refused(msg)
    return kind


def _check_once(name: str, stream: _Stream) -> None:
    """Refuse what says two things of one company."""
    seen = [msgspec.json.encode(one.get("context")) for one in stream.partitions]
    if len(set(seen)) < len(seen):
        raise _foreign(name, "a company is in it twice")


def _foreign(name: str, why: object) -> SettingsError:
    return refused(
        f"what it has for stream {shortened(name)} is not of this tap ({why})"
    )
