"""What `run.py` does besides calling others."""

from __future__ import annotations

from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

import run

if TYPE_CHECKING:
    import pytest


def test_modules_are_compiled_where_a_run_may_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bytecode is kept even where Python is told to keep none; templates may stay."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    (tmp_path / "module.py").write_text("answer = 42\n")
    (tmp_path / "template.py").write_text("class {{ name }}:\n")
    run.compile_modules(tmp_path)
    assert Path(cache_from_source(str(tmp_path / "module.py"))).exists()
    assert not Path(cache_from_source(str(tmp_path / "template.py"))).exists()
