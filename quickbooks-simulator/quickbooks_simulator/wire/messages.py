"""A request of the accounting API, and its answer, as values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quickbooks_simulator.basics.jsontext import decode_object
from quickbooks_simulator.wire.xmlform import render

if TYPE_CHECKING:
    from quickbooks_simulator.books.company import Company
    from quickbooks_simulator.world.injection import Fault
    from quickbooks_simulator.world.world import World

JSON = "application/json;charset=UTF-8"
XML = "application/xml;charset=UTF-8"
HTML = "text/html;charset=UTF-8"
TEXT = "text/plain;charset=UTF-8"
_COUNT = re.compile(r"\s*select\s+count\s*\(", re.IGNORECASE)
_FILES = re.compile(rb'\bfilename="([^"]*)"|"FileName"\s*:\s*"([^"]*)"')


@dataclass(frozen=True)
class Call:
    """A request below ``/v3/company/{realm}/``."""

    method: str
    realm: str
    path: str
    params: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    url_length: int = 0

    @property
    def segments(self) -> list[str]:
        """The parts of the path."""
        return self.path.strip("/").split("/")

    @property
    def wants_json(self) -> bool:
        """Whether the answer is JSON; without Accept it is XML."""
        return "application/json" in self.headers.get("accept", "")

    @property
    def accepts_gzip(self) -> bool:
        """Whether the answer may be compressed."""
        return "gzip" in self.headers.get("accept-encoding", "")

    @property
    def kind(self) -> str:
        """What the log and the faults call this request."""
        first = self.segments[0]
        if first == "query":
            return "count" if _COUNT.match(self.query) else "query"
        if first in {"cdc", "batch", "upload", "download"}:
            return first
        return "read" if self.method == "GET" else "write"

    @property
    def query(self) -> str:
        """The statement, from the URL or the body."""
        if self.method == "POST":
            return self.body.decode("utf-8", "replace")
        return self.params.get("query", "")

    @property
    def statement(self) -> str:
        """What the log and the faults know of the request."""
        if self.segments[0] == "query":
            return self.query
        if self.kind == "batch":
            return self.body[:4000].decode("utf-8", "replace")
        if self.kind == "upload":
            names = b", ".join(
                name or other for name, other in _FILES.findall(self.body)
            )
            return f"upload {names.decode('utf-8', 'replace')}"
        shown = "&".join(f"{key}={value}" for key, value in self.params.items())
        return f"{self.path}?{shown}" if shown else self.path


@dataclass
class Reply:
    """An answer before compression."""

    body: bytes = b""
    status: int = 200
    content_type: str = JSON
    headers: dict[str, str] = field(default_factory=dict)
    rows: int = 0
    metered: int = 0

    def in_xml(self) -> Reply:
        """Give the same answer in XML."""
        if self.content_type != JSON or not self.body:
            return self
        body = render(decode_object(self.body))
        return Reply(body, self.status, XML, self.headers, self.rows, self.metered)


def page(status: int, title: str) -> Reply:
    """Give an HTML page such as a proxy sends."""
    text = (
        f"<html>\r\n<head><title>{status} {title}</title></head>\r\n<body>"
        f"<center><h1>{status} {title}</h1></center><hr><center>nginx</center>"
        "</body>\r\n</html>\r\n"
    )
    return Reply(text.encode(), status, HTML)


@dataclass(frozen=True)
class Context:
    """What a handler works with."""

    world: World
    company: Company
    call: Call
    salt: int = 1
    fault: Fault | None = None

    @property
    def time(self) -> str:
        """The envelope's ``time``."""
        now = self.world.clock.now()
        if self.world.switches.text("envelope_time") == "utc":
            return f"{self.company.time.utc_ms(now)}"
        return self.company.time.stamp_ms(now)
