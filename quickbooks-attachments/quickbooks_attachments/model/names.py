"""File names become what QuickBooks takes: its types, its characters, its lengths."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath

#: Types that QuickBooks accepts, by extension (API notes §10).
TYPES = {
    "ai": "application/postscript",
    "csv": "text/csv",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "eps": "application/postscript",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpg",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "pdf": "application/pdf",
    "png": "image/png",
    "rtf": "text/rtf",
    "tif": "image/tif",
    "txt": "text/plain",
    "xls": "application/vnd/ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "text/xml",
}

#: QuickBooks refuses names with ``/`` or ``*`` (API notes §10).
REFUSED = frozenset("/*\\")

LONGEST_NAME = 1000


def mime_type(file_name: str) -> str:
    """Give the type that QuickBooks wants for a file; empty if it accepts none."""
    return TYPES.get(PurePosixPath(file_name).suffix[1:].lower(), "")


def qbo_file_name(file_name: str) -> str:
    """Give the name under which a file is attached: what is refused becomes ``_``."""
    return "".join(
        "_" if c in REFUSED or unicodedata.category(c) in {"Cc", "Cs"} else c
        for c in file_name
    )


def shown(path: str) -> str:
    """Write a path that is no valid text (bytes of another encoding) as one."""
    return path.encode("utf-8", "backslashreplace").decode()
