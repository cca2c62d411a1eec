"""`receptive_field_mask`: the position of the input region that one output element sees."""

from __future__ import annotations

from autograder.checks import Draw, Reference, Student, check, compare
from autograder.suites.repeat_calls import compare_second_call

Layers = list[tuple[int, int]]
Shape = tuple[int, int]


def compare_mask(
    student: Student, reference: Reference, layers: Layers, shape: Shape, position: Shape, *, public: bool = False
) -> None:
    """Compare the mask of one output position."""
    got = student.call(layers, shape, position, public=public)
    compare(got, reference.call(layers, shape, position), public=public)


def drawn_case(draw: Draw, depth: int) -> tuple[Layers, Shape, Shape]:
    """Return layers, an input shape that is not square, and a position away from the borders of the output."""
    layers = [draw.shape(1, 3) for _ in range(depth)]
    field = [1 + sum(kernel[axis] - 1 for kernel in layers) for axis in (0, 1)]
    spare = draw.shape(3, 6)
    shape = (field[0] + spare[0], field[1] + spare[1])
    if shape[0] == shape[1]:
        shape = (shape[0], shape[1] + 1)
    return layers, shape, (draw.integer(1, spare[0] - 1), draw.integer(1, spare[1] - 1))


@check(
    points=2,
    zh="课文的例子：输出元素 19 的感受野，以及两层之后的全部九个元素",
    en="The lesson: what 19 sees, and all nine",
)
def test_lesson_example(student: Student, reference: Reference) -> None:
    """One layer of 2×2, then two."""
    compare_mask(student, reference, [(2, 2)], (3, 3), (0, 0), public=True)
    compare_mask(student, reference, [(2, 2), (2, 2)], (3, 3), (0, 0), public=True)


@check(points=3, zh="一层非正方形的卷积", en="One layer whose kernel is not square")
def test_one_layer(student: Student, reference: Reference, draw: Draw) -> None:
    """A wide kernel, a high one, one of 1×1, and a random one, at different rows and columns."""
    compare_mask(student, reference, [(2, 3)], (6, 7), (1, 3))
    compare_mask(student, reference, [(4, 1)], (7, 5), (2, 4))
    compare_mask(student, reference, [(1, 1)], (5, 7), (3, 1))
    compare_mask(student, reference, *drawn_case(draw, 1))


@check(points=3, zh="多层大小不一的卷积", en="Many layers of different sizes")
def test_many_layers(student: Student, reference: Reference, draw: Draw) -> None:
    """Two layers and four, and the last output element, whose field ends at the edge of the input."""
    layers, (height, width), position = drawn_case(draw, 2)
    last = (height - 1 - sum(h - 1 for h, _ in layers), width - 1 - sum(w - 1 for _, w in layers))
    for place in (position, last):
        compare_mask(student, reference, layers, (height, width), place)
    compare_mask(student, reference, *drawn_case(draw, 4))


@check(points=1, zh="一层也没有：只有这个位置自己", en="No layer at all: the position itself")
def test_no_layer(student: Student, reference: Reference, draw: Draw) -> None:
    """The input is the last output."""
    compare_mask(student, reference, [], (4, 6), (draw.integer(0, 3), draw.integer(0, 5)))


@check(points=1, zh="不改动输入，再次调用仍然正确", en="The inputs stay as they were, and a second call is right")
def test_second_call(student: Student, reference: Reference, draw: Draw) -> None:
    """The first call leaves no state behind."""
    compare_second_call(student, reference, *drawn_case(draw, 3), scale=0)
