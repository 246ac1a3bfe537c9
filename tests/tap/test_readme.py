"""The README's tables are what the code says.

After a change of streams, settings or schemas: ``python -m tests.tap.test_readme``
rewrites the tables, and the catalog snapshots with them.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tap_quickbooks.config.table import SETTINGS

from tests.tap.output import test_schemas

README = Path(__file__).resolve().parents[2] / "tap-quickbooks" / "README.md"


def streams_table() -> str:
    """Write the table of streams from a real discovery."""
    rows = ["| stream | own fields |", "|---|---|"]
    for name, entry in sorted(test_schemas.STREAMS.items()):
        own = sorted(set(entry["schema"]["properties"]) - test_schemas.COMMON)
        rows.append(f"| `{name}` | {', '.join(f'`{field}`' for field in own)} |")
    return "\n".join(rows)


def settings_table() -> str:
    """Write the table of settings from the settings themselves."""
    rows = ["| setting | default | meaning |", "|---|---|---|"]
    for name, schema in SETTINGS.to_dict()["properties"].items():
        default = schema.get("default")
        shown = "" if default is None else f"`{str(default).lower()}`"
        secret = " (secret)" if schema.get("secret") else ""
        rows.append(f"| `{name}`{secret} | {shown} | {schema['description']} |")
    return "\n".join(rows)


TABLES = {"streams": streams_table, "settings": settings_table}


def between(name: str) -> re.Pattern[str]:
    """Find what stands between a table's marks."""
    return re.compile(f"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)


def rewrite() -> None:
    """Bring the tables and the snapshots up to date."""
    test_schemas.rewrite()
    text = README.read_text(encoding="utf-8")
    for name, table in TABLES.items():
        text = between(name).sub(rf"\g<1>{table()}\n\g<2>", text)
    README.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", TABLES)
def test_table(name: str) -> None:
    """A table of the README equals what the code says."""
    found = between(name).search(README.read_text(encoding="utf-8"))
    assert found is not None
    middle = found.group()[len(found.group(1)) : -len(found.group(2))].strip()
    assert middle == TABLES[name](), "run: python -m tests.tap.test_readme"


if __name__ == "__main__":
    rewrite()
