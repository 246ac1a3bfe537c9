"""What the migration asks of QuickBooks: send files, look for them, look at targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from tap_quickbooks.answers import QueryAnswer, read_time
from tap_quickbooks.client import BATCH_ITEMS
from tap_quickbooks.errors import UnavailableError

from quickbooks_attachments.entity_types import hides_inactive
from quickbooks_attachments.multipart import Body, boundary_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from tap_quickbooks.answers import ApiObject
    from tap_quickbooks.client import QuickBooksClient
    from tenacity import Retrying

    from quickbooks_attachments.storage import Tree
    from quickbooks_attachments.work import WorkFile

#: Rows in one answer (API notes §3); a batch's rows may be counted together (§5).
MOST_ROWS = 1000


class _Ref(msgspec.Struct):
    type: str = ""
    value: str = ""


class _AttachableRef(msgspec.Struct):
    EntityRef: _Ref = msgspec.field(default_factory=_Ref)


class Attachable(msgspec.Struct):
    """What is compared of an attachment; the rest is not read."""

    Id: str
    FileName: str = ""
    Size: int = -1
    AttachableRef: list[_AttachableRef] = []

    def differs_from(self, file: WorkFile) -> str:
        """Say what is not as it was sent; empty where all is right."""
        refs = {(ref.EntityRef.type, ref.EntityRef.value) for ref in self.AttachableRef}
        checks = (
            ("size", self.Size, file.size, self.Size == file.size),
            ("name", self.FileName, file.file_name, self.FileName == file.file_name),
            ("entity", sorted(refs), file.target, file.target in refs),
        )
        wrong = (
            f"{what} {is_!r}, not {sent!r}" for what, is_, sent, ok in checks if not ok
        )
        return "; ".join(wrong)


class FileFault(msgspec.Struct):
    """Why one file of a request was not stored."""

    code: str
    text: str
    is_passing: bool
    """Whether the same file may be stored at another try."""


class _Error(msgspec.Struct):
    Message: str | None = None
    Detail: str | None = None
    code: str = ""


class _Fault(msgspec.Struct):
    Error: list[_Error] = []
    type: str = ""


class _Element(msgspec.Struct):
    Attachable: Attachable | None = None
    Fault: _Fault | None = None


class Stored(msgspec.Struct):
    """The answer to an upload: an outcome per file, in order."""

    AttachableResponse: list[_Element]
    time: str | None = None

    @property
    def server_time(self) -> datetime | None:
        """The server's clock, which the client asks every answer for."""
        return read_time(self.time) if self.time else None

    def outcomes(self) -> list[Attachable | FileFault]:
        """Give what became of each file."""
        return [_outcome(element) for element in self.AttachableResponse]


#: Code of a failure inside QuickBooks (API notes §7).
_SYSTEM_FAILURE = "10000"


def _outcome(element: _Element) -> Attachable | FileFault:
    if element.Attachable is not None:
        return element.Attachable
    fault = element.Fault or _Fault()
    error = fault.Error[0] if fault.Error else _Error("no reason was given")
    text = " ".join(part for part in (error.Message, error.Detail) if part)
    passing = error.code == _SYSTEM_FAILURE or fault.type.startswith("System")
    return FileFault(error.code, text, passing)


_stored = msgspec.json.Decoder(Stored, strict=False)
_attachable = msgspec.json.Decoder(Attachable, strict=False)


def _read_stored(body: bytes) -> Stored:
    try:
        return _stored.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        msg = f"The answer to the upload is not what QuickBooks sends: {error}"
        raise UnavailableError(msg) from error


def _read_attachable(found: ApiObject) -> Attachable:
    try:
        return _attachable.decode(bytes(found.raw))
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        msg = f"An attachment is not what QuickBooks sends: {error}"
        raise UnavailableError(msg) from error


def _attached_to(target: tuple[str, str], position: int = 1) -> str:
    """Ask for one object's attachments; Ids are unique per type only (§10)."""
    entity_type, entity_id = target
    return (
        "SELECT * FROM Attachable"  # noqa: S608  # a known type and digits
        f" WHERE AttachableRef.EntityRef.Type = '{entity_type}'"
        f" AND AttachableRef.EntityRef.value = '{entity_id}'"
        f" STARTPOSITION {position} MAXRESULTS {MOST_ROWS}"
    )


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(f"'{one}'" for one in ids if one.isdigit())


