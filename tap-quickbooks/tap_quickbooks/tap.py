"""TapQuickBooks: settings in, streams out."""

from __future__ import annotations

import io
import json
import sys
import threading
from contextlib import nullcontext
from functools import cached_property
from typing import IO, TYPE_CHECKING, Any, ClassVar

from singer_sdk.exceptions import ConfigValidationError
from singer_sdk.helpers._classproperty import classproperty
from singer_sdk.helpers.capabilities import PluginCapabilities, TapCapabilities
from typing_extensions import override

from tap_quickbooks.api.connect import Access
from tap_quickbooks.complete.tools import Limits
from tap_quickbooks.config.parsing import check_secrets, clean
from tap_quickbooks.config.settings import Company, Settings, read_settings
from tap_quickbooks.config.sources import read_variables, with_secret_files
from tap_quickbooks.config.table import SETTINGS
from tap_quickbooks.model.clocks import Clocks, Deadline, real_clocks
from tap_quickbooks.model.entities import (
    CURRENT_IDS,
    DELETIONS,
    ENTITY_COUNTS,
)
from tap_quickbooks.model.errors import SettingsError
from tap_quickbooks.model.events import RealmDone
from tap_quickbooks.model.kinds import Kind
from tap_quickbooks.output.delivery import Delivery
from tap_quickbooks.output.messages import MessageWriter
from tap_quickbooks.output.metered_calls import BudgetKeeper
from tap_quickbooks.output.pacing import StatePace
from tap_quickbooks.output.progress import Progress
from tap_quickbooks.output.summary import Summary
from tap_quickbooks.output.totals import bookmarks_of, close
from tap_quickbooks.state.book import read_book
from tap_quickbooks.state.handed_over import check_catalog, read_state_text
from tap_quickbooks.state.realm_bookmarks import RealmBookmarks
from tap_quickbooks.streams import QuickBooksStream, ReadingTap, discover, fed_by_entity
from tap_quickbooks.sync.gate import Gate
from tap_quickbooks.sync.pump import PAGES_AT_ONCE, REALMS_AT_ONCE, pump
from tap_quickbooks.sync.realm import Wanted
from tap_quickbooks.sync.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from types import FrameType

    from singer_sdk import Stream
    from singer_sdk.helpers.capabilities import CapabilitiesEnum

    from tap_quickbooks.model.ending import Ending
    from tap_quickbooks.model.entities import Entity
    from tap_quickbooks.model.events import Event

    Fed = Mapping[Entity, Sequence[str]]


