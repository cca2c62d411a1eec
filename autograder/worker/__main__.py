"""Starts one of the two programs of this folder in the sandbox: `boot`, the fork server, or `trial`.

Usage: python -s -S -P __main__.py PROGRAM DESCRIPTOR LIBRARIES…

DESCRIPTOR is where the program gets its settings from, and LIBRARIES are the folders of the installed libraries. This
folder becomes the package `worker`; the folder above it is not searched for modules.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys


def main() -> None:
    """Import the program as a module of the package `worker`, and run it."""
    program, descriptor, *libraries = sys.argv[1:]
    sys.argv = [""]
    sys.path += libraries
    make_package(os.path.dirname(__file__))
    importlib.import_module(f"worker.{program}").main(int(descriptor))


def make_package(folder: str) -> None:
    """Make a folder the package `worker` without adding the folder above it to `sys.path`."""
    init = os.path.join(folder, "__init__.py")
    spec = importlib.util.spec_from_file_location("worker", init, submodule_search_locations=[folder])
    assert spec is not None
    assert spec.loader is not None
    package = sys.modules["worker"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(package)


if __name__ == "__main__":
    main()
