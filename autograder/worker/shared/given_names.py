"""The names of libraries that a probe has without importing them, because the course has loaded these libraries."""

from __future__ import annotations

import sys
from typing import Any

GIVEN_NAMES = {"torch": {"torch": "", "nn": "nn"}, "numpy": {"numpy": "", "np": ""}}  # name in a probe, and attribute


def given_names() -> dict[str, Any]:
    """Return what the names stand for, of the libraries that are loaded in this process.

    A submission may have put something else in the place of a library; what it lacks is left out.
    """
    found: dict[str, Any] = {}
    for library, names in GIVEN_NAMES.items():
        module = sys.modules.get(library)
        if module is not None:
            found |= {name: getattr(module, part, None) if part else module for name, part in names.items()}
    return found
