"""Connections to QuickBooks; what stays on this machine is sent through no proxy."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import requests
from typing_extensions import override

from tap_quickbooks.loopback import is_loopback


class DirectSession(requests.Session):
    """Follows the environment's proxies, except towards this machine.

    Plain HTTP is allowed there because it does not leave it; a proxy of the environment
    would be sent the secrets.
    """

    @override
    def merge_environment_settings(self, url: Any, *more: Any, **named: Any) -> Any:
        merged = super().merge_environment_settings(url, *more, **named)
        if is_loopback(urlsplit(url).hostname):
            merged["proxies"] = {}
        return merged
