"""A path in the legacy tree becomes client, transaction id and file name."""

from __future__ import annotations

from dataclasses import dataclass

ROOT, TXN = "attach", "txn"

#: Client, ``Txn``, id and file name.
_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Place:
    """What a path says; empty texts where it does not follow the layout."""

    client: str
    legacy_txnid_raw: str
    file_name: str

    @property
    def fits(self) -> bool:
        """Whether the path follows ``Attach/<Client>/Txn/<TxnId>/file.ext``."""
        return bool(self.legacy_txnid_raw)


def place_of(path: str) -> Place:
    """Read ``[Attach/]<Client>/Txn/<TxnId>/[…/]file.ext``.

    Args:
        path: Relative to the root, with ``/`` between its parts.
    """
    parts = path.split("/")
    if parts[0].lower() == ROOT:
        parts = parts[1:]
    if len(parts) < _DEPTH or parts[1].lower() != TXN:
        return Place(parts[0] if len(parts) > 1 else "", "", parts[-1])
    return Place(parts[0], parts[2], parts[-1])