class AttachmentsApi:
    """Uploads and look-ups of one company, through the tap's client."""

    def __init__(self, client: QuickBooksClient) -> None:
        """Keep the client: its limiter holds for all of this."""
        self._client = client

    @property
    def retrying(self) -> Retrying:
        """The client's retry policy."""
        return self._client.retrying

    def upload(
        self, files: Sequence[WorkFile], request_id: str, tree: Tree
    ) -> list[Attachable | FileFault]:
        """Send files in one request, once, and give what became of each.

        Raises:
            SourceFileError: if a file is not what was inventoried; nothing is stored.
            FatalAPIError: if QuickBooks refuses the request.
            RetriableAPIError: if it failed; unless throttled, files may be stored.
        """
        boundary = boundary_of(request_id)
        opened: list[Body] = []

        def open_body() -> Body:
            opened.append(Body(files, boundary, tree))
            return opened[-1]

        try:
            answer = self._client.upload(
                open_body,
                f"multipart/form-data; boundary={boundary}",
                request_id,
                f"upload of {len(files)} files to {files[0].entity_type}"
                f" {files[0].entity_id} (requestid {request_id})",
                _read_stored,
            )
        finally:
            for body in opened:
                body.close()
        outcomes = answer.content.outcomes()
        if len(outcomes) != len(files):
            msg = f"{len(files)} files were sent, {len(outcomes)} were answered for"
            raise UnavailableError(msg)
        return outcomes

    def attached(
        self, targets: Sequence[tuple[str, str]]
    ) -> dict[tuple[str, str], list[Attachable]]:
        """Give all attachments of some objects, 30 objects in a call."""
        found: dict[tuple[str, str], list[Attachable]] = {}
        for first in range(0, len(targets), BATCH_ITEMS):
            found |= self._attached(targets[first : first + BATCH_ITEMS])
        return found

    def _attached(
        self, targets: Sequence[tuple[str, str]]
    ) -> dict[tuple[str, str], list[Attachable]]:
        if len(targets) == 1:
            return {targets[0]: self._attached_to(targets[0])}
        batch = self._client.batch([_attached_to(target) for target in targets])
        answers = [batch.content.get(str(n)) for n in range(len(targets))]
        rows = sum(len(a.objects) for a in answers if isinstance(a, QueryAnswer))
        found = {}
        for target, answer in zip(targets, answers, strict=True):
            if isinstance(answer, QueryAnswer) and rows < MOST_ROWS:
                found[target] = [_read_attachable(one) for one in answer.objects]
            else:  # cut, or the item failed: ask again alone
                found[target] = self._attached_to(target)
        return found

    def _attached_to(self, target: tuple[str, str]) -> list[Attachable]:
        found: list[Attachable] = []
        while True:
            statement = _attached_to(target, len(found) + 1)
            rows = self._client.query(statement).content.objects
            found += [_read_attachable(one) for one in rows]
            if len(rows) < MOST_ROWS:
                return found

    def read_back(self, ids: Sequence[str]) -> dict[str, Attachable]:
        """Give attachments by Id, up to 1,000 in a call."""
        statement = (
            f"SELECT * FROM Attachable WHERE Id IN ({_listed(ids)})"  # noqa: S608  # digits
            f" MAXRESULTS {MOST_ROWS}"
        )
        rows = self._client.query(statement).content.objects
        return {one.id: _read_attachable(one) for one in rows}

    def existing(self, entity_type: str, ids: Sequence[str]) -> frozenset[str]:
        """Give those Ids of an entity type that are there, up to 1,000 in a call."""
        active = " AND Active IN (true, false)" if hides_inactive(entity_type) else ""
        statement = (
            f"SELECT Id FROM {entity_type} WHERE Id IN ({_listed(ids)}){active}"  # noqa: S608  # digits
            f" MAXRESULTS {MOST_ROWS}"
        )
        rows = self._client.query(statement).content.objects
        return frozenset(one.id for one in rows)

    def some_ids(self, entity_type: str) -> list[str]:
        """Give up to 1,000 Ids of an entity type."""
        statement = f"SELECT Id FROM {entity_type} MAXRESULTS {MOST_ROWS}"  # noqa: S608  # a known type
        return [one.id for one in self._client.query(statement).content.objects]
