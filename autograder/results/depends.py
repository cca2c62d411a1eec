"""What a result depends on, in parts: where one differs between two runs, it may be why the score did."""

from __future__ import annotations

from msgspec import Struct


class DependsOn(Struct, frozen=True):
    """Digests of what was handed in, of the suite, and of the engine; a result names its seed and isolation itself.

    The suite stands for the checks, the solution, the manifest and the source notebook of the assignment; the engine
    for the grader, the libraries and Python.
    """

    submission: str
    suite: str
    engine: str
