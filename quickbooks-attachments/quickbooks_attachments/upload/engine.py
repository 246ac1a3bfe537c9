"""The migration's engine: decides, packs, hands to workers, reads back, sums up."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from threading import BoundedSemaphore, Lock
from typing import TYPE_CHECKING

from quickbooks_attachments.model.outcomes import UNKNOWN, Result, Settle
from quickbooks_attachments.model.work import groups
from quickbooks_attachments.upload.asking import Asking, settled
from quickbooks_attachments.upload.decisions import Ask, Upload, decide
from quickbooks_attachments.upload.sender import Sender

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quickbooks_attachments.model.work import Key, WorkFile
    from quickbooks_attachments.upload.sender import Tools

#: Attachments compared in one call (API notes §3).
READ_BACK = 1000

STOPPED = "the run was stopped before QuickBooks had answered"


@dataclass(slots=True)
class Plan:
    """What is to be done with some files."""

    settled: list[Result] = field(default_factory=list)
    asked: list[tuple[WorkFile, Ask]] = field(default_factory=list)
    sent: list[tuple[WorkFile, Upload]] = field(default_factory=list)


def plan_of(files: Sequence[WorkFile], tools: Tools) -> Plan:
    """Decide on each file, by what the run log knows of its name."""
    plan, settings = Plan(), tools.settings
    states = tools.log.states([file.key for file in files]) if files else {}
    for file in files:
        known, check = states.get(file.key, ()), settings.check_existing
        decision = decide(file, known, settings.same_name, check_existing=check)
        if isinstance(decision, Settle):
            plan.settled.append(settled(file, decision))
        elif isinstance(decision, Ask):
            plan.asked.append((file, decision))
        else:
            plan.sent.append((file, decision))
    return plan


class Uploader:
    """Takes verified files; ``finish`` returns when each is settled."""

    def __init__(self, tools: Tools) -> None:
        """Start the workers; nothing is sent yet."""
        self._tools = tools
        self._sender = Sender(tools)
        self._asking = Asking(tools)
        self._pool = ThreadPoolExecutor(tools.workers, "upload")
        # So many requests wait or are under way: memory stays small.
        self._room = BoundedSemaphore(2 * tools.workers)
        self._lock = Lock()
        self._under_way: set[Key] = set()
        self._requests: dict[Future[None], list[WorkFile]] = {}
        self._held: list[WorkFile] = []
        self._error: BaseException | None = None
        self._since_read_back = 0

    def submit(self, files: Sequence[WorkFile]) -> None:
        """Settle or send files; waits while too many are under way.

        Raises:
            FatalAPIError: if a worker found that the company cannot be written to.
        """
        self._raise_error()
        plan = plan_of(self._claimed(files), self._tools)
        self._settle(plan.settled)
        self._ask(plan)
        settings = self._tools.settings
        self._sender.remember_refusals(plan.sent)
        for group in groups(
            [file for file, _ in plan.sent],
            settings.files_per_request,
            settings.bytes_per_request,
        ):
            self._start(group)
        self._since_read_back += len(plan.sent)
        if self._since_read_back >= READ_BACK:
            self._since_read_back = 0
            self._read_back()

    def finish(self) -> None:
        """Wait until every file is settled and compared.

        Raises:
            FatalAPIError: if a worker found that the company cannot be written to.
        """
        self._drain()
        while self._held:
            held, self._held = self._held, []
            self.submit(held)
            self._drain()
        while self._read_back():
            continue

    def close(self, most_seconds: float | None = None) -> None:
        """Begin no other request, and let those under way end.

        Args:
            most_seconds: After so long, those are given up: their files are unknown.
        """
        self._pool.shutdown(wait=False, cancel_futures=True)
        ended = wait(list(self._requests), most_seconds)
        late = [self._requests.get(future, []) for future in ended.not_done]
        given_up = [
            Result(file, UNKNOWN, error_message=STOPPED)
            for group in late
            for file in group
        ]
        self._tools.log.abandon(given_up, self._tools.now())

    def _claimed(self, files: Sequence[WorkFile]) -> list[WorkFile]:
        """Claim names; a name that is under way is looked at again in the end."""
        claimed = []
        with self._lock:
            for file in files:
                if file.key in self._under_way:
                    self._held.append(file)
                else:
                    self._under_way.add(file.key)
                    claimed.append(file)
        return claimed

    def _settle(self, results: Sequence[Result]) -> None:
        self._tools.settle(results)
        self._release([result.file for result in results])

    def _ask(self, plan: Plan) -> None:
        """Find out what earlier tries have stored, and plan the rest."""
        if plan.asked:
            results, sent = self._asking.ask(plan.asked, self._sender.doubts.get)
            plan.sent += sent
            self._settle(results)

    def _start(self, group: list[WorkFile]) -> None:
        self._room.acquire()
        self._raise_error()
        future = self._pool.submit(self._sender.send, group)
        self._requests[future] = group
        future.add_done_callback(lambda done: self._ended(done, group))

    def _ended(self, done: Future[None], group: Sequence[WorkFile]) -> None:
        self._release(group)
        self._requests.pop(done, None)
        if not done.cancelled() and (error := done.exception()) is not None:
            self._error = self._error or error
        self._room.release()

    def _release(self, files: Sequence[WorkFile]) -> None:
        with self._lock:
            self._under_way.difference_update(file.key for file in files)

    def _raise_error(self) -> None:
        if self._error is not None:
            raise self._error

    def _drain(self) -> None:
        for _ in range(2 * self._tools.workers):
            self._room.acquire()
        for _ in range(2 * self._tools.workers):
            self._room.release()
        self._raise_error()

    def _read_back(self) -> bool:
        """Compare uploads with what QuickBooks says; whether there were any."""
        tools = self._tools
        uploads = tools.log.not_read_back(READ_BACK)
        if not uploads:
            return False
        found = tools.api.by_id(upload.intuit_id for upload in uploads)
        results = []
        for upload in uploads:
            stored = found.get(upload.intuit_id)
            differs = (
                "it is not there"
                if stored is None
                else stored.differs_from(upload.file)
            )
            results.append(upload if not differs else _differing(upload, differs))
        tools.log.mark_read_back(results, tools.now())
        return True


def _differing(upload: Result, differs: str) -> Result:
    text = f"read back, Attachable {upload.intuit_id}: {differs}"
    return replace(upload, outcome=UNKNOWN, status_code="", error_message=text)


class Trial:
    """A dry run: the same decisions, counted, and nothing sent or written."""

    def __init__(self, tools: Tools) -> None:
        """Begin to count."""
        self._tools = tools
        self.counts: Counter[str] = Counter()

    def submit(self, files: Sequence[WorkFile]) -> None:
        """Decide on files."""
        plan = plan_of(files, self._tools)
        self.counts["would be uploaded"] += len(plan.sent)
        self.counts["would be asked for in QuickBooks first"] += len(plan.asked)
        for result in plan.settled:
            self.counts[f"would be {result.outcome}"] += 1

    def finish(self) -> None:
        """Do nothing: nothing is under way."""

    def close(self, _most_seconds: float | None = None) -> None:
        """Do nothing: nothing was started."""
