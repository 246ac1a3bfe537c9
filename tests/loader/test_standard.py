"""The SDK's standard target tests, on a real server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from singer_sdk.testing import SuiteConfig, get_target_test_class
from singer_sdk.testing.runners import TargetTestRunner
from target_postgres_copy.target import TargetPostgresCopy

if TYPE_CHECKING:
    from tests.conftest import Database

Standard = get_target_test_class(TargetPostgresCopy, config={})


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
class TestStandard(Standard):  # type: ignore[valid-type,misc]  # made at run time
    """All of them pass, where a bad record stops the run as in the stock target."""

    @pytest.fixture
    def runner(self, database: Database, config: SuiteConfig) -> TargetTestRunner:
        """Run each test in a database of its own."""
        settings: dict[str, Any] = {
            "sqlalchemy_url": database.url,
            "default_target_schema": "standard",
            "on_bad_record": "fail",
        }
        return TargetTestRunner(
            target_class=TargetPostgresCopy, config=settings, suite_config=config
        )
