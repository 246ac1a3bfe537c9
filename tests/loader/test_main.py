"""The command: what is wrong is one line, with the remedy."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from singer_sdk.exceptions import ConfigValidationError
from target_postgres_copy.errors import SettingsError
from target_postgres_copy.main import explain, remedy
from target_postgres_copy.settings import check_connection
from target_postgres_copy.target import TargetPostgresCopy

WHOLE = {"host": "h", "port": 1, "user": "u", "password": "p", "database": "d"}


@pytest.mark.parametrize("name", WHOLE)
def test_missing_part_of_the_connection(name: str) -> None:
    """What is missing is named, with the variable to set."""
    variable = {"database": "PG_DB"}.get(name, f"PG_{name.upper()}")
    with pytest.raises(SettingsError, match=variable):
        check_connection({**WHOLE, name: ""})


def test_whole_connections() -> None:
    """All parts, or one address, are enough."""
    check_connection(WHOLE)
    check_connection({"sqlalchemy_url": "postgresql://"})


def test_nothing_set() -> None:
    """Without settings the command says what to set, in one line, and fails."""
    command = Path(sys.executable).parent / "target-postgres-copy"
    ended = subprocess.run(
        [str(command)], input=b"", capture_output=True, check=False, timeout=60, env={}
    )
    assert ended.returncode == 1
    assert b"PG_PASSWORD" in ended.stderr
    assert b"Traceback" not in ended.stderr


def test_remedies() -> None:
    """A database's error is told with what to do about it."""
    refused = psycopg.errors.InsufficientPrivilege("permission\n denied")
    assert "GRANT" in remedy(refused)
    assert explain(refused).startswith("Postgres: permission denied; to do: GRANT")
    assert "host" in remedy(psycopg.OperationalError("no answer"))


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ('FATAL:  password authentication failed for user "x"', "user and password"),
        ('FATAL:  no pg_hba.conf entry for host "x"', "user and password"),
        ('FATAL:  database "x" does not exist', "create the database"),
        ("FATAL:  sorry, too many clients already", "connections"),
        ("connection refused", "host"),
    ],
)
def test_remedies_of_connections(words: str, advice: str) -> None:
    """What a server says that lets nobody in has its own remedy, without a code."""
    assert advice in remedy(psycopg.OperationalError(words))


def test_remedies_of_policies() -> None:
    """A policy is no missing right; a value that the driver refuses is no server."""
    policy = psycopg.errors.InsufficientPrivilege(
        'new row violates row-level security policy for table "t"'
    )
    assert "policies" in remedy(policy)
    assert remedy(psycopg.DataError("cannot contain NUL")) == "see the message"


@pytest.mark.parametrize("signals", [1, 2])
def test_a_server_that_does_not_answer(tmp_path: Path, signals: int) -> None:
    """SIGTERM ends the run soon, a second one at once, whatever the server does."""
    with socket.create_server(("127.0.0.1", 0)) as frozen:
        address = f"postgresql://u:p@127.0.0.1:{frozen.getsockname()[1]}/d"
        config = tmp_path / "config.json"
        config.write_text(json.dumps({"sqlalchemy_url": address}))
        wait_s = 1 if signals == 1 else 1000
        code = (
            f"from target_postgres_copy import last_call, main;"
            f"last_call.LAST_CALL_S = {wait_s};"
            f"main.Command.cli(['--config', {str(config)!r}])"
        )
        with subprocess.Popen(
            [sys.executable, "-c", code], stdin=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdin is not None
            assert process.stderr is not None
            process.stdin.write(b'{"type":"STATE","value":{}}\n')
            process.stdin.flush()
            held, _ = frozen.accept()
            with held:
                process.send_signal(signal.SIGTERM)
                while signals > 1 and b"Signal 15" not in process.stderr.readline():
                    pass
                if signals > 1:
                    process.send_signal(signal.SIGTERM)
                assert process.wait(timeout=30) == 143


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("max_bad_records", -1),
        ("batch_size_rows", 0),
        ("batch_size_bytes", -1),
        ("batch_max_seconds", -0.5),
        ("reconnect_seconds", -5),
        ("indexes", {"t": "id"}),
        ("indexes", {"t": ["id"]}),
        ("parents", {"t": {"stream": "s", "columns": "id"}}),
    ],
)
def test_settings_that_make_no_sense(setting: str, value: object) -> None:
    """A setting out of its range, or of another shape, is named."""
    config = {"sqlalchemy_url": "postgresql://u:p@127.0.0.1/d", setting: value}
    with pytest.raises((SettingsError, ConfigValidationError), match=setting):
        TargetPostgresCopy(config=config)


def test_settings_of_another_target(caplog: pytest.LogCaptureFixture) -> None:
    """A setting that only pipelinewise's target knows is told, and does nothing."""
    address = "postgresql://u:p@127.0.0.1/d"
    config = {
        "sqlalchemy_url": address,
        "schema_mapping": {"a": {"target_schema": "b"}},
    }
    TargetPostgresCopy(config=config)
    assert "schema_mapping" in caplog.text
