"""Errors, named by what the caller should do; the tap's own stand beside them.

SingerSDKError
├── ConfigurationError (SettingsError)
│   └── MappingError             stop: mend the mapping export
├── FatalAPIError
│   └── SourceFileError          give this file up: it changed, or cannot be read
└── SyncError
    ├── CoverageError            stop before any upload: too few files are ready
    └── MigrationIncompleteError end of the run: some files are not attached
"""

from __future__ import annotations

from singer_sdk.exceptions import FatalAPIError, SyncError
from tap_quickbooks.model.errors import SettingsError

__all__ = [
    "CoverageError",
    "MappingError",
    "MigrationIncompleteError",
    "SettingsError",
    "SourceFileError",
]


class MappingError(SettingsError):
    """The mapping export cannot be read or understood."""


class SourceFileError(FatalAPIError):
    """A file of the tree cannot be sent as it was inventoried."""

    def __init__(self, path: str, message: str) -> None:
        """Keep which file it is."""
        super().__init__(message)
        self.path = path


class CoverageError(SyncError):
    """Fewer files are ready than ``fail_under`` asks for."""


class MigrationIncompleteError(SyncError):
    """The run ended, and some files are not attached."""
