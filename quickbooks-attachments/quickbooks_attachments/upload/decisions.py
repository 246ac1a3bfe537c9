"""What the run log knows of a file decides what is done with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quickbooks_attachments.model.outcomes import (
    FAILED,
    SKIPPED,
    UNKNOWN,
    UPLOADED,
    Settle,
)
from quickbooks_attachments.upload.claims import Claim, claims_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quickbooks_attachments.api.attachables import Attachable
    from quickbooks_attachments.model.outcomes import State
    from quickbooks_attachments.model.work import WorkFile

FOUND = "found in QuickBooks: an earlier try had stored it"


@dataclass(frozen=True, slots=True)
class Upload:
    """Send it."""

    refused: str = ""
    """The requestid whose answer must not be replayed: QuickBooks refused the file
    under it, or does not have any longer what it stored under it."""


@dataclass(frozen=True, slots=True)
class Ask:
    """An earlier try may have stored it, or another content: ask QuickBooks first."""

    states: tuple[State, ...] = ()
    """What the run log knows of the name at its object."""

    @property
    def ids(self) -> list[str]:
        """The attachments that are asked for by their Ids."""
        return [state.intuit_id for state in self.states if state.intuit_id]

    @property
    def is_open(self) -> bool:
        """Whether QuickBooks may still be at work on an earlier try."""
        return any(state.is_open for state in self.states)


Decision = Upload | Ask | Settle


@dataclass(frozen=True, slots=True)
class Answered:
    """What QuickBooks' answer decides: of the file, and of others of its name."""

    decision: Upload | Settle
    others: tuple[tuple[State, Settle], ...] = ()

    @property
    def is_final(self) -> bool:
        """Whether a later look could not find anything else."""
        decision = self.decision
        return isinstance(decision, Settle) and decision.outcome != UNKNOWN


def _own(file: WorkFile, states: Sequence[State]) -> State | None:
    return next((s for s in states if s.sha256 == file.sha256), None)


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
    own = _own(file, states)
    if attached and same_name == "error" and not (own and own.is_open):
        return _other_content(attached[0].intuit_id)
    # A refusal that names an attachment holds only while that is there.
    is_in_doubt = any(
        s.is_open or (s.outcome == FAILED and s.intuit_id) for s in states
    )
    if is_in_doubt or check_existing:
        return Ask(tuple(states))
    return Upload(own.request_id if own else "")


def _other_content(intuit_id: str) -> Settle:
    message = (
        f"attached before with other content (Attachable {intuit_id});"
        " rename the file, or set same_name to upload"
    )
    return Settle(FAILED, message=message)


def after_asking(
    file: WorkFile,
    ask: Ask,
    attached: Sequence[Attachable],
    same_name: str,
    *,
    check_existing: bool = False,
) -> Answered:
    """Decide again, now that QuickBooks has said what the object has.

    A content is taken for attached only if it was sent: what is found is shared out
    among the contents that the run log has, never to one that was not sent.

    Args:
        file: The file.
        ask: Why QuickBooks was asked.
        attached: The attachments of the object, and those with the Ids of the log, but
            none that became another file.
        same_name: ``error`` or ``upload``: what another content is.
        check_existing: Whether a file that no log knows may be there all the same.
    """
    claims, rest = claims_of(file, ask.states, attached)
    others = tuple(
        (state, _settled(claims.get(state.sha256)))
        for state in ask.states
        if state.is_open and state.sha256 != file.sha256
    )
    own = claims.get(file.sha256)
    if own is not None:
        return Answered(_settled(own), others)
    return Answered(
        _not_found(file, ask, rest, others, same_name, check_existing), others
    )


def _settled(claim: Claim | None) -> Settle:
    """Say what became of a content that was sent."""
    if claim is None:
        return Settle(FAILED, message="it was sent, and is not in QuickBooks")
    if claim.is_doubtful:
        return Settle(UNKNOWN, message=claim.message)
    if claim.is_wrong:
        return Settle(FAILED, claim.found.id, claim.message, keeps_state=True)
    return Settle(UPLOADED, claim.found.id, claim.message or FOUND)


def _not_found(  # noqa: PLR0913, PLR0917  # all that is known
    file: WorkFile,
    ask: Ask,
    rest: Sequence[Attachable],
    others: Sequence[tuple[State, Settle]],
    same_name: str,
    check_existing: bool,  # noqa: FBT001  # its caller's
) -> Upload | Settle:
    """Decide on a file that is not there as one that was sent."""
    own = _own(file, ask.states)
    named = [one for one in rest if one.file_name == file.file_name]
    if check_existing:
        same = next((one for one in named if not one.differs_from(file)), None)
        if same is not None:
            return Settle(SKIPPED, same.id, FOUND)
    if same_name == "error":
        before = [s.intuit_id for s in ask.states if s.outcome == UPLOADED]
        before += [s.intuit_id for _, s in others if s.outcome == UPLOADED]
        if before:
            return _other_content(before[0])
        doubtful = next((s for _, s in others if s.outcome == UNKNOWN), None)
        if doubtful is not None:
            return replace(doubtful, outcome=FAILED, keeps_state=True)
        if named:
            return _foreign(named[0])
    is_gone = own is not None and bool(own.intuit_id)
    return Upload(own.request_id if own and (own.outcome == FAILED or is_gone) else "")


def _foreign(other: Attachable) -> Settle:
    message = (
        f"QuickBooks holds another file of this name ({other.size} bytes, Attachable"
        f" {other.id}): delete it there or rename the file, then run again"
    )
    return Settle(FAILED, other.id, message)
