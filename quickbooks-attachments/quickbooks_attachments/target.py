"""TargetQuickBooksAttachments: verified work in, attachments in QuickBooks out."""

from __future__ import annotations

import threading
import uuid
from contextlib import ExitStack
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from singer_sdk import Target
from singer_sdk.helpers.capabilities import PluginCapabilities, TargetCapabilities
from singer_sdk.sinks import BatchSink
from tap_quickbooks.model.clocks import real_clocks
from tap_quickbooks.model.ending import SIGNALLED
from typing_extensions import override

from quickbooks_attachments.api.company import AttachmentsApi, open_client
from quickbooks_attachments.config.settings import (
    TargetSettings,
    read_target_settings,
    realm_of,
)
from quickbooks_attachments.config.table import TARGET, with_access
from quickbooks_attachments.model.ending import GRACE_S
from quickbooks_attachments.plugin import Plugin
from quickbooks_attachments.streams import LOG
from quickbooks_attachments.upload.migration import Migration

if TYPE_CHECKING:
    from types import FrameType
    from typing import IO

    from singer_sdk.helpers.capabilities import CapabilitiesEnum

#: Requests under way at once, where max_concurrency is not set.
CONCURRENCY = 8

#: Records that are looked up in the run log at once.
LOOKED_UP = 500


class UploadSink(BatchSink):
    """Hands rows of the verification log to the engine."""

    MAX_SIZE_DEFAULT = LOOKED_UP

    def __init__(
        self,
        target: TargetQuickBooksAttachments,
        *rest: Any,  # noqa: ANN401  # as the SDK has it
        **more: Any,  # noqa: ANN401  # as the SDK has it
    ) -> None:  # the SDK's
        """Keep the target, whose engine takes the rows."""
        super().__init__(target, *rest, **more)
        self._uploads = target

    @override
    def process_batch(self, context: dict[str, Any]) -> None:
        self._uploads.migration.take(context["records"])


class PassedOverSink(BatchSink):
    """Takes the streams that are for other targets, and does nothing with them."""

    @override
    def process_record(self, record: dict[str, Any], context: dict[str, Any]) -> None:
        """Keep nothing."""

    @override
    def process_batch(self, context: dict[str, Any]) -> None:
        """Do nothing."""


class TargetQuickBooksAttachments(Plugin, Target):
    """Singer target: attaches verified files, each exactly once."""

    name = "target-quickbooks-attachments"
    package_name = "quickbooks-attachments"
    table = TARGET
    config_jsonschema: ClassVar[dict[str, Any]] = with_access(TARGET)
    capabilities: ClassVar[list[CapabilitiesEnum]] = [
        PluginCapabilities.ABOUT,
        PluginCapabilities.STREAM_MAPS,
        PluginCapabilities.STRUCTURED_LOGGING,
        TargetCapabilities.VALIDATE_RECORDS,
    ]

    @cached_property
    def settings(self) -> TargetSettings:
        """The settings, checked and typed."""
        return read_target_settings(self.config)

    @cached_property
    def _stop(self) -> threading.Event:
        return threading.Event()

    @cached_property
    def _open(self) -> ExitStack:
        return ExitStack()

    @cached_property
    def migration(self) -> Migration:
        """The engine, begun with the first schema, open until ``close``."""
        clocks = real_clocks(self._stop)
        client = self._open.enter_context(open_client(self.config, clocks))
        migration = Migration(
            self.settings,
            realm_of(self.config),
            AttachmentsApi(client),
            clocks,
            uuid.uuid4().hex[:8],
            self.logger.info,
            int(self.config.get("max_concurrency") or CONCURRENCY),
            lambda: GRACE_S if self._stop.is_set() else None,
        )
        return self._open.enter_context(migration.opened())

    @override
    def get_sink_class(self, stream_name: str) -> type[BatchSink]:
        if stream_name != LOG:
            self.logger.info("%s is not for this target: passed over", stream_name)
            return PassedOverSink
        _ = self.migration  # settings, run log and lock are checked before any record
        return UploadSink

    @override
    def process_endofpipe(self) -> None:
        super().process_endofpipe()
        if "migration" in self.__dict__:
            self.migration.finish()

    def close(self) -> None:
        """Let requests under way end; write the CSV files; free the run log.

        After a signal, requests have a few seconds: what is not answered is unknown.
        """
        self._open.close()

    @override
    def _handle_termination(self, signum: int, frame: FrameType | None) -> None:
        """Unwind to ``invoke``, which closes: an unfinished run is no success."""
        self._stop.set()
        raise SystemExit(SIGNALLED + signum)

    @classmethod
    @override
    def invoke(  # type: ignore[override]  # as the SDK's own target has it
        cls,
        *,
        about: bool = False,
        about_format: str | None = None,
        config: Any = None,
        file_input: IO[str] | None = None,
    ) -> None:
        if about:
            super().invoke(about=about, about_format=about_format)
            return
        target = cls(
            config=config.config if config else {},
            parse_env_config=config.parse_env if config else False,
        )
        try:
            target.listen(file_input)
        finally:
            target.close()