class TapQuickBooks(ReadingTap):
    """Singer tap for QuickBooks Online."""

    name = "tap-quickbooks"
    package_name = "tap-quickbooks-cdc"
    config_jsonschema = SETTINGS.to_dict()
    message_writer_class = MessageWriter
    limits: ClassVar[Limits] = Limits()
    ending: ClassVar[Ending | None] = None
    """What ends the process after a signal; none where the process is another's."""
    capabilities: ClassVar[list[CapabilitiesEnum]] = [
        TapCapabilities.CATALOG,
        TapCapabilities.STATE,
        TapCapabilities.DISCOVER,
        PluginCapabilities.ABOUT,
        PluginCapabilities.STREAM_MAPS,
        PluginCapabilities.FLATTENING,
        PluginCapabilities.STRUCTURED_LOGGING,
    ]

    def __init__(
        self,
        *,
        state: Any = None,  # noqa: ANN401  # whatever JSON the file held
        catalog: Any = None,  # noqa: ANN401  # likewise
        **more: Any,  # noqa: ANN401  # what the SDK takes
    ) -> None:
        """Check the files handed over; bookmarks are kept here, not by the SDK."""
        self._book = read_book(state)
        if isinstance(catalog, dict | list):
            check_catalog(catalog)
        super().__init__(catalog=catalog, **more)

    @classmethod
    @override
    def invoke(cls, *, state: IO[str] | None = None, **more: Any) -> None:
        """Run the tap; the SDK takes a state for one JSON object alone."""
        if state is not None:
            state = io.StringIO(json.dumps(read_state_text(state.read())))
        super().invoke(state=state, **more)

    @classmethod
    @override
    def cb_config(cls, ctx: Any, param: Any, value: tuple[str, ...]) -> Any:
        try:
            return super().cb_config(ctx, param, value)
        except (TypeError, ValueError) as error:
            files = ", ".join(name for name in value if name != "ENV")
            msg = f"The configuration in {files} is no JSON object: {error}"
            raise SettingsError(msg) from error

    @override
    def _validate_config(self, *, raise_errors: bool = True) -> list[str]:
        self._config = clean(self._config)
        if raise_errors:
            self._config = with_secret_files(self._config)
            check_secrets(self._config)
        try:
            errors = super()._validate_config(raise_errors=raise_errors)
        except ConfigValidationError as error:
            # Each says the value, which may be a secret, before the setting.
            told = ", ".join(one.rpartition(" in ")[2] for one in error.errors)
            msg = f"Of the wrong kind: {told}; see the table of settings"
            raise SettingsError(msg) from error
        if raise_errors:
            _ = self.settings  # the rest of what can be wrong
        return errors

    @classproperty
    def _env_var_config(cls) -> dict[str, Any]:  # noqa: N805  # a property of the class
        """The settings in variables TAP_QUICKBOOKS_…."""
        cls.append_builtin_config(cls.config_jsonschema)
        return read_variables(cls.config_jsonschema, cls._env_var_prefix)

    @override
    @cached_property
    def settings(self) -> Settings:
        return read_settings(self.config)

    @cached_property
    def _stop(self) -> threading.Event:
        return threading.Event() if self.ending is None else self.ending.stop

    def make_clocks(self) -> Clocks:
        """Say where time comes from; a test's tap has a time of its own."""
        return real_clocks(self._stop)

    @cached_property
    def _clocks(self) -> Clocks:
        return self.make_clocks()

    @override
    def discover_streams(self) -> list[QuickBooksStream]:
        return discover(self)

    @cached_property
    def _deadline(self) -> Deadline:
        return Deadline(self.settings.max_seconds, self._clocks.monotonic)

    @cached_property
    def _access(self) -> Access:
        connections = PAGES_AT_ONCE + REALMS_AT_ONCE
        access = Access(self.settings, self._clocks, self._deadline, connections)
        _ = access.stores  # what is wrong with them is said once, not for each company
        if self.ending is not None:  # a renewal of a token must not be cut off
            self.ending.watch(access)
        return access

    def _bookmarks(self, company: Company, fed: Fed) -> RealmBookmarks:
        held = self._book.of(company.realm_id)
        return RealmBookmarks(company, fed, held, self.settings.end)

    def _turns(
        self, streams: list[QuickBooksStream], companies: Iterable[Company]
    ) -> Turns:
        """Say who reads some companies for some streams."""
        fed, names = fed_by_entity(streams), {stream.name for stream in streams}
        bookmarks = {one.realm_id: self._bookmarks(one, fed) for one in companies}
        wanted = Wanted(
            DELETIONS in names, CURRENT_IDS in names, ENTITY_COUNTS in names
        )
        return Turns(self._access, bookmarks, fed, wanted, self.limits)

    @override
    def read_events(
        self, realm_id: str, streams: list[QuickBooksStream]
    ) -> Iterator[Event]:
        company = self._access.company(realm_id)
        return self._turns(streams, [company]).read(realm_id)

    # Final in the SDK, whose loop reads stream by stream and stops at the first error;
    # here one reader per realm feeds all of its streams (design: rule 0).
    @override  # type: ignore[misc]
    def sync_all(self) -> None:
        """Read every company and write what is new of the selected streams.

        Raises:
            SyncIncompleteError: if anything failed; the rest is complete.
        """
        chosen = [s for s in self._quickbooks_streams() if s.selected]
        summary = Summary(self.settings.log_language, self.logger)
        told = [stream.name for stream in chosen if stream.kind is not Kind.LINES]
        before = bookmarks_of(self._book, self.settings, told)
        budget = BudgetKeeper(self.settings, lambda: self._access.metered, self._clocks)
        with self._saving():
            try:
                for stream in chosen:
                    stream._write_schema_message()  # noqa: SLF001  # as the SDK's loop
                self._sync(chosen, summary, budget)
            finally:
                self._close(budget)
        if self.ending is not None:
            self.ending.join()
        after = bookmarks_of(self._book, self.settings, told)
        calls = self._access.done
        closing = close(self.settings, calls, before, after, budget.enter())
        summary.finish(told, closing)

    def _close(self, budget: BudgetKeeper) -> None:
        """Keep what is complete, and what it cost, however the sync ends."""
        try:
            self._write_state()
            if self.ending is not None and self.ending.number:
                sys.stdout.flush()  # nothing flushes it when the process is ended
        finally:
            budget.enter()
            self._access.close()

    def _saving(self) -> AbstractContextManager[None]:
        return nullcontext() if self.ending is None else self.ending.saving()

    def _sync(
        self, chosen: list[QuickBooksStream], summary: Summary, budget: BudgetKeeper
    ) -> None:
        companies = {c.realm_id: c for c in self.settings.companies}
        access, monotonic = self._access, self._clocks.monotonic
        turns = self._turns(chosen, companies.values())
        gate = Gate(REALMS_AT_ONCE, self._stop, monotonic)
        pace = StatePace(self._write_state, monotonic, gate)
        delivery = Delivery(chosen, turns.bookmarks, self._writer, pace, turns.readers)
        progress = Progress(sys.stderr, monotonic, lambda: access.calls)
        for realm_id, event in pump(turns.starts(gate), self._stop, pace.look):
            for delivered in delivery.deliver(realm_id, event):
                summary.note(companies[realm_id], delivered)
                progress.note(delivered)
            budget.note()
            if isinstance(event, RealmDone):
                turns.readers.pop(realm_id, None)
                calls = access.finish(realm_id)
                summary.realm_done(companies[realm_id], calls, event.seconds)
        progress.finish()

    def _quickbooks_streams(self) -> Iterator[QuickBooksStream]:
        stream: Stream
        for stream in self.streams.values():
            assert isinstance(stream, QuickBooksStream)  # noqa: S101  # see discover_streams
            yield stream

    @property
    def _writer(self) -> MessageWriter:
        assert isinstance(self.message_writer, MessageWriter)  # noqa: S101  # see message_writer_class
        return self.message_writer

    def _write_state(self) -> None:
        self._writer.write_state(self._book.value())

    @override
    def _setup_signal_handlers(self) -> None:
        """Leave the signals to whoever owns the process (see ``ending``)."""

    @override
    def _handle_termination(self, signum: int, frame: FrameType | None) -> None:
        """Let nothing wait any longer."""
        self._stop.set()
