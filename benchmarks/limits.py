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

BATCH_ROWS = 10_000
COLUMNS = (
    "id text, realm_id text, organization text, payload jsonb, sync_token text,"
    "last_updated_at_utc timestamptz, ingested_at_utc timestamptz,"
    "extract_window_start_utc timestamptz, extract_window_end_utc timestamptz,"
    "page_number int, page_size int, request_payload text"
)
NAMES = [column.split()[0] for column in COLUMNS.split(",")]


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
    names, sets = ", ".join(NAMES), ", ".join(f"{n} = EXCLUDED.{n}" for n in NAMES)
    began = time.monotonic()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA least")
        key = "PRIMARY KEY (realm_id, id)"
        connection.execute(f"CREATE TABLE least.rows ({COLUMNS}, {key})".encode())
        for first in range(0, len(ready), BATCH_ROWS):
            with connection.transaction(), connection.cursor() as cursor:
                cursor.execute(
                    f"CREATE TEMP TABLE s ({COLUMNS}) ON COMMIT DROP".encode()
                )
                with cursor.copy("COPY s FROM STDIN") as stream:
                    for row in ready[first : first + BATCH_ROWS]:
                        stream.write_row(row)
                cursor.execute(
                    f"INSERT INTO least.rows SELECT {names} FROM s"  # noqa: S608  # our own names
                    f" ON CONFLICT (realm_id, id) DO UPDATE SET {sets}".encode()
                )
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
