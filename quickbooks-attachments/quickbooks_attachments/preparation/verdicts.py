"""The verification stage: inventory and mapping are joined, judged and logged."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from quickbooks_attachments.files.csvfiles import write_csv
from quickbooks_attachments.model.names import qbo_file_name
from quickbooks_attachments.model.progress import Progress
from quickbooks_attachments.preparation.judging import (
    Candidate,
    coverage_percent,
    judge,
)
from quickbooks_attachments.preparation.mapping import BadRow, Target, read_mapping

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from quickbooks_attachments.config.settings import Scope
    from quickbooks_attachments.preparation.inventory import Tools
    from quickbooks_attachments.preparation.workdb import WorkDB

LOG_CSV = "mapping_verification_log.csv"
SKIPS_CSV = "mapping_verification_skips.csv"
ISSUES_CSV = "mapping_issues.csv"

LOG_COLUMNS = (
    "realm_id",
    "path",
    "client",
    "legacy_txnid_raw",
    "legacy_txnid_norm",
    "file_name",
    "qbo_file_name",
    "size",
    "sha256",
    "mime_type",
    "modified_utc",
    "qbo_entity_type",
    "qbo_entity_id",
    "status",
    "reason",
)
ISSUE_COLUMNS = ("kind", "legacy_txnid_norm", "legacy_id_raw", "detail")

#: Targets of one id that are looked at; more do not change the verdict.
_MOST_TARGETS = 20

#: Ids in one query (API notes §3: at most 1,000 rows come back).
IDS_PER_QUERY = 1000

_ROWS = f"""
SELECT i.path, i.client, i.legacy_txnid_raw, i.legacy_txnid_norm, i.file_name,
       i.size, i.sha256, i.mime_type, i.state, i.detail,
       (SELECT group_concat(t, ',') FROM (
          SELECT m.entity_type || ':' || m.entity_id AS t FROM mapping m
          WHERE m.legacy_txnid_norm = i.legacy_txnid_norm LIMIT {_MOST_TARGETS}))
FROM inventory i ORDER BY i.path
"""  # noqa: S608  # own number

_LOG = """
SELECT ? AS realm_id, i.path, i.client, i.legacy_txnid_raw, i.legacy_txnid_norm,
       i.file_name, v.qbo_file_name, i.size, i.sha256, i.mime_type, i.modified_utc,
       v.entity_type, v.entity_id, v.status, v.reason
FROM verdict v JOIN inventory i USING (path) WHERE v.is_skip = ? ORDER BY i.path
"""

_ISSUES = """
SELECT 'ambiguous', legacy_txnid_norm, min(legacy_id_raw),
       group_concat(entity_type || ' ' || entity_id, ', ')
FROM mapping GROUP BY legacy_txnid_norm HAVING count(*) > 1
UNION ALL
SELECT 'duplicate', legacy_txnid_norm, legacy_id_raw,
       entity_type || ' ' || entity_id || ' on ' || rows || ' rows'
