"""Rows of the run log: made of what became of a file, and read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quickbooks_attachments.model.outcomes import SKIPPED, Result
from quickbooks_attachments.model.work import WorkFile

if TYPE_CHECKING:
    import sqlalchemy as sa


def facts_of(result: Result, realm_id: str, now: str) -> dict[str, Any]:
    """Give what both tables say of a result."""
    file = result.file
    return {
        "realm_id": realm_id,
        "entity_type": file.entity_type,
        "qbo_entity_id": file.entity_id,
        "file_name": file.file_name,
        "sha256": file.sha256,
        "path": file.path,
        "legacy_txnid_norm": file.legacy_txnid_norm,
        "size": file.size,
        "outcome": result.outcome,
        "status_code": result.status_code,
        "intuit_id": result.intuit_id,
        "error_message": result.error_message,
        "duration_ms": result.duration_ms,
        "request_id": result.request_id,
        "time": now,
    }


def is_news(result: Result) -> bool:
    """Whether a result changes the state: what was skipped is as it was."""
    return result.outcome != SKIPPED and not result.keeps_state


def result_of(row: sa.RowMapping) -> Result:
    """Read a row of the uploads."""
    file = WorkFile(
        row["path"],
        row["legacy_txnid_norm"],
        row["entity_type"],
        row["qbo_entity_id"],
        row["file_name"],
        row["sha256"],
        row["size"],
        "",
    )
    return Result(
        file,
        row["outcome"],
        row["status_code"],
        row["intuit_id"],
        row["error_message"],
        row["duration_ms"],
        row["request_id"],
    )
