"""The longer way of a record: through stream maps and flattening, as values."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import msgspec
from singer_sdk.exceptions import MapExpressionError
from singer_sdk.mapper import SameRecordTransform
from singer_sdk.singerlib.json import deserialize_json, serialize_json

from target_postgres_copy.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from singer_sdk.mapper import StreamMap

    from target_postgres_copy.wire.lines import Values


#: What an expression of a person's own can raise for a record.
EXPRESSION_ERRORS = (
    MapExpressionError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)


def changes_nothing(stream_maps: Sequence[StreamMap]) -> bool:
    """Whether a stream's records may go to the table as the bytes that came."""
    return len(stream_maps) == 1 and (
        type(stream_maps[0]) is SameRecordTransform
        and not stream_maps[0].flattening_enabled
    )


def transformed(
    stream_maps: Sequence[StreamMap], values: Values
) -> Iterator[tuple[str, Values]]:
    """Yield what a stream's maps make of a record, by the name of the new stream.

    Args:
        stream_maps: The maps.
        values: The record as it came.

    Raises:
        RecordError: If a map cannot take the record.
    """
    pairs = (f"{serialize_json(k)}:{bytes(v).decode()}" for k, v in values.items())
    record = deserialize_json(f"{{{','.join(pairs)}}}")
    for stream_map in stream_maps:
        result = _transform(stream_map, copy.copy(record))
        if result is not None:
            yield (
                stream_map.stream_alias,
                {k: msgspec.Raw(serialize_json(v).encode()) for k, v in result.items()},
            )


def _transform(stream_map: StreamMap, record: dict[str, Any]) -> dict[str, Any] | None:
    try:
        return stream_map.transform(record)
    except EXPRESSION_ERRORS as error:
        message = f"the stream map fails: {type(error).__name__}: {error}"
        raise RecordError(message) from error
