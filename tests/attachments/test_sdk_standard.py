"""The SDK's standard tests for every stream, on a small tree."""

from __future__ import annotations

from typing import Any

import pytest
from quickbooks_attachments.demo import data
from quickbooks_attachments.tap import TapAttachments
from singer_sdk.testing.config import SuiteConfig
from singer_sdk.testing.factory import TapTestClassFactory

from tests.attachments.bench import REALM

#: Filled in before the first test; the standard tests are made when this is imported.
CONFIG: dict[str, Any] = {"realm_id": REALM}

Standard = TapTestClassFactory(TapAttachments, config=CONFIG).new_test_class(
    suite_config=SuiteConfig(), parse_env_config=False
)


@pytest.fixture(scope="module")
def _tree(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Make a tree with every flaw."""
    folder = tmp_path_factory.mktemp("standard")
    plan = data.Plan(400, "Invoice", ["1", "2"], bytes_per_file=20)
    data.write(plan, folder / "Attach", folder / "mapping_export.csv")
    CONFIG["data_dir"] = str(folder)
    CONFIG["log_dir"] = str(folder / "logs")


@pytest.mark.usefixtures("_tree")
class TestStandard(Standard):  # type: ignore[misc, valid-type]  # made at run time
    """What every tap must do."""
