"""Each value of each kind of answer, made odd in each way: no neighbour is lost."""

from __future__ import annotations

import os
import random
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.oddities.generator import KINDS, Path, paths
from tests.oddities.proxy import ENTITIES, Oddity, odd_quickbooks
from tests.tap.harness import NOON, REALM, Runner, Target, at, invoices, truth

if TYPE_CHECKING:
    from quickbooks_simulator.client import SimulatorClient

#: A sample of so many of an answer's values; ``ODDITIES=all`` takes each of them.
SAMPLE = 25
ANSWERS = ("batch", "query", "cdc", "bearer")


@dataclass
class _Recorder(Oddity):
    """Changes nothing, and keeps what it saw."""

    seen: list[Any] = field(default_factory=list)

    def apply(self, answer: Any) -> Any:  # noqa: ANN401  # whatever JSON holds
        self.seen.append(answer)
        return answer


def _seed(simulator: SimulatorClient) -> Runner:
    simulator.switch(throttle=False)
    simulator.set_clock(at(NOON))
    company = simulator.seed(REALM, customers=2, items=2, invoices=0, seed=3)
    simulator.put_objects(REALM, "Invoice", invoices(3, NOON - timedelta(days=9)))
    return Runner(simulator, company)


def _edit(simulator: SimulatorClient) -> None:
    simulator.advance(3600)
    simulator.mutate(
        REALM,
        {"op": "update", "entity": "Invoice", "id": "1", "changes": {"DocNumber": "x"}},
        {"op": "update", "entity": "Invoice", "id": "2", "changes": {"DocNumber": "y"}},
        {"op": "update", "entity": "Item", "id": "1", "changes": {"Description": "z"}},
        {"op": "delete", "entity": "Invoice", "id": "3"},
    )
    simulator.advance(3600)


def _live(simulator: SimulatorClient, odd: Oddity) -> tuple[Target, list[str]]:
    """Sync twice, the company changing in between; give what was loaded and said."""
    runner = _seed(simulator)
    target, said = Target(), []
    with odd_quickbooks(simulator.url, {REALM: odd}) as proxy:
        proxy.realm_of_token = {runner.company.refresh_token: REALM}
        where: dict[str, Any] = {
            "api_url": proxy.url,
            "token_url": f"{proxy.url}/oauth2/v1/tokens/bearer",
            # pages asked for alone, or in a batch
            "page_size": 2 if odd.answer == "query" else 1000,
        }
        for happens in (lambda _: None, _edit):
            happens(simulator)
            sync = runner.sync(target.state, max_retries=1, **where)
            target.load(sync)
            said.append(str(sync.error or ""))
    runner.close()
    return target, said


def _cases(simulator: SimulatorClient, answer: str) -> list[tuple[Path, str]]:
    recorder = _Recorder(0, answer, "")
    _live(simulator, recorder)
    found = {path for seen in recorder.seen for path in paths(seen)}
    cases = [(path, kind) for path in sorted(found, key=str) for kind in KINDS]
    if os.environ.get("ODDITIES") != "all":
        cases = random.Random(answer).sample(cases, SAMPLE)  # noqa: S311  # the same each time
    return cases


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.timeout(7200)
def test_odd_values_cost_no_neighbour(simulator: SimulatorClient, answer: str) -> None:
    """What is not in the odd object arrives, or its stream is named as failed."""
    wrong = []
    for path, kind in _cases(simulator, answer):
        simulator.reset()
        odd = Oddity(0, answer, kind, path)
        target, said = _live(simulator, odd)
        for entity in ENTITIES:
            loaded = target.present(entity)
            lost = {
                key
                for key, thing in truth(simulator, entity).items()
                if (entity, key) not in odd.touched and loaded.get(key) != thing
            }
            if odd.says_nothing_changed:
                continue
            if lost and (odd.must_be_whole or not any(said)):
                wrong.append((path, kind, entity, lost, said))
    assert not wrong
