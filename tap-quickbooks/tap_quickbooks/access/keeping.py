"""Finds a chain's token among the places where it may lie, the newest first."""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tap_quickbooks.access.seal import is_plain
from tap_quickbooks.access.tokens import unpack
from tap_quickbooks.model.errors import UnreadableTokenError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from contextlib import AbstractContextManager

    from tap_quickbooks.access.seal import Seal
    from tap_quickbooks.access.tokens import Chain, Token

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Source:
    """A place where a token may lie."""

    label: str
    read: Callable[[], bytes | None]
    is_home: bool = False
    """Whether it belongs there."""
    is_leftover: bool = False
    """Whether a killed process may have written it half."""
    is_older: bool = False
    """Whether a version before this one has kept it there, for one app alone."""
    takes_plain: bool = True
    """Whether nobody but this user could have put plain text there."""


@dataclass(frozen=True, slots=True)
class _Found:
    token: Token
    source: Source
    kept: bytes


class KeptToken(ABC):
    """What the stores share: how a token is found, and put where it belongs."""

    def __init__(self, chain: Chain, seal: Seal) -> None:
        """Keep whose token it is and how it is sealed."""
        self._chain = chain
        self._seal = seal

    @abstractmethod
    def _sources(self) -> Iterable[Source]:
        """List the places where the token may lie, the newest one first."""

    @abstractmethod
    def save(self, token: Token) -> None:
        """Keep a token; it is durable when this returns."""

    @abstractmethod
    def _older_lock(self) -> AbstractContextManager[object]:
        """Keep processes of an older version out until the block ends."""

    @abstractmethod
    def _remove_older(self) -> None:
        """Delete what an older version has kept of this chain."""

    def load(self) -> Token | None:
        """Return the token kept, None if there is none.

        Raises:
            SettingsError: if the store cannot be read.
            UnreadableTokenError: if what is there cannot be opened or understood.
        """
        found = self._find()
        return None if found is None else found.token

    def settle(self) -> None:
        """Put what an older version or another key has kept where it belongs.

        The lock must be held.

        Raises:
            SettingsError: if the store cannot be written.
            UnreadableTokenError: if what is there cannot be opened or understood.
        """
        found = self._find()
        if found is None:
            return
        if found.source.is_older:
            with self._older_lock():
                found = self._find() or found  # it may have been renewed meanwhile
                self._save_again(found)
                self._remove_older()
        elif not (found.source.is_home and self._seal.is_current(found.kept)):
            self._save_again(found)

    def _save_again(self, found: _Found) -> None:
        self.save(found.token)
        if self._seal.is_secret and is_plain(found.kept):
            logger.warning(
                "The token of company %s was in plain text: it is encrypted now",
                self._chain.realm_id,
            )

    def _find(self) -> _Found | None:
        for source in self._sources():
            kept = source.read()
            token = None if kept is None else self._open(source, kept)
            if kept is not None and token is not None:
                return _Found(token, source, kept)
        return None

    def _open(self, source: Source, kept: bytes) -> Token | None:
        """Open what was kept; None if it is of no use, or another chain's."""
        try:
            token = unpack(
                kept, self._seal, source.label, takes_plain=source.takes_plain
            )
        except UnreadableTokenError:
            if source.is_leftover:
                return None
            raise
        return token if self._chain.has(token) else None

    def _is_ours(self, source: Source) -> bool:
        """Whether a token of this chain lies there, or what these keys do not open."""
        kept = source.read()
        if kept is None:
            return False
        try:
            return self._open(source, kept) is not None
        except UnreadableTokenError:
            return True
