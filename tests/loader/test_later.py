"""The loader starts without what it seldom uses, and has it when it is used."""

from __future__ import annotations

import inspect
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import tap_quickbooks.later
import target_postgres_copy.later
from target_postgres_copy.__main__ import SELDOM_USED

if TYPE_CHECKING:
    from pathlib import Path

STARTED = """
from target_postgres_copy.__main__ import SELDOM_USED
from target_postgres_copy.later import put_off
with put_off(SELDOM_USED):
    from target_postgres_copy import command
"""


def start(more: str, folder: Path) -> str:
    """Start the loader in a process of its own, as far as its imports; do more."""
    command = [sys.executable, "-W", "error", "-c", STARTED + more]
    ended = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_the_same_as_in_the_tap() -> None:
    """The two packages do not share code, but this module is the same in both."""
    ours, theirs = target_postgres_copy.later, tap_quickbooks.later
    assert inspect.getsource(ours) == inspect.getsource(theirs)


def test_the_loader_starts_without_them(tmp_path: Path) -> None:
    """All that is put off is absent after the start, and what only that would need."""
    found = set(start("import sys\nprint(*sys.modules)", tmp_path).split())
    absent = {*SELDOM_USED, "nacl", "invoke", "yaml", "cryptography", "fsspec"}
    assert not found & {*absent, "urllib3", "jsonpath_ng", "backoff"}


@pytest.mark.parametrize(
    "used",
    [
        pytest.param(
            """
import io, warnings
from target_postgres import connector as stock
with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # about ciphers, from within paramiko
    import paramiko
file = io.StringIO()
paramiko.RSAKey.generate(2048).write_private_key(file)
maker = object.__new__(stock.PostgresConnector)
key = maker.guess_key_type(file.getvalue())
assert type(key) is paramiko.RSAKey
try:
    maker.guess_key_type("no key")
except ValueError as error:
    assert "key type" in str(error)
else:
    raise AssertionError
""",
            id="key of an SSH tunnel",
        ),
        pytest.param(
            """
import socket
from target_postgres_copy.target import TargetPostgresCopy
import paramiko, io
file = io.StringIO()
paramiko.RSAKey.generate(2048).write_private_key(file)
listener = socket.create_server(("127.0.0.1", 0))
port = listener.getsockname()[1]
listener.close()
tunnel = {"enable": True, "host": "127.0.0.1", "port": port, "username": "u"}
config = {"host": "h", "port": 1, "user": "u", "password": "p", "database": "d",
    "ssh_tunnel": {**tunnel, "private_key": file.getvalue()}}
try:
    TargetPostgresCopy(config=config).target_connector
except paramiko.ssh_exception.NoValidConnectionsError as error:
    assert str(port) in str(error)
else:
    raise AssertionError
""",
            id="SSH tunnel",
        ),
        pytest.param(
            """
import gzip
from pathlib import Path
from target_postgres_copy.batchfile import records_of
Path("one.gz").write_bytes(gzip.compress(b'{"id": 1}\\n'))
encoding = {"format": "jsonl", "compression": "gzip"}
manifest = [f"file://{Path.cwd()}/one.gz"]
found = records_of({"encoding": encoding, "manifest": manifest}, None)
assert [line.strip() for line in found] == [b'{"id": 1}']
""",
            id="batch files",
        ),
        pytest.param(
            """
from singer_sdk.target_base import Parallel, delayed, parallel_config
with parallel_config(backend="threading", n_jobs=2):
    assert Parallel()(delayed(abs)(-number) for number in (1, 2)) == [1, 2]
""",
            id="workers",
        ),
        pytest.param(
            """
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
assert postgresql.asyncpg.dialect().driver == "asyncpg"
url = sa.make_url("postgresql+pg8000://")
assert url.get_dialect() is postgresql.pg8000.dialect
""",
            id="other drivers",
        ),
        pytest.param(
            """
from target_postgres_copy.target import TargetPostgresCopy
try:
    TargetPostgresCopy.cli(["--about", "--format=json"])
except SystemExit as ended:
    assert not ended.code
""",
            id="about",
        ),
        pytest.param(
            """
from singer_sdk.schema.source import OpenAPISchema
import requests
try:
    OpenAPISchema("http://127.0.0.1:1/").fetch_schema("x")
except requests.ConnectionError:
    pass
else:
    raise AssertionError
""",
            id="schemas from the web",
        ),
    ],
)
def test_what_is_put_off_works(used: str, tmp_path: Path) -> None:
    """Each use that is left for later is carried out in a started loader."""
    start(used, tmp_path)
