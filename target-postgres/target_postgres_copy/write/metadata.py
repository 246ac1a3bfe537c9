"""The columns that `add_record_metadata` adds to records, as the SDK fills them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from target_postgres_copy.wire.lines import Message, Values


def with_metadata(values: Values, message: Message, started_ms: int) -> Values:
    """Return a record with what tells when and how it came.

    Args:
        values: The record.
        message: The message that brought it.
        started_ms: When the run began.
    """
    now = datetime.now(tz=UTC)
    told = {
        "_sdc_extracted_at": message.time_extracted,
        "_sdc_received_at": now.isoformat(),
        "_sdc_batched_at": now.isoformat(),
        "_sdc_sequence": round(now.timestamp() * 1000),
        "_sdc_table_version": message.version,
        "_sdc_sync_started_at": started_ms,
    }
    made = {k: msgspec.Raw(msgspec.json.encode(v)) for k, v in told.items()}
    made["_sdc_deleted_at"] = values.get("_sdc_deleted_at", msgspec.Raw(b"null"))
    return {**values, **made}
