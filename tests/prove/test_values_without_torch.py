"""Answers on NumPy arrays, numbers, texts, lists and dicts are spoiled as strictly as those on tensors, without torch."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from autograder.prove.mutants import mutants_of

ROOT = Path(__file__).parents[2]
SOLUTION = """
import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


def scaled(A: np.ndarray, B: NDArray[np.float64]) -> np.ndarray:
    return 1.0 * A + B.sum()


def mean(numbers: list[float]) -> float:
    return sum(numbers) / len(numbers)


def shout(text: str, *, mark: str = "!") -> str:
    return text.upper() + mark


def swapped(text: str) -> str:
    return text.swapcase()


def counts(words: dict[str, int]) -> dict[str, int]:
    return {word: 2 * count for word, count in words.items()}


def is_even(number: int) -> bool:
    return number % 2 == 0


@dataclass
class Point:
    x: int
    y: int


@functools.cache
def corner(size: int) -> Point:
    return Point(size, size)


class Stack:
    def __init__(self) -> None:
        self.items = []

    def push(self, item: int) -> int:
        self.items.append(item)
        return len(self.items)

    @property
    def top(self) -> int:
        return self.items[-1]


if __name__ == "__main__":
    print(shout(input()))
"""
A, ONES = np.arange(6.0).reshape(2, 3), np.ones((1, 2))


def wrapped(exercise: str, call: str, method: str = ""):
    """Return the module of the mutant that a statement makes."""
    (mutant,) = (one for one in mutants_of(SOLUTION, exercise) if one.after == f"{exercise}{method} = {call}")
    return run(mutant.source)


def run(source: str):
    """Return the names that a file defines."""
    names = {"__name__": __name__}
    exec(compile(source, "answer.py", "exec", dont_inherit=True), names)
    return names


CASES = [
    ("scaled", "wrong_where(scaled, 0, high)", (np.ones((17, 3)), ONES), (A, ONES)),
    ("scaled", "wrong_where(scaled, 1, zeros)", (A, 0 * ONES), (A, ONES)),
    ("scaled", "wrong_where_as_long(scaled, 0, 1, -1)", (A, np.ones((1, 3))), (A, ONES)),
    ("scaled", "wrong_beyond(scaled, -1, LONG)", (np.ones((2, 17)), ONES), (np.ones((17, 2)), ONES)),
    ("scaled", "wrong_beyond(scaled, 0, LONG)", (np.ones((17, 2)), ONES), (np.ones((2, 17)), ONES)),
    ("scaled", "changes_first(scaled, 0, clamped)", (60 * A, ONES), (A, ONES)),
    ("scaled", "changes_first(scaled, 1, abs)", (A, -ONES), (-A, ONES)),
    ("scaled", "changes_result(scaled, half)", (A, ONES / 3), (A, ONES)),
    ("scaled", "changes_result(scaled, brain_half)", (A, ONES / 3), (A, ONES)),
    ("mean", "wrong_where(mean, 0, long_list)", ([1.0] * 17,), ([1.0] * 16,)),
    ("mean", "changes_first(mean, 0, abs)", ([-1.0, 2.0],), ([1.0, 2.0],)),
    ("mean", "changes_result(mean, half)", ([1.0, 0.1],), ([1.0, 2.0],)),
    ("mean", "changes_result(mean, brain_half)", ([1.0, 0.1],), ([1.0, 2.0],)),
    ("mean", "changes_result(mean, slightly_off)", ([1.0],), ([0.0],)),
    ("shout", "wrong_where(shout, 0, empty)", ("",), ("a",)),
    ("shout", "wrong_where(shout, 0, long_list)", ("a" * 17,), ("a" * 16,)),
    ("swapped", "changes_first(swapped, 0, str.lower)", ("aB",), ("ab",)),
    ("counts", "wrong_where(counts, 0, empty)", ({},), ({"a": 1},)),
    ("is_even", "wrong_where(is_even, 0, wide)", (17,), (16,)),
    ("corner", "wrong_where(corner, 0, even_width)", (4,), (3,)),
]


@pytest.mark.parametrize(("exercise", "call", "wrong", "right"), CASES, ids=[case[1] for case in CASES])
def test_an_answer_is_wrong_along_its_dimension_only_and_of_the_same_type(exercise, call, wrong, right):
    original, mutant = run(SOLUTION), wrapped(exercise, call)
    expected, got = original[exercise](*wrong), mutant[exercise](*wrong)
    assert type(got).__name__ == type(expected).__name__
    assert repr(got) != repr(expected)
    assert repr(mutant[exercise](*right)) == repr(original[exercise](*right))


def test_an_argument_given_by_its_name_reaches_the_answer():
    assert wrapped("shout", "wrong_where(shout, 0, empty)")["shout"]("a", mark="?") == "A?"


def test_arguments_are_overwritten_when_the_result_is_there():
    array, words = A.copy(), {"a": 1}
    wrapped("scaled", "changes_afterwards(scaled, 0, zero)")["scaled"](array, ONES)
    wrapped("counts", "changes_afterwards(counts, 0, dict.clear)")["counts"](words)
    assert (array.any(), words) == (False, {})


def test_what_is_kept_of_an_array_does_not_follow_it():
    function = wrapped("scaled", "keeps_argument(scaled, 0)")["scaled"]
    array = A.copy()
    function(array, ONES)
    array[:] = 9
    assert function(array, ONES).tolist() == (A + 2).tolist()


def test_each_public_method_of_a_class_is_spoiled():
    stack = wrapped("Stack", "wrong_in_turn(Stack.push, 2)", ".push")["Stack"]()
    assert [stack.push(7), stack.push(7), stack.top] == [1, 3, 7]
    afters = {one.after for one in mutants_of(SOLUTION, "Stack")}
    assert not any(after.startswith(("Stack.top =", "Stack.__init__ =")) for after in afters)


def test_a_program_is_spoiled_before_it_runs(tmp_path):
    (mutant,) = (one for one in mutants_of(SOLUTION, "shout") if "0, empty" in one.after)
    (tmp_path / "answer.py").write_text(mutant.source, encoding="utf-8")
    command = [sys.executable, tmp_path / "answer.py"]
    assert subprocess.run(command, input="\n", capture_output=True, text=True, check=True).stdout == "!?\n"


def test_spoiling_imports_no_torch():
    code = "import autograder.prove.spoiling.layers, autograder.prove.spoiling.wrappers, sys; print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_a_course_without_torch_is_proven_without_it_and_survivors_are_searched_as_well(
    plant, holes, tmp_path, autograder
):
    root = plant(tmp_path, {"weak": holes["survivor"]})
    suite = root / "autograder" / "suites" / "adding" / "test_weak.py"
    refusal = 'import sys\n\nif "torch" in sys.modules:\n    raise ImportError("torch is there")\n'
    body = '    assert "torch" not in sys.modules\n    compare('
    suite.write_text(refusal + suite.read_text(encoding="utf-8").replace("    compare(", body), encoding="utf-8")
    done = autograder("prove", cwd=root)
    assert "torch" not in done.stdout
    assert "These arguments tell it apart" in done.stdout
