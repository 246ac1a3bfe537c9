"""The smallest tap that the Singer SDK allows: one stream of numbers, one at a time.

Run with the Python of its own environment; a run brings TOY_NEWEST, where it is new.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from singer_sdk import Stream, Tap
from singer_sdk.typing import IntegerType, PropertiesList, Property

if TYPE_CHECKING:
    from collections.abc import Iterator


class Numbers(Stream):
    """Numbers, each newer than the one before."""

    name = "numbers"
    primary_keys = ("id",)
    replication_key = "id"
    is_sorted = True
    schema = PropertiesList(Property("id", IntegerType, required=True)).to_dict()

    def get_records(self, context: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  # the SDK's
        """Give the newest number, if it is newer than the last one."""
        newest = int(os.environ["TOY_NEWEST"])
        if newest > (self.get_starting_replication_key_value(context) or 0):
            yield {"id": newest}


class TapToy(Tap):
    """A tap without settings."""

    name = "tap-toy"
    config_jsonschema = PropertiesList().to_dict()

    def discover_streams(self) -> list[Stream]:
        """Return the only stream."""
        return [Numbers(self)]


if __name__ == "__main__":
    TapToy.cli()
