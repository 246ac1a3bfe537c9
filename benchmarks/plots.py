"""Draws results.json; run by the Python of an environment that has matplotlib."""

from __future__ import annotations

import json
import statistics
import sys
from pathlib import Path

import matplotlib.pyplot as plt

#: Told in the table alone: many times faster than all else, or another amount of work.
LEFT_OUT = ("limit: drain", "three entities", "first load")
LATENCIES = (0, 50, 300)
BLUES = ("#1d4f7c", "#4a8cc4", "#a6cbe8")
GREYS = ("#5c5c5c", "#8f8f8f", "#c4c4c4")
ROLES = {"Meltano": "#8f6bb3", "tap": "#2f6fab", "loader": "#d08a2e", "dlt": "#8f8f8f"}
BAR = 0.26


def main() -> None:
    """Draw how fast, how costly and how large each way is, and how ours grow."""
    results = Path(sys.argv[1])
    rows = [row for row in json.loads(results.read_text())["rows"] if row["runs"]]
    _draw_starts([r for r in rows if not r["rows"]], results.with_name("starts.png"))
    loads = [row for row in rows if row["rows"]]
    shown = [row for row in loads if not any(w in row["name"] for w in LEFT_OUT)]
    if not _compared(shown):
        return
    figures = {
        "rows-per-second": ("rows a second", "wall_s"),
        "rows-per-cpu-second": ("rows a CPU-second", "cpu_s"),
    }
    for name, (title, seconds) in figures.items():
        _draw_rates(shown, title, seconds, results.with_name(f"{name}.png"))
    _draw_memory(shown, results.with_name("memory.png"))
    _draw_growth(shown, results.with_name("growth.png"))


def _draw_rates(rows: list[dict], title: str, seconds: str, path: Path) -> None:
    """Draw a panel for each size: a group for each way, a bar for each latency."""
    sizes = _compared(rows)
    figure, panels = _panels([len(_names(rows, size)) for size in sizes])
    for axes, size in zip(panels, sizes, strict=True):
        ways = _names(rows, size)
        for place, way in enumerate(ways):
            colors = BLUES if way.startswith("our") else GREYS
            shades = dict(zip(LATENCIES, colors, strict=True))
            bars = [
                (row["rows"] / _median(row, seconds), shades[row["latency_ms"]])
                for row in rows
                if (row["name"], row["invoices"]) == (way, size)
            ]
            _group(axes, place, bars, "{:,.0f}")
        _label(axes, ways, f"{title}, {size:,} invoices")
    names = [f"{latency} ms latency (ours blue)" for latency in LATENCIES]
    _explain(panels[0], dict(zip(names, GREYS, strict=True)))
    _save(figure, path)


def _draw_memory(rows: list[dict], path: Path) -> None:
    """Draw each process of each way, at the largest size that all were run at."""
    size = _compared(rows)[-1]
    # Of each way the row with the most latency.
    ways = {row["name"]: row["runs"] for row in rows if row["invoices"] == size}
    ways = {name: runs for name, runs in ways.items() if "limit" not in name}
    figure, (axes,) = _panels([len(ways)])
    for place, runs in enumerate(ways.values()):
        each = [run.get("processes_mb", {}) for run in runs]
        bars = [
            (statistics.median(one[role] for one in each), color)
            for role, color in ROLES.items()
            if all(role in one for one in each)
        ]
        _group(axes, place, bars, "{:,.0f}")
    _explain(axes, ROLES)
    _label(axes, list(ways), f"MB at most, each process by itself, {size:,} invoices")
    _save(figure, path)


def _draw_starts(rows: list[dict], path: Path) -> None:
    """Draw seconds and CPU of runs with nothing to load."""
    if not rows:
        return
    colors = {"seconds": BLUES[0], "CPU seconds": BLUES[2]}
    figure, (axes,) = _panels([len(rows)])
    for place, row in enumerate(rows):
        values = (_median(row, name) for name in ("wall_s", "cpu_s"))
        bars = list(zip(values, colors.values(), strict=True))
        _group(axes, place, bars, "{:.1f}")
    _explain(axes, colors)
    _label(axes, [row["name"] for row in rows], "runs with little or nothing to load")
    _save(figure, path)


def _group(
    axes: plt.Axes, place: int, bars: list[tuple[float, str]], form: str
) -> None:
    """Draw the bars of one way around its place, each with its figure."""
    for number, (value, color) in enumerate(bars):
        at = place + (number - (len(bars) - 1) / 2) * BAR
        axes.barh(at, value, BAR, color=color)
        axes.text(value, at, f" {form.format(value)}", va="center", fontsize=7)


def _explain(axes: plt.Axes, colors: dict[str, str]) -> None:
    """Say above the panel what each colour is."""
    for name, color in colors.items():
        axes.barh(0, 0, color=color, label=name)
    place = {"loc": "lower right", "bbox_to_anchor": (1, 1)}
    axes.legend(**place, fontsize=8, ncols=len(colors), frameon=False)


def _draw_growth(rows: list[dict], path: Path) -> None:
    """Draw seconds and memory against size, of the ways that were run at each."""
    figure, both = plt.subplots(1, 2, figsize=(9, 3.5))
    at_zero = [row for row in rows if row["latency_ms"] == 0]
    sizes = _sizes(at_zero)
    titles = {"wall_s": "seconds", "peak_mb": "MB, largest process"}
    for axes, (name, title) in zip(both, titles.items(), strict=True):
        for way in dict.fromkeys(row["name"] for row in at_zero):
            held = [row for row in at_zero if row["name"] == way]
            if [row["invoices"] for row in held] == sizes:
                axes.plot(sizes, [_median(r, name) for r in held], "o-", label=way)
        axes.set(xscale="log", xlabel="invoices", ylabel=title)
        axes.set_xticks(sizes, [f"{size:,}" for size in sizes])
        axes.minorticks_off()
        axes.spines[["top", "right"]].set_visible(False)
    both[0].set_yscale("log")
    both[0].legend(fontsize=8)
    both[1].set_ylim(0, 1.15 * both[1].get_ylim()[1])
    _save(figure, path)


def _panels(heights: list[int]) -> tuple[plt.Figure, list[plt.Axes]]:
    """Make panels below one another, each as high as its ways need."""
    figure, panels = plt.subplots(
        len(heights),
        1,
        figsize=(10, 0.55 * sum(heights) + 0.8 * len(heights)),
        height_ratios=heights,
        squeeze=False,
    )
    return figure, [axes for (axes,) in panels]


def _label(axes: plt.Axes, ways: list[str], title: str) -> None:
    axes.set_yticks(range(len(ways)), ways, fontsize=8)
    axes.invert_yaxis()
    axes.set_xlabel(title)
    axes.margins(x=0.1)
    axes.spines[["top", "right"]].set_visible(False)


def _save(figure: plt.Figure, path: Path) -> None:
    figure.tight_layout()
    figure.savefig(path, dpi=90)
    plt.close(figure)


def _sizes(rows: list[dict]) -> list[int]:
    return sorted({row["invoices"] for row in rows})


def _compared(rows: list[dict]) -> list[int]:
    """Return the sizes that more than our own ways were run at."""
    others = [row for row in rows if not row["name"].startswith("our")]
    return _sizes(others)


def _names(rows: list[dict], size: int) -> list[str]:
    return list(dict.fromkeys(row["name"] for row in rows if row["invoices"] == size))


def _median(row: dict, name: str) -> float:
    return statistics.median(run[name] for run in row["runs"])


if __name__ == "__main__":
    main()
