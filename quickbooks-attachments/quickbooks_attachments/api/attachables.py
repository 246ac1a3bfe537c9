"""What QuickBooks says of attachments is read, whatever form it has.

A field may be null, missing or of another type: it is then not known, and never a
reason to stop. What counts as an attachment is an object with an Id.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec
from tap_quickbooks.api.jsontext import tolerate

from quickbooks_attachments.model.entity_types import type_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quickbooks_attachments.model.work import WorkFile

#: Code of a failure inside QuickBooks (API notes §7).
_SYSTEM_FAILURE = "10000"

#: What msgspec and the JSON in an answer may raise.
UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Attachable:
    """What is compared of an attachment; the rest is not read."""

    id: str
    file_name: str = ""
    size: int | None = None
    targets: frozenset[tuple[str, str]] = frozenset()

    def differs_from(self, file: WorkFile) -> str:
        """Say what is not as it was sent; empty where all is right."""
        name, size = self.file_name, self.size
        checks = (
            ("size", size, file.size, size == file.size),
            ("name", name, file.file_name, name == file.file_name),
            ("entity", sorted(self.targets), file.target, file.target in self.targets),
        )
        wrong = (
            f"{what} {is_!r}, not {sent!r}" for what, is_, sent, ok in checks if not ok
        )
        return "; ".join(wrong)

    def contradicts(self, file: WorkFile) -> bool:
        """Whether it cannot be what was sent, under whatever name it is shown."""
        return self.size not in {None, file.size} or file.target not in self.targets

    def resembles(self, file: WorkFile) -> bool:
        """Whether it may be what was sent, under a name that QuickBooks changed."""
        return (
            self.size == file.size
            and file.target in self.targets
            and _loose(self.file_name) in {"", _loose(file.file_name)}
        )


@dataclass(frozen=True, slots=True)
class FileFault:
    """Why one file of a request was not stored."""

    code: str
    text: str
    is_passing: bool
    """Whether the same file may be stored at another try."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """An answer that neither confirms a file nor refuses it."""

    text: str


Outcome = Attachable | FileFault | Unclear


def _loose(name: str) -> str:
    """Write a name as whoever changes forms, case and spaces would."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def decode(body: bytes) -> object:
    """Read JSON of any form.

    Raises:
        UNREADABLE: if it is none.
    """
    return tolerate(msgspec.json.decode, body)


def _text(value: object) -> str:
    """Give a text, or a whole number as one; all else is not known."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and value is not True else ""


def _number(value: object) -> int | None:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    said = _text(value).strip()
    return int(said) if said.isascii() and said.isdigit() else None


def _part(value: object, key: str) -> object:
    return value.get(key) if isinstance(value, dict) else None


def _listed(value: object) -> list[Any]:
    """Give a list; a single object stands for a list of it."""
    if isinstance(value, list):
        return value
    return [value] if isinstance(value, dict) else []


def read_attachable(found: object) -> Attachable | None:
    """Read an attachment; None if it has no Id by which it could be found."""
    identifier = _text(_part(found, "Id"))
    if not (identifier.isascii() and identifier.isdigit()):
        return None
    references = _listed(_part(found, "AttachableRef"))
    return Attachable(
        identifier,
        _text(_part(found, "FileName")),
        _number(_part(found, "Size")),
        frozenset(_target(_part(one, "EntityRef")) for one in references),
    )


def _target(reference: object) -> tuple[str, str]:
    said = _text(_part(reference, "type"))
    return type_of(said) or said, _text(_part(reference, "value"))


def read_outcomes(answer: object, files: Sequence[WorkFile]) -> list[Outcome]:
    """Give what became of each file of a request, in order.

    Where there are not as many elements as files, an element counts only for the file
    that it describes.
    """
    elements = _listed(_part(answer, "AttachableResponse"))
    outcomes = [_outcome(element) for element in elements]
    if len(outcomes) == len(files):
        return outcomes
    text = f"{len(files)} files were sent, {len(outcomes)} were answered for"
    stored = [one for one in outcomes if isinstance(one, Attachable)]
    return [
        next((one for one in stored if not one.differs_from(file)), Unclear(text))
        for file in files
    ]


def _outcome(element: object) -> Outcome:
    stored = read_attachable(_part(element, "Attachable"))
    if stored is not None:
        return stored
    fault = _part(element, "Fault")
    errors = [one for one in _listed(_part(fault, "Error")) if isinstance(one, dict)]
    if not errors:
        return Unclear("the answer neither confirms the file nor refuses it")
    error = errors[0]
    said = (_text(error.get("Message")), _text(error.get("Detail")))
    code = _text(error.get("code"))
    kind = _text(_part(fault, "type"))
    return FileFault(
        code,
        " ".join(part for part in said if part) or "no reason was given",
        code == _SYSTEM_FAILURE or kind.startswith("System"),
    )
