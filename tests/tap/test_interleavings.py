"""Whatever happens between and within the calls of a sync, no row is lost."""

from __future__ import annotations

import copy
import os
import random
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

import pytest
from tap_quickbooks.complete.tally import Tally
from tap_quickbooks.complete.together import Together
from tap_quickbooks.complete.tools import Limits, Tools
from tap_quickbooks.complete.trust import Trust
from tap_quickbooks.config.settings import Company, Settings, read_settings
from tap_quickbooks.model.clocks import Deadline
from tap_quickbooks.model.errors import UnavailableError, UnstableWindowError
from tap_quickbooks.model.events import (
    DeletionsLost,
    DeletionsRead,
    Failed,
    PageRead,
    Started,
    WindowDone,
)
from tap_quickbooks.state.bookmark import RealmState
from tap_quickbooks.state.realm_bookmarks import RealmBookmarks
from tap_quickbooks.sync import reader
from tap_quickbooks.sync.pump import pages_ahead
from tap_quickbooks.sync.realm import Realm, Wanted

from tests.tap.tiny_quickbooks import (
    ENTITIES,
    Books,
    Manners,
    Whenever,
    instant,
    second,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tap_quickbooks.model.events import Event

#: Companies in one run of the tests; more, by hand.
LIVES = int(os.environ.get("LIVES", "400"))

LIMITS = Limits(cdc_objects=12, answer_rows=9, window_rows=15)
DAY = 86_400
BASE = read_settings(
    {
        "client_id": "i",
        "client_secret": "s",
        "refresh_token": "t",
        "realm_id": "1",
        "slow_interval_hours": 0,
    }
)

#: COUNTs that are wrong, for ever or now and then; each loses nothing.
ODD_COUNTS: dict[str, Callable[[random.Random, int], int | None]] = {
    "one too many": lambda _, rows: rows + 1,
    "many too many": lambda _, rows: rows + 40,
    "far too many": lambda _, rows: 1000 * rows,
    "some too many": lambda chance, rows: rows + chance.choice([0, 0, 1, 5]),
    "refused": lambda _chance, _rows: None,
    "refused at times": lambda chance, rows: chance.choice([rows, rows, None]),
}

#: COUNTs that are too small: what is seen may agree with them by accident, where a row
#: leaves or a page is cut in that very window (see ``tally``); so nothing happens here.
SMALL_COUNTS: dict[str, Callable[[random.Random, int], int | None]] = {
    "one too few": lambda _, rows: max(0, rows - 1),
    "many too few": lambda _, rows: max(0, rows - 25),
    "half": lambda _, rows: rows // 2,
    "none": lambda _chance, _rows: 0,
}

#: Seconds that may pass where something happens; most often none.
JUMPS = ((0,), (0, 0, 1), (0, 0, 0, 30), (0, 0, 0, 0, 0, 100), (*(0,) * 9, 600))

#: What an error may say of an entity that is read again by the next sync.
FORGIVEN = (UnavailableError, UnstableWindowError)


@dataclass(frozen=True)
class Story:
    """How a company is read, and how much happens."""

    settings: Settings
    manners: Manners = field(default_factory=Manners)
    skew: int = 0
    """Seconds by which our clock is wrong."""
    jumps: tuple[int, ...] = (0,)
    runs: int = 1
    happenings: int = 0
    """In each run."""


def settings_for(
    start: int | None = None, end: int | None = None, **more: object
) -> Settings:
    """Give settings with a range in seconds."""
    company = Company("1", "o", None, None if start is None else instant(start))
    until = None if end is None else instant(end)
    return replace(BASE, companies=(company,), end=until, **cast("Any", more))


def draw(chance: random.Random) -> Story:
    """Draw a story."""
    pick = chance.choice
    manners = Manners(
        are_ties_random=pick([True, False]),
        most_items=pick([30, 30, 25, 4, 1, 0]),
        batch_objects=pick([None, 9, 3]),
        are_items_lost=pick([True, False]),
        are_pages_odd=pick([True, False]),
        fails=pick([0, 0, 0.03]),
        untold=pick([None, None, None, "A", "B"]),
        is_untold_slow=pick([True, False]),
    )
    start, days = pick([None, -30 * DAY, -3 * DAY]), pick([None, None, None, 1, 50])
    settings = settings_for(
        start,
        pick([None, None, None, -100 * DAY if start is None else -DAY, -90, -30, 10]),
        window_days=400 if days and start is None else days,
        page_size=pick([1, 2, 3, 7, 10, 15, 1000]),
        max_concurrency=pick([1, 3, 8]),
        max_seconds=pick([None, None, 1]),
    )
    return Story(
        settings,
        manners,
        skew=pick([0, 0, 0, -240, 7, 100, 240, 400, -4000]),
        jumps=pick(JUMPS),
        runs=chance.randint(1, 3),
        happenings=pick([0, 2, 10, 30]),
    )


class Life:
    """A company, how it is read, and what a target has of it."""

    def __init__(self, chance: random.Random, story: Story) -> None:
        """Begin without rows."""
        self.chance = chance
        self.story = story
        self.books = Books(chance, story.manners)
        self.books.happens = self.happen
        self.saved = RealmState()
        self.has: dict[str, dict[str, int]] = {e.name: {} for e in ENTITIES}
        self.gone: dict[str, set[str]] = {e.name: set() for e in ENTITIES}
        self.are_lost: set[str] = set()
        self.left = 0
        self.wrongs: list[str] = []

    def fill(self) -> None:
        """Put rows into the books, many with the same second."""
        reaches = (400, 5 * DAY, 40 * DAY, 900 * DAY)
        for entity in ENTITIES:
            for _ in range(self.chance.choice([0, 1, 3, 6])):
                stamp = -self.chance.randrange(self.chance.choice(reaches))
                for _ in range(self.chance.choice([1, 1, 2, 5, 17, 40])):
                    later = self.chance.choice([0, 0, 1, 3600])
                    self.books.put(entity.name, stamp - later)

    def happen(self) -> None:
        """Let time pass, and maybe a row be added, changed or deleted."""
        books, chance = self.books, self.chance
        books.now += chance.random() * 0.4
        if not self.left or chance.randrange(3):
            return
        self.left -= 1
        books.now += chance.choice(self.story.jumps)
        entity, kind = chance.choice(ENTITIES).name, chance.randrange(4)
        late = 0 if chance.randrange(4) else chance.randrange(250)
        present = books.present(entity)
        if kind == 0:
            books.put(entity, int(books.now), late)
        elif present:
            row = chance.choice(present)
            row.stamp, row.version = int(books.now), row.version + 1
            row.is_deleted = kind == 1
            row.visible_at = row.stamp + (0 if row.is_deleted else late)

    def run(self, settings: Settings, *, most: int = 10**9) -> bool:
        """Read until the end or until killed; say whether nothing failed.

        Args:
            settings: How to read.
            most: So many events are delivered before the run is killed.
        """
        state, is_good = copy.deepcopy(self.saved), True
        bookmarks = bookmarks_of(state, settings)
        clocks = self.books.clocks(self.story.skew)
        tools = Tools(
            settings,
            settings.companies[0],
            cast("Any", self.books),
            clocks,
            Deadline(settings.max_seconds, clocks.monotonic),
            LIMITS,
            Whenever(settings.max_concurrency),
            pages_ahead(settings.max_concurrency, 1),
        )
        read = reader.RealmReader(tools, bookmarks, Wanted(deletions=True))
        for number, event in enumerate(read.read(ENTITIES)):
            if number >= most:
                return False
            is_good &= not isinstance(event, Failed)
            self.deliver(event)
            is_written = isinstance(event, Started) or self.chance.randrange(2)
            if bookmarks.apply(event) and is_written:
                self.saved = copy.deepcopy(state)
        self.saved = state
        return is_good

    def deliver(self, event: Event) -> None:
        """Let the target have what an event brings."""
        if isinstance(event, PageRead):
            self.check_page(event)
            has = self.has[event.entity.name]
            has.update(
                (row.id, cast("int", row.header.SyncToken)) for row in event.objects
            )
        elif isinstance(event, DeletionsRead):
            self.gone[event.entity.name].update(row.id for row in event.objects)
        elif isinstance(event, DeletionsLost):
            self.are_lost.add(event.entity.name)
        elif isinstance(event, WindowDone):
            self.check(event)
        elif isinstance(event, Failed) and not isinstance(event.error, FORGIVEN):
            self.wrongs.append(f"{event}")

    def check_page(self, event: PageRead) -> None:
        """See that each row is of the window that its record will name."""
        window = event.source.window
        for row in event.objects:
            moment = datetime.fromisoformat(row.last_updated or "")
            if not window.start <= moment < window.end:
                self.wrongs.append(f"{row.id} of {moment} is not of {window}")

    def check(self, event: WindowDone) -> None:
        """See that all of a window was delivered before it is called done."""
        has = self.has[event.entity.name]
        start, end = second(event.window.start), second(event.window.end)
        end = min(end, second(event.read_at))
        for row in self.books.present(event.entity.name):
            is_due = start <= row.stamp < end and row.visible_at <= row.stamp
            if is_due and has.get(row.id) != row.version:
                self.wrongs.append(f"{row} was not delivered before {event}")

    def live(self) -> list[str]:
        """Live the story to its end, and say what went wrong."""
        for _ in range(self.story.runs):
            self.left = self.story.happenings
            is_killed = not self.chance.randrange(3)
            most = self.chance.randrange(60) if is_killed else 10**9
            settings = self.story.settings
            if not self.chance.randrange(3):  # what lies before is read by a later run
                later = Company("1", "o", None, instant(-2 * DAY))
                settings = replace(settings, companies=(later,))
            self.run(settings, most=most)
            self.books.now += self.chance.choice([0, 1, 30, 400, DAY])
        return self.last_sync()

    def last_sync(self) -> list[str]:
        """Read once more while nothing happens; say what went wrong."""
        self.left = 0
        # What CDC failed for is asked of it again after a day.
        self.books.now += 5000 + (DAY if self.saved.left_out else 0)
        self.books.manners = Manners(counts=self.story.manners.counts)
        if not self.run(replace(self.story.settings, end=None, max_seconds=None)):
            self.wrongs.append("the last sync failed")
        start = self.story.settings.companies[0].start
        for entity in ENTITIES:
            has = self.has[entity.name]
            for row in self.books.rows[entity.name].values():
                if start is not None and row.stamp < second(start):
                    continue
                is_told = not entity.has_changes or entity.name in self.are_lost
                is_told |= row.id not in has or row.id in self.gone[entity.name]
                is_right = is_told if row.is_deleted else has.get(row.id) == row.version
                if not is_right:
                    self.wrongs.append(f"{entity.name}: {row}, not {has.get(row.id)}")
        return self.wrongs


def bookmarks_of(state: RealmState, settings: Settings) -> RealmBookmarks:
    """Give the bookmarks that a state holds."""
    fed = {entity: (entity.stream,) for entity in ENTITIES}
    (company,) = settings.companies
    return RealmBookmarks(company, fed, state, settings.end)


@pytest.fixture
def begin(monkeypatch: pytest.MonkeyPatch) -> Callable[[Story], Life]:
    """Begin a life in which pages are fetched in any order."""
    chance = random.Random(1)  # noqa: S311  # no secret
    monkeypatch.setattr(Whenever, "chance", chance, raising=False)
    return lambda story: Life(chance, story)


def test_no_row_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """No window is done before its rows came; after one more sync nothing is amiss."""
    for seed in range(LIVES):
        chance = random.Random(seed)  # noqa: S311  # no secret
        monkeypatch.setattr(Whenever, "chance", chance, raising=False)
        life = Life(chance, draw(chance))
        life.fill()
        assert life.live() == [], f"life {seed}: {life.story}"


def wrong_lives(
    name: str, lives: int, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """Live with wrong counts; say what went wrong in which life."""
    for seed in range(lives):
        chance = random.Random(f"{name} {seed}")  # noqa: S311  # no secret
        monkeypatch.setattr(Whenever, "chance", chance, raising=False)
        story = draw(chance)
        counts = ODD_COUNTS.get(name) or SMALL_COUNTS[name]
        cut = chance.choice([None, 1, 4])
        manners = replace(story.manners, counts=counts, cut=cut)
        if name in SMALL_COUNTS:
            manners = replace(manners, are_pages_odd=False, batch_objects=9)
            story = replace(story, happenings=0)
        life = Life(chance, replace(story, manners=manners))
        life.fill()
        if wrongs := life.live():
            yield f"life {seed}: {wrongs} {life.story}"


@pytest.mark.parametrize("name", [*ODD_COUNTS, *SMALL_COUNTS])
def test_no_row_is_lost_by_a_wrong_count(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Edits, cut answers and unstable ties beside it: no row is lost for that."""
    assert list(wrong_lives(name, max(1, LIVES // 8), monkeypatch)) == []


def one_round(patch: pytest.MonkeyPatch) -> None:
    """Believe the first answer without rows."""

    def no_rows_from(self: Tally, position: int) -> None:
        self._is_proven |= position <= self.next_position

    patch.setattr(Tally, "no_rows_from", no_rows_from)


def zero_is_zero(patch: pytest.MonkeyPatch) -> None:
    """Believe that a range is empty because it counts so."""
    patch.setattr(Realm, "_looked_at", lambda _self, _view, _window, known: known)


def no_room(patch: pytest.MonkeyPatch) -> None:
    """Plan no page for rows beyond the count, and look for none."""
    patch.setattr(Tally, "compare", lambda _: None)
    patch.setattr(
        Trust, "proves", lambda _, count, seen: count is not None and seen >= count
    )


def full_batches(patch: pytest.MonkeyPatch) -> None:
    """Believe a page without rows of a batch that was full."""
    build = Together.__init__

    def careless(self: Together, *args: Any) -> None:  # noqa: ANN401  # as they come
        build(self, *args)
        self._answer_rows = 10**6

    patch.setattr(Together, "__init__", careless)


@pytest.mark.parametrize(
    ("mutate", "name"),
    [
        (one_round, "one too many"),
        (zero_is_zero, "none"),
        (no_room, "many too few"),
        (full_batches, "none"),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_a_broken_rule_loses_rows(
    mutate: Callable[[pytest.MonkeyPatch], None],
    name: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each part of the proof is needed: without it some life goes wrong."""
    mutate(monkeypatch)
    assert next(wrong_lives(name, 2000, monkeypatch), None) is not None


def before_call(life: Life, number: int, happens: Callable[[], object]) -> None:
    """Let something happen once, before a call is answered; the first one is 1."""
    waiting = [happens]

    def happen() -> None:
        if len(life.books.calls) == number and waiting:
            waiting.pop()()

    life.books.happens = happen


@pytest.mark.parametrize(
    ("end", "skew", "lookback"),
    [
        pytest.param(10, 0, 300, id="a range that ends soon"),
        pytest.param(None, 100, 0, id="our clock ahead"),
    ],
)
def test_counts_that_take_long(
    begin: Callable[[Story], Life], end: int | None, skew: int, lookback: int
) -> None:
    """A row that comes after its entity's count, before another's, is not lost."""
    settings = settings_for(-DAY, end, lookback=timedelta(seconds=lookback))
    life = begin(Story(settings, Manners(most_items=1), skew))

    def add() -> None:
        life.books.now = 5
        life.books.put("A", 5)
        life.books.now = 200

    before_call(life, 3, add)  # a refused batch, A's count, then B's
    assert life.run(settings)
    assert life.wrongs == []
    assert life.last_sync() == []


def test_a_page_that_came_early_is_dated_early(begin: Callable[[Story], Life]) -> None:
    """A late row that it could not hold is looked for by the next sync."""
    settings = settings_for(-DAY, -70)
    life = begin(Story(settings))
    for entity, rows in (("A", 1), ("B", 40), ("C", 1)):
        for number in range(rows):
            life.books.put(entity, -5000 - 100 * number)
    life.books.put("C", -100, late=150)
    before_call(life, 3, lambda: setattr(life.books, "now", 3600))
    assert life.run(settings)  # C's page came with A's, then B took an hour
    assert life.last_sync() == []


def test_late_rows_where_our_clock_is_ahead(begin: Callable[[Story], Life]) -> None:
    """A window ends the whole lookback before the server's clock all the same."""
    settings = settings_for(-DAY)
    life = begin(Story(settings, skew=240))
    for entity in ("A", "B"):
        life.books.put(entity, -4000)
    life.books.put("A", -100, late=150)
    before_call(life, 3, lambda: setattr(life.books, "now", 3600))
    assert life.run(settings)  # the changes are asked for much later
    assert life.last_sync() == []


def test_late_rows_of_a_catch_up(begin: Callable[[Story], Life]) -> None:
    """What windows read a minute after its time is looked at again by the next sync."""
    settings = settings_for(-DAY)
    life = begin(Story(settings))
    life.books.put("A", -4000)
    before_call(life, 0, int)
    assert life.run(settings)
    books = life.books
    books.now = 2000
    for number in range(14):  # more than one answer holds
        books.put("A", 1000 + number)
    asked = len(books.calls)

    def happen() -> None:
        call = len(books.calls) - asked
        if call == 5 and books.now == 2000:  # the answer after the first windows
            for number in range(14):
                books.put("A", 1850 + number)
            books.put("A", 1900, late=150)
            books.now = 2001
        elif call == 8:  # the one after the second ones, which took long
            books.now = 2700

    books.happens = happen
    assert life.run(settings)
    assert books.calls[asked + 3 :][:4] == ["query", "cdc", "count", "query"]
    assert life.last_sync() == []
