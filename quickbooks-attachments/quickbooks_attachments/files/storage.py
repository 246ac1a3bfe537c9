"""Opens the legacy tree at the place that the settings name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from fsspec.core import url_to_fs  # type: ignore[import-untyped]  # ships no types
from fsspec.implementations.local import (  # type: ignore[import-untyped]  # likewise
    LocalFileSystem,
)

from quickbooks_attachments.files.local_tree import LocalTree
from quickbooks_attachments.files.remote_tree import RemoteTree
from quickbooks_attachments.model.errors import SettingsError

if TYPE_CHECKING:
    from quickbooks_attachments.files.tree import Tree


def open_tree(url: str) -> Tree:
    """Open the tree at a path or a URL of fsspec's.

    Raises:
        SettingsError: if there is no such kind of place, or its library is missing.
    """
    try:
        # A listing that is kept would hide what has changed.
        system, root = url_to_fs(url, use_listings_cache=False)
    except (ImportError, ValueError) as error:
        msg = (
            f"files_dir {url} cannot be opened: {error}; s3:// needs s3fs, gs:// gcsfs"
            " in the plugin's pip_url"
        )
        raise SettingsError(msg) from error
    if isinstance(system, LocalFileSystem):
        return LocalTree(Path(root))
    return RemoteTree(system, root.rstrip("/"))
