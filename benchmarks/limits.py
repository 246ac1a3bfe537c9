"""The least that must be done: COPY and upsert by psycopg, pages by a bare loop.

    python -m benchmarks.limits copy MESSAGES DATABASE_URL
    python -m benchmarks.limits drain API_URL PAGES

Prints seconds, as JSON. A process of its own, whose memory weighs on nobody.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import msgspec
import psycopg
import requests

from benchmarks.plain_load import NAMES, load


class _Message(msgspec.Struct):
    type: str
    record: dict[str, msgspec.Raw] = {}


def _value(name: str, raw: msgspec.Raw) -> object:
    return bytes(raw).decode() if name == "payload" else msgspec.json.decode(raw)


def copy(messages: str, url: str) -> float:
    """Load rows that lie ready in memory."""
    decoder = msgspec.json.Decoder(_Message)
    found = (decoder.decode(line) for line in Path(messages).open("rb"))  # noqa: SIM115  # ends with the process
    ready = [
        [_value(name, one.record[name]) for name in NAMES]
        for one in found
        if one.type == "RECORD"
    ]
    began = time.monotonic()
    with psycopg.connect(url, autocommit=True) as connection:
        load(connection, "least", ready)
    return time.monotonic() - began


def drain(url: str, pages: int) -> float:
    """Get pages one after another, and look at nothing."""
    session = requests.Session()
    session.headers["Accept"] = "application/json"
    session.headers["Authorization"] = f"Bearer {os.environ['QBO_TOKEN']}"
    began = time.monotonic()
    for page in range(pages):
        query = f"SELECT * FROM Invoice STARTPOSITION {1 + 1000 * page} MAXRESULTS 1000"  # noqa: S608  # our own
        answer = session.get(f"{url}/query", params={"query": query}, timeout=600)
        answer.raise_for_status()
    return time.monotonic() - began


if __name__ == "__main__":
    way, first, second = sys.argv[1:]
    seconds = copy(first, second) if way == "copy" else drain(first, int(second))
    print(json.dumps(seconds))
