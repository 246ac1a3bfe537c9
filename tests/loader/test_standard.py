"""The SDK's standard target tests, on a real server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from singer_sdk.testing import SuiteConfig, get_target_test_class
from singer_sdk.testing.runners import TargetTestRunner
from target_postgres_copy.target import TargetPostgresCopy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Database


class ClosingRunner(TargetTestRunner):
    """Closes the connections of targets that a test lets fail."""

    made: list[TargetPostgresCopy]

    def new_target(self) -> TargetPostgresCopy:
        """Return a new target, to be closed after the test."""
        target = super().new_target()
        if not isinstance(target, TargetPostgresCopy):
            raise TypeError(target)
        self.made.append(target)
        return target


Standard = get_target_test_class(TargetPostgresCopy, config={})


class TestStandard(Standard):  # type: ignore[valid-type,misc]  # made at run time
    """All of them pass, where a bad record stops the run as in the stock target."""

    @pytest.fixture
    def runner(
        self, database: Database, config: SuiteConfig
    ) -> Iterator[ClosingRunner]:
        """Run each test in a database of its own."""
        settings: dict[str, Any] = {
            "sqlalchemy_url": database.url,
            "default_target_schema": "standard",
            "on_bad_record": "fail",
        }
        runner = ClosingRunner(
            target_class=TargetPostgresCopy, config=settings, suite_config=config
        )
        runner.made = []
        yield runner
        for target in runner.made:
            target.target_connector.session.close()
            target.target_connector._engine.dispose()
