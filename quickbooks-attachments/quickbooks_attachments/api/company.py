"""What the migration asks of QuickBooks: send files, look for them, look at targets."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tap_quickbooks.api.answers import QueryAnswer
from tap_quickbooks.api.client import BATCH_ITEMS
from tap_quickbooks.api.connect import Access
from tap_quickbooks.config.settings import read_settings
from tap_quickbooks.config.sources import with_secret_files
from tap_quickbooks.model.errors import (
    RequestRejectedError,
    UnavailableError,
    UnreadableDataError,
)
from tap_quickbooks.model.times import read_time

from quickbooks_attachments.api.attachables import (
    UNREADABLE,
    decode,
    read_attachable,
    read_outcomes,
)
from quickbooks_attachments.api.multipart import Body, boundary_of
from quickbooks_attachments.config.settings import access
from quickbooks_attachments.model.entity_types import hides_inactive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from tap_quickbooks.api.client import QuickBooksClient
    from tap_quickbooks.model.clocks import Clocks
    from tap_quickbooks.model.objects import ApiObject
    from tenacity import Retrying

    from quickbooks_attachments.api.attachables import Attachable, Outcome
    from quickbooks_attachments.files.tree import Tree
    from quickbooks_attachments.model.work import WorkFile

#: Rows in one answer (API notes §3); a batch's rows may be counted together (§5).
MOST_ROWS = 1000


@dataclass(frozen=True, slots=True)
class Stored:
    """The answer to an upload, of whatever form, and the server's clock."""

    answer: object
    server_time: datetime | None


def _read_stored(body: bytes) -> Stored:
    try:
        answer = decode(body)
    except UNREADABLE as error:
        msg = f"The answer to the upload is not what QuickBooks sends: {error}"
        raise UnavailableError(msg) from error
    said = answer.get("time") if isinstance(answer, dict) else None
    try:
        return Stored(answer, read_time(said) if isinstance(said, str) else None)
    except UnreadableDataError:
        return Stored(answer, None)  # the Date header has to do


def _read_all(found: Iterable[ApiObject]) -> list[Attachable]:
    """Read what can be read: an attachment without an Id is none of ours."""
    read = (_read(bytes(one.raw)) for one in found)
    return [one for one in read if one is not None]


def _read(raw: bytes) -> Attachable | None:
    try:
        return read_attachable(decode(raw))
    except UNREADABLE:
        return None  # nested beyond all reason: none that was sent from here


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
    return ", ".join(f"'{one}'" for one in ids)


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
    ) -> list[Outcome]:
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
        return read_outcomes(answer.content.answer, files)

    def attached_or_refused(
        self, targets: Sequence[tuple[str, str]]
    ) -> tuple[dict[tuple[str, str], list[Attachable]], dict[tuple[str, str], str]]:
        """Give all attachments of some objects; and where QuickBooks refuses to, why.

        Raises:
            RetriableAPIError: if no usable answer came.
        """
        try:
            return self.attached(targets), {}
        except RequestRejectedError as error:
            if len(targets) == 1:
                return {}, {targets[0]: str(error)}
        found: dict[tuple[str, str], list[Attachable]] = {}
        refused: dict[tuple[str, str], str] = {}
        for target in targets:
            one, why = self.attached_or_refused([target])
            found |= one
            refused |= why
        return found, refused

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
                found[target] = _read_all(answer.objects)
            else:  # cut, or the item failed: ask again alone
                found[target] = self._attached_to(target)
        return found

    def _attached_to(self, target: tuple[str, str]) -> list[Attachable]:
        found: list[ApiObject] = []
        while True:
            statement = _attached_to(target, len(found) + 1)
            rows = self._client.query(statement).content.objects
            found += rows
            if len(rows) < MOST_ROWS:
                return _read_all(found)

    def by_id(self, ids: Iterable[str]) -> dict[str, Attachable]:
        """Give attachments by Id, 1,000 in a call."""
        wanted = sorted({one for one in ids if one.isascii() and one.isdigit()})
        found: dict[str, Attachable] = {}
        for first in range(0, len(wanted), MOST_ROWS):
            statement = (
                "SELECT * FROM Attachable"  # noqa: S608  # digits
                f" WHERE Id IN ({_listed(wanted[first : first + MOST_ROWS])})"
                f" MAXRESULTS {MOST_ROWS}"
            )
            rows = self._client.query(statement).content.objects
            found |= {one.id: one for one in _read_all(rows)}
        return found

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


@contextmanager
def open_client(
    config: Mapping[str, Any], clocks: Clocks
) -> Iterator[QuickBooksClient]:
    """Give the client of the one company that the settings name, until the block ends.

    Raises:
        SettingsError: for the first thing that is wrong.
    """
    settings = read_settings(with_secret_files(access(config)))
    with closing(Access(settings, clocks)) as opened:
        yield opened.client(settings.companies[0])
