"""The page that the browser shows at the end of a login, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

_STYLE = (
    "body{font:18px/1.5 system-ui,sans-serif;max-width:34em;margin:12vh auto;"
    "padding:0 1em;color:#1c1c1c;background:#fff}h1{font-size:1.6em}"
    "@media(prefers-color-scheme:dark){body{color:#eee;background:#1c1c1c}}"
)

#: Nothing is loaded, nothing is kept, and no address is handed on.
HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What to show."""

    status: int
    title: str
    text: str

    def html(self) -> bytes:
        """Write the page; what others have written is text, never markup."""
        return (
            '<!doctype html><html lang="en"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width">'
            f"<title>{escape(self.title)}</title><style>{_STYLE}</style></head>"
            f"<body><h1>{escape(self.title)}</h1><p>{escape(self.text)}</p></body>"
            "</html>"
        ).encode()


def connected(company_name: str, realm_id: str) -> Page:
    """Say which company was connected."""
    who = f"{company_name} (company ID {realm_id})" if company_name else realm_id
    return Page(
        200,
        "Connected to QuickBooks",
        f"{who} is connected. You can close this page and go back to the terminal.",
    )


def failed(reason: str) -> Page:
    """Say why nothing was connected."""
    return Page(
        400, "Not connected", f"{reason}. Go back to the terminal and try again."
    )


NOT_HERE = Page(
    404, "Nothing here", "This address only receives the answer of a login."
)
NOT_THIS_LOGIN = Page(
    400,
    "Not this login",
    "This answer belongs to another login, or was used already. Nothing was changed.",
)
