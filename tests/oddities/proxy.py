"""Stands before a QuickBooks and makes one value of each company's answers odd."""

from __future__ import annotations

import random
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import msgspec
import requests

from tests.oddities.generator import KINDS, Path, at, made_odd, paths

if TYPE_CHECKING:
    from collections.abc import Iterator

_decoder = msgspec.json.Decoder(float_hook=Decimal)
_encoder = msgspec.json.Encoder(decimal_format="number")

#: Kinds of answers, in the order in which companies take turns.
ANSWERS = ("batch", "query", "cdc", "bearer")

ENTITIES = ("Customer", "Item", "Invoice")

#: Steps of the path to what CDC says of one entity.
BLOCK = 4

#: Facts of an answer that are not needed to read its rows.
FACTS = frozenset(["time", "startPosition", "maxResults", "totalCount"])

#: Headers that belong to one connection, or to a body as it was.
_HOP = frozenset(
    ["host", "connection", "content-length", "content-encoding", "transfer-encoding"]
)

_COMPANY = re.compile(r"/v3/company/([^/]+)/(\w+)")


@dataclass
class Oddity:
    """What is odd in a company's answers, from the first that is of its kind."""

    seed: int
    answer: str
    kind: str
    path: Path | None = None
    touched: set[tuple[str, str]] = field(default_factory=set)
    """Entity and Id of the objects in which the odd value is."""
    hits: int = 0

    @property
    def is_within_object(self) -> bool:
        """Whether nothing but one object is concerned."""
        return self.path is not None and object_path(self.path) is not None

    @property
    def must_be_whole(self) -> bool:
        """Whether all but the touched objects must arrive, whatever else is odd."""
        if self.path is None:
            return True
        is_known_shape = self.path[-1] in FACTS or self.kind == "one more"
        is_borne = is_known_shape and self.answer != "bearer"
        return self.is_within_object or is_borne

    @property
    def says_nothing_changed(self) -> bool:
        """Whether it is just what CDC says of an entity without changes."""
        if self.answer != "cdc" or self.kind not in {"removed", "nulled"}:
            return False
        path = self.path or ()
        is_block = path[2:3] == ("QueryResponse",) and len(path) == BLOCK
        return is_block or path[-1:] in {(name,) for name in ENTITIES}

    def apply(self, answer: Any) -> Any:  # noqa: ANN401  # whatever JSON holds
        """Make an answer odd, if it has the value that is to be odd."""
        if self.path is None:
            choice = random.Random(self.seed)  # noqa: S311  # to be the same each time
            self.path = choice.choice(list(paths(answer)))
        try:
            at(answer, self.path)
        except (KeyError, IndexError, TypeError):
            return answer
        self.hits += 1
        whole = object_path(self.path)
        if whole is not None:
            entity = next(str(s) for s in reversed(whole) if isinstance(s, str))
            self.touched.add((entity, str(at(answer, whole).get("Id"))))
        return made_odd(answer, self.path, self.kind)


def object_path(path: Path) -> Path | None:
    """Give the part of a path that leads to the object it is in."""
    for end, (name, number) in enumerate(pairwise(path), start=2):
        if name in ENTITIES and isinstance(number, int):
            return path[:end]
    return None


def oddity(seed: int) -> Oddity:
    """Choose an oddity; neighbouring seeds take other answers and kinds."""
    kinds = list(KINDS)
    answer = ANSWERS[seed % len(ANSWERS)]
    return Oddity(seed, answer, kinds[seed // len(ANSWERS) % len(kinds)])


class OddQuickBooks(ThreadingHTTPServer):
    """Passes requests on, and answers back; those of odd companies not as they were."""

    daemon_threads = True

    def __init__(self, upstream: str, by_realm: dict[str, Oddity]) -> None:
        """Listen on a free port.

        Args:
            upstream: The URL of the QuickBooks behind.
            by_realm: What is odd, by realm id.
        """
        super().__init__(("127.0.0.1", 0), _Handler)
        self.upstream = upstream
        self.by_realm = by_realm
        self.realm_of_token: dict[str, str] = {}
        self.session = requests.Session()
        self.session.trust_env = False
        self.lock = Lock()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def changed(self, path: str, body: bytes, answer: bytes) -> bytes:
        """Make an answer odd if it is its company's turn."""
        realm_id, kind = self._whose(path, body)
        odd = self.by_realm.get(realm_id)
        if odd is None or odd.answer != kind:
            return answer
        with self.lock:
            return _encoder.encode(odd.apply(_decoder.decode(answer)))

    def _whose(self, path: str, body: bytes) -> tuple[str, str]:
        found = _COMPANY.search(path)
        if found is not None:
            return found[1], found[2]
        token = parse_qs(body.decode()).get("refresh_token", [""])[0]
        return self.realm_of_token.get(token, ""), urlsplit(path).path.rsplit("/")[-1]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body together: else each waits for the other's receipt
    server: OddQuickBooks

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _pass_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {k: v for k, v in self.headers.items() if k.lower() not in _HOP}
        answer = self.server.session.request(
            self.command,
            self.server.upstream + self.path,
            data=body,
            headers=headers,
            timeout=60,
        )
        content = answer.content
        if answer.ok:
            content = self.server.changed(self.path, body, content)
        self.send_response(answer.status_code)
        for name, value in answer.headers.items():
            if name.lower() not in _HOP:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = _pass_on  # noqa: N815  # the names that the library calls


@contextmanager
def odd_quickbooks(
    upstream: str, by_realm: dict[str, Oddity]
) -> Iterator[OddQuickBooks]:
    """Run the proxy in a thread."""
    with OddQuickBooks(upstream, by_realm) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
        server.session.close()
