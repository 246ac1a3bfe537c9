"""Prints what a shell needs to reach a simulator's company: for the README's demo."""

from __future__ import annotations

import shlex
import sys

import requests

_TIMEOUT_S = 10


def exports(url: str, realm_id: str) -> list[str]:
    """Ask the simulator for the credentials of a company."""
    answer = requests.get(
        f"{url}/_sim/tokens", params={"realm_id": realm_id}, timeout=_TIMEOUT_S
    )
    answer.raise_for_status()
    found = answer.json()
    variables = {
        "QBO_SIMULATOR_URL": url,
        "QBO_REALM_ID": realm_id,
        "QBO_CLIENT_ID": found["client_id"],
        "QBO_CLIENT_SECRET": found["client_secret"],
        "QBO_REFRESH_TOKEN": found["refresh_token"],
    }
    return [f"export {name}={shlex.quote(value)}" for name, value in variables.items()]


if __name__ == "__main__":
    print("\n".join(exports(*sys.argv[1:])))  # noqa: T201  # for eval
