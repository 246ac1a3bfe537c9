"""The books of one company: Ids, SyncTokens, times, deletions."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quickbooks_simulator.basics.faults import not_found, stale_object
from quickbooks_simulator.basics.jsontext import decode_object, encode
from quickbooks_simulator.basics.times import CompanyTime
from quickbooks_simulator.books import objects
from quickbooks_simulator.books.entities import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from quickbooks_simulator.basics.clock import Clock
    from quickbooks_simulator.basics.jsontext import JsonObject
    from quickbooks_simulator.basics.switches import Switches
    from quickbooks_simulator.books.objects import Stored
    from quickbooks_simulator.books.store import Store

FIRST_FILE = 5_000_000_000_000_000_001


@dataclass(frozen=True)
class CompanySettings:
    """What a company is, apart from its books."""

    realm_id: str
    name: str
    time_zone: str = "America/Los_Angeles"
    currency: str = "USD"
    multi_currency: bool = True


@dataclass(frozen=True)
class Pending:
    """A write that the API does not show yet; no object means a deletion."""

    visible_at: float
    entity: str
    key: str
    item: JsonObject | None
    at: int


class Company:
    """One realm and everything in it."""

    def __init__(
        self,
        settings: CompanySettings,
        store: Store,
        clock: Clock,
        switches: Switches,
    ) -> None:
        self.settings = settings
        self.realm = settings.realm_id
        self.time = CompanyTime(settings.time_zone)
        self.store = store
        self.clock = clock
        self.switches = switches
        self._pending: list[Pending] = []
        self._hidden_for = 0.0
        self._next: dict[str, int] | None = None

    def now(self) -> int:
        """Give the second that a write is stamped with."""
        return int(self.clock.now())

    def money(self, value: Decimal) -> Decimal | int:
        """Round an amount as this company writes it."""
        zeros = self.switches.on("trailing_zeros")
        return objects.money(value, trailing_zeros=zeros)

    def _sequences(self) -> dict[str, int]:
        """Give the next Id of each sequence, read from the books once."""
        if self._next is None:
            self._next = {}
            for name, highest in self.store.highest(self.realm).items():
                self.reserve(name, highest)
        return self._next

    def next_id(self, entity: str) -> str:
        """Give an unused Id: transactions share one sequence, lists have their own."""
        group = _sequence(entity)
        first = FIRST_FILE if group == "Attachable" else 1
        number = self._sequences().get(group, first)
        self.reserve(entity, number)
        return str(number)

    def reserve(self, entity: str, number: int) -> None:
        """Keep later Ids of an entity above this one."""
        sequences, group = self._sequences(), _sequence(entity)
        sequences[group] = max(sequences.get(group, 1), number + 1)

    def find(self, entity: str, identifier: str) -> JsonObject | None:
        """Give the newest state of an object, shown or not."""
        for one in reversed(self._pending):
            if (one.entity, one.key) == (entity, identifier):
                return one.item
        body = self.store.body(self.realm, entity, identifier)
        return None if body is None else decode_object(body)

    def get(self, entity: str, identifier: str) -> JsonObject:
        """Give the newest state of an object.

        Raises:
            FaultError: Code 610, if there is none.
        """
        found = self.find(entity, identifier)
        if found is None:
            raise not_found(entity, identifier)
        return found

    def shown(self, entity: str, identifier: str) -> bytes:
        """Give the bytes of an object that the API shows.

        Raises:
            FaultError: Code 610, if there is none.
        """
        body = self.store.body(self.realm, entity, identifier)
        if body is None:
            raise not_found(entity, identifier)
        return body

    def add(
        self,
        entity: str,
        item: JsonObject,
        at: int | None = None,
        *,
        identifier: str = "",
    ) -> JsonObject:
        """Store a new object under the next Id, or one that was taken before."""
        stamp = self.time.stamp(self.now() if at is None else at)
        taken = identifier or self.next_id(entity)
        head = objects.header(taken, "0", stamp, stamp)
        return self._write(entity, {**head, **_without_header(item)})

    def replace(
        self,
        entity: str,
        item: JsonObject,
        at: int | None = None,
        *,
        step: int = 1,
        move_time: bool = True,
    ) -> JsonObject:
        """Store a new state of an object: time and SyncToken as told."""
        meta = dict(item["MetaData"])
        if move_time:
            meta["LastUpdatedTime"] = self.time.stamp(self.now() if at is None else at)
        token = str(int(item["SyncToken"]) + step)
        return self._write(entity, {**item, "SyncToken": token, "MetaData": meta})

    def touch(
        self,
        entity: str,
        identifier: str | None,
        at: int | None = None,
    ) -> JsonObject | None:
        """Move only the time of an object, if it exists."""
        found = self.find(entity, identifier) if identifier else None
        return None if found is None else self.replace(entity, found, at, step=0)

    def remove(self, entity: str, identifier: str, at: int | None = None) -> int:
        """Delete an object and give the time of it.

        Raises:
            FaultError: Code 610, if there is none.
        """
        self.get(entity, identifier)
        moment = self.now() if at is None else at
        self._schedule(entity, identifier, None, moment)
        return moment

    def check_token(self, current: JsonObject, given: object) -> None:
        """Refuse a write that is based on an older state.

        Raises:
            FaultError: Code 5010.
        """
        if str(given) != current["SyncToken"]:
            raise stale_object()

    def put_exact(self, entity: str, texts: Iterable[bytes]) -> list[JsonObject]:
        """Store objects exactly as given; what identifies them is filled in."""
        return [self._put_exact(entity, text) for text in texts]

    def _put_exact(self, entity: str, text: bytes) -> JsonObject:
        item = decode_object(text)
        exact: bytes | None = text
        keyed = BY_NAME[entity].kind == "keyed"
        needed = {"MetaData"} if keyed else {"Id", "SyncToken", "MetaData"}
        if not needed <= item.keys():
            stamp = self.time.stamp(self.now())
            identifier = str(item.get("Id") or (keyed or self.next_id(entity)))
            head = objects.header(identifier, "0", stamp, stamp)
            item, exact = {**{k: head[k] for k in head if k in needed}, **item}, None
        row = objects.stored(item, self.time, exact)
        self.reserve(entity, row.number)
        self.store.put(self.realm, entity, row)
        return item

    def load(self, entity: str, rows: Iterable[Stored]) -> None:
        """Store many new objects at once."""
        self.store.insert(self.realm, entity, rows)
        self._next = None

    @contextmanager
    def hidden_for(self, seconds: float) -> Iterator[None]:
        """Hide what is written meanwhile from the API for some seconds."""
        self._hidden_for = seconds
        try:
            yield
        finally:
            self._hidden_for = 0.0

    def release(self) -> None:
        """Show what was hidden long enough."""
        now = self.clock.now()
        due = [one for one in self._pending if one.visible_at <= now]
        self._pending = [one for one in self._pending if one.visible_at > now]
        for one in due:
            self._commit(one)

    def _write(self, entity: str, item: JsonObject) -> JsonObject:
        self._schedule(entity, objects.key_of(item), item, self.now())
        return item

    def _schedule(
        self,
        entity: str,
        key: str,
        item: JsonObject | None,
        at: int,
    ) -> None:
        """Show a write now, or when its time has come."""
        visible_at = self.clock.now() + self._hidden_for
        one = Pending(visible_at, entity, key, item, at)
        if self._hidden_for:
            self._pending.append(one)
            return
        self._pending = [
            other
            for other in self._pending
            if (other.entity, other.key) != (entity, key)
        ]
        self._commit(one)

    def _commit(self, one: Pending) -> None:
        if one.item is None:
            self.store.delete(self.realm, one.entity, one.key, one.at)
        else:
            row = objects.stored(one.item, self.time, encode(one.item))
            self.store.put(self.realm, one.entity, row)


def _sequence(entity: str) -> str:
    return "txn" if BY_NAME[entity].kind == "txn" else entity


def _without_header(item: JsonObject) -> JsonObject:
    unwanted = {"domain", "sparse", "Id", "SyncToken", "MetaData"}
    return {key: value for key, value in item.items() if key not in unwanted}
