"""What became of a file: the outcomes, and what the run log keeps of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quickbooks_attachments.model.work import WorkFile

STARTED, UPLOADED, FAILED, UNKNOWN = "started", "uploaded", "failed", "unknown"
SKIPPED = "skipped_already_uploaded"

#: Sent, and nobody knows yet whether QuickBooks has it.
OPEN = frozenset({STARTED, UNKNOWN})


@dataclass(frozen=True, slots=True)
class State:
    """What the run log knows of one content of a name."""

    sha256: str
    outcome: str
    intuit_id: str = ""
    time: str = ""
    size: int | None = None
    request_id: str = ""

    @property
    def is_open(self) -> bool:
        """Whether QuickBooks may have it."""
        return self.outcome in OPEN


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file in this run."""

    file: WorkFile
    outcome: str
    status_code: str = ""
    intuit_id: str = ""
    error_message: str = ""
    duration_ms: int = 0
    request_id: str = ""
    is_compared: bool = False
    """Whether it was found in QuickBooks: there is nothing to read back."""
    keeps_state: bool = False
    """Whether what the log knows of the content stays as it is."""


@dataclass(frozen=True, slots=True)
class Settle:
    """It is settled without sending anything."""

    outcome: str
    intuit_id: str = ""
    message: str = ""
    keeps_state: bool = False
    """Whether the next run asks again for what was asked for now."""
