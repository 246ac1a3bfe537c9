"""The command's edge: each kind of error is one line and status 1."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from simplejson import JSONDecodeError  # type: ignore[import-untyped]  # the SDK's
from tap_quickbooks import command
from tap_quickbooks.model.errors import (
    OutputClosedError,
    SettingsError,
    SyncIncompleteError,
)
from tap_quickbooks.tap import TapQuickBooks


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (SettingsError("set realm_id"), "set realm_id"),
        (SyncIncompleteError("1 failed"), "1 failed"),
        (FileNotFoundError("no such file"), "no such file"),
        (PermissionError(13, "Permission denied", "state.json"), "state.json"),
        (JSONDecodeError("Expecting value", "{", 1), "is no JSON: Expecting value"),
    ],
)
def test_error_is_one_line(
    error: Exception,
    line: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """An error that a person can mend is one line, and the status is 1."""

    def fail() -> None:
        raise error

    monkeypatch.setattr(TapQuickBooks, "cli", fail)
    with pytest.raises(SystemExit) as caught:
        command.main()
    assert caught.value.code == 1
    (record,) = caplog.records
    assert line in record.getMessage()
    assert record.exc_info is None


def test_output_closed(
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    tmp_path: Path,
) -> None:
    """After the target has gone, what waits in the buffer goes nowhere."""

    def fail() -> None:
        message = "The target stopped reading"
        raise OutputClosedError(message)

    monkeypatch.setattr(TapQuickBooks, "cli", fail)
    path = tmp_path / "out"
    with path.open("w", encoding="utf-8") as out:
        monkeypatch.setattr(sys, "stdout", out)
        with pytest.raises(SystemExit) as caught:
            command.main()
        out.write("what waited")
        out.flush()
        assert os.fstat(out.fileno()).st_rdev == Path(os.devnull).stat().st_rdev
    assert caught.value.code == 1
    assert path.read_text(encoding="utf-8") == ""
    assert "stopped reading" in caplog.text


def test_other_errors_are_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that nobody foresaw keeps its traceback."""

    def fail() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(TapQuickBooks, "cli", fail)
    with pytest.raises(ZeroDivisionError):
        command.main()