FROM mapping WHERE rows > 1
UNION ALL SELECT 'invalid', '', legacy_id_raw, reason FROM bad_mapping
"""

_CONFLICTS = """
SELECT v.entity_type, v.entity_id, v.qbo_file_name, v.path, v.sha256
FROM verdict v JOIN (
  SELECT entity_type, entity_id, qbo_file_name FROM verdict WHERE status = 'ok'
  GROUP BY 1, 2, 3 HAVING count(DISTINCT sha256) > 1
) USING (entity_type, entity_id, qbo_file_name)
WHERE v.status = 'ok' ORDER BY 1, 2, 3, 4
"""


@dataclass(slots=True)
class Summary:
    """How many files have which status."""

    statuses: Counter[str] = field(default_factory=Counter)
    skips: Counter[str] = field(default_factory=Counter)

    @property
    def in_scope(self) -> int:
        """Files that are to be migrated."""
        return self.statuses.total()

    @property
    def coverage(self) -> float:
        """Per cent of the files in scope that are ready for upload."""
        return coverage_percent(self.statuses["ok"], self.in_scope)

    def lines(self) -> Iterator[str]:
        """Sum up for people; inventory = verified + skipped + failed."""
        ok, skipped = self.statuses["ok"], self.skips.total()
        failed = self.in_scope - ok
        yield (
            f"verification: {self.in_scope + skipped:,} files in the inventory ="
            f" {ok:,} verified + {skipped:,} skipped + {failed:,} failed;"
            f" coverage {self.coverage:.2f} %"
        )
        for name, count in (*self.statuses.most_common(), *self.skips.most_common()):
            yield f"verification: {count:>9,}  {name}"


def load_mapping(
    db: WorkDB, rows: Iterable[Mapping[str, str]], tools: Tools, chosen: dict[str, str]
) -> int:
    """Put an export into the working file, in place of the one before.

    Returns:
        The number of usable rows.
    """
    db.run("DELETE FROM mapping")
    db.run("DELETE FROM bad_mapping")
    bad: list[tuple[str, str]] = []

    def good() -> Iterator[tuple[Any, ...]]:
        for row in read_mapping(rows, tools.rules, chosen):
            if isinstance(row, BadRow):
                bad.append((row.legacy_id_raw, row.reason))
            else:
                target = row.target
                yield (
                    row.legacy_txnid_norm,
                    target.entity_type,
                    target.entity_id,
                    row.legacy_id_raw,
                )

    count = db.insert(
        "INSERT INTO mapping VALUES (?, ?, ?, ?, 1) ON CONFLICT DO UPDATE"
        " SET rows = rows + 1",
        good(),
    )
    db.insert("INSERT INTO bad_mapping VALUES (?, ?)", bad)
    tools.say(f"mapping: {count:,} rows, {len(bad):,} of no use")
    return count


def judge_all(tools: Tools, scope: Scope) -> None:
    """Give every file of the inventory its verdict."""
    db = tools.db
    db.run("DELETE FROM verdict")
    total = db.one("SELECT count(*) FROM inventory")
    progress = Progress("verifying", total, tools.monotonic, tools.say)

    def verdicts() -> Iterator[tuple[Any, ...]]:
        for row in db.rows(_ROWS):
            progress.advance()
            yield _verdict(row, scope)

    db.insert("INSERT INTO verdict VALUES (?, ?, ?, ?, ?, ?, ?, ?)", verdicts())


def _verdict(row: tuple[Any, ...], scope: Scope) -> tuple[Any, ...]:
    path, client, raw, norm, name, size, digest, mime, state, detail, found = row
    file = Candidate(path, client, raw, norm, name, size, mime, state, detail)
    targets = [Target(*one.split(":")) for one in (found or "").split(",") if one]
    verdict = judge(file, targets, scope)
    target = verdict.target or Target("", "")
    return (
        path,
        verdict.status,
        verdict.reason,
        verdict.is_skip,
        target.entity_type,
        target.entity_id,
        qbo_file_name(name),
        digest,
    )


def mark_conflicts(db: WorkDB) -> int:
    """Let only one content of a name go to an object: that of the first path."""
    marked: list[tuple[str, str]] = []
    for _, group in groupby(db.rows(_CONFLICTS), key=lambda row: row[:3]):
        (*_, first, kept), *others = group
        marked += [
            (f"same name as {first}", path)
            for *_, path, digest in others
            if digest != kept
        ]
    return db.insert(
        "UPDATE verdict SET status = 'name_conflict', reason = ? WHERE path = ?", marked
    )


def mark_missing(
    tools: Tools, existing: Callable[[str, list[str]], frozenset[str]]
) -> None:
    """Ask QuickBooks for every target, up to 1,000 in a call.

    Args:
        tools: The working file.
        existing: Gives those Ids of an entity type that are there.
    """
    db = tools.db
    wanted = db.rows(
        "SELECT DISTINCT entity_type, entity_id FROM verdict WHERE status = 'ok'"
        " ORDER BY 1, 2"
    )
    for entity_type, group in groupby(list(wanted), key=lambda row: row[0]):
        ids = [identifier for _, identifier in group]
        for first in range(0, len(ids), IDS_PER_QUERY):
            asked = ids[first : first + IDS_PER_QUERY]
            found = existing(entity_type, asked)
            gone = [(entity_type, one) for one in asked if one not in found]
            db.insert(
                "UPDATE verdict SET status = 'target_missing', reason ="
                " entity_type || ' ' || entity_id WHERE status = 'ok'"
                " AND entity_type = ? AND entity_id = ?",
                gone,
            )


def log_rows(db: WorkDB, realm_id: str, *, skips: bool) -> Iterator[tuple[Any, ...]]:
    """Give the rows of the log, or of the skips, in the order of their paths."""
    return db.rows(_LOG, (realm_id, skips))


def write_logs(db: WorkDB, realm_id: str, folder: Path) -> Summary:
    """Write the three CSV files, and count."""
    write_csv(folder / LOG_CSV, LOG_COLUMNS, log_rows(db, realm_id, skips=False))
    write_csv(folder / SKIPS_CSV, LOG_COLUMNS, log_rows(db, realm_id, skips=True))
    write_csv(folder / ISSUES_CSV, ISSUE_COLUMNS, db.rows(_ISSUES))
    summary = Summary()
    counted = db.rows("SELECT status, is_skip, count(*) FROM verdict GROUP BY 1, 2")
    for status, is_skip, count in counted:
        (summary.skips if is_skip else summary.statuses)[status] = count
    return summary
