"""Draws results.json; run by the Python of an environment that has matplotlib."""

from __future__ import annotations

import json
import statistics
import sys
from pathlib import Path

import matplotlib.pyplot as plt


def main() -> None:
    """Draw rows/s, CPU and memory of every way that loads rows, and how ours grow."""
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
    _draw_growth(timed, results.with_name("growth.png"))


def _draw_growth(rows: list[dict], path: Path) -> None:
    """Draw seconds and memory against size, of the ways that were run at each."""
    figure, both = plt.subplots(1, 2, figsize=(9, 3.5))
    at_zero = [row for row in rows if row["latency_ms"] == 0]
    sizes = sorted({row["invoices"] for row in at_zero})
    titles = {"wall_s": "seconds", "peak_mb": "MB, largest process"}
    for axes, (name, title) in zip(both, titles.items(), strict=True):
        for way in dict.fromkeys(row["name"] for row in at_zero):
            held = [row for row in at_zero if row["name"] == way]
            if [row["invoices"] for row in held] == sizes:
                axes.plot(sizes, [_median(r, name) for r in held], "o-", label=way)
        axes.set(xscale="log", xlabel="invoices", ylabel=title)
        axes.legend()
    both[0].set_yscale("log")
    both[1].set_ylim(bottom=0)
    figure.tight_layout()
    figure.savefig(path, dpi=90)
    plt.close(figure)


def _median(row: dict, name: str) -> float:
    return statistics.median(run[name] for run in row["runs"])


def _rate(row: dict, name: str) -> float:
    return row["rows"] / _median(row, name)


if __name__ == "__main__":
    main()
