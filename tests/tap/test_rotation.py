"""Runs one after the other and side by side, killed at random: the chain lives on.

QUICKBOOKS_TOKEN_RUNS sets how many rounds of two runs there are; the long test is 50.
"""

from __future__ import annotations

import json
import logging
import os
import random
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.tap.support import REALM, stored

if TYPE_CHECKING:
    from quickbooks_simulator.client import SimulatorClient

logger = logging.getLogger(__name__)

ROUNDS = int(os.environ.get("QUICKBOOKS_TOKEN_RUNS", "8"))
EXECUTABLE = str(Path(sys.executable).with_name("tap-quickbooks"))
SEED = 20_260_101
PATIENCE_S = 120


@dataclass
class Shop:
    """One company, its settings in a file, and two runs at a time."""

    simulator: SimulatorClient
    config: dict[str, Any]
    folder: Path
    rng: random.Random = field(default_factory=lambda: random.Random(SEED))  # noqa: S311  # no secret

    def start(self, number: int) -> subprocess.Popen[bytes]:
        """Start a run whose output is kept in files."""
        path = self.folder / "config.json"
        path.write_text(json.dumps(self.config), encoding="utf-8")
        log = (self.folder / f"{number}.log").open("wb")
        with log:
            return subprocess.Popen(
                [EXECUTABLE, "--config", str(path)],
                stdout=subprocess.DEVNULL,
                stderr=log,
            )

    def round(self, number: int) -> list[int]:
        """Run two side by side, one of them perhaps killed; return the exit codes."""
        runs = [self.start(2 * number), self.start(2 * number + 1)]
        if number % 2:
            threading.Event().wait(self.rng.uniform(0.5, 2.5))
            runs[0].kill()
        return [run.wait(PATIENCE_S) for run in runs]

    def kept(self) -> str:
        """Return the refresh token in the store."""
        token = stored(self.config).load()
        assert token is not None
        return token.refresh_token

    def is_in_the_window(self) -> bool:
        """Whether a kill fell between QuickBooks' answer and the store."""
        return self.kept() != str(self.simulator.tokens(REALM)["refresh_token"])

    def connect_again(self) -> None:
        """Do what the documentation says for that case."""
        self.config["refresh_token"] = self.simulator.tokens(REALM)["refresh_token"]

    def token_statuses(self) -> list[int]:
        """Return how each token request ended."""
        return [e["status"] for e in self.simulator.log() if e["kind"] == "token"]


@pytest.mark.timeout(60 + 20 * ROUNDS)
def test_chain_survives_kills(
    simulator: SimulatorClient, config: dict[str, Any], tmp_path: Path
) -> None:
    """Rotating at every refresh, the old value dead at once: never invalid_grant."""
    simulator.switch(
        rotate="always", parallel_refresh_revokes=True, access_token_seconds=60
    )
    shop = Shop(simulator, {**config, "lookback_seconds": 60}, tmp_path)
    codes: list[int] = []
    statuses: list[int] = []
    windows = 0
    for number in range(ROUNDS):
        ended = shop.round(number)
        found = shop.token_statuses()[len(statuses) :]
        statuses += found
        if shop.is_in_the_window():
            windows += 1
            shop.connect_again()
            continue
        codes += ended
        assert set(found) <= {200}
    logger.info("%s token calls, %s kills in the window", len(statuses), windows)
    assert set(codes) <= {0, -9}
    assert codes.count(0) >= ROUNDS - 2 * windows
    assert windows <= 1 + ROUNDS // 25
    assert len(statuses) > 2 * ROUNDS
