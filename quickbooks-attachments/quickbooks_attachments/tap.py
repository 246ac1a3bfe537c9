"""TapAttachments: a legacy tree and a mapping in, verified work out."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import cached_property
from threading import Event
from typing import TYPE_CHECKING, Any, ClassVar

from singer_sdk import Tap
from singer_sdk.helpers.capabilities import PluginCapabilities, TapCapabilities
from tap_quickbooks.model.clocks import real_clocks
from tap_quickbooks.model.ending import SIGNALLED
from typing_extensions import override

from quickbooks_attachments.api.company import AttachmentsApi, open_client
from quickbooks_attachments.config.settings import (
    TapSettings,
    read_tap_settings,
    realm_of,
)
from quickbooks_attachments.config.table import TAP, with_access
from quickbooks_attachments.plugin import Plugin
from quickbooks_attachments.preparation import stages
from quickbooks_attachments.streams import SCHEMAS, AttachmentStream, Work

if TYPE_CHECKING:
    from types import FrameType

    from singer_sdk.helpers.capabilities import CapabilitiesEnum

    from quickbooks_attachments.preparation.inventory import Tools
    from quickbooks_attachments.preparation.stages import Existing


class TapAttachments(Plugin, Tap):
    """Singer tap: inventory and verification of files to be attached."""

    name = "tap-attachments"
    package_name = "quickbooks-attachments"
    table = TAP
    config_jsonschema: ClassVar[dict[str, Any]] = with_access(TAP)
    capabilities: ClassVar[list[CapabilitiesEnum]] = [
        TapCapabilities.CATALOG,
        TapCapabilities.DISCOVER,
        PluginCapabilities.ABOUT,
        PluginCapabilities.STREAM_MAPS,
        PluginCapabilities.STRUCTURED_LOGGING,
    ]

    @cached_property
    def settings(self) -> TapSettings:
        """The settings, checked and typed."""
        return read_tap_settings(self.config)

    @cached_property
    def _open(self) -> ExitStack:
        return ExitStack()

    def make_tools(self) -> Tools:
        """Open the working file and the tree, until ``close``."""
        opened = stages.tools_for(self.settings, time.monotonic, self.logger.info)
        return self._open.enter_context(opened)

    @cached_property
    def work(self) -> Work:
        """The verification, carried out when the first record is asked for."""
        tools, realm_id = self.make_tools(), realm_of(self.config)
        summary = stages.verification(self.settings, tools, realm_id, self._existing())
        return Work(tools, realm_id, summary, datetime.now(UTC).isoformat())

    def _existing(self) -> Existing | None:
        if not self.settings.check_targets:
            return None
        opened = open_client(self.config, real_clocks(Event()))
        client = self._open.enter_context(opened)
        return AttachmentsApi(client).existing

    def close(self) -> None:
        """Close the working file."""
        self._open.close()

    @override
    def discover_streams(self) -> list[AttachmentStream]:
        return [AttachmentStream(self, name, lambda: self.work) for name in SCHEMAS]

    @override
    def _handle_termination(self, signum: int, frame: FrameType | None) -> None:
        """Leave with the signal's status: an unfinished run is no success."""
        sys.exit(SIGNALLED + signum)
