"""TapQuickBooks: settings in, streams out."""

from __future__ import annotations

import io
import json
import os
import sys
import threading
import time
from datetime import UTC, datetime
from functools import cached_property, partial
from typing import IO, TYPE_CHECKING, Any, ClassVar

from singer_sdk import Tap
from singer_sdk.exceptions import ConfigValidationError
from singer_sdk.helpers._classproperty import classproperty
from singer_sdk.helpers.capabilities import PluginCapabilities, TapCapabilities
from typing_extensions import override

from tap_quickbooks.auth import Authenticator
from tap_quickbooks.book import read_book
from tap_quickbooks.bookmarks import RealmBookmarks
from tap_quickbooks.client import Clocks, QuickBooksClient, make_session
from tap_quickbooks.closing import bookmarks_of, close
from tap_quickbooks.connections import Connections
from tap_quickbooks.delivery import Delivery
from tap_quickbooks.entities import (
    CURRENT_IDS,
    DELETIONS,
    ENTITY_COUNTS,
)
from tap_quickbooks.errors import RealmError, SettingsError
from tap_quickbooks.events import RealmDone
from tap_quickbooks.gate import Gate
from tap_quickbooks.handed_over import check_catalog, read_state_text
from tap_quickbooks.limits import Limits
from tap_quickbooks.messages import MessageWriter
from tap_quickbooks.pacing import StatePace
from tap_quickbooks.progress import Progress
from tap_quickbooks.pump import REALMS_AT_ONCE, pump
from tap_quickbooks.reader import RealmReader
from tap_quickbooks.realm import Wanted
from tap_quickbooks.secret_files import with_secret_files
from tap_quickbooks.settings import (
    SETTINGS,
    Company,
    Settings,
    check_secrets,
    clean,
    read_settings,
)
from tap_quickbooks.streams import Kind, QuickBooksStream, discover, fed_by_entity
from tap_quickbooks.summary import Summary
from tap_quickbooks.token_stores import TokenStores, open_stores, waiting_for
from tap_quickbooks.variables import read_variables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from types import FrameType

    from singer_sdk import Stream
    from singer_sdk.helpers.capabilities import CapabilitiesEnum

    from tap_quickbooks.entities import Entity
    from tap_quickbooks.events import Event

    Fed = Mapping[Entity, Sequence[str]]

#: What a shell adds to the number of the signal that ended a process.
SIGNALLED = 128


