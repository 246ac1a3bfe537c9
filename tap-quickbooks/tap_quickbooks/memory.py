"""Memory of pages goes back to the system as soon as they are written.

A page is some megabytes, fetched by one thread and written by another. The GNU C
library would keep such blocks in a heap per thread once it has seen a few of them, and
a long sync would hold many times the pages that are under way.
"""

from __future__ import annotations

import ctypes
import sys

#: ``M_MMAP_THRESHOLD`` of <malloc.h>: blocks from this size on are given back at once.
_MMAP_THRESHOLD = -3
_BYTES = 256 * 1024


def give_back_pages() -> bool:
    """Tell the C library to keep no large block; say whether it understands."""
    if sys.platform != "linux":
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # musl has none
    return mallopt is not None and bool(mallopt(_MMAP_THRESHOLD, _BYTES))
