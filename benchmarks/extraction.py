"""How fast, and how lean, the tap reads a large company.

Starts a simulator with latency and the API's own limits, fills a company, runs the
tap as a process of its own, and prints a table:

    python benchmarks/extraction.py --invoices 100000 --latency-ms 300
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from quickbooks_simulator.client import SimulatorClient

if TYPE_CHECKING:
    from collections.abc import Sequence

REALM = "9130000000000099"
PER_SECOND, PER_MINUTE = 10, 500
TARGETS = {"pace": 80.0, "throttled": 0.0, "memory": 300.0}


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--invoices", type=int, default=100_000)
    parser.add_argument("--latency-ms", type=int, default=300)
    parser.add_argument("--page-size", type=int, default=1000)
    return parser.parse_args(arguments)


def start_simulator() -> tuple[subprocess.Popen[str], str]:
    """Start a simulator on a free port."""
    command = [sys.executable, "-m", "quickbooks_simulator", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None  # noqa: S101  # asked for above
    line = process.stdout.readline()
    found = re.search(r"http://\S+", line)
    if found is None:
        process.kill()
        sys.exit(f"The simulator did not start: {line!r}")
    return process, found.group()


def least_seconds(calls: int) -> float:
    """Return how long so many calls take at least under the API's limits.

    Ten may start at once, then ten a second; after 500 the minute's limit holds.
    """
    by_second = (calls - 1) // PER_SECOND
    by_minute = 60.0 * ((calls - 1) // PER_MINUTE)
    return max(by_second, by_minute)


def start_up() -> float:
    """Return how long the process takes before it asks anything."""
    began = time.monotonic()
    command = [sys.executable, "-m", "tap_quickbooks", "--version"]
    subprocess.run(command, check=True, capture_output=True)
    return time.monotonic() - began


def run_tap(config: dict[str, Any], folder: Path) -> dict[str, float]:
    """Run the tap to the end; measure seconds, rows and peak memory."""
    settings = folder / "config.json"
    settings.write_text(json.dumps(config))
    out = folder / "out.jsonl"
    command = [sys.executable, "-m", "tap_quickbooks", "--config", str(settings)]
    began = time.monotonic()
    with out.open("wb") as lines, (folder / "log.txt").open("wb") as log:
        process = subprocess.Popen(command, stdout=lines, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - began
    if process.returncode:
        sys.exit((folder / "log.txt").read_text())
    with out.open("rb") as lines:
        rows = sum(b'"stream":"invoices"' in line for line in lines)
    return {
        "seconds": seconds,
        "rows": rows - 1,  # its SCHEMA
        "memory": usage.ru_maxrss / 1024,
        "cpu": usage.ru_utime + usage.ru_stime,
    }


def measure(options: argparse.Namespace, url: str) -> dict[str, float]:
    """Fill a company and read it."""
    simulator = SimulatorClient(url)
    company = simulator.seed(
        REALM, invoices=options.invoices, customers=1000, items=100
    )
    simulator.switch(latency_ms=options.latency_ms, throttle=True)
    asked = len(simulator.log())
    with TemporaryDirectory() as folder:
        config = {
            "client_id": company.client_id,
            "client_secret": company.client_secret,
            "refresh_token": company.refresh_token,
            "realm_id": REALM,
            "api_url": url,
            "token_url": simulator.token_url,
            "token_store": folder,
            "page_size": options.page_size,
        }
        started = start_up()
        figures = run_tap(config, Path(folder))
    calls = simulator.calls(asked)
    least = least_seconds(len(calls)) + options.latency_ms / 1000
    simulator.close()
    return {
        **figures,
        "calls": len(calls),
        "throttled": sum(call["status"] in {403, 429} for call in calls),
        "at once": max(call["concurrent"] for call in calls),
        "least": least,
        "start": started,
        "pace": 100 * least / (figures["seconds"] - started),
    }


def show(options: argparse.Namespace, figures: dict[str, float]) -> None:
    """Print the table."""
    rows = [
        ("invoices read", f"{figures['rows']:,.0f} of {options.invoices:,}", ""),
        ("API calls", f"{figures['calls']:.0f}", ""),
        ("seconds", f"{figures['seconds']:.1f}", ""),
        ("of these, start of the process", f"{figures['start']:.1f}", ""),
        ("seconds that the limits allow at best", f"{figures['least']:.1f}", ""),
        ("pace, without the start", f"{figures['pace']:.0f} %", ">= 80 %"),
        ("throttled calls", f"{figures['throttled']:.0f}", "0"),
        ("most calls at once", f"{figures['at once']:.0f}", "<= 10"),
        ("peak memory", f"{figures['memory']:.0f} MB", "< 300 MB"),
        ("CPU seconds of the tap", f"{figures['cpu']:.1f}", ""),
    ]
    print(f"| at {options.latency_ms} ms latency | measured | target |")
    print("|---|---|---|")
    for name, measured, target in rows:
        print(f"| {name} | {measured} | {target} |")


def main() -> None:
    """Measure and print; exit 1 where a target is missed."""
    options = parse()
    process, url = start_simulator()
    try:
        figures = measure(options, url)
    finally:
        process.terminate()
        process.wait()
    show(options, figures)
    is_met = (
        figures["pace"] >= TARGETS["pace"]
        and figures["throttled"] <= TARGETS["throttled"]
        and figures["memory"] < TARGETS["memory"]
    )
    sys.exit(0 if is_met else 1)


if __name__ == "__main__":
    main()
