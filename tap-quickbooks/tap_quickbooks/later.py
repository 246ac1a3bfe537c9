"""Modules that a start does not need are imported when something of them is used.

The libraries import all that they can do: tunnels, batch files, worker processes.
Python has `lazy import` from 3.15 on. `importlib.util.LazyLoader` is no help before:
it loads as soon as a second module says `import x`, or any says `from x import y`.

Only who imports within the block gets a stand-in, for a module or for a name that is
taken from it; from then on an import is an import again. A stand-in serves what is
called, subclassed, asked with isinstance or for an attribute: functions, classes and
modules, but not exceptions. Any other name makes its module be imported at once.
"""

from __future__ import annotations

import gc
import sys
from contextlib import contextmanager
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import PathFinder
from importlib.util import spec_from_loader
from types import ModuleType
from typing import TYPE_CHECKING, Any

from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from importlib.machinery import ModuleSpec


@contextmanager
def put_off(names: Mapping[str, Sequence[str]]) -> Iterator[None]:
    """Import in this block without some modules, and without looking for garbage.

    Args:
        names: The modules, each with the names that are taken from it by `from`.
    """
    finder = Finder(names)
    sys.meta_path.insert(0, finder)
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        for module in [m for m in sys.modules.values() if type(m) is Later]:
            _withdraw(module)
        gc.freeze()  # what is imported stays: not even the end need look through it
        if was_enabled:
            gc.enable()


class Later(ModuleType):
    """Stands for a module until something of it is used."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever it holds
        """Return an attribute of the module."""
        if name == "__path__":  # asked at each `from x import y`: it is no package
            message = f"module {self.__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        return getattr(imported(self), name)


def imported(module: ModuleType) -> ModuleType:
    """Import the module that another one stands for."""
    name = module.__name__
    if sys.modules.get(name) is module:  # still in the block
        _withdraw(module)
        for finder in sys.meta_path:
            if isinstance(finder, Finder):
                finder.needed.add(name)
    return import_module(name)


def _withdraw(module: ModuleType) -> None:
    """Let nobody import a stand-in any more."""
    sys.modules.pop(module.__name__, None)
    held = vars(module)
    for name in [n for n, value in held.items() if type(value) is StandIn]:
        del held[name]


class StandIn:
    """Stands for a function or class until it is used."""

    def __init__(self, module: ModuleType, name: str) -> None:
        self._module = module
        self._name = name

    def _real(self) -> Any:  # noqa: ANN401  # whatever it is
        return getattr(imported(self._module), self._name)

    def __call__(self, *args: Any, **more: Any) -> Any:  # noqa: ANN401  # likewise
        """Call it."""
        return self._real()(*args, **more)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # likewise
        """Return an attribute of it."""
        return getattr(self._real(), name)

    def __mro_entries__(self, bases: tuple[object, ...]) -> tuple[type, ...]:
        """Return the base class of a class that is made of it."""
        return (self._real(),)

    def __instancecheck__(self, instance: object) -> bool:
        """Whether something is an instance of it."""
        return isinstance(instance, self._real())

    def __subclasscheck__(self, subclass: type) -> bool:
        """Whether a class is made of it."""
        return issubclass(subclass, self._real())


class Finder(MetaPathFinder):
    """Finds the modules that are put off."""

    def __init__(self, names: Mapping[str, Sequence[str]]) -> None:
        self.names = names
        self.needed: set[str] = set()

    @override
    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        if fullname in self.names:
            return None if fullname in self.needed else self._put_off(fullname, path)
        parent = sys.modules.get(fullname.rpartition(".")[0])
        if not isinstance(parent, Later):
            return None
        imported(parent)
        found = import_module(fullname)
        found.__spec__ = spec_from_loader(fullname, _Imported(found))
        return found.__spec__

    def _put_off(self, name: str, path: Sequence[str] | None) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path)
        if spec is not None:
            spec.loader = _Loader(self.names[name])
        return spec


class _Loader(Loader):
    """Makes what stands for a module."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names

    @override
    def create_module(self, spec: ModuleSpec) -> None:
        """Let the import system make an ordinary one, and fill in what it knows."""

    @override
    def exec_module(self, module: ModuleType) -> None:
        module.__class__ = Later
        vars(module).update({name: StandIn(module, name) for name in self.names})


class _Imported(Loader):
    """Hands out a module that was imported together with its package."""

    def __init__(self, module: ModuleType) -> None:
        self.module = module
        self.spec = module.__spec__

    @override
    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return self.module

    @override
    def exec_module(self, module: ModuleType) -> None:
        module.__spec__ = self.spec
