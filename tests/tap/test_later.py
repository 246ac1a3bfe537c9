"""What is put off is imported when it is used, and then it is the real thing."""

from __future__ import annotations

import gc
import subprocess
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from tap_quickbooks.__main__ import SELDOM_USED
from tap_quickbooks.later import put_off

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES = {
    "sold/__init__.py": """
from sold.parts import Wheel
def double(number): return 2 * number
class Car:
    wheels = 4
    def name(self): return "car"
""",
    "sold/parts.py": "import sold\nclass Wheel: pass\n",
    "tool.py": "limit = 5\nclass BrokenError(Exception): pass\n",
    # How others import them.
    "garage.py": """
import tool
from sold import Car, double
class Van(Car): pass
""",
    "other_garage.py": "import tool, sold\nfrom sold import Car, double\n",
    "workshop.py": "import sold.parts\nfrom sold.parts import Wheel\n",
    "unforeseen.py": "from sold import Wheel, Car\n",
}
NAMES = {"sold": ("Car", "double"), "tool": ()}


@pytest.fixture(autouse=True)
def _packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make the packages anew for each test."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    before = set(sys.modules)
    yield
    for name in set(sys.modules) - before:
        del sys.modules[name]
    gc.unfreeze()


def test_nothing_is_imported_until_it_is_used() -> None:
    """Two importers, by `import` and by `from`, and neither causes the import."""
    with put_off(NAMES):
        garage = import_module("other_garage")
        import_module("other_garage")
    assert not {"sold", "tool"} & set(sys.modules)
    assert garage.double(4) == 8
    assert "sold" in sys.modules
    assert "tool" not in sys.modules
    assert garage.tool.limit == 5


def test_stand_ins_behave() -> None:
    """A class can be made, asked for its attributes, subclassed, and recognised."""
    with put_off(NAMES):
        garage = import_module("garage")
    real = import_module("sold")
    car = garage.Car()
    assert type(car) is real.Car
    assert garage.Car.wheels == 4
    assert isinstance(car, garage.Car)
    assert not isinstance(1, garage.Car)
    assert issubclass(garage.Van, garage.Car)
    assert garage.Van.__bases__ == (real.Car,)
    assert garage.Van().name() == "car"


def test_afterwards_an_import_is_an_import() -> None:
    """Whoever imports later gets the module itself, and so do the stand-ins."""
    with put_off(NAMES):
        garage = import_module("other_garage")
    tool = import_module("tool")
    assert type(tool) is type(sys)
    with pytest.raises(tool.BrokenError):
        raise garage.tool.BrokenError
    assert garage.sold.Car is import_module("sold").Car


@pytest.mark.parametrize("name", ["workshop", "unforeseen"])
def test_what_was_not_foreseen_is_imported_at_once(name: str) -> None:
    """A submodule, or a name that is not told, is the real one, and there once."""
    with put_off(NAMES):
        module = import_module(name)
        assert "sold" in sys.modules
        import_module("garage")
    assert module.Wheel is import_module("sold").Wheel
    assert module.Wheel is import_module("sold.parts").Wheel
    origin = import_module("sold.parts").__spec__.origin
    assert str(origin).endswith("parts.py")


def test_missing_name_and_missing_module() -> None:
    """The errors are Python's own."""
    with put_off({**NAMES, "nowhere": ()}):
        garage = import_module("other_garage")
        with pytest.raises(ModuleNotFoundError, match="nowhere"):
            import_module("nowhere")
        with pytest.raises(ModuleNotFoundError, match=r"sold\.nothing"):
            import_module("sold.nothing")
    with pytest.raises(AttributeError, match=r"'tool' has no attribute 'nothing'"):
        _ = garage.tool.nothing


def test_garbage_is_collected_again() -> None:
    """The collector runs after the imports, also where they fail."""
    with put_off(NAMES):
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ModuleNotFoundError), put_off(NAMES):
        import_module("nowhere")
    assert gc.isenabled()


def test_module_that_is_there_stays() -> None:
    """What was imported before is not touched."""
    tool = import_module("tool")
    with put_off(NAMES):
        assert import_module("other_garage").tool is tool
    assert sys.modules["tool"] is tool


STARTED = """
import sys
from tap_quickbooks.__main__ import SELDOM_USED
from tap_quickbooks.later import put_off
with put_off(SELDOM_USED):
    from tap_quickbooks import command
"""


def start(more: str, folder: Path) -> str:
    """Start the tap in a process of its own, as far as its imports, and do more."""
    command = [sys.executable, "-W", "error", "-c", STARTED + more]
    ended = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_the_tap_starts_without_them(tmp_path: Path) -> None:
    """All that is put off is absent after the start, and what only that would need."""
    more = "print(*sys.modules)"
    found = set(start(more, tmp_path).split())
    assert not found & {*SELDOM_USED, "jsonpath_ng", "backoff", "asyncio"}


@pytest.mark.parametrize(
    "used",
    [
        pytest.param(
            """
from singer_sdk.target_base import Parallel, delayed, parallel_config
with parallel_config(backend="threading", n_jobs=2):
    assert Parallel()(delayed(abs)(-number) for number in (1, 2)) == [1, 2]
""",
            id="workers",
        ),
        pytest.param(
            """
from pathlib import Path
from singer_sdk.batch import entry_points
from singer_sdk.helpers._batch import StorageTarget
with StorageTarget(str(Path.cwd())).open("one", "wb") as file:
    file.write(b"1")
assert Path("one").read_bytes() == b"1"
assert [one.name for one in entry_points(group="singer_sdk.batch_encoders")]
""",
            id="batch files",
        ),
        pytest.param(
            """
from singer_sdk import GraphQLStream, RESTStream, Stream
class Mine(RESTStream):
    url_base = "https://example.com"
assert issubclass(Mine, Stream) and issubclass(Mine, RESTStream)
class Other(GraphQLStream):
    url_base = "https://example.com"
assert issubclass(Other, RESTStream) and issubclass(Other, GraphQLStream)
""",
            id="other kinds of taps",
        ),
        pytest.param(
            """
from tap_quickbooks.tap import TapQuickBooks
try:
    TapQuickBooks.cli(["--about", "--format=json"])
except SystemExit as ended:
    assert not ended.code
""",
            id="about",
        ),
        pytest.param(
            """
from pathlib import Path
Path(".env").write_text("TAP_QUICKBOOKS_ORGANIZATION=Example")
from tap_quickbooks.tap import TapQuickBooks
assert TapQuickBooks._env_var_config == {"organization": "Example"}
""",
            id="env file",
        ),
        pytest.param(
            """
from tap_quickbooks.token_bucket import Bucket
assert Bucket("memory://tokens").names() == []
""",
            id="bucket",
        ),
        pytest.param(
            """
from tap_quickbooks.encryption import make_key, read_seal
from tap_quickbooks.errors import SettingsError
seal = read_seal(make_key())
kept = seal.close(b"token")
assert seal.open(kept) == b"token" and seal.is_current(kept)
other = read_seal(make_key())
assert not other.is_current(kept)
try:
    other.open(kept)
except SettingsError as error:
    assert "does not open" in str(error)
else:
    raise AssertionError
""",
            id="encryption",
        ),
        pytest.param(
            """
from pathlib import Path
from datetime import UTC, datetime
from tap_quickbooks.ledger import Ledger
Ledger(Path("calls")).add(datetime.now(UTC), {"1": 1})
""",
            id="lock",
        ),
    ],
)
def test_what_is_put_off_works(used: str, tmp_path: Path) -> None:
    """Each use that is left for later is carried out in a started tap."""
    start(used, tmp_path)
