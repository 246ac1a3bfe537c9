"""The records of the files that a BATCH message names."""

from __future__ import annotations

import gzip
from typing import IO, TYPE_CHECKING, Any, cast

from singer_sdk.helpers._batch import BatchConfig, StorageTarget

from target_postgres_copy.errors import LoadError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def records_of(
    message: Mapping[str, Any], config: Mapping[str, Any] | None
) -> Iterator[bytes]:
    """Yield the records of a BATCH message, in order, each as a line of JSON.

    Args:
        message: The message.
        config: The setting `batch_config`, which may say where the files are.

    Raises:
        LoadError: If the files are not JSON lines.
    """
    encoding = message["encoding"]
    if encoding["format"] != "jsonl":
        told = f"BATCH files in the format {encoding['format']} cannot be loaded."
        raise LoadError(told)
    storage = BatchConfig.from_dict(dict(config)).storage if config else None
    for path in message["manifest"]:
        head, tail = StorageTarget.split_url(path)
        with (storage or StorageTarget.from_url(head)).open(tail, mode="rb") as file:
            if encoding.get("compression") == "gzip":
                with gzip.open(file) as unpacked:
                    yield from _lines(cast("IO[bytes]", unpacked))
            else:
                yield from _lines(file)


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    return (line for line in file if not line.isspace())
