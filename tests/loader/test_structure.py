"""How the loader's modules are arranged: in layers, each importing only downwards."""

from __future__ import annotations

import ast
from collections import defaultdict
from graphlib import TopologicalSorter
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "target-postgres" / "target_postgres_copy"
MOST_MODULES = 15

#: The packages and the modules beside them, from the lowest to the highest.
LAYERS = (
    "errors",
    "settings",
    "settings_table",
    "last_call",
    "schema",
    "wire",
    "database",
    "rows",
    "write",
    "target",
    "maintenance",
    "purge",
    "main",
)


def imports() -> dict[str, set[str]]:
    """Return which modules of the package each module imports, for types too."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in PACKAGE.rglob("*.py"):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and node.module:
                top, _, rest = node.module.partition(".")
                if top == PACKAGE.name:
                    names = [rest] if (PACKAGE / _path(rest)).is_file() else []
                    names = names or [f"{rest}.{a.name}".strip(".") for a in node.names]
                    found[name].update(names)
    return found


def _path(module: str) -> str:
    return f"{module.replace('.', '/')}.py"


def test_arrows_point_downwards() -> None:
    """No package imports from one above it, not even a type."""
    wrong = [
        (module, other)
        for module, others in imports().items()
        for other in others
        if module != "__main__"
        and LAYERS.index(module.split(".")[0]) < LAYERS.index(other.split(".")[0])
    ]
    assert not wrong


def test_no_circles() -> None:
    """No module imports another in a circle, not even for types."""
    assert list(TopologicalSorter(imports()).static_order())


def test_small_folders() -> None:
    """No folder holds more than a person can look over."""
    folders = [PACKAGE, *(path for path in PACKAGE.iterdir() if path.is_dir())]
    for folder in folders:
        modules = [p for p in folder.glob("*.py") if not p.name.startswith("__")]
        assert len(modules) <= MOST_MODULES, folder


def test_packages_say_what_they_are() -> None:
    """Each package has one sentence that says what it holds."""
    for path in PACKAGE.rglob("__init__.py"):
        assert ast.get_docstring(ast.parse(path.read_text())), path
