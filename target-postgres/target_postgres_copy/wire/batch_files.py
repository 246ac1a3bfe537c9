"""The records of the files that a BATCH message names."""

from __future__ import annotations

import gzip
import zlib
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
        LoadError: If the files are not JSON lines, or cannot be read.
    """
    encoding = message["encoding"]
    form, packed = encoding["format"], encoding.get("compression") or "none"
    if form != "jsonl" or packed not in {"none", "gzip"}:
        told = (
            f"BATCH files in the format {form}, compression {packed}, are not loaded."
        )
        raise LoadError(told)
    try:
        storage = BatchConfig.from_dict(dict(config)).storage if config else None
        for path in message["manifest"]:
            head, tail = StorageTarget.split_url(path)
            place = storage or StorageTarget.from_url(head)
            with place.open(tail, mode="rb") as file:
                yield from _lines(file, is_packed=packed == "gzip")
    except (OSError, EOFError, zlib.error, ValueError, ImportError) as error:
        told = f"Stream {message['stream']}: a BATCH file cannot be read: {error}"
        raise LoadError(told) from error


def _lines(file: IO[bytes], *, is_packed: bool) -> Iterator[bytes]:
    if is_packed:
        with gzip.open(file) as unpacked:
            yield from _lines(cast("IO[bytes]", unpacked), is_packed=False)
    else:
        yield from (line for line in file if not line.isspace())
