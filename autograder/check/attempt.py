"""Whether an exercise is there to be checked: defined, callable, and no longer a stub."""

from __future__ import annotations

import difflib
import dis
import inspect
from collections.abc import Mapping, Sequence
from types import CodeType, FunctionType

from . import messages
from .messages import fill
from .model import Text

NOTHING_DONE = {"RESUME", "NOP", "LOAD_CONST", "RETURN_CONST", "RETURN_VALUE"}
OF_EVERY_CLASS = {"__annotate__", "__annotations__", "__dict__", "__doc__", "__firstlineno__", "__module__"}
OF_EVERY_CLASS |= {"__parameters__", "__qualname__", "__static_attributes__", "__weakref__"}


def is_stub(thing: object) -> bool:
    """Tell whether a function, or every method of a class, is still `pass`, `...` or `raise NotImplementedError`."""
    if isinstance(thing, type):
        own = [value for name, value in vars(thing).items() if name not in OF_EVERY_CLASS]
        return all(map(is_stub, own))
    return isinstance(thing, FunctionType) and _is_empty(thing.__code__)


def is_stub_code(code: CodeType) -> bool:
    """Tell the same of the compiled body of a function or of a class, which nobody has run."""
    if code.co_flags & inspect.CO_NEWLOCALS:
        return _is_empty(code)
    parts = [one for one in code.co_consts if isinstance(one, CodeType) and one.co_name not in OF_EVERY_CLASS]
    return all(map(is_stub_code, parts))


def _is_empty(code: CodeType) -> bool:
    instructions = list(dis.get_instructions(code))
    if any(one.opname == "RAISE_VARARGS" for one in instructions):
        return code.co_names == ("NotImplementedError",) and len(instructions) < 8
    return all(one.opname in NOTHING_DONE and one.argval in (None, 0) for one in instructions)


def uses(thing: object, name: str) -> bool:
    """Tell whether the code of a function, or of a class, names this global."""
    parts = vars(thing).values() if isinstance(thing, type) else (thing,)
    return any(name in part.__code__.co_names for part in parts if isinstance(part, FunctionType))


def problem(exercise: str, names: Mapping[str, object], siblings: Sequence[str]) -> Text | None:
    """Return what to tell the student where there is nothing to call; None where there is.

    The names of the other exercises, `siblings`, are not taken for a misspelling of this one.
    """
    if exercise not in names:
        own = {name.lower(): name for name, thing in names.items() if callable(thing) and name not in siblings}
        near = difflib.get_close_matches(exercise.lower(), own, n=1, cutoff=0.65)
        if near:
            return fill(messages.MISSPELT, name=exercise, found=own[near[0]])
        return fill(messages.ABSENT, name=exercise)
    if not callable(names[exercise]):
        return fill(messages.NOT_CALLABLE, name=exercise, kind=type(names[exercise]).__name__)
    return None
