"""The command ``tap-quickbooks``: an error is one line, not a traceback."""

from __future__ import annotations

import ctypes
import io
import os
import sys

from simplejson import JSONDecodeError  # type: ignore[import-untyped]  # the SDK's
from singer_sdk.exceptions import SingerSDKError

from tap_quickbooks.model.ending import Ending
from tap_quickbooks.model.errors import OutputClosedError
from tap_quickbooks.tap import TapQuickBooks


def main(ending: Ending | None = None) -> None:
    """Run the tap or a command beside it; exit 1 with one line for what is wrong.

    Args:
        ending: Ends the process after a signal; whoever calls takes them else.
    """
    ending = ending or Ending()
    give_back_pages()
    tolerate_encoding()
    try:
        _run(ending)
    finally:
        ending.join()


def _tap_of(own: Ending) -> type[TapQuickBooks]:
    """Bind the tap to the process that is its own."""

    class Process(TapQuickBooks):
        ending = own

    return Process


def _run(ending: Ending) -> None:
    try:
        if not _is_command_run(sys.argv[1:], ending):
            _tap_of(ending).cli()
    except OutputClosedError as error:
        # What waits in the buffer must not fail once more at the exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        TapQuickBooks.logger.error("%s", error)
        sys.exit(1)
    except (JSONDecodeError, UnicodeDecodeError) as error:
        TapQuickBooks.logger.error(
            "A file given with --catalog or --state is no JSON: %s", error
        )
        sys.exit(1)
    except (SingerSDKError, OSError) as error:
        TapQuickBooks.logger.error("%s", error)  # one line is enough
        sys.exit(1)


def _is_command_run(words: list[str], ending: Ending) -> bool:
    """Run a command beside the sync, if the words name one."""
    if not words or words[0].startswith("-"):
        return False
    from tap_quickbooks.cli import commands as cli  # noqa: PLC0415  # a twentieth of a sync's start

    if not cli.is_access_command(words):
        return False
    cli.run(words, ending)
    return True


#: ``M_MMAP_THRESHOLD`` of <malloc.h>: blocks from this size on are given back at once.
_MMAP_THRESHOLD = -3
_BYTES = 256 * 1024


def give_back_pages() -> bool:
    """Tell the C library to keep no large block; say whether it understands."""
    if sys.platform != "linux":
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # musl has none
    return mallopt is not None and bool(mallopt(_MMAP_THRESHOLD, _BYTES))


def tolerate_encoding() -> None:
    """Have lines for people show what their encoding lacks as backslash and number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
