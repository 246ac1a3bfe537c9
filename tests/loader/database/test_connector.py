"""The way to the database, as the stock target's settings describe it."""

from __future__ import annotations

import pytest
from target_postgres_copy.errors import SettingsError
from target_postgres_copy.target import TargetPostgresCopy


def test_a_key_that_is_none() -> None:
    """A private key that cannot be read is told by its setting, without the key."""
    tunnel = {
        "enable": True,
        "host": "127.0.0.1",
        "port": 1,
        "username": "u",
        "private_key": "secret words",
    }
    address = "postgresql://u:p@127.0.0.1:5432/d"
    target = TargetPostgresCopy(
        config={"sqlalchemy_url": address, "ssh_tunnel": tunnel}
    )
    with pytest.raises(SettingsError, match="key type") as caught:
        _ = target.target_connector
    assert "secret" not in str(caught.value)
