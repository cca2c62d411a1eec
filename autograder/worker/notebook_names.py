"""Stand-ins for the names that IPython adds to a notebook; they do nothing."""

from __future__ import annotations

import builtins


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


def install() -> None:
    """Make `get_ipython()` and `display()` known to every module."""
    shell = QuietShell()
    builtins.get_ipython = lambda: shell  # type: ignore[attr-defined]
    builtins.display = _nothing  # type: ignore[attr-defined]


def _nothing(*_args: object, **_options: object) -> None:
    return None
