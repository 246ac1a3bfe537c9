"""Random companies, and what happens to them while the tap reads."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from tap_quickbooks.complete.tools import Limits

from tests.tap.harness import REALM, Runner, Sync, Target, at, difference

if TYPE_CHECKING:
    from collections.abc import Callable

    from quickbooks_simulator.client import SimulatorClient

#: Small limits, so that a small company meets what only a large one would.
SMALL = Limits(cdc_objects=12, answer_rows=9, window_rows=15)

#: What the tap believes: the same, unless a test of the tests breaks it.
BELIEVED = SMALL

#: Offsets with a half hour, both hemispheres, and none.
ZONES = ("America/Los_Angeles", "Australia/Adelaide", "Europe/London", "UTC")

#: The ends of syncs: plain days, and days on which clocks change.
NOWS = (
    datetime(2026, 3, 4, 12, tzinfo=UTC),
    datetime(2026, 3, 8, 10, 30, tzinfo=UTC),
    datetime(2026, 4, 4, 16, 15, tzinfo=UTC),
    datetime(2026, 10, 25, 1, 10, tzinfo=UTC),
    datetime(2026, 11, 1, 9, 30, tzinfo=UTC),
)

DAY = 86_400
ENTITIES = ("Customer", "Invoice")


@dataclass(frozen=True)
class Story:
    """A company, how it is read, and what happens meanwhile."""

    now: datetime
    zone: str
    clusters: list[tuple[str, int, int]]
    """Entity, seconds before now, rows in that second."""
    happenings: list[tuple[int, str, int, int]]
    """Before which request, what, which row, how much later it shows."""
    settings: dict[str, Any]
    switches: dict[str, Any]
    cuts: list[float]
    """Runs that are killed, and after which share of their lines."""
    pauses: list[int]
    """Seconds between the runs."""
    skew: int
    """Seconds by which our clock is wrong."""


def _seconds_ago() -> st.SearchStrategy[int]:
    edges = [n * DAY for n in range(1, 12)]
    near = st.integers(0, 700)
    return st.one_of(
        near, st.integers(0, 12 * DAY), st.sampled_from(edges), st.just(40 * DAY)
    )


def _clusters() -> st.SearchStrategy[list[tuple[str, int, int]]]:
    sizes = st.one_of(st.integers(1, 4), st.integers(1, 45))
    one = st.tuples(st.sampled_from(ENTITIES), _seconds_ago(), sizes)
    return st.lists(one, min_size=1, max_size=6)


def _happenings() -> st.SearchStrategy[list[tuple[int, str, int, int]]]:
    kinds = st.sampled_from(["update", "update", "create", "delete", "deactivate"])
    later = st.one_of(st.just(0), st.integers(1, 250))
    one = st.tuples(st.integers(1, 30), kinds, st.integers(0, 10_000), later)
    return st.lists(one, max_size=25).map(sorted)


def _switches() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "order_ties": st.sampled_from(["stable", "random"]),
            "cdc_boundary": st.sampled_from(["inclusive", "exclusive"]),
            "cdc_over_cap": st.sampled_from(["cut", "per_entity", "fault"]),
            "cdc_cut_keeps": st.sampled_from(["oldest", "newest"]),
            "cdc_empty_blocks": st.booleans(),
            "cdc_inactive": st.booleans(),
            "columns": st.sampled_from(["full", "listed"]),
            "total_count": st.sampled_from(["first_page", "always", "never"]),
            "batch_max_items": st.sampled_from([30, 4]),
        }
    )


def stories() -> st.SearchStrategy[Story]:
    """Draw a story."""
    settings = st.fixed_dictionaries(
        {
            "page_size": st.sampled_from([1, 2, 3, 7, 10, 1000]),
            "window_days": st.sampled_from(["auto", 1, 50]),
            "max_concurrency": st.sampled_from([1, 3, 8]),
            "start_date": st.sampled_from([None, "2025-01-01"]),
        }
    )
    return st.builds(
        Story,
        now=st.sampled_from(NOWS),
        zone=st.sampled_from(ZONES),
        clusters=_clusters(),
        happenings=_happenings(),
        settings=settings,
        switches=_switches(),
        cuts=st.lists(st.floats(0, 1), max_size=2),
        pauses=st.lists(
            st.sampled_from([0, 1, 30, 400, DAY, 31 * DAY]), min_size=3, max_size=3
        ),
        skew=st.sampled_from([0, 0, -240, 7, 240]),
    )


def long_pauses() -> st.SearchStrategy[Story]:
    """Draw a story with a killed run, and a month between the runs."""
    return stories().map(
        lambda story: replace(
            story,
            cuts=[0.6, *story.cuts[1:]],
            pauses=[31 * DAY] * 3,
            settings={**story.settings, "page_size": 1000},
        )
    )


def late_rows() -> st.SearchStrategy[Story]:
    """Draw a story whose changes show minutes after they were made; runs are close."""
    return stories().map(
        lambda story: replace(
            story,
            happenings=[(n, what, row, 200) for n, what, row, _ in story.happenings],
            cuts=[],
            pauses=[30] * 3,
            skew=0,
        )
    )


def killed_often() -> st.SearchStrategy[Story]:
    """Draw a story of small pages, and of runs that are killed among them."""
    return stories().map(
        lambda story: replace(
            story, cuts=[0.3, 0.7], settings={**story.settings, "page_size": 3}
        )
    )


class Told:
    """Tells a story to a simulator and the tap."""

    def __init__(
        self, story: Story, simulator: SimulatorClient, connect: Callable[..., Runner]
    ) -> None:
        """Found the company."""
        self.story = story
        self.simulator = simulator
        simulator.reset()
        simulator.switch(
            throttle=False, cdc_max_objects=SMALL.cdc_objects, **story.switches
        )
        simulator.set_clock(at(story.now))
        self.runner = connect(time_zone=story.zone)
        self.runner.limits = BELIEVED
        self.runner.time.start = story.now + timedelta(seconds=story.skew)
        self.alive = {entity: self._fill(entity) for entity in ENTITIES}
        self.target = Target()

    def _fill(self, entity: str) -> list[str]:
        found: list[bytes] = []
        for kind, ago, rows in self.story.clusters:
            stamp = self.story.now - timedelta(seconds=ago)
            text = stamp.astimezone(ZoneInfo(self.story.zone)).isoformat()
            found += [
                _row(entity, 1 + len(found) + number, text)
                for number in range(rows if kind == entity else 0)
            ]
        if not found:
            return []
        return self.simulator.put_objects(REALM, entity, found)

    def schedule(self, first: int, last: int) -> None:
        """Let happen, during the next run, a part of what is to happen."""
        self.simulator.clear_schedule()
        entries = [
            {
                "before_request": request,
                "realm_id": REALM,
                "advance_seconds": 1 if number % 3 else 0,
                "operations": self._operation(kind, row, later),
            }
            for number, (request, kind, row, later) in enumerate(
                self.story.happenings[first:last]
            )
        ]
        self.simulator.schedule(*entries)

    def _operation(self, kind: str, row: int, later: int) -> list[dict[str, Any]]:
        entity = ENTITIES[row % 2]
        wanted = {"deactivate": "Customer", "delete": "Invoice"}.get(kind, entity)
        alive = self.alive[wanted]
        if not alive:
            return []
        found = alive[row % len(alive)]
        if kind in {"delete", "deactivate"} or later:
            alive.remove(found)  # nothing else happens to it
        operation: dict[str, Any] = {
            "op": kind,
            "entity": wanted,
            "visible_after_seconds": later,
        }
        if kind == "create":
            return [{**operation, "like": found}]
        if kind == "update":
            operation["changes"] = {"PrivateNote": f"changed {row}"}
        return [{**operation, "id": found}]

    def pass_time(self, seconds: float) -> None:
        """Let the server's clock and ours go on."""
        self.simulator.advance(seconds)
        self.runner.time.start += timedelta(seconds=seconds)

    def run(self, **more: Any) -> Sync:  # noqa: ANN401  # settings
        """Run the tap from where the target stands."""
        settings = {k: v for k, v in self.story.settings.items() if v is not None}
        return self.runner.sync(self.target.state, **{**settings, **more})

    def wrongs(self) -> list[str]:
        """Live the story to its end, and say what of the truth did not arrive."""
        story, runs = self.story, len(self.story.cuts) + 1
        share = -(-len(story.happenings) // runs)
        for number in range(runs):
            self.schedule(number * share, (number + 1) * share)
            sync = self.run()
            if number < len(story.cuts):
                sync = sync.cut(int(len(sync.messages) * story.cuts[number]))
            self.target.load(sync)
            self.pass_time(story.pauses[number])
        return self.last_sync()

    def last_sync(self) -> list[str]:
        """Sync once more while nothing happens; say what is not as it should be."""
        self.simulator.clear_schedule()
        self.pass_time(400)  # all that was late has become visible
        sync = self.run(slow_interval_hours=0)
        self.target.load(sync)
        if sync.error is not None:
            return [str(sync.error)]
        return [
            wrong
            for entity in ENTITIES
            for wrong in difference(self.target, self.simulator, entity)
        ]


def _row(entity: str, number: int, stamp: str) -> bytes:
    own = '"TotalAmt":%d.10,"Line":[]' if entity == "Invoice" else '"Balance":%d.50'
    name = "" if entity == "Invoice" else f'"DisplayName":"N {number}","Active":true,'
    text = (
        f'{{"Id":"{number}","SyncToken":"0","domain":"QBO","sparse":false,{name}'
        f'"MetaData":{{"CreateTime":"{stamp}","LastUpdatedTime":"{stamp}"}},'
        f"{own % number}}}"
    )
    return text.encode()
