"""The student's own check: public cases, verdicts in layers, and the names of known mistakes.

`autograder build` copies this folder to the students' folder, where it is the package `check`; so its files import
nothing else of the engine, and one another by relative imports. It runs the student's own code on the student's own
machine, without a sandbox. `verdicts.check_exercises` gives the verdicts on a namespace; the rest shows them.
"""

from __future__ import annotations

import sys


def check(thing: object) -> None:
    """Check an exercise in a notebook, as in `check(my_function)`, and show the verdict."""
    from .notebook.check_cell import check_thing  # here, for the terminal needs none of it

    check_thing(thing, sys._getframe(1).f_globals)


def set_language(language: str) -> None:
    """Choose the language in which `check` answers, `zh` or `en`."""
    from .language import set_language as choose

    choose(language)
