"""Which store the settings mean, and which companies it holds."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tap_quickbooks.encryption import read_seal
from tap_quickbooks.errors import SettingsError
from tap_quickbooks.token_files import FileTokenStore
from tap_quickbooks.token_objects import Bucket, ObjectTokenStore, Waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tap_quickbooks.encryption import Seal
    from tap_quickbooks.settings import Settings
    from tap_quickbooks.tokens import TokenStore

_SUFFIX = ".json"

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


class TokenStores:
    """The stores of all companies under one setting."""

    def __init__(self, settings: Settings, seal: Seal, waiting: Waiting) -> None:
        """Open the place; see :func:`open_stores`."""
        self._place = settings.token_store
        self.seal = seal
        self._waiting = waiting
        self.bucket = Bucket(self._place) if "://" in self._place else None

    def of(self, realm_id: str) -> TokenStore:
        """Give the store of a company."""
        if self.bucket is None:
            return FileTokenStore(self._place, realm_id, self.seal)
        return ObjectTokenStore(self.bucket, realm_id, self.seal, self._waiting)

    def realm_ids(self) -> list[str]:
        """List the companies that have a token here.

        Raises:
            SettingsError: if the place cannot be read.
        """
        stems = (
            name.removesuffix(_SUFFIX)
            for name in self._names()
            if name.endswith(_SUFFIX)
        )
        return sorted(stem for stem in stems if stem.isascii() and stem.isdigit())

    def _names(self) -> list[str]:
        if self.bucket is not None:
            return self.bucket.names()
        try:
            return [path.name for path in Path(self._place).iterdir()]
        except FileNotFoundError:
            return []
        except OSError as error:
            msg = f"The token store {self._place} cannot be read ({error.strerror})"
            raise SettingsError(msg) from error


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
    seal = read_seal(settings.token_encryption_key)
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
    return TokenStores(settings, seal, waiting)


def waiting_for(
    settings: Settings, monotonic: Callable[[], float], sleep: Callable[[float], None]
) -> Waiting:
    """Say how long a refresh may take before its lock is thought left behind."""
    return Waiting(2.0 * settings.request_timeout_s + 30.0, monotonic, sleep)
