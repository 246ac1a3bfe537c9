"""One file to be attached: its key, its facts, and the ids made from them."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from itertools import repeat
from typing import TYPE_CHECKING, Any

from quickbooks_attachments.model.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

#: QuickBooks takes at most 50 characters (API notes §1).
REQUEST_ID_LENGTH = 50

#: A file's name within its company: entity type, entity id, file name.
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class WorkFile:
    """One verified file and where it goes."""

    path: str
    legacy_txnid_norm: str
    entity_type: str
    entity_id: str
    file_name: str
    sha256: str
    size: int
    mime_type: str

    @property
    def key(self) -> Key:
        """What the file is, within its company."""
        return self.entity_type, self.entity_id, self.file_name

    @property
    def target(self) -> tuple[str, str]:
        """The object that the file goes to."""
        return self.entity_type, self.entity_id


#: What is sent, and where to: a record that lacks one of these cannot be sent.
_NEEDED = ("path", "qbo_entity_type", "qbo_entity_id", "qbo_file_name", "sha256")


def from_record(record: Mapping[str, Any]) -> WorkFile:
    """Read a record of the verification log.

    Raises:
        SettingsError: if it says not what is to be sent, or where to.
    """
    texts = {name: record.get(name) for name in (*_NEEDED, "mime_type")}
    size = record.get("size")
    bad = [name for name, value in texts.items() if not isinstance(value, str)]
    bad += [name for name in _NEEDED if texts[name] == ""]
    bad += [] if type(size) is int and size >= 0 else ["size"]
    if bad:
        msg = (
            f"A record of the verification log, {record.get('path')!r}, is ready but"
            f" says nothing usable as {', '.join(bad)}: look at its stream maps, or run"
            " tap-attachments again"
        )
        raise SettingsError(msg)
    norm = record.get("legacy_txnid_norm")
    return WorkFile(
        str(texts["path"]),
        norm if isinstance(norm, str) else "",
        str(texts["qbo_entity_type"]),
        str(texts["qbo_entity_id"]),
        str(texts["qbo_file_name"]),
        str(texts["sha256"]),
        int(size or 0),
        str(texts["mime_type"]),
    )


def request_id(
    realm_id: str, files: Sequence[WorkFile], refused: Sequence[str] = ()
) -> str:
    """Name a request by its content: the same files, the same id.

    Args:
        realm_id: The company.
        files: What is sent.
        refused: By file the id under which QuickBooks refused it; empty if it did not.
    """
    digest = sha256(realm_id.encode())
    for file, before in zip(files, refused or repeat(""), strict=False):
        parts = (*file.key, file.sha256, *filter(None, [before]))
        digest.update("\0".join(("", *parts)).encode())
    return digest.hexdigest()[:REQUEST_ID_LENGTH]


def groups(
    files: Sequence[WorkFile], most_files: int, most_bytes: int
) -> Iterator[list[WorkFile]]:
    """Pack files into requests, in their order.

    Args:
        files: What is to be sent.
        most_files: Files in one request.
        most_bytes: Bytes in one request; a larger file goes alone.
    """
    group: list[WorkFile] = []
    size = 0
    for file in files:
        if group and (len(group) == most_files or size + file.size > most_bytes):
            yield group
            group, size = [], 0
        group.append(file)
        size += file.size
    if group:
        yield group
