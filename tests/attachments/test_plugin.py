"""Variables set tap and target as a file does, and are refused as it is."""

from __future__ import annotations

import pytest
from quickbooks_attachments.model.errors import SettingsError
from quickbooks_attachments.tap import TapAttachments
from quickbooks_attachments.target import TargetQuickBooksAttachments


def test_variables_of_every_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers, lists, objects and yes/no are read; what is empty is not set."""
    variables = {
        "THREADS": "",
        "FAIL_UNDER": "99.5",
        "CLIENTS": "A,B",
        "MAPPING_COLUMNS": '{"legacy_id": "x"}',
        "CHECK_TARGETS": "yes",
        "REALM_ID": "9130",
    }
    for name, value in variables.items():
        monkeypatch.setenv(f"TAP_ATTACHMENTS_{name}", value)
    settings = TapAttachments(parse_env_config=True).settings
    assert (settings.threads, settings.fail_under) == (8, 99.5)
    assert settings.scope.clients == {"a", "b"}
    assert settings.mapping_columns == {"legacy_id": "x"}
    assert settings.check_targets


def test_a_variable_of_a_wrong_kind_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an error of the settings, and no traceback."""
    prefix = "TARGET_QUICKBOOKS_ATTACHMENTS"
    monkeypatch.setenv(f"{prefix}_FILES_PER_REQUEST", "many")
    with pytest.raises(SettingsError, match="files_per_request is a text of 4"):
        TargetQuickBooksAttachments(parse_env_config=True)
