"""`receptive_field`: the size of the input region that one element of the last output sees.

An answer can be wrong along these dimensions: the number of layers, from none to many; equal layers and different ones,
in any order; small and large kernels, square or not, 1×1 among them; a second call; the list afterwards.
"""

from __future__ import annotations

from autograder.checks import Draw, Reference, Student, check, compare
from autograder.checks.helpers.many_cases import compare_each
from autograder.checks.helpers.repeat_calls import compare_second_call

Layers = list[tuple[int, int]]


def compare_field(student: Student, reference: Reference, layers: Layers, *, public: bool = False) -> None:
    """Compare the receptive field of stacked layers."""
    compare(student.call(layers, public=public), reference.call(layers), public=public)


@check(
    points=2, zh="课文的例子：一层和两层 2×2 的卷积", en="The lesson's example: one layer of 2×2, and two", public=True
)
def test_lesson_example(student: Student, reference: Reference) -> None:
    """Four elements of the input, then all nine."""
    compare_field(student, reference, [(2, 2)], public=True)
    compare_field(student, reference, [(2, 2), (2, 2)], public=True)


@check(points=2, zh="一层非正方形的卷积", en="One layer whose kernel is not square")
def test_one_layer(student: Student, reference: Reference, draw: Draw) -> None:
    """The receptive field has the kernel's shape; a large one, too."""
    compare_each(student, reference, [([(1, 2)],), ([(30, 20)],), ([draw.shape(2, 9)],)])


@check(points=4, zh="多层卷积，大小相同或不同，也有 1×1 的", en="Many layers, equal or different, 1×1 among them")
def test_many_layers(student: Student, reference: Reference, draw: Draw) -> None:
    """Equal and different layers, up to twenty; one of 1×1 enlarges nothing; the largest is not the first or last."""
    fixed = [(2, 3), (5, 7), (3, 2)], [(3, 3)] * 3, [(2, 4)] * 6, [(1, 1), draw.shape(2, 7), (1, 1)]
    drawn = [[draw.shape(2, 7) for _ in range(depth)] for depth in (2, 3, 20)]
    compare_each(student, reference, [(layers,) for layers in (*fixed, *drawn)])


@check(points=1, zh="一层也没有：(1, 1)", en="No layer at all: (1, 1)")
def test_no_layer(student: Student, reference: Reference) -> None:
    """An element sees itself."""
    compare_field(student, reference, [])


@check(points=1, zh="不改动输入，再次调用仍然正确", en="The input stays as it was, and a second call is right")
def test_second_call(student: Student, reference: Reference, draw: Draw) -> None:
    """The first call leaves no state behind, and the layers stay in their order, which is none of size."""
    compare_second_call(student, reference, [(4, 3), (2, 5), draw.shape(2, 5), (3, 1)], scale=0)
