"""Draws results.json; run by the Python of an environment that has matplotlib."""

from __future__ import annotations

import json
import statistics
import sys
from pathlib import Path

import matplotlib.pyplot as plt


def main() -> None:
    """Draw rows/s, CPU and memory of every way that loads rows."""
    results = Path(sys.argv[1])
    rows = [row for row in json.loads(results.read_text())["rows"] if row["runs"]]
    timed = [row for row in rows if row["rows"]]
    labels = [
        f"{row['name']}, {row['latency_ms']} ms, {row['invoices']:,}" for row in timed
    ]
    figures = {
        "rows-per-second": ("rows/s", [_rate(row, "wall_s") for row in timed]),
        "rows-per-cpu-second": (
            "rows per CPU-second",
            [_rate(row, "cpu_s") for row in timed],
        ),
        "memory": ("MB, largest process", [_median(row, "peak_mb") for row in timed]),
    }
    for name, (title, values) in figures.items():
        figure, axes = plt.subplots(figsize=(9, 0.36 * len(timed) + 1))
        ours = ["#2f6fab" if "our" in label else "#aaaaaa" for label in labels]
        axes.barh(labels[::-1], values[::-1], color=ours[::-1])
        axes.set_xlabel(title)
        figure.tight_layout()
        figure.savefig(results.with_name(f"{name}.png"), dpi=90)
        plt.close(figure)


def _median(row: dict, name: str) -> float:
    return statistics.median(run[name] for run in row["runs"])


def _rate(row: dict, name: str) -> float:
    return row["rows"] / _median(row, name)


if __name__ == "__main__":
    main()
