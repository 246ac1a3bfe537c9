"""TapAttachments: a legacy tree and a mapping in, verified work out."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from singer_sdk import Tap
from singer_sdk.helpers.capabilities import PluginCapabilities, TapCapabilities
from typing_extensions import override

from quickbooks_attachments import inventory, preparation, verify
from quickbooks_attachments.access import open_client, real_clocks
from quickbooks_attachments.api import AttachmentsApi
from quickbooks_attachments.ending import SIGNALLED
from quickbooks_attachments.settings import (
    TAP,
    TapSettings,
    read_tap_settings,
    realm_of,
    with_access,
    without_empty,
)
from quickbooks_attachments.streams import INVENTORY, LOG, SKIPS, AttachmentStream

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from singer_sdk.helpers.capabilities import CapabilitiesEnum

    from quickbooks_attachments.inventory import Tools
    from quickbooks_attachments.preparation import Existing
    from quickbooks_attachments.verify import Summary


@dataclass(frozen=True)
class Work:
    """The outcome of a verification."""

    tools: Tools
    realm_id: str
    summary: Summary
    verified_at: str

    def inventory_rows(self) -> Iterator[tuple[Any, ...]]:
        """Give every row of the inventory."""
        names = ", ".join(inventory.COLUMNS)
        statement = f"SELECT ?, {names} FROM inventory ORDER BY path"  # noqa: S608  # own names
        return self.tools.db.rows(statement, (self.realm_id,))

    def log_rows(self, *, skips: bool) -> Iterator[tuple[Any, ...]]:
        """Give the rows in scope, or those that are left out."""
        return verify.log_rows(self.tools.db, self.realm_id, skips=skips)


class TapAttachments(Tap):
    """Singer tap: inventory and verification of files to be attached."""

    name = "tap-attachments"
    package_name = "quickbooks-attachments"
    config_jsonschema: ClassVar[dict[str, Any]] = with_access(TAP)
    capabilities: ClassVar[list[CapabilitiesEnum]] = [
        TapCapabilities.CATALOG,
        TapCapabilities.DISCOVER,
        PluginCapabilities.ABOUT,
        PluginCapabilities.STREAM_MAPS,
        PluginCapabilities.STRUCTURED_LOGGING,
    ]

    @override
    def _validate_config(self, *, raise_errors: bool = True) -> list[str]:
        self._config = without_empty(self._config)
        return super()._validate_config(raise_errors=raise_errors)

    @cached_property
    def settings(self) -> TapSettings:
        """The settings, checked and typed."""
        return read_tap_settings(self.config)

    @cached_property
    def _open(self) -> ExitStack:
        return ExitStack()

    def make_tools(self) -> Tools:
        """Open the working file and the tree, until ``close``."""
        opened = preparation.tools_for(self.settings, time.monotonic, self.logger.info)
        return self._open.enter_context(opened)

    @cached_property
    def work(self) -> Work:
        """The verification, carried out when the first record is asked for."""
        tools, realm_id = self.make_tools(), realm_of(self.config)
        summary = preparation.verification(
            self.settings, tools, realm_id, self._existing()
        )
        return Work(tools, realm_id, summary, datetime.now(UTC).isoformat())

    def _existing(self) -> Existing | None:
        if not self.settings.check_targets:
            return None
        client = self._open.enter_context(open_client(self.config, real_clocks()))
        return AttachmentsApi(client).existing

    def close(self) -> None:
        """Close the working file."""
        self._open.close()

    @override
    def discover_streams(self) -> list[AttachmentStream]:
        return [AttachmentStream(self, name) for name in (INVENTORY, LOG, SKIPS)]

    @override
    def _handle_termination(self, signum: int, frame: FrameType | None) -> None:
        """Leave with the signal's status: an unfinished run is no success."""
        sys.exit(SIGNALLED + signum)
