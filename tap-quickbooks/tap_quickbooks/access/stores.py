"""Which store the settings mean, and which companies it holds."""

from __future__ import annotations

import logging
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tap_quickbooks.access.auth import issuer_of
from tap_quickbooks.access.bucket import Bucket
from tap_quickbooks.access.files import OWN_FOLDER, FileTokenStore
from tap_quickbooks.access.folder import open_own, open_to_all
from tap_quickbooks.access.objects import ObjectTokenStore
from tap_quickbooks.access.seal import Plain
from tap_quickbooks.access.tokens import Chain
from tap_quickbooks.access.waiting import Waiting
from tap_quickbooks.model.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tap_quickbooks.access.seal import Seal
    from tap_quickbooks.access.tokens import TokenStore
    from tap_quickbooks.config.settings import Settings
    from tap_quickbooks.model.clocks import Clocks, Deadline

#: The file of a chain: company and app. Version 0.1 named the company alone.
_NAME = re.compile(r"([0-9]+)-([0-9a-f]+)\.json", re.ASCII)
_OLDER_NAME = re.compile(r"([0-9]+)\.json", re.ASCII)

#: What container engines leave for those inside to see.
CONTAINER_FILES = ("/.dockerenv", "/run/.containerenv")
CONTAINER_VARIABLES = ("KUBERNETES_SERVICE_HOST",)

#: Who sets this has said where state is to be kept.
CHOSEN = "XDG_STATE_HOME"


@dataclass(frozen=True, slots=True)
class Machine:
    """What tells whether a folder of this machine dies with it."""

    variables: Mapping[str, str]
    exists: Callable[[str], bool] = os.path.exists
    device: Callable[[str], int] = lambda path: os.stat(path).st_dev  # noqa: PTH116  # a function of text

    def forgets(self, folder: Path) -> bool:
        """Whether a folder is the container's own, no volume that outlives it."""
        if CHOSEN in self.variables:
            return False
        is_container = any(map(self.exists, CONTAINER_FILES)) or any(
            name in self.variables for name in CONTAINER_VARIABLES
        )
        if not is_container:
            return False
        parts = (folder, *folder.parents)
        nearest = next(str(one) for one in parts if self.exists(str(one)))
        return self.device(nearest) == self.device("/")


logger = logging.getLogger(__name__)


class TokenStores:
    """The stores of all companies under one setting."""

    def __init__(self, settings: Settings, seal: Seal, waiting: Waiting) -> None:
        """Open the place; see :func:`open_stores`."""
        self._place = settings.token_store
        self._issuer = issuer_of(settings)
        self._takes_plain = settings.plain_text_tokens
        self.seal = seal
        self._waiting = waiting
        self.bucket = Bucket(self._place) if "://" in self._place else None

    def of(self, realm_id: str) -> TokenStore:
        """Give the store of a company's tokens with this app."""
        chain = Chain(realm_id, self._issuer)
        if self.bucket is None:
            return FileTokenStore(self._place, chain, self._waiting, self.seal)
        return ObjectTokenStore(
            self.bucket, chain, self._waiting, self.seal, takes_plain=self._takes_plain
        )

    def realm_ids(self) -> list[str]:
        """List the companies that have a token of this app here.

        Raises:
            SettingsError: if the place cannot be read.
        """
        own = {found[1] for found in self._matches(_NAME) if self._is_own(found)}
        older = {found[1] for found in self._matches(_OLDER_NAME)} - own
        return sorted(own | {one for one in older if self._has_older(one)})

    def has_of_another_app(self, realm_id: str) -> bool:
        """Whether a company has a token of another app, or of another endpoint, here.

        Raises:
            SettingsError: if the place cannot be read.
        """
        of_it = (found for found in self._matches(_NAME) if found[1] == realm_id)
        if any(not self._is_own(found) for found in of_it):
            return True
        is_older = any(found[1] == realm_id for found in self._matches(_OLDER_NAME))
        return is_older and not self._has_older(realm_id)

    def _is_own(self, found: re.Match[str]) -> bool:
        return found[0] == f"{Chain(found[1], self._issuer).name}.json"

    def _has_older(self, realm_id: str) -> bool:
        try:
            return self.of(realm_id).load() is not None
        except SettingsError:
            return True  # it is there; whoever asks for it is told what is wrong

    def _matches(self, name: re.Pattern[str]) -> list[re.Match[str]]:
        return [found for text in self._names() if (found := name.fullmatch(text))]

    def _names(self) -> list[str]:
        if self.bucket is not None:
            return self.bucket.names()
        place = Path(self._place)
        try:
            older = [path.name for path in place.iterdir()]
            return older + _names_in_own(place / OWN_FOLDER)
        except FileNotFoundError:
            return []
        except OSError as error:
            msg = f"The token store {self._place} cannot be read ({error.strerror})"
            raise SettingsError(msg) from error


def _names_in_own(folder: Path) -> list[str]:
    try:
        with open_own(folder) as opened:
            return opened.names()
    except FileNotFoundError:
        return []


def _seal(keys: str | None) -> Seal:
    if not keys:
        return Plain()
    from tap_quickbooks.access.encryption import read_seal  # noqa: PLC0415  # slow

    return read_seal(keys)


def open_stores(
    settings: Settings, waiting: Waiting, machine: Machine | None = None
) -> TokenStores:
    """Open the place where tokens are kept, if it is safe and lasting.

    Args:
        settings: Which place, which key.
        waiting: How to wait for others.
        machine: What tells whether a folder lasts; this one where it is not given.

    Raises:
        SettingsError: if tokens would lie in a bucket in plain text, or in a folder
            that dies with its container.
    """
    machine = machine or Machine(os.environ)
    seal = _seal(settings.token_encryption_key)
    place = settings.token_store
    is_shared = "://" in place and not place.startswith("memory://")
    if is_shared and not seal.is_secret and not settings.plain_text_tokens:
        msg = (
            f"token_store {place} would hold tokens in plain text, for whoever can read"
            " it: set token_encryption_key (`tap-quickbooks new-key` makes one), or"
            " plain_text_tokens if you want that"
        )
        raise SettingsError(msg)
    if settings.is_default_store and machine.forgets(Path(place)):
        msg = (
            f"The tokens would lie in {place}, which goes with this container, and the"
            " company would have to be connected again: set token_store to a mounted"
            " volume or to a bucket"
        )
        raise SettingsError(msg)
    if "://" not in place and (shared := open_to_all(Path(place).absolute())):
        logger.warning("%s", say_open(shared))
    return TokenStores(settings, seal, waiting)


def say_open(folder: Path) -> str:
    """Say what is wrong with a folder that all can write, without the sticky bit."""
    return (
        f"Everybody on this machine can write in {folder}, and so replace the token"
        f" store in it: `chmod o-w {folder}`, or `chmod +t {folder}` if it is shared"
    )


def waiting_for(settings: Settings, clocks: Clocks, deadline: Deadline) -> Waiting:
    """Say how long a refresh may take before its lock is thought left behind.

    The lease begins anew with each token request: to be connected, to be answered, and
    to keep what was answered.
    """
    lease_s = 2.0 * settings.request_timeout_s + 30.0
    return Waiting(
        lease_s, clocks.monotonic, clocks.sleep, left_s=lambda: deadline.left_s
    )
