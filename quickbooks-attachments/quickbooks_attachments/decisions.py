"""What the run log knows of a file decides what is done with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quickbooks_attachments.runlog import FAILED, SKIPPED, STARTED, UNKNOWN, UPLOADED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quickbooks_attachments.api import Attachable
    from quickbooks_attachments.runlog import State
    from quickbooks_attachments.work import WorkFile


@dataclass(frozen=True, slots=True)
class Upload:
    """Send it."""


@dataclass(frozen=True, slots=True)
class Ask:
    """An earlier try may have stored it: ask QuickBooks first."""

    since: str = ""
    """When the earlier try began; empty if there was none."""
    others: frozenset[str] = frozenset()
    """Attachments of the same name that are known to be other contents."""


@dataclass(frozen=True, slots=True)
class Settle:
    """It is settled without sending anything."""

    outcome: str
    intuit_id: str = ""
    message: str = ""


Decision = Upload | Ask | Settle

SEND = Upload()


def decide(
    file: WorkFile, states: Sequence[State], same_name: str, *, check_existing: bool
) -> Decision:
    """Decide what to do with a file.

    Args:
        file: The file.
        states: What the run log knows of its name at its object.
        same_name: ``error`` or ``upload``: what another content is.
        check_existing: Whether QuickBooks is asked even if nothing is known.
    """
    attached = [s for s in states if s.outcome == UPLOADED]
    for state in attached:
        if state.sha256 in {file.sha256, ""}:  # an imported log has no sha256
            return Settle(SKIPPED, state.intuit_id)
    others = frozenset(s.intuit_id for s in attached if s.intuit_id)
    if attached and same_name == "error":
        message = (
            f"attached before with other content (Attachable {attached[0].intuit_id});"
            " rename the file, or set same_name to upload"
        )
        return Settle(FAILED, message=message)
    for state in states:
        if state.outcome in {STARTED, UNKNOWN}:
            return Ask(state.time, others)
    return Ask(others=others) if check_existing else SEND


def after_asking(
    file: WorkFile, ask: Ask, attached: Sequence[Attachable], same_name: str
) -> Decision:
    """Decide again, now that QuickBooks has said what the object has.

    Args:
        file: The file.
        ask: Why QuickBooks was asked.
        attached: All attachments of the object.
        same_name: ``error`` or ``upload``: what another content is.
    """
    found = matching(file, attached, ask.others)
    if found is not None:
        message = "found in QuickBooks: an earlier try had stored it"
        return Settle(UPLOADED if ask.since else SKIPPED, found.Id, message)
    names = (a for a in attached if a.FileName == file.file_name)
    other = next((a for a in names if a.Id not in ask.others), None)
    if other is None or same_name == "upload":
        return SEND
    message = (
        f"QuickBooks holds another file of this name ({other.Size} bytes, Attachable"
        f" {other.Id}): delete it there or rename the file, then run again"
    )
    return Settle(FAILED, other.Id, message)


def matching(
    file: WorkFile, attached: Sequence[Attachable], others: frozenset[str]
) -> Attachable | None:
    """Find the attachment that a file became: the same name, size and object."""
    for one in attached:
        if one.Id not in others and not one.differs_from(file):
            return one
    return None
