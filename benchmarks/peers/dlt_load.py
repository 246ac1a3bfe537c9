"""What a user of dlt writes to load the same entities: pages in, merged by Id.

Run with the Python of dlt's own environment, the arguments as one JSON object.
"""

from __future__ import annotations

import json
import sys
import tempfile
from typing import TYPE_CHECKING, Any

import dlt
import requests

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = 1000

#: Lists hide inactive rows unless asked for both kinds.
ALL = dict.fromkeys(("Customer", "Item"), " WHERE Active IN (true, false)")


def pages(entity: str, given: dict[str, Any]) -> Iterator[list[dict[str, Any]]]:
    """Read an entity page by page, as the public tap does."""
    session = requests.Session()
    session.headers["Accept"] = "application/json"
    answer = session.post(
        given["token_url"],
        auth=(given["client_id"], given["client_secret"]),
        data={"grant_type": "refresh_token", "refresh_token": given["refresh_token"]},
        timeout=60,
    ).json()
    session.headers["Authorization"] = f"Bearer {answer['access_token']}"
    url = f"{given['api_url']}/v3/company/{given['realm_id']}/query"
    position = 1
    while True:
        query = f"SELECT * FROM {entity}{ALL.get(entity, '')}"  # noqa: S608  # our own names
        query += f" STARTPOSITION {position} MAXRESULTS {PAGE}"
        found = session.get(url, params={"query": query}, timeout=300).json()
        rows = found["QueryResponse"].get(entity, [])
        if rows:
            yield rows
        if len(rows) < PAGE:
            return
        position += PAGE


def main() -> None:
    """Load all entities."""
    given = json.loads(sys.argv[1])
    dlt.config["runtime.dlthub_telemetry"] = False
    with tempfile.TemporaryDirectory() as folder:
        pipeline = dlt.pipeline(
            "quickbooks",
            pipelines_dir=folder,
            dataset_name=given["schema"],
            destination=dlt.destinations.postgres(given["database"]),
        )
        resources = [
            dlt.resource(
                pages(entity, given),
                name=entity.lower(),
                primary_key="Id",
                write_disposition="merge",
                max_table_nesting=0,
            )
            for entity in given["entities"]
        ]
        pipeline.run(resources)


if __name__ == "__main__":
    main()
