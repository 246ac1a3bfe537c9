"""A mapping export is CSV or Parquet at any fsspec URL, or a Postgres table."""

from __future__ import annotations

import csv
import math
import shutil
import zlib
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import duckdb
import fsspec  # type: ignore[import-untyped]  # ships no types
import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from quickbooks_attachments.config.table import TABLE
from quickbooks_attachments.files.csvfiles import read_csv
from quickbooks_attachments.model.errors import MappingError

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROWS = 5000

#: Above this, a float may stand for another whole number than the one it was made from.
_EXACT = 2**53

#: What a file or a table that is no export may raise, or a scheme that is none.
_UNREADABLE = (
    OSError,
    EOFError,
    ImportError,
    ValueError,
    csv.Error,
    zlib.error,
    duckdb.Error,
    SQLAlchemyError,
)
_POSTGRES = ("postgres://", "postgresql://", "postgresql+psycopg://")


def read_rows(url: str, table: str = TABLE) -> Iterator[dict[str, str]]:
    """Give each row of the export as texts by heading.

    Args:
        url: A path, a URL of fsspec's (``.csv``, ``.csv.gz``, ``.parquet``), or the
            address of a Postgres database.
        table: The table there, with its schema if it has one.

    Raises:
        MappingError: if it is not there or cannot be read.
    """
    try:
        if url.startswith(_POSTGRES):
            yield from _table(url, table)
        elif url.lower().endswith(".parquet"):
            yield from _parquet(url)
        else:
            yield from _csv(url)
    except _UNREADABLE as error:
        where = table if url.startswith(_POSTGRES) else url
        said = getattr(error, "orig", None) or error
        msg = f"The mapping export {where} cannot be read: {said}"
        raise MappingError(msg) from error


def _csv(url: str) -> Iterator[dict[str, str]]:
    with fsspec.open(
        url, "rt", encoding="utf-8-sig", newline="", compression="infer"
    ) as file:
        yield from read_csv(file)


def _parquet(url: str) -> Iterator[dict[str, str]]:
    with TemporaryDirectory() as folder:
        local = Path(folder) / "mapping.parquet"
        with fsspec.open(url, "rb") as source, local.open("wb") as copy:
            shutil.copyfileobj(source, copy)
        with duckdb.connect() as connection:
            found = connection.execute("SELECT * FROM read_parquet(?)", [str(local)])
            names = [column[0] for column in found.description]
            while rows := found.fetchmany(_ROWS):
                yield from (_texts(names, row) for row in rows)


def _table(url: str, table: str) -> Iterator[dict[str, str]]:
    rest = url.partition("://")[2]
    engine = sa.create_engine(f"postgresql+psycopg://{rest}")
    schema, _, name = table.rpartition(".")
    statement = sa.select(sa.text("*")).select_from(
        sa.table(name, schema=schema or None)
    )
    try:
        with engine.connect().execution_options(yield_per=_ROWS) as connection:
            found = connection.execute(statement)
            names = list(found.keys())
            yield from (_texts(names, row) for row in found)
    finally:
        engine.dispose()


def _texts(names: list[str], row: object) -> dict[str, str]:
    cells = tuple(row) if isinstance(row, (tuple, sa.Row)) else ()
    return {name: _text(cell) for name, cell in zip(names, cells, strict=True)}


def _text(cell: object) -> str:
    """Write a cell of any type; tools that know no whole numbers write 12 as 12.0."""
    if isinstance(cell, bytes):
        return cell.decode("utf-8", "replace")
    if cell is None or (isinstance(cell, (float, Decimal)) and math.isnan(cell)):
        return ""
    if isinstance(cell, float) and abs(cell) < _EXACT and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, Decimal) and cell == cell.to_integral_value():
        return str(int(cell))
    return str(cell)
