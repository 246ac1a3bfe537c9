"""A worker: sends one request's files until each is settled in the run log."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tap_quickbooks.model.errors import (
    FatalAPIError,
    RequestRejectedError,
    RetriableAPIError,
    ThrottledError,
    UnavailableError,
)

from quickbooks_attachments.api.attachables import Attachable, Unclear
from quickbooks_attachments.model.errors import SourceFileError
from quickbooks_attachments.model.outcomes import FAILED, UNKNOWN, UPLOADED, Result
from quickbooks_attachments.model.progress import duration
from quickbooks_attachments.model.work import request_id
from quickbooks_attachments.upload.claims import claims_of, unclaimed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tap_quickbooks.model.clocks import Clocks

    from quickbooks_attachments.api.attachables import Outcome
    from quickbooks_attachments.api.company import AttachmentsApi
    from quickbooks_attachments.config.settings import TargetSettings
    from quickbooks_attachments.files.tree import Tree
    from quickbooks_attachments.model.work import Key, WorkFile
    from quickbooks_attachments.runlog.log import RunLog
    from quickbooks_attachments.upload.decisions import Upload

_STATUS = re.compile(r"HTTP (\d{3})")
_OK = "200"
LATE = "found in QuickBooks after an answer was lost"


@dataclass(frozen=True, slots=True)
class Tools:
    """What uploads are made with."""

    api: AttachmentsApi
    log: RunLog
    tree: Tree
    realm_id: str
    clocks: Clocks
    settings: TargetSettings
    workers: int
    """Requests under way at once."""
    on_settled: Callable[[Sequence[Result]], None]
    say: Callable[[str], None]

    def now(self) -> str:
        """Give the time for the log."""
        return self.clocks.now().isoformat()

    def say_wait(self, seconds: float) -> None:
        """Tell people why nothing happens for a while."""
        self.say(
            f"waiting {duration(seconds)} (settle_seconds): QuickBooks may still be at"
            " work on files whose outcome is not known"
        )

    def settle(self, results: Sequence[Result]) -> None:
        """Write what became of files, and count it."""
        if results:
            self.log.finish(results, self.now())
            self.on_settled(results)


@dataclass(slots=True)
class _Request:
    """Files that are not settled yet, and whether a try may have stored them."""

    files: list[WorkFile]
    is_doubtful: bool = False
    is_divided: bool = False
    """Whether some are settled: the others go under another requestid, so that
    QuickBooks would not notice that it has them."""
    request_id: str = ""
    began: float = 0.0


def _status(error: Exception) -> str:
    found = _STATUS.search(str(error))
    return found[1] if found else ""


class Sender:
    """Sends requests; safe for threads."""

    def __init__(self, tools: Tools) -> None:
        """Keep the tools."""
        self._tools = tools
        self._settle_seconds = tools.settings.settle_seconds
        # A copy: looking for files inside a try has tries of its own.
        self._retrying = tools.api.retrying.copy()
        self._refused: dict[tuple[Key, str], str] = {}
        self.doubts: dict[Key, float] = {}
        """When names were sent whose outcome this run did not find out."""

    def remember_refusals(self, sent: Sequence[tuple[WorkFile, Upload]]) -> None:
        """Let no file go again under the requestid under which it was refused.

        QuickBooks replays its first answer to an id, and may replay a refusal as well.
        """
        for file, upload in sent:
            if upload.refused:
                self._refused[file.key, file.sha256] = upload.refused

    def _request_id(self, files: Sequence[WorkFile]) -> str:
        refused = [self._refused.get((f.key, f.sha256), "") for f in files]
        return request_id(self._tools.realm_id, files, refused)

    def send(self, files: Sequence[WorkFile], *, is_doubtful: bool = False) -> None:
        """Send files and settle each; only what concerns the whole company is raised.

        Args:
            files: What goes into one request.
            is_doubtful: Whether an earlier try may have stored them.

        Raises:
            FatalAPIError: if the company cannot be written to; the files are settled.
        """
        request = _Request(list(files), is_doubtful)
        try:
            self._retrying(self._try, request)
        except SourceFileError as error:
            self._without(request, error)
        except RequestRejectedError as error:
            self._apart(request, error)
        except RetriableAPIError as error:
            self._give_up(request, error)
        except FatalAPIError as error:
            self._give_up(request, error)
            raise

    def _try(self, request: _Request) -> None:
        """Look for the files if a try may have stored them; send the others."""
        if request.is_doubtful:
            self._look(request)
        if not request.files:
            return
        tools = self._tools
        request.request_id = self._request_id(request.files)
        tools.log.begin(request.files, request.request_id, tools.now())
        request.began = tools.clocks.monotonic()
        try:
            outcomes = tools.api.upload(request.files, request.request_id, tools.tree)
        except ThrottledError:
            raise  # nothing was carried out
        except RetriableAPIError:
            request.is_doubtful = True
            raise
        self._take(request, outcomes)

    def _take(self, request: _Request, outcomes: Sequence[Outcome]) -> None:
        """Settle what the answer settles; the rest is tried again."""
        settled, again, unclear = [], [], []
        for file, outcome in zip(request.files, outcomes, strict=True):
            if isinstance(outcome, Attachable):
                settled.append(self._stored(request, file, outcome))
            elif isinstance(outcome, Unclear):
                unclear.append((file, outcome.text))
            elif outcome.is_passing:
                again.append((file, outcome.text))
            else:
                text = f"QuickBooks refuses the file: {outcome.text}"
                settled.append(self._result(request, file, FAILED, outcome.code, text))
        self._tools.settle(settled)
        self._refused |= {(f.key, f.sha256): request.request_id for f, _ in again}
        self._again(request, [*again, *unclear], is_divided=bool(settled or again))

    @staticmethod
    def _again(
        request: _Request, left: Sequence[tuple[WorkFile, str]], *, is_divided: bool
    ) -> None:
        """Keep what the answer did not settle.

        Raises:
            UnavailableError: if there is any.
        """
        request.files = [file for file, _ in left]
        if left:
            request.is_doubtful = True
            request.is_divided = request.is_divided or is_divided
            msg = f"QuickBooks has not confirmed all files: {left[0][1]}"
            raise UnavailableError(msg)

    def _stored(self, request: _Request, file: WorkFile, stored: Attachable) -> Result:
        differs = stored.differs_from(file)
        if differs:
            text = f"QuickBooks stored it otherwise: {differs}"
            return self._result(request, file, UNKNOWN, _OK, text, stored.id)
        return self._result(request, file, UPLOADED, _OK, "", stored.id)

    def _look(self, request: _Request) -> None:
        """Ask QuickBooks which of the files it has.

        To send all of them again under the same requestid is safe. If some of them are
        settled, it may be at work on the others: they wait until it must have ended.
        """
        before = len(request.files)
        self._settle_found(request, is_last=False)
        if request.files and (request.is_divided or len(request.files) < before):
            self._tools.say_wait(self._settle_seconds)
            self._tools.clocks.sleep(self._settle_seconds)
            self._settle_found(request, is_last=True)

    def _settle_found(self, request: _Request, *, is_last: bool) -> None:
        tools = self._tools
        found = tools.api.attached(list(dict.fromkeys(f.target for f in request.files)))
        states = tools.log.states([file.key for file in request.files])
        owners = tools.log.owners([one.id for some in found.values() for one in some])
        settled, rest = [], []
        for file in request.files:
            there = unclaimed(found[file.target], owners, file.key)
            claim = claims_of(file, states.get(file.key, ()), there)[0].get(file.sha256)
            if claim is None or (claim.is_doubtful and not is_last):
                rest.append(file)
            elif claim.is_doubtful:
                text = claim.message
                settled.append(self._result(request, file, UNKNOWN, "", text))
            else:
                settled.append(self._found(request, file, claim.found))
        tools.settle(settled)
        request.files = rest

    def _found(self, request: _Request, file: WorkFile, stored: Attachable) -> Result:
        result = self._result(request, file, UPLOADED, _OK, LATE, stored.id)
        return replace(result, is_compared=True)

    def _without(self, request: _Request, error: SourceFileError) -> None:
        """Give one file up, and send the others."""
        bad = [file for file in request.files if file.path == error.path]
        rest = [file for file in request.files if file.path != error.path]
        outcome = UNKNOWN if request.is_doubtful else FAILED
        self._tools.settle(
            [self._result(request, f, outcome, "", str(error)) for f in bad]
        )
        if rest:
            self.send(rest, is_doubtful=request.is_doubtful)

    def _apart(self, request: _Request, error: RequestRejectedError) -> None:
        """Find out by single requests which file QuickBooks refuses."""
        if len(request.files) == 1:
            self._give_up(request, error)
            return
        for file in request.files:
            self.send([file], is_doubtful=request.is_doubtful)

    def _give_up(self, request: _Request, error: Exception) -> None:
        outcome = UNKNOWN if request.is_doubtful else FAILED
        # The tap's advice is for whoever reads; the log's reader has the README's.
        code, text = _status(error), str(error).partition("; to do:")[0]
        self._tools.settle(
            [self._result(request, f, outcome, code, text) for f in request.files]
        )

    def _result(  # noqa: PLR0913, PLR0917  # the facts of one row
        self,
        request: _Request,
        file: WorkFile,
        outcome: str,
        code: str,
        text: str,
        intuit_id: str = "",
    ) -> Result:
        if outcome == UNKNOWN:
            self.doubts[file.key] = self._tools.clocks.monotonic()
        spent = self._tools.clocks.monotonic() - request.began if request.began else 0.0
        return Result(
            file,
            outcome,
            code,
            intuit_id,
            text,
            round(spent * 1000),
            request.request_id,
        )
