"""Stand-ins for the names that a notebook has from IPython and from the students' own check; they do nothing."""

from __future__ import annotations

import builtins
import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType


class QuietShell:
    """Stands in for IPython's shell: line magics and shell lines do nothing and return nothing."""

    def getoutput(self, *_args: object, **_options: object) -> list[str]:
        """Return no lines, as `files = !ls` would in an empty folder."""
        return []

    def __getattr__(self, name: str) -> object:
        """Return a function that does nothing, for every other method of the shell."""
        if name.startswith("__"):
            raise AttributeError(name)
        return _nothing


class QuietCheck(MetaPathFinder, Loader):
    """Finds a module `check` that does nothing, where the submission has none: students have the real one."""

    def find_spec(self, fullname: str, _path: object, _target: object = None) -> ModuleSpec | None:
        """Return the module to be made for the name `check`."""
        return ModuleSpec(fullname, self) if fullname == "check" else None

    def exec_module(self, module: ModuleType) -> None:
        """Give the module its functions."""
        vars(module).update(check=_nothing, set_language=_nothing)


def install() -> None:
    """Make `get_ipython()` and `display()` known to every module, and a module `check` to be found."""
    sys.meta_path.append(QuietCheck())
    shell = QuietShell()
    builtins.get_ipython = lambda: shell  # type: ignore[attr-defined]
    builtins.display = _nothing  # type: ignore[attr-defined]


def _nothing(*_args: object, **_options: object) -> None:
    return None
