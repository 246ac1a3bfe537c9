"""Where a page of objects came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tap_quickbooks.model.times import exact_text, utc_text

if TYPE_CHECKING:
    from datetime import datetime

    from tap_quickbooks.model.windows import Window


@dataclass(frozen=True, slots=True)
class Source:
    """Where a page came from: what all of its records have in common."""

    realm_id: str
    organization: str
    window: Window
    page_number: int
    page_size: int
    request: str
    received_at: datetime

    def tail(self) -> dict[str, Any]:
        """Return the common last fields of the page's records."""
        return {
            "ingested_at_utc": exact_text(self.received_at),
            "extract_window_start_utc": utc_text(self.window.start),
            "extract_window_end_utc": utc_text(self.window.end),
            "page_number": self.page_number,
            "page_size": self.page_size,
            "request_payload": self.request,
        }
