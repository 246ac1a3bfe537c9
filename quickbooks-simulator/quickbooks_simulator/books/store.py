"""Objects kept as the exact bytes that were written, in SQLite."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from quickbooks_simulator.books.objects import number_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quickbooks_simulator.books.entities import Entity
    from quickbooks_simulator.books.objects import Stored

Parameter: TypeAlias = str | float | int
DEFAULT_ROWS = 100
CHUNK = 2000
WIDE = 20_000
SCHEMA = """
CREATE TABLE IF NOT EXISTS companies (realm TEXT PRIMARY KEY, settings BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS books (
  book INTEGER PRIMARY KEY, realm TEXT NOT NULL, entity TEXT NOT NULL,
  UNIQUE (realm, entity));
CREATE TABLE IF NOT EXISTS objects (
  pk INTEGER PRIMARY KEY, book INTEGER NOT NULL, id TEXT NOT NULL,
  num INTEGER NOT NULL, updated INTEGER NOT NULL, created INTEGER NOT NULL,
  active INTEGER NOT NULL, name TEXT, body BLOB NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS objects_by_id
  ON objects (book, num, id, active, updated);
CREATE INDEX IF NOT EXISTS objects_by_time ON objects (book, updated, num, active);
CREATE INDEX IF NOT EXISTS objects_by_name ON objects (name COLLATE NOCASE, book)
  WHERE name IS NOT NULL;
CREATE TABLE IF NOT EXISTS deletions (
  book INTEGER NOT NULL, id TEXT NOT NULL, num INTEGER NOT NULL,
  updated INTEGER NOT NULL, PRIMARY KEY (book, id));
"""
FILES = """
CREATE TABLE IF NOT EXISTS links (
  book INTEGER NOT NULL, num INTEGER NOT NULL, type TEXT NOT NULL COLLATE NOCASE,
  value TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS links_by_target ON links (book, value, type, num);
CREATE INDEX IF NOT EXISTS links_by_file ON links (book, num);
CREATE TABLE IF NOT EXISTS files (
  realm TEXT NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, size INTEGER NOT NULL,
  sha256 TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (realm, id));
"""
TABLES = ("companies", "notes", "books", "objects", "deletions", "links", "files")
INSERT = (
    "INSERT INTO objects (book, id, num, updated, created, active, name, body)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True)
class Plan:
    """What to read, in what order, and which part of it."""

    entity: Entity
    where: str
    parameters: tuple[Parameter, ...]
    order: str
    offset: int = 0
    limit: int = DEFAULT_ROWS
    count: bool = False
    columns: tuple[str, ...] = ()


class Store:
    """The tables of all companies; one thread uses it."""

    def __init__(self, path: str = ":memory:") -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.executescript(
            "PRAGMA page_size = 32768; PRAGMA journal_mode = WAL;"
            "PRAGMA synchronous = OFF;"
            "PRAGMA cache_size = -200000;" + SCHEMA + FILES,
        )
        self._books: dict[tuple[str, str], int] = {}

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def clear(self) -> None:
        """Forget everything."""
        self._books.clear()
        for table in TABLES:
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names

    def begin(self) -> None:
        """Start a transaction, for speed."""
        self._db.execute("BEGIN")

    def commit(self) -> None:
        """End the transaction."""
        self._db.execute("COMMIT")

    def save_company(self, realm: str, settings: bytes) -> None:
        """Keep a company's settings."""
        sql = "INSERT OR REPLACE INTO companies VALUES (?, ?)"
        self._db.execute(sql, (realm, settings))

    def companies(self) -> dict[str, bytes]:
        """Give the settings of every company."""
        return dict(self._db.execute("SELECT realm, settings FROM companies"))

    def save_note(self, name: str, value: bytes) -> None:
        """Keep a value that outlives the process."""
        self._db.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, value))

    def note(self, name: str) -> bytes | None:
        """Read a kept value."""
        sql = "SELECT value FROM notes WHERE name = ?"
        row = self._db.execute(sql, (name,)).fetchone()
        return None if row is None else bytes(row[0])

    def book(self, realm: str, entity: str) -> int:
        """Give the number under which a company's entity is filed."""
        key = (realm, entity)
        if key not in self._books:
            self._db.execute(
                "INSERT OR IGNORE INTO books (realm, entity) VALUES (?, ?)",
                key,
            )
            sql = "SELECT book FROM books WHERE realm = ? AND entity = ?"
            self._books[key] = self._db.execute(sql, key).fetchone()[0]
        return self._books[key]

    def insert(self, realm: str, entity: str, objects: Iterable[Stored]) -> None:
        """Add many objects that are not there yet."""
        book = self.book(realm, entity)
        self._db.executemany(
            INSERT,
            (
                (book, o.id, o.number, o.updated, o.created, o.active, o.name, o.body)
                for o in objects
            ),
        )

    def put(self, realm: str, entity: str, stored: Stored) -> None:
        """Add or replace one object."""
        self._remove(realm, entity, stored.id)
        self.insert(realm, entity, [stored])
        book = self.book(realm, entity)
        rows = ((book, stored.number, *link) for link in stored.links)
        self._db.executemany("INSERT INTO links VALUES (?, ?, ?, ?)", rows)

    def _remove(self, realm: str, entity: str, identifier: str) -> None:
        key = self._key(realm, entity, identifier)
        where = "WHERE book = ? AND num = ? AND id = ?"
        self._db.execute(f"DELETE FROM objects {where}", key)  # noqa: S608 - fixed text
        self._db.execute("DELETE FROM links WHERE book = ? AND num = ?", key[:2])
        sql = "DELETE FROM deletions WHERE book = ? AND id = ?"
        self._db.execute(sql, (key[0], identifier))

    def _key(self, realm: str, entity: str, identifier: str) -> tuple[int, int, str]:
        return self.book(realm, entity), number_of(identifier), identifier

    def delete(self, realm: str, entity: str, identifier: str, at: int) -> None:
        """Remove an object and remember when."""
        self._remove(realm, entity, identifier)
        book, number, _ = self._key(realm, entity, identifier)
        sql = "INSERT OR REPLACE INTO deletions VALUES (?, ?, ?, ?)"
        self._db.execute(sql, (book, identifier, number, at))

    def body(self, realm: str, entity: str, identifier: str) -> bytes | None:
        """Give an object's bytes."""
        sql = "SELECT body FROM objects WHERE book = ? AND num = ? AND id = ?"
        key = self._key(realm, entity, identifier)
        row = self._db.execute(sql, key).fetchone()
        return None if row is None else bytes(row[0])

    def names(self, realm: str, entities: tuple[str, ...], name: str) -> list[str]:
        """Give the Ids that bear a name in any of these lists."""
        books = [self.book(realm, entity) for entity in entities]
        marks = ", ".join("?" * len(books))
        sql = f"SELECT id FROM objects WHERE name = ? COLLATE NOCASE AND book IN ({marks})"  # noqa: E501, S608 - question marks only
        return [row[0] for row in self._db.execute(sql, (name, *books))]

    def highest(self, realm: str) -> dict[str, int]:
        """Give the highest Id ever used by each entity."""
        sql = """
            SELECT entity, MAX(highest) FROM books JOIN (
              SELECT book, MAX(num) AS highest FROM objects GROUP BY book
              UNION ALL SELECT book, MAX(num) FROM deletions GROUP BY book)
            USING (book) WHERE realm = ? GROUP BY entity"""
        return dict(self._db.execute(sql, (realm,)))

    def counts(self, realm: str) -> dict[str, int]:
        """Count the present objects of each entity."""
        sql = """
            SELECT entity, COUNT(*) FROM books JOIN objects USING (book)
            WHERE realm = ? GROUP BY entity ORDER BY entity"""
        return dict(self._db.execute(sql, (realm,)))

    def count(self, realm: str, plan: Plan) -> int:
        """Count what a plan finds, whatever part of it is asked for."""
        sql = f"SELECT COUNT(*) FROM objects WHERE book = ? AND {plan.where}"  # noqa: S608 - made of our own fragments
        key = (self.book(realm, plan.entity.name), *plan.parameters)
        return int(self._db.execute(sql, key).fetchone()[0])

    def rows(self, realm: str, plan: Plan) -> list[bytes]:
        """Give the bytes of a plan's rows.

        The inner query runs on an index alone; only the page's bodies are read.
        """
        book = self.book(realm, plan.entity.name)
        index = "INDEXED BY objects_by_id" if self._is_wide(book, plan) else ""
        sql = (
            f"SELECT o.body FROM (SELECT pk FROM objects {index}"  # noqa: S608 - made of our own fragments
            f" WHERE book = ? AND {plan.where} ORDER BY {plan.order}"
            " LIMIT ? OFFSET ?) AS page CROSS JOIN objects AS o ON o.pk = page.pk"
        )
        key = (book, *plan.parameters, plan.limit, plan.offset)
        return [row[0] for row in self._db.execute(sql, key)]

    def _is_wide(self, book: int, plan: Plan) -> bool:
        """Tell whether rows of a window by Id are too many to be sorted."""
        if not plan.order.startswith("num") or "updated" not in plan.where:
            return False
        sql = (
            "SELECT COUNT(*) FROM (SELECT 1 FROM objects"  # noqa: S608 - made of our own fragments
            f" WHERE book = ? AND {plan.where} LIMIT ?)"
        )
        key = (book, *plan.parameters, WIDE)
        return int(self._db.execute(sql, key).fetchone()[0]) == WIDE

    def changed(
        self,
        realm: str,
        entity: str,
        since: float,
        *,
        inactive: bool,
    ) -> list[tuple[int, int]]:
        """Give (updated, primary key) of what changed since, oldest first."""
        sql = (
            "SELECT updated, pk FROM objects WHERE book = ? AND updated >= ?"
            " AND active >= ? ORDER BY updated, num"
        )
        key = (self.book(realm, entity), since, int(not inactive))
        return self._db.execute(sql, key).fetchall()

    def bodies(self, keys: Iterable[int]) -> list[bytes]:
        """Give the bytes of rows by primary key."""
        sql = "SELECT body FROM objects WHERE pk = ?"
        return [self._db.execute(sql, (key,)).fetchone()[0] for key in keys]

    def deleted(
        self,
        realm: str,
        entity: str,
        since: float = 0,
    ) -> list[tuple[str, int]]:
        """Give (Id, time) of what was deleted since, oldest first."""
        sql = (
            "SELECT id, updated FROM deletions WHERE book = ? AND updated >= ?"
            " ORDER BY updated, num"
        )
        return self._db.execute(sql, (self.book(realm, entity), since)).fetchall()

    def save_file(self, realm: str, identifier: str, kind: str, content: bytes) -> None:
        """Keep the bytes of a file."""
        digest = hashlib.sha256(content).hexdigest()
        sql = "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)"
        row = (realm, identifier, kind, len(content), digest, content)
        self._db.execute(sql, row)

    def file(self, realm: str, identifier: str) -> tuple[bytes, str]:
        """Give the bytes and the type of a file."""
        sql = "SELECT content, type FROM files WHERE realm = ? AND id = ?"
        content, kind = self._db.execute(sql, (realm, identifier)).fetchone()
        return bytes(content), str(kind)

    def files(self, realm: str) -> list[tuple[str, int, str]]:
        """Give Id, size and sha256 of every file that was stored."""
        sql = "SELECT id, size, sha256 FROM files WHERE realm = ? ORDER BY id"
        return self._db.execute(sql, (realm,)).fetchall()

    def everything(self, realm: str, entity: str) -> Iterator[list[bytes]]:
        """Give the bytes of all objects in Id order, some thousand at a time."""
        sql = (
            "SELECT num, id, body FROM objects WHERE book = ? AND (num, id) > (?, ?)"
            " ORDER BY num, id LIMIT ?"
        )
        last: tuple[int, str] = (-1, "")
        book = self.book(realm, entity)
        while found := self._db.execute(sql, (book, *last, CHUNK)).fetchall():
            last = found[-1][:2]
            yield [row[2] for row in found]
