"""The limits: what no way can be faster than."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import requests

from benchmarks import ours

if TYPE_CHECKING:
    from benchmarks.stage import Run
    from benchmarks.ways import Ways


def copy(ways: Ways) -> Run:
    """COPY and upsert the rows of the invoices from memory."""
    ways.stage.empty_database()
    messages = ways.stage.fresh() / "messages"
    ours.tap(ways, "invoices", output=messages)
    run = _limit(ways, "copy", str(messages), ways.database_url())
    messages.unlink()
    return ways.complete(run, "least.rows")


def drain(ways: Ways) -> Run:
    """Get the pages of the invoices, one after another, and drop them."""
    company = ways.company
    url = f"{ways.stage.replay}/v3/company/{company.realm_id}"
    token = requests.post(
        ways.token_url,
        auth=(company.client_id, company.client_secret),
        data={
            "grant_type": "refresh_token",
            "refresh_token": company.refresh_token,
        },
        timeout=60,
    ).json()["access_token"]
    pages = str(-(-ways.invoices // 1000))
    return _limit(ways, "drain", url, pages, QBO_TOKEN=token)


def _limit(ways: Ways, *words: str, **env: str) -> Run:
    told = ways.stage.fresh() / "seconds.json"
    command = [sys.executable, "-m", "benchmarks.limits", *words]
    run = ways.stage.run(command, env, told)
    return replace(run, commit_s=float(json.loads(told.read_text())))
