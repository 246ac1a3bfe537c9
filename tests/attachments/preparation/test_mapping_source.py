"""Mapping exports of any kind and place become rows of texts."""

from __future__ import annotations

import gzip
import uuid
from typing import TYPE_CHECKING

import duckdb
import fsspec  # type: ignore[import-untyped]  # ships no types
import pytest
from quickbooks_attachments.model.errors import MappingError
from quickbooks_attachments.preparation.mapping_source import read_rows

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Database

TEXT = "legacy_txnid,qbo_entity_type,qbo_entity_id\nAB-1,Invoice,7\n"
ROW = {"legacy_txnid": "AB-1", "qbo_entity_type": "Invoice", "qbo_entity_id": "7"}


def test_csv_with_byte_order_mark(tmp_path: Path) -> None:
    """What Excel writes can be read."""
    path = tmp_path / "mapping.csv"
    path.write_text(TEXT, encoding="utf-8-sig")
    assert list(read_rows(str(path))) == [ROW]


def test_csv_compressed_at_a_url() -> None:
    """A compressed file in object storage can be read."""
    path = f"/{uuid.uuid4().hex}/mapping.csv.gz"
    fsspec.filesystem("memory").pipe(path, gzip.compress(TEXT.encode()))
    assert list(read_rows(f"memory:/{path}")) == [ROW]


def test_parquet(tmp_path: Path) -> None:
    """Numbers and empty cells of a Parquet file become texts."""
    path = tmp_path / "mapping.parquet"
    with duckdb.connect() as connection:
        connection.execute(
            "COPY (SELECT 'AB-1' AS txnid, 'Invoice' AS type, 7 AS qbo_id, NULL AS x)"
            f" TO '{path}' (FORMAT parquet)"
        )
    (row,) = read_rows(str(path))
    assert row == {"txnid": "AB-1", "type": "Invoice", "qbo_id": "7", "x": ""}


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("7::DOUBLE", "7"),
        ("7.0::DECIMAL(9,2)", "7"),
        ("'nan'::DOUBLE", ""),
        ("'inf'::DOUBLE", "inf"),
        ("1.5::DOUBLE", "1.5"),
        ("5000000000000000001::DOUBLE", "5e+18"),
        ("5000000000000000001::DECIMAL(38,0)", "5000000000000000001"),
        ("'7'::BLOB", "7"),
        ("[7]", "[7]"),
        ("true", "True"),
    ],
)
def test_cells_of_any_type(tmp_path: Path, cell: str, text: str) -> None:
    """Whole numbers are written as such, but never one that may be another."""
    path = tmp_path / "mapping.parquet"
    with duckdb.connect() as connection:
        made = f"COPY (SELECT {cell} AS a) TO '{path}' (FORMAT parquet)"
        connection.execute(made)
    assert list(read_rows(str(path))) == [{"a": text}]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        # With a name: the bytes, which would be one, hold the time of the compression.
        pytest.param("cut.csv.gz", gzip.compress(TEXT.encode() * 99)[:-20], id="cut"),
        pytest.param("plain.csv.gz", TEXT.encode(), id="plain"),
        pytest.param("wide.csv", b"legacy_txnid\n" + b"x" * 200_000, id="wide"),
        pytest.param("text.parquet", TEXT.encode(), id="text"),
        pytest.param("empty.parquet", b"", id="empty"),
    ],
)
def test_a_file_that_is_no_export_is_one_line(
    tmp_path: Path, name: str, content: bytes
) -> None:
    """Whatever is wrong with it, the error names the export."""
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(MappingError, match=name):
        list(read_rows(str(path)))


def test_a_scheme_that_is_none_is_one_line() -> None:
    """A URL that fsspec does not know names the export."""
    with pytest.raises(MappingError, match="nonsense://x"):
        list(read_rows("nonsense://x"))


def test_postgres(database: Database) -> None:
    """The table QbdtEntityIdMapping is read by its name as it is spelt."""
    database.execute('CREATE SCHEMA "Legacy"')
    columns = "legacy_txnid text, qbo_entity_type text, qbo_entity_id bigint"
    for name in ('"QbdtEntityIdMapping"', '"Legacy"."QbdtEntityIdMapping"'):
        database.execute(f"CREATE TABLE {name} ({columns})")
        row = f"INSERT INTO {name} VALUES ('AB-1', 'Invoice', 7)"  # noqa: S608  # ours
        database.execute(row)
    url = database.url.replace("+psycopg", "")
    assert list(read_rows(url)) == [ROW]
    assert list(read_rows(url, "Legacy.QbdtEntityIdMapping")) == [ROW]


def test_what_cannot_be_read_is_named(tmp_path: Path, database: Database) -> None:
    """A file or table that is not there is one line."""
    with pytest.raises(MappingError, match=r"nothing\.csv"):
        list(read_rows(str(tmp_path / "nothing.csv")))
    with pytest.raises(MappingError, match="QbdtEntityIdMapping"):
        list(read_rows(database.url))
    latin = tmp_path / "latin.csv"
    latin.write_bytes(b"txnid\ncaf\xe9\n")
    with pytest.raises(MappingError, match=r"latin\.csv"):
        list(read_rows(str(latin)))
