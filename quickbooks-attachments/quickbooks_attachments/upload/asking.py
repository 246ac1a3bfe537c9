"""Finds out from QuickBooks what earlier tries have stored, before anything is sent.

It is looked at once, without waiting. What is not there then may still be under way:
it is looked for again when QuickBooks must have ended. How long that takes is measured
from this run's start, or from its own try: no clock of an earlier run is believed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quickbooks_attachments.model.outcomes import (
    SKIPPED,
    UNKNOWN,
    UPLOADED,
    Result,
    Settle,
)
from quickbooks_attachments.upload.claims import unclaimed
from quickbooks_attachments.upload.decisions import Answered, Upload, after_asking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from quickbooks_attachments.model.work import Key, WorkFile
    from quickbooks_attachments.upload.decisions import Ask
    from quickbooks_attachments.upload.sender import Tools

Asked = tuple["WorkFile", "Ask"]

_REFUSED = "QuickBooks does not say what is attached: "


def settled(file: WorkFile, decision: Settle) -> Result:
    """Make the result of a file that was settled without being sent."""
    return Result(
        file,
        decision.outcome,
        intuit_id=decision.intuit_id,
        error_message=decision.message,
        is_compared=decision.outcome == UPLOADED,
        keeps_state=decision.keeps_state,
    )


class Asking:
    """Settles what is in doubt."""

    def __init__(self, tools: Tools) -> None:
        """Begin: what earlier runs have sent is at most as old as this."""
        self._tools = tools
        self._settings = tools.settings
        self._began = tools.clocks.monotonic()

    def ask(
        self, asked: Sequence[Asked], doubts: Callable[[Key], float | None]
    ) -> tuple[list[Result], list[tuple[WorkFile, Upload]]]:
        """Give what is settled, and what is to be sent.

        Args:
            asked: Files in doubt.
            doubts: When this run itself sent a name without an outcome, if it did.
        """
        first = self._look(asked)
        again = [
            (file, ask)
            for (file, ask), found in zip(asked, first, strict=True)
            if ask.is_open and not found.is_final
        ]
        if not again:
            return self._sorted(asked, first)
        waited = {file.key for file, _ in again}
        known = [
            (one, found)
            for one, found in zip(asked, first, strict=True)
            if one[0].key not in waited
        ]
        self._wait(doubts(key) for key in waited)
        everything = [*(one for one, _ in known), *again]
        answers = [*(found for _, found in known), *self._look(again)]
        return self._sorted(everything, answers, waited)

    def _wait(self, doubts: Iterable[float | None]) -> None:
        """Give QuickBooks the time to end what it may still be working on."""
        newest = max(self._began if d is None else max(d, self._began) for d in doubts)
        spent = self._tools.clocks.monotonic() - newest
        left = self._settings.settle_seconds - spent
        if left > 0:
            self._tools.say_wait(left)
            self._tools.clocks.sleep(left)

    def _look(self, asked: Sequence[Asked]) -> list[Answered]:
        api = self._tools.api
        attached, refused = api.attached_or_refused(
            list(dict.fromkeys(file.target for file, _ in asked))
        )
        by_id = api.by_id(one for _, ask in asked for one in ask.ids)
        owners = self._tools.log.owners(
            [*by_id, *(one.id for found in attached.values() for one in found)]
        )

        def answered(file: WorkFile, ask: Ask) -> Answered:
            if (error := refused.get(file.target)) is not None:
                return Answered(Settle(UNKNOWN, "", _REFUSED + error, keeps_state=True))
            there = {one.id: one for one in attached[file.target]}
            there |= {one: by_id[one] for one in ask.ids if one in by_id}
            return after_asking(
                file,
                ask,
                unclaimed(there.values(), owners, file.key),
                self._settings.same_name,
                check_existing=self._settings.check_existing,
            )

        return [answered(file, ask) for file, ask in asked]

    def _sorted(
        self,
        asked: Sequence[Asked],
        answers: Sequence[Answered],
        waited: Iterable[Key] = (),
    ) -> tuple[list[Result], list[tuple[WorkFile, Upload]]]:
        results, sent = [], []
        final = set(waited)
        for (file, ask), found in zip(asked, answers, strict=True):
            is_last = file.key in final or not ask.is_open
            others = [
                (state, settle)
                for state, settle in found.others
                if settle.outcome == UPLOADED or (is_last and not settle.keeps_state)
            ]
            self._tools.log.settle_others(file.key, others, self._tools.now())
            if isinstance(found.decision, Settle):
                results.append(settled(file, found.decision))
            else:
                sent.append((file, found.decision))
        self._adopt(results)
        return results, sent

    def _adopt(self, results: Sequence[Result]) -> None:
        """Remember what was found, so that the next run does not ask again."""
        found = [
            Result(r.file, UPLOADED, intuit_id=r.intuit_id, is_compared=True)
            for r in results
            if r.outcome == SKIPPED
        ]
        self._tools.log.adopt(found, self._tools.now())
