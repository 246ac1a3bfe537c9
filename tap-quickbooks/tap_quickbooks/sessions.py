"""Connections to QuickBooks; what stays on this machine is sent through no proxy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from typing_extensions import override

from tap_quickbooks.loopback import is_loopback

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping


class DirectSession(requests.Session):
    """Follows the environment's proxies, except towards this machine.

    Plain HTTP is allowed there because it does not leave it; a proxy of the environment
    would be sent the secrets.
    """

    @override
    def merge_environment_settings(
        self,
        url: str | bytes,
        proxies: MutableMapping[str, str] | None,
        stream: bool | None,
        verify: bool | str | None,
        cert: str | tuple[str, str] | None,
    ) -> Mapping[str, Any]:
        merged = super().merge_environment_settings(
            url, proxies or {}, stream, verify, cert
        )
        text = url.decode() if isinstance(url, bytes) else url
        if is_loopback(urlsplit(text).hostname):
            return {**merged, "proxies": {}}
        return merged


def make_session(max_concurrency: int) -> requests.Session:
    """Open a session with a connection for each request that may be under way."""
    session = DirectSession()
    adapter = HTTPAdapter(pool_maxsize=max_concurrency)
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    return session
