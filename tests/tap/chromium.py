"""A real Chromium, spoken to over two pipes in its own protocol."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Where it is on this machine, None if it is not.
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))),
    None,
)

_OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--remote-debugging-pipe",
)

#: The descriptors on which Chromium reads commands and writes answers.
_READS, _WRITES = 3, 4


class Tab:
    """One page of the browser."""

    def __init__(self, commands: int, answers: int) -> None:
        """Open an empty page."""
        self._commands = commands
        self._answers = os.fdopen(answers, "rb", closefd=False)
        self._waiting = b""
        self._number = 0
        self._session: str | None = None
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self._ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]

    def _ask(self, method: str, **params: object) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._waiting:
            more = os.read(self._answers.fileno(), 65536)
            assert more, "Chromium has gone"
            self._waiting += more
        line, _, self._waiting = self._waiting.partition(b"\0")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def go(self, url: str) -> None:
        """Go to an address."""
        self._ask("Page.navigate", url=url)

    def run(self, script: str) -> Any:  # noqa: ANN401  # whatever JavaScript gives
        """Run JavaScript in the page."""
        asked = self._ask("Runtime.evaluate", expression=script, returnByValue=True)
        return asked["result"].get("value")

    def wait_for(self, text: str, seconds: float = 60) -> str:
        """Wait until the page says something; return all that it says."""
        until = time.monotonic() + seconds
        while True:
            shown = str(self.run("document.body ? document.body.innerText : ''"))
            if text in shown:
                return shown
            assert time.monotonic() < until, f"{text!r} is not shown, but: {shown}"


@contextmanager
def chromium() -> Iterator[Tab]:
    """Run a browser with a profile of its own."""
    assert CHROMIUM is not None
    commands, answers = os.pipe(), os.pipe()

    def connect() -> None:
        reads, writes = os.dup(commands[0]), os.dup(answers[1])
        os.dup2(reads, _READS)
        os.dup2(writes, _WRITES)

    with TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True) as home:
        with subprocess.Popen(
            [CHROMIUM, *_OPTIONS, f"--user-data-dir={home}"],
            preexec_fn=connect,  # noqa: PLW1509  # two descriptors, before any thread
            close_fds=False,
            stderr=subprocess.DEVNULL,
        ) as process:
            try:
                yield Tab(commands[1], answers[0])
            finally:
                process.terminate()
        for descriptor in (*commands, *answers):
            os.close(descriptor)
