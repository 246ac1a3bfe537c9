"""What a terminal's encoding cannot say is written in another way, never an error."""

from __future__ import annotations

import io
import sys


def tolerate_encoding() -> None:
    """Have lines for people show what their encoding lacks as backslash and number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
