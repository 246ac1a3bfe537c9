"""Memory of each process of a run by itself, read from /proc while it goes on.

The kernel holds the most that a process has ever had, so that seldom looking is enough:
only what a process takes between the last look and its end goes unseen.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PROC = Path("/proc")
INTERVAL_S = 0.1

#: A word in a program's name, and what such a program is to a pipeline.
ROLES = (
    ("meltano", "Meltano"),
    ("target", "loader"),
    ("tap", "tap"),
    ("dlt", "dlt"),
    ("limits", "limit"),
)


def role(words: Sequence[str]) -> str | None:
    """Say what a process is by its command line; nothing of shells and the like.

    A program in Python is named by its script or module, not by its interpreter.
    """
    names = [Path(word).name for word in words if word]
    if names and names[0].startswith("python"):
        names = [name for name in names[1:] if not name.startswith("-")]
    program = names[0] if names else ""
    return next((named for word, named in ROLES if word in program), None)


@contextmanager
def watched(pid: int) -> Iterator[dict[str, float]]:
    """Watch a process and its children until the block ends.

    Yields:
        The most megabytes of each role so far; none where there is no /proc.
    """
    peaks: dict[str, float] = {}
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(INTERVAL_S):
            for one in _tree(pid):
                _look(one, peaks)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield peaks
    finally:
        ended.set()
        watcher.join()


def _tree(pid: int) -> Iterator[int]:
    yield pid
    for thread in _listed(PROC / str(pid) / "task"):
        for child in _read(thread / "children").split():
            yield from _tree(int(child))


def _look(pid: int, peaks: dict[str, float]) -> None:
    named = role(_read(PROC / str(pid) / "cmdline").split("\0"))
    for line in _read(PROC / str(pid) / "status").splitlines():
        if named and line.startswith("VmHWM:"):
            megabytes = int(line.split()[1]) / 1024
            peaks[named] = max(peaks.get(named, 0.0), megabytes)


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:  # it has ended meanwhile
        return []


def _read(path: Path) -> str:
    try:
        return path.read_text(errors="replace")
    except OSError:  # it has ended meanwhile
        return ""
