"""What is set becomes settings, or is refused by name and not shown."""

from __future__ import annotations

from typing import Any

import pytest
from quickbooks_attachments.config.settings import (
    check_kinds,
    cleaned,
    read_tap_settings,
    read_target_settings,
)
from quickbooks_attachments.config.table import TAP, TARGET
from quickbooks_attachments.model.errors import SettingsError


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ({"threads": "4", "data_dir": "", "clients": None}, {"threads": 4}),
        (
            {"mapping_columns": '{"legacy_id": "x"}'},
            {"mapping_columns": {"legacy_id": "x"}},
        ),
        ({"fail_under": "99.5"}, {"fail_under": 99.5}),
        ({"fail_under": "most"}, {"fail_under": "most"}),
        ({"clients": "A, B"}, {"clients": ["A", "B"]}),
        ({"check_targets": "true"}, {"check_targets": True}),
        ({"realm_id": 9130, "max_retries": ""}, {"realm_id": "9130"}),
        ({"legacy_id_joiner": " "}, {"legacy_id_joiner": " "}),
    ],
)
def test_text_is_read_as_what_is_meant(
    given: dict[str, Any], read: dict[str, Any]
) -> None:
    """Numbers and lists may come as text; the own texts stay to the letter."""
    assert cleaned(given, TAP) == read


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ({"client_secret": ["hush"]}, "client_secret is a list: write it as text"),
        ({"mapping_columns": "hush"}, "mapping_columns is a text .*: write an object"),
        ({"fail_under": "hush"}, "fail_under is a text .*: write a number"),
        ({"threads": True}, "threads is true or false: write a whole number"),
        ({"realm_id": "AB11" + 9 * "0" + "hush"}, "what looks like a refresh token"),
    ],
)
def test_a_wrong_kind_is_described(config: dict[str, Any], said: str) -> None:
    """The message names the setting and the remedy, and nothing of the value."""
    with pytest.raises(SettingsError, match=said) as caught:
        check_kinds(cleaned(config, TAP), TAP)
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ({"threads": 0}, "threads is 0: write a whole number from 1 on"),
        ({"fail_under": -1}, "fail_under is -1: write per cent, such as 99.5"),
        ({"legacy_id_case": "title"}, "write `keep` or `lower` or `upper`"),
        ({"same_name": "x"}, "same_name .*: write `error` or `upload`"),
    ],
)
def test_what_the_tap_cannot_use(config: dict[str, Any], said: str) -> None:
    """Bounds and choices are named."""
    with pytest.raises(SettingsError, match=said):
        read_tap_settings(config)


def test_what_the_target_cannot_use() -> None:
    """No time at all to settle may be meant; less than that is a mistake."""
    assert read_target_settings({"settle_seconds": 0}).settle_seconds == 0
    with pytest.raises(SettingsError, match="write a whole number from 0 on"):
        read_target_settings({"settle_seconds": -1})


def test_files_lie_in_the_data_folder() -> None:
    """Where nothing is set, all that is needed has its place."""
    config = cleaned({"data_dir": "x"}, TARGET)
    assert read_target_settings(config).files_url == "x/Attach"
    assert read_tap_settings(config).mapping_url == "x/mapping_export.csv"
