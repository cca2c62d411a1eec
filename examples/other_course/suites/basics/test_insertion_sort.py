"""`insertion_sort`: a stable sort into a new list, without a ready-made one."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from autograder.checks import Draw, Reference, Student, check, compare
from autograder.checks.helpers.forbidden_names import refuse_names
from own_sort import is_ready_made_sort


def sort_and_look(module: ModuleType, items: list[Any]) -> tuple[Any, list[Any], bool]:
    """Probe: return the sorted list, the items afterwards, and whether they are one list."""
    result = module.insertion_sort(items)
    return result, items, result is items


@check(points=5, en="Numbers", public=True)
def test_numbers(student: Student, reference: Reference) -> None:
    """No number, one, and three."""
    for items in ([], [4], [3, 1, 2]):
        compare(student.call(items, public=True), reference.call(items), public=True)


@check(points=5, en="Many numbers, some of them equal")
def test_many_numbers(student: Student, reference: Reference, draw: Draw) -> None:
    """Of either sign."""
    for count in (2, 9, 40):
        items = [*draw.integers(-9, 9, count), 0, 0]
        compare(student.call(items), reference.call(items))
    same = [draw.integer(2, 9)] * 5
    compare(student.call(same), reference.call(same))


@check(points=5, en="Words by a key")
def test_key(student: Student, reference: Reference, draw: Draw) -> None:
    """By the second item of pairs, whose first ones are in another order."""
    pairs = list(zip(draw.permutation(8), draw.integers(100, 999, 8), strict=True))
    got = student.run(sort_by_second, pairs)
    compare(got, reference.run(sort_by_second, pairs))


@check(points=5, en="What is equal keeps its order")
def test_stable(student: Student, reference: Reference, draw: Draw) -> None:
    """Pairs of which several have the same key."""
    pairs = [(number, draw.integer(0, 2)) for number in draw.permutation(12)]
    got = student.run(sort_by_second, pairs)
    compare(got, reference.run(sort_by_second, pairs))


@check(points=5, en="A new list; the old one stays as it is")
def test_new_list(student: Student, reference: Reference, draw: Draw) -> None:
    """The list that is given is no result."""
    items = [5, *draw.integers(-9, 4, 6)]
    expected = reference.call(items), items, False
    compare(student.run(sort_and_look, items), expected)


@check(points=5, en="Your own sort")
def test_own_work(student: Student, reference: Reference) -> None:
    """Right values, and no ready-made sort in the text."""
    refuse_names(student, is_ready_made_sort)
    items = [2, 9, 1]
    compare(student.call(items), reference.call(items))


def sort_by_second(module: ModuleType, pairs: list[Any]) -> Any:
    """Probe: return the pairs by their second items."""
    return module.insertion_sort(pairs, key=lambda pair: pair[1])
