"""The executables: stages alone and in order, one line per error, all by settings."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from quickbooks_attachments import commands, streams
from quickbooks_attachments.tap import TapAttachments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.attachments.bench import Bench
    from tests.conftest import Database

BIN = Path(sys.executable).parent


def run(
    bench: Bench,
    command: str,
    *words: str,
    source: bytes = b"",
    **more: Any,  # noqa: ANN401  # settings
) -> subprocess.CompletedProcess[bytes]:
    """Run an executable with the bench's settings in a file."""
    config = bench.folder / "config.json"
    config.write_text(json.dumps({**bench.config, **more}))
    return subprocess.run(
        [BIN / command, *words, "--config", config],
        input=source,
        capture_output=True,
        check=False,
    )


def records(output: bytes, stream: str) -> list[dict[str, Any]]:
    """Give the records of a stream."""
    messages = (json.loads(line) for line in output.splitlines())
    return [
        message["record"]
        for message in messages
        if message["type"] == "RECORD" and message["stream"] == stream
    ]


def last_line(done: subprocess.CompletedProcess[bytes]) -> str:
    """Give what was said last."""
    return done.stderr.decode().strip().splitlines()[-1]


def test_the_stages_in_order(bench: Bench) -> None:
    """Demo data, inventory, verification, dry run, upload: each by its own command."""
    made = run(bench, "tap-attachments", "demo-data", "--files", "120")
    assert made.returncode == 0, made.stderr
    assert run(bench, "tap-attachments", "inventory").returncode == 0
    assert (bench.folder / "data/attachments_inventory.csv").exists()
    verified = run(bench, "tap-attachments", "verify")
    assert b"120 files in the inventory = " in verified.stderr
    work = run(bench, "tap-attachments").stdout
    rows = records(work, streams.LOG)
    ready = [row for row in rows if row["status"] == "ok"]
    assert len(records(work, streams.INVENTORY)) == 120
    assert len(rows) + len(records(work, streams.SKIPS)) == 120
    target = "target-quickbooks-attachments"
    dry = run(bench, target, "--dry-run", source=work)
    assert f"{len(ready)}  would be uploaded" in dry.stderr.decode()
    assert bench.attached() == []
    done = run(bench, target, source=work)
    assert done.returncode == 0
    report = f"report: {len(ready)} verified = {len(ready)} uploaded"
    assert report in done.stderr.decode()
    assert len(bench.attached()) == len(ready)


def test_too_little_coverage_hands_nothing_on(bench: Bench) -> None:
    """With fail_under the tap ends with 1 before any record is written."""
    bench.attach("a.exe", b"1")
    bench.verify()
    done = run(bench, "tap-attachments", fail_under=50)
    assert done.returncode == 1
    assert records(done.stdout, streams.LOG) == []
    assert "fail_under asks for 50 %" in last_line(done)
    stage = run(bench, "tap-attachments", "verify", "--fail-under", "1")
    assert stage.returncode == 1


def test_files_that_are_not_attached_end_with_1(bench: Bench) -> None:
    """The exit code says that something is left to do; the last line says where."""
    bench.attach("bad.txt", b"too large")
    bench.verify()
    bench.simulator.switch(upload_max_file_bytes=3)
    work = run(bench, "tap-attachments").stdout
    done = run(bench, "target-quickbooks-attachments", source=work)
    assert done.returncode == 1
    assert "qbo_attach_errors.csv says why" in last_line(done)


@pytest.mark.parametrize(
    ("command", "words", "more", "said"),
    [
        ("tap-attachments", (), {"realm_id": ""}, "realm_id"),
        ("tap-attachments", ("verify",), {"mapping_url": "no.csv"}, "no.csv"),
        ("tap-attachments", ("verify",), {"files_dir": "nowhere"}, "nowhere"),
        (
            "tap-attachments",
            ("verify",),
            {"same_name": "x"},
            "write `error` or",
        ),
        ("tap-attachments", ("verify",), {"entity_types": ["X"]}, "names 'X'"),
        ("tap-attachments", ("demo-data",), {}, "is not empty"),
        ("tap-attachments", ("demo-data",), {"files_dir": "real"}, "called Attach"),
    ],
)
def test_an_error_is_one_line(
    bench: Bench, command: str, words: Sequence[str], more: dict[str, Any], said: str
) -> None:
    """What is wrong is said in one line, without a traceback."""
    bench.attach("a.pdf", b"1")
    bench.verify()
    done = run(bench, command, *words, **more)
    assert done.returncode == 1
    assert said in last_line(done)
    assert b"Traceback" not in done.stderr


def test_folders_come_from_the_environment() -> None:
    """FILES_DIR, DATA_DIR and LOG_DIR count unless an own variable says else."""
    environ = {"FILES_DIR": "/f", "LOG_DIR": "/l", "TAP_ATTACHMENTS_LOG_DIR": "/own"}
    commands.export_folders(environ, "TAP_ATTACHMENTS")
    assert environ["TAP_ATTACHMENTS_FILES_DIR"] == "/f"
    assert environ["TAP_ATTACHMENTS_LOG_DIR"] == "/own"
    assert "TAP_ATTACHMENTS_DATA_DIR" not in environ


def test_discovery_needs_no_settings() -> None:
    """The catalog has three streams, keyed by company and path."""
    done = subprocess.run(
        [BIN / "tap-attachments", "--discover"], capture_output=True, check=True
    )
    catalog = json.loads(done.stdout)["streams"]
    keys = {one["tap_stream_id"]: one["key_properties"] for one in catalog}
    key = ["realm_id", "path"]
    assert keys == {streams.INVENTORY: key, streams.LOG: key, streams.SKIPS: key}


def test_the_verification_loads_into_postgres(bench: Bench, database: Database) -> None:
    """The project's loader takes the tap's streams as tables."""
    bench.attach("ñ.pdf", b"1")
    bench.attach("Thumbs.db", b"1")
    bench.verify()
    work = run(bench, "tap-attachments").stdout
    config = bench.folder / "postgres.json"
    config.write_text(
        json.dumps(
            {
                "sqlalchemy_url": database.url,
                "default_target_schema": "raw",
                "table_prefix": "qb_",
                "version_columns": ["last_updated_at_utc", "ingested_at_utc"],
            }
        )
    )
    for _ in range(2):
        loader = [str(BIN / "target-postgres-copy"), "--config", str(config)]
        subprocess.run(loader, input=work, check=True, capture_output=True)
    columns = "file_name, status, size, pg_typeof(modified_utc)::text"
    query = f"SELECT {columns} FROM raw.qb_mapping_verification_log"  # noqa: S608  # ours
    assert database.rows(query) == [("ñ.pdf", "ok", 1, "timestamp with time zone")]
    skips = database.rows("SELECT count(*) FROM raw.qb_mapping_verification_skips")
    inventory = database.rows("SELECT count(*) FROM raw.qb_attachments_inventory")
    assert (skips, inventory) == ([(1,)], [(2,)])


def test_settings_may_be_empty() -> None:
    """An unset variable arrives as an empty text and means "not set"."""
    tap = TapAttachments(config={"files_dir": "", "data_dir": "x", "fail_under": ""})
    assert tap.settings.files_url == str(Path("x/Attach"))
    assert tap.settings.fail_under == 0
