"""A synthetic legacy tree of any size, with its mapping export and its known flaws."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quickbooks_attachments.files.csvfiles import write_csv

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

COLUMNS = ("legacy_txnid", "qbo_entity_type", "qbo_entity_id")
FILES_PER_TXN = 2
TXNS_PER_CLIENT = 50
EXTENSIONS = ("pdf", "jpg", "png", "txt", "xlsx", "docx")
STEMS = (
    "invoice",
    "receipt",
    "delivery note",
    "factura ñ",
    "契約書",
    "=SUM(A1)",
    "a*b",
    "+49 170",
    "photo (1)",
)

#: Every so many files one is flawed, in this order of flaws.
FLAW_EVERY = 50
FLAWS = ("unmapped", "ambiguous", "empty", "type", "debris", "layout")


@dataclass(frozen=True, slots=True)
class Plan:
    """How large a tree, and where its mapping leads."""

    files: int
    entity_type: str
    entity_ids: Sequence[str]
    seed: int = 7
    bytes_per_file: int = 600
    flaws: bool = True


@dataclass(frozen=True, slots=True)
class Made:
    """One file to write, and the transaction that it belongs to."""

    path: str
    content: bytes
    txn: int
    flaw: str


def legacy_id(txn: int) -> str:
    """Give the id that the old system has for a transaction."""
    return f"{0x1A2B + txn:X}-{1_100_000_000 + txn * 7919}"


def _folder(txn: int, chance: random.Random) -> str:
    """Write an id as the trees in use do: not always alike."""
    plain = legacy_id(txn)
    ways = (plain, plain.lower(), f"TXN-{plain}", plain.replace("-", "_"))
    return ways[chance.randrange(len(ways))]


def files(plan: Plan) -> Iterator[Made]:
    """Give the files one by one; the same plan gives the same tree."""
    chance = random.Random(plan.seed)  # noqa: S311  # a reproducible tree
    folders: dict[int, str] = {}
    for number in range(plan.files):
        txn = number // FILES_PER_TXN
        if txn not in folders:
            folders = {txn: _folder(txn, chance)}
        is_flawed = plan.flaws and number % FLAW_EVERY == FLAW_EVERY - 1
        flaw = FLAWS[number // FLAW_EVERY % len(FLAWS)] if is_flawed else ""
        client = f"Client {txn // TXNS_PER_CLIENT:04}"
        stem = STEMS[chance.randrange(len(STEMS))]
        extension = "exe" if flaw == "type" else chance.choice(EXTENSIONS)
        name = "Thumbs.db" if flaw == "debris" else f"{stem} {number}.{extension}"
        folder = f"Attach/{client}/Txn/{folders[txn]}"
        if flaw == "unmapped":
            folder = f"Attach/{client}/Txn/FFFF-{number}"
        elif flaw == "layout":
            folder = f"Attach/{client}"
        size = chance.randrange(1, 2 * plan.bytes_per_file)
        content = b"" if flaw == "empty" else chance.randbytes(size)
        yield Made(f"{folder}/{name}", content, txn, flaw)


def mapping(plan: Plan) -> Iterator[tuple[str, str, str]]:
    """Give the rows of the mapping export."""
    txns = -(-plan.files // FILES_PER_TXN)
    ambiguous = FLAWS.index("ambiguous")
    for txn in range(txns):
        target = plan.entity_ids[txn % len(plan.entity_ids)]
        yield legacy_id(txn), plan.entity_type, target
        last = txn * FILES_PER_TXN + FILES_PER_TXN - 1
        is_flawed = plan.flaws and last % FLAW_EVERY == FLAW_EVERY - 1
        if is_flawed and last // FLAW_EVERY % len(FLAWS) == ambiguous:
            other = plan.entity_ids[(txn + 1) % len(plan.entity_ids)]
            yield legacy_id(txn), plan.entity_type, other


def write(plan: Plan, files_dir: Path, mapping_csv: Path) -> int:
    """Write tree and mapping export, and give the number of files."""
    count = 0
    for made in files(plan):
        path = files_dir / made.path.removeprefix("Attach/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made.content)
        count += 1
    write_csv(mapping_csv, COLUMNS, mapping(plan))
    return count
