"""One folder of an object store, with its errors put into words."""

from __future__ import annotations

import errno
import logging
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from tap_quickbooks.model.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What each store's own library raises, beside OSError.
FOREIGN_ERRORS = {
    "s3": ("botocore.exceptions.BotoCoreError",),
    "gs": (
        "google.auth.exceptions.GoogleAuthError",
        "gcsfs.retry.HttpError",
        "aiohttp.ClientError",
        "builtins.ValueError",  # what it makes of a 400
    ),
    "abfs": ("azure.core.exceptions.AzureError",),
}

#: The extra to install for a scheme.
EXTRAS = {
    "s3": "s3",
    "s3a": "s3",
    "gs": "gs",
    "gcs": "gs",
    "abfs": "abfs",
    "az": "abfs",
}


class ConflictError(Exception):
    """Another process has written since the version that a write was bound to."""


class Bucket:
    """One folder of an object store, with its errors put into words."""

    def __init__(self, url: str) -> None:
        """Open the file system; the network is not touched yet.

        Raises:
            SettingsError: if the scheme is unknown or its library not installed.
        """
        import fsspec  # type: ignore[import-untyped]  # noqa: PLC0415  # slow

        self.url = url.rstrip("/")
        self.scheme = url.partition("://")[0]
        # It logs what it raises, with a traceback; here that becomes one line.
        logging.getLogger("gcsfs").setLevel(logging.CRITICAL)
        try:
            self.fs, self.root = fsspec.core.url_to_fs(
                self.url, use_listings_cache=False
            )
            self._errors = self._foreign()
        except ImportError as error:
            extra = EXTRAS.get(self.scheme)
            remedy = f": install tap-quickbooks-cdc[{extra}]" if extra else ""
            msg = f"token_store {self.url} needs a library{remedy} ({error})"
            raise SettingsError(msg) from error
        except ValueError as error:
            msg = f"token_store {self.url} cannot be opened: {error}"
            raise SettingsError(msg) from error

    def _foreign(self) -> tuple[type[Exception], ...]:
        names = FOREIGN_ERRORS.get(EXTRAS.get(self.scheme, ""), ())
        paths = (name.rpartition(".") for name in names)
        return (OSError, *(getattr(import_module(m), name) for m, _, name in paths))

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Name the store and the remedy where it cannot be used.

        Raises:
            SettingsError: instead of what the store's library raised.
        """
        try:
            yield
        except self._errors as error:
            msg = (
                f"The token store {self.url} cannot be used ({type(error).__name__}:"
                f" {error}): check its name, the network and this machine's right to"
                " read, write, list and delete there, or set token_store"
            )
            raise SettingsError(msg) from error

    def names(self) -> list[str]:
        """List the names of the objects in the folder."""
        with self.explained():
            self.fs.invalidate_cache()
            try:
                found: list[dict[str, Any]] = self.fs.ls(self.root, detail=True)
            except FileNotFoundError:
                return []
            return [
                str(one["name"]).rstrip("/").rpartition("/")[2]
                for one in found
                if one["type"] == "file"
            ]

    def get(self, path: str) -> bytes | None:
        """Return an object, None if there is none."""
        return self.get_version(path)[0]

    def get_version(self, path: str) -> tuple[bytes | None, dict[str, Any] | None]:
        """Return an object with what tells its version; None if there is none.

        Raises:
            SettingsError: if the store cannot be read.
        """
        with self.explained():
            self.fs.invalidate_cache()
            try:
                version: dict[str, Any] = self.fs.info(path)
                return bytes(self.fs.cat_file(path)), version
            except FileNotFoundError:
                return None, None

    def put(self, path: str, text: bytes) -> None:
        """Write an object, whatever is there.

        Raises:
            SettingsError: if the store cannot be written.
        """
        with self.explained():
            self.fs.pipe_file(path, text)

    def replace(self, path: str, text: bytes, version: dict[str, Any] | None) -> None:
        """Write an object if it is still the version that was read.

        Azure binds no write here: there it is replaced, whatever it is.

        Args:
            path: The object.
            text: Its new bytes.
            version: As it was read; None if there was none.

        Raises:
            ConflictError: if another process has written since.
            SettingsError: if the store cannot be written.
        """
        write = _CONDITIONAL.get(EXTRAS.get(self.scheme, ""), _write_anyhow)
        with self.explained():
            try:
                write(self.fs, path, text, version)
            except self._errors as error:
                if _is_conflict(error):
                    raise ConflictError from error
                raise

    def delete(self, path: str) -> None:
        """Delete an object; nothing happens if there is none.

        Raises:
            SettingsError: if the store cannot be written.
        """
        with self.explained():
            try:
                self.fs.rm_file(path)
            except FileNotFoundError:
                return


def _write_anyhow(fs: Any, path: str, text: bytes, _: object) -> None:  # noqa: ANN401  # it has no types
    fs.pipe_file(path, text)


def _write_s3(fs: Any, path: str, text: bytes, version: dict[str, Any] | None) -> None:  # noqa: ANN401  # likewise
    if version is None:
        fs.pipe_file(path, text, IfNoneMatch="*")
    else:
        fs.pipe_file(path, text, IfMatch=version["ETag"])


def _write_gs(fs: Any, path: str, text: bytes, version: dict[str, Any] | None) -> None:  # noqa: ANN401  # likewise
    bucket, name, _ = fs.split_path(path)
    fs.call(
        "POST",
        f"{fs.base.removesuffix('/storage/v1/')}/upload/storage/v1/b/{{}}/o",
        bucket,
        uploadType="media",
        name=name,
        ifGenerationMatch="0" if version is None else str(version["generation"]),
        headers={"Content-Type": "application/octet-stream"},
        data=text,
    )


#: How a write is bound to the version that was read, by the extra of a scheme.
_CONDITIONAL = {"s3": _write_s3, "gs": _write_gs}


def _is_conflict(error: Exception) -> bool:
    """Whether a store says that its object is another version than was asked for."""
    return (
        isinstance(error, FileExistsError)
        or getattr(error, "errno", None) == errno.EINVAL
    )