class TapQuickBooks(Tap):
    """Singer tap for QuickBooks Online."""

    name = "tap-quickbooks"
    package_name = "tap-quickbooks-cdc"
    config_jsonschema = SETTINGS.to_dict()
    message_writer_class = MessageWriter
    limits: ClassVar[Limits] = Limits()
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
            told = "; ".join(error.errors)
            msg = f"A setting is of the wrong kind: {told}; see the table of settings"
            raise SettingsError(msg) from error
        if raise_errors:
            _ = self.settings  # the rest of what can be wrong
        return errors

    @classproperty
    def _env_var_config(cls) -> dict[str, Any]:  # noqa: N805  # a property of the class
        """The settings in variables TAP_QUICKBOOKS_…."""
        cls.append_builtin_config(cls.config_jsonschema)
        return read_variables(cls.config_jsonschema, cls._env_var_prefix)

    @cached_property
    def settings(self) -> Settings:
        """The settings, checked and typed."""
        return read_settings(self.config)

    @cached_property
    def _stop(self) -> threading.Event:
        return threading.Event()

    def make_clocks(self) -> Clocks:
        """Say where time comes from; a test's tap has a time of its own."""
        return Clocks(
            now=lambda: datetime.now(UTC),
            monotonic=time.monotonic,
            sleep=self._sleep,
        )

    @cached_property
    def _clocks(self) -> Clocks:
        return self.make_clocks()

    def _sleep(self, seconds: float) -> None:
        if self._stop.wait(seconds):
            msg = "The sync was stopped while it waited"
            raise RealmError(msg)

    @override
    def discover_streams(self) -> list[QuickBooksStream]:
        return discover(self)

    @cached_property
    def _connections(self) -> Connections:
        return Connections(self._client)

    @cached_property
    def _stores(self) -> TokenStores:
        clocks = self._clocks
        waiting = waiting_for(self.settings, clocks.monotonic, clocks.sleep)
        return open_stores(self.settings, waiting)

    def _client(self, company: Company) -> QuickBooksClient:
        settings = self.settings
        session = make_session(settings.max_concurrency)
        store = self._stores.of(company.realm_id)
        auth = Authenticator(
            settings, company, store, session, lambda: self._clocks.now().timestamp()
        )
        return QuickBooksClient(settings, company, auth, session, self._clocks)

    def _bookmarks(self, company: Company, fed: Fed) -> RealmBookmarks:
        held = self._book.of(company.realm_id)
        return RealmBookmarks(company, fed, held, self.settings.end)

    def _read(
        self, company: Company, bookmarks: RealmBookmarks, names: set[str], fed: Fed
    ) -> Iterator[Event]:
        """Read a company, from its first call to its last, in a reader's thread."""
        wanted = Wanted(
            DELETIONS in names, CURRENT_IDS in names, ENTITY_COUNTS in names
        )
        reader = RealmReader(
            self.settings,
            company,
            self._connections.open(company),
            bookmarks,
            self._clocks,
            wanted,
            self.limits,
        )
        yield from reader.read(fed)

    def read_events(
        self, realm_id: str, streams: list[QuickBooksStream]
    ) -> Iterator[Event]:
        """Read some streams of a company alone; no bookmark is moved."""
        (company,) = (c for c in self.settings.companies if c.realm_id == realm_id)
        fed = fed_by_entity(streams)
        names = {stream.name for stream in streams}
        yield from self._read(company, self._bookmarks(company, fed), names, fed)

    # Final in the SDK, whose loop reads stream by stream and stops at the first error;
    # here one reader per realm feeds all of its streams (design: rule 0).
    @override  # type: ignore[misc]
    def sync_all(self) -> None:
        """Read every company and write what is new of the selected streams.

        Raises:
            SyncIncompleteError: if anything failed; the rest is complete.
        """
        chosen = [s for s in self._quickbooks_streams() if s.selected]
        for stream in chosen:
            stream._write_schema_message()  # noqa: SLF001  # the SDK's own loop does so
        summary = Summary(self.settings.log_language, self.logger)
        told = [stream.name for stream in chosen if stream.kind is not Kind.LINES]
        before = bookmarks_of(self._book, self.settings, told)
        try:
            self._sync(chosen, summary)
        finally:
            self._write_state()
        after = bookmarks_of(self._book, self.settings, told)
        calls, now = self._connections.calls, self._clocks.now()
        summary.finish(told, close(self.settings, calls, before, after, now))

    def _sync(self, chosen: list[QuickBooksStream], summary: Summary) -> None:
        companies = {c.realm_id: c for c in self.settings.companies}
        fed, names = fed_by_entity(chosen), {stream.name for stream in chosen}
        bookmarks = {
            realm_id: self._bookmarks(company, fed)
            for realm_id, company in companies.items()
        }
        gate = Gate(REALMS_AT_ONCE, self._stop, self._clocks.monotonic)
        readers = {
            realm_id: partial(
                gate.pass_on,
                realm_id,
                partial(self._read, company, bookmarks[realm_id], names, fed),
            )
            for realm_id, company in companies.items()
        }
        pace = StatePace(self._write_state, self._clocks.monotonic, gate)
        delivery = Delivery(chosen, bookmarks, self._writer, pace)
        progress = Progress(sys.stderr, self._clocks.monotonic, self._calls_made)
        for realm_id, event in pump(readers, self._stop, pace.look):
            if delivered := delivery.deliver(realm_id, event):
                summary.note(companies[realm_id], delivered)
                progress.note(delivered)
            if isinstance(event, RealmDone):
                calls = self._connections.close(realm_id)
                summary.realm_done(companies[realm_id], calls, event.seconds)
        progress.finish()
        if self._signal:
            self._leave(SIGNALLED + self._signal)

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

    def _calls_made(self) -> int:
        return sum(done.total for done in self._connections.calls.values())

    _signal = 0

    @override
    def _handle_termination(self, signum: int, frame: FrameType | None) -> None:
        """Ask for the end; the loop leaves after the event at hand is written.

        A message half written, or a token half stored, is never cut off.
        """
        self._signal = signum
        self._stop.set()

    def _leave(self, status: int) -> None:
        """End at once, without waiting for requests under way."""
        self.logger.warning("Stopped by a signal; the next run goes on from here")
        self._write_state()
        sys.stdout.flush()
        for client in self._connections:
            client.wait_for_renewal()
        os._exit(status)
