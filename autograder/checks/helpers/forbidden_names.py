"""A search of a submission's text for names that an exercise forbids, in its code and in code that it uses.

Text does not show everything; a name put together at run time, for example, is not found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from autograder.checks import NotOwnWork, Student, Text
from autograder.checks.helpers.read_names import global_names, read_paths

USED = Text(
    "这一题要自己写，不能使用现成的 {name}。",
    "This exercise asks for your own code; the ready-made {name} is not allowed.",
)


def refuse_names(student: Student, is_forbidden: Callable[[str], bool], not_followed: Sequence[str] = ()) -> None:
    """Raise `NotOwnWork` where the code of the exercise, or code it uses, names something that is forbidden.

    `is_forbidden` gets full names such as `numpy.sort`.
    """
    name = find_forbidden_name(student.cells, student.exercise, is_forbidden, not_followed)
    if name is not None:
        raise NotOwnWork(USED.format(name=name))


def find_forbidden_name(
    cells: Sequence[str], exercise: str, is_forbidden: Callable[[str], bool], not_followed: Sequence[str] = ()
) -> str | None:
    """Return the full name of the first forbidden thing that the code of `exercise` uses, or None.

    Functions of the submission are searched as well if the exercise uses them, except those in `not_followed`.
    """
    names = global_names(tuple(cells))
    waiting, seen, seen_code, seen_paths = [exercise], set(not_followed), set[int](), set[str]()
    while waiting:
        name = waiting.pop()
        code = names.get(name)
        if name in seen or code is None or id(code) in seen_code:
            continue
        seen.add(name)
        seen_code.add(id(code))  # `a = b = value` gives one piece of code to many names
        for path in read_paths(code, names):
            if path in seen_paths:
                continue
            if is_forbidden(path):
                return path
            seen_paths.add(path)
            waiting.append(path.partition(".")[0])
    return None
