"""A file, its possible targets and the scope become one status with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from quickbooks_attachments.model.names import LONGEST_NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quickbooks_attachments.config.settings import Scope
    from quickbooks_attachments.preparation.mapping import Target

#: Every status of ``mapping_verification_log.csv``: what it means, what to do.
STATUSES = {
    "ok": ("ready for upload", "nothing"),
    "missing_file": (
        "an earlier inventory had the file, the tree has it no longer",
        "bring the file back, or leave it out",
    ),
    "symlink": (
        "a symbolic link, which is never followed",
        "put the file itself there",
    ),
    "unreadable": (
        "the file or its folder cannot be read",
        "give this user the right to read it",
    ),
    "bad_name": (
        "the name is no valid text, or longer than 1,000 characters",
        "rename the file",
    ),
    "empty_file": ("the file has no bytes", "bring the content back"),
    "not_in_layout": (
        "the path does not follow Attach/<Client>/Txn/<TxnId>/file.ext",
        "move the file, or exclude it",
    ),
    "no_legacy_id": (
        "nothing is left of the transaction id when it is normalised",
        "rename the folder, or mend legacy_id_prefixes",
    ),
    "type_not_accepted": (
        "QuickBooks accepts no file of this type",
        "convert the file (to PDF, say)",
    ),
    "too_large": (
        "the file is larger than max_file_bytes",
        "make the file smaller or split it",
    ),
    "unmapped": (
        "the mapping export has no row for the transaction",
        "add the transaction to the mapping export",
    ),
    "ambiguous": (
        "the mapping export has several targets for the transaction",
        "leave one target in the mapping export",
    ),
    "target_missing": (
        "QuickBooks has no such object (asked for where check_targets is on)",
        "mend the mapping export, or restore the object",
    ),
    "name_conflict": (
        "another file with the same name and other content goes to the same object",
        "rename one of them, or set same_name to upload",
    ),
}

#: Every reason of ``mapping_verification_skips.csv``.
SKIPS = {
    "client_not_included": "clients is set and does not name this client",
    "client_excluded": "exclude_clients names this client",
    "name_excluded": "a pattern of exclude_names fits the path or the name",
    "entity_type_not_included": "entity_types is set and does not name this type",
}

#: Inventory states that are a status of their own.
_STATES = {
    "missing": "missing_file",
    "symlink": "symlink",
    "unreadable": "unreadable",
    "bad_name": "bad_name",
    "empty": "empty_file",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """What verification looks at of one file."""

    path: str
    client: str
    legacy_txnid_raw: str
    legacy_txnid_norm: str
    file_name: str
    size: int
    mime_type: str
    state: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of a file in scope, or why it is skipped."""

    status: str
    reason: str = ""
    target: Target | None = None

    @property
    def is_skip(self) -> bool:
        """Whether configuration leaves the file out."""
        return self.status in SKIPS


def _skip(file: Candidate, scope: Scope) -> str:
    client, path, name = file.client.lower(), file.path.lower(), file.file_name.lower()
    if scope.clients and client not in scope.clients:
        return "client_not_included"
    if client in scope.exclude_clients:
        return "client_excluded"
    patterns = scope.exclude_names
    if any(fnmatchcase(path, p) or fnmatchcase(name, p) for p in patterns):
        return "name_excluded"
    return ""


def _of_file(file: Candidate, scope: Scope) -> tuple[str, str]:
    """Judge the file by itself: the first check that fails."""
    extension = file.file_name.rpartition(".")[2][:20]
    checks = (
        (_STATES.get(file.state, ""), file.state in _STATES, file.detail),
        ("not_in_layout", not file.legacy_txnid_raw, ""),
        ("no_legacy_id", not file.legacy_txnid_norm, repr(file.legacy_txnid_raw)),
        ("bad_name", len(file.file_name) > LONGEST_NAME, "over 1000 characters"),
        ("type_not_accepted", not file.mime_type, extension),
        ("too_large", file.size > scope.max_file_bytes, f"{file.size} bytes"),
    )
    failed = ((status, reason) for status, is_wrong, reason in checks if is_wrong)
    return next(failed, ("ok", ""))


def _of_targets(file: Candidate, targets: Sequence[Target]) -> tuple[str, str]:
    """Judge where the file would go."""
    if not targets:
        return "unmapped", file.legacy_txnid_norm
    return ("ok", "") if len(targets) == 1 else ("ambiguous", _targets(targets))


def _targets(targets: Sequence[Target]) -> str:
    shown = ", ".join(f"{t.entity_type} {t.entity_id}" for t in sorted(targets)[:5])
    return shown if len(targets) <= 5 else f"{shown}, … ({len(targets)} in all)"  # noqa: PLR2004  # as many as are shown


def judge(file: Candidate, targets: Sequence[Target], scope: Scope) -> Verdict:
    """Decide what becomes of a file.

    Args:
        file: The file as inventoried.
        targets: The distinct targets of its normalised transaction id.
        scope: What is to be migrated.
    """
    if skip := _skip(file, scope):
        return Verdict(skip, SKIPS[skip])
    target = targets[0] if len(targets) == 1 else None
    if target and scope.entity_types and target.entity_type not in scope.entity_types:
        return Verdict("entity_type_not_included", target.entity_type, target)
    status, reason = _of_file(file, scope)
    if status == "ok":
        status, reason = _of_targets(file, targets)
    return Verdict(status, reason, target)


def coverage_percent(ok: int, in_scope: int) -> float:
    """Give the share of the files in scope that are ready; 100 where there are none."""
    return 100.0 if in_scope == 0 else 100.0 * ok / in_scope
