"""Which attachment is which of the contents that were sent under one name.

QuickBooks shows no checksum. What is there is known by its Id, where an answer gave
one; else by name, size and object, if there are as many as contents of that size.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quickbooks_attachments.model.outcomes import FAILED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quickbooks_attachments.api.attachables import Attachable
    from quickbooks_attachments.model.outcomes import State
    from quickbooks_attachments.model.work import Key, WorkFile


@dataclass(frozen=True, slots=True)
class Claim:
    """What a content became, or may have become."""

    found: Attachable
    message: str = ""
    is_wrong: bool = False
    """Whether QuickBooks has it otherwise than it was sent."""
    is_doubtful: bool = False
    """Whether it cannot be told from here."""


def claims_of(
    file: WorkFile, states: Sequence[State], attached: Sequence[Attachable]
) -> tuple[dict[str, Claim], list[Attachable]]:
    """Share out what is there among the contents that were sent.

    Args:
        file: A file of the name.
        states: All contents of the name that the run log knows.
        attached: What is there, less what became another file.

    Returns:
        By sha256 what each content that is open became; and what is left.
    """
    settled = {s.intuit_id for s in states if not s.is_open and s.outcome != FAILED}
    free = {one.id: one for one in attached if one.id not in settled}
    claims: dict[str, Claim] = {}
    contents = {s.sha256: _sent(file, s) for s in states if s.is_open}
    for state in states:
        if state.is_open and state.intuit_id in free:
            found = free.pop(state.intuit_id)
            claims[state.sha256] = _by_id(contents.pop(state.sha256), found)
    for size in sorted({content.size for content in contents.values()}):
        alike = {sha: c for sha, c in contents.items() if c.size == size}
        claims |= _by_name(alike, free)
    return claims, list(free.values())


def _sent(file: WorkFile, state: State) -> WorkFile:
    size = file.size if state.size is None else state.size
    return replace(file, sha256=state.sha256, size=size)


def _by_id(sent: WorkFile, found: Attachable) -> Claim:
    """Judge the attachment whose Id QuickBooks answered to the upload."""
    differs = found.differs_from(sent)
    if found.contradicts(sent):
        message = (
            f"QuickBooks has it otherwise than it was sent: {differs}; mend or delete"
            f" it there (Attachable {found.id}), then run again"
        )
        return Claim(found, message, is_wrong=True)
    message = f"found in QuickBooks by its Id, where it is shown otherwise: {differs}"
    return Claim(found, message if differs else "")


def _by_name(
    contents: dict[str, WorkFile], free: dict[str, Attachable]
) -> dict[str, Claim]:
    """Find contents of one size; as many as there are, or none for sure."""
    sent = next(iter(contents.values()))
    same = [one for one in free.values() if not one.differs_from(sent)]
    if len(same) >= len(contents):
        pairs = dict(zip(contents, same, strict=False))
        _take(free, pairs.values())
        return {sha: Claim(found) for sha, found in pairs.items()}
    if same:
        message = (
            f"{len(contents)} contents of this name and size were sent, QuickBooks has"
            f" {len(same)} (Attachable {same[0].id}): look which it is, delete it"
            " there, then run again"
        )
    else:
        same = [one for one in free.values() if one.resembles(sent)]
        shown = same[0].file_name if same else ""
        message = (
            f"QuickBooks has a file of this size under the name {shown!r} (Attachable"
            f" {same[0].id if same else ''}): if it is this one, give it its name"
            " there, else delete it, then run again"
        )
    _take(free, same)
    return {sha: Claim(same[0], message, is_doubtful=True) for sha in contents if same}


def _take(free: dict[str, Attachable], taken: Iterable[Attachable]) -> None:
    for one in taken:
        del free[one.id]


def unclaimed(
    attached: Iterable[Attachable], owners: dict[str, Key], key: Key
) -> list[Attachable]:
    """Leave out what became a file of another name."""
    return [one for one in attached if owners.get(one.id, key) == key]
