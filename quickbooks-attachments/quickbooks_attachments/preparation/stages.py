"""Everything before an upload, stage by stage: inventory, mapping, verification."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from quickbooks_attachments.files.storage import open_tree
from quickbooks_attachments.model.errors import CoverageError
from quickbooks_attachments.preparation import verdicts
from quickbooks_attachments.preparation.inventory import Tools, take_inventory
from quickbooks_attachments.preparation.mapping_source import read_rows
from quickbooks_attachments.preparation.workdb import WorkDB

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from quickbooks_attachments.config.settings import TapSettings
    from quickbooks_attachments.preparation.verdicts import Summary

    Existing = Callable[[str, list[str]], frozenset[str]]

INVENTORY_CSV = "attachments_inventory.csv"
WORK_FILE = "attachments_work.sqlite"


@contextmanager
def tools_for(
    settings: TapSettings,
    monotonic: Callable[[], float],
    say: Callable[[str], None],
) -> Iterator[Tools]:
    """Open the working file and the tree."""
    db = WorkDB(settings.log_dir / WORK_FILE)
    tree = open_tree(settings.files_url)
    try:
        yield Tools(db, tree, settings.rules, settings.threads, monotonic, say)
    finally:
        db.close()


def inventory(settings: TapSettings, tools: Tools) -> int:
    """Carry out the first stage."""
    return take_inventory(tools, settings.data_dir / INVENTORY_CSV)


def verification(
    settings: TapSettings, tools: Tools, realm_id: str, existing: Existing | None
) -> Summary:
    """Carry out the stages up to the logs of the verification.

    The inventory is brought up to date first: what has not changed is not read again.

    Args:
        settings: The tap's.
        tools: Working file and tree.
        realm_id: The company.
        existing: Asks QuickBooks for targets, where check_targets is on.

    Raises:
        CoverageError: if too few files are ready; the logs are written.
    """
    inventory(settings, tools)
    rows = read_rows(settings.mapping_url, settings.mapping_table)
    verdicts.load_mapping(tools.db, rows, tools, settings.mapping_columns)
    verdicts.judge_all(tools, settings.scope)
    if existing is not None:
        verdicts.mark_missing(tools, existing)
    if settings.same_name == "error":
        verdicts.mark_conflicts(tools.db)
    summary = verdicts.write_logs(tools.db, realm_id, settings.log_dir)
    for line in summary.lines():
        tools.say(line)
    _check_coverage(summary, settings)
    return summary


def _check_coverage(summary: Summary, settings: TapSettings) -> None:
    if summary.coverage < settings.fail_under:
        msg = (
            f"Only {summary.coverage:.2f} % of the files in scope are ready, fail_under"
            f" asks for {settings.fail_under:g} %: nothing is handed on; see"
            f" {settings.log_dir / verdicts.LOG_CSV}"
        )
        raise CoverageError(msg)
