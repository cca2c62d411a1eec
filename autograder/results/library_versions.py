"""The versions of Python and of libraries that a result depends on."""

from __future__ import annotations

import functools
import platform
from importlib.metadata import PackageNotFoundError, packages_distributions, version

LIBRARIES = (
    *("ipython", "jupytext", "landlockpy", "matplotlib", "msgpack"),
    *("msgspec", "nbformat", "numpy", "parso", "pyseccomp", "pytest", "pyyaml", "torch"),
)
NOT_INSTALLED = "not installed"


def engine_versions() -> tuple[str, ...]:
    """Return the version of Python, and those of the libraries that the engine uses."""
    return platform.python_version(), *map(_version, LIBRARIES)


@functools.cache
def version_of_module(module: str) -> str:
    """Return the version of what a module is a part of; it may be installed under another name."""
    top = module.partition(".")[0]
    known = _version(top)
    return known if known != NOT_INSTALLED else _version(packages_distributions().get(top, [top])[0])


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return NOT_INSTALLED
