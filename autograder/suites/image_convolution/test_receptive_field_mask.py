"""`receptive_field_mask`: the position of the input region that one output element sees.

An answer can be wrong along these dimensions: the number of layers, from none to many; equal layers and different ones;
rows and columns of the input and of the position, few and many, even and odd, equal or not; an input of one row, column
or element; the first and the last position; a second call; the inputs afterwards.
"""

from __future__ import annotations

from autograder.checks import Draw, Reference, Student, check, compare
from autograder.checks.helpers.many_cases import compare_each
from autograder.checks.helpers.repeat_calls import compare_second_call

Layers = list[tuple[int, int]]
Shape = tuple[int, int]

CASES = (  # kernel, input shape and position of one layer
    *(((2, 3), (6, 7), (1, 3)), ((4, 1), (7, 5), (2, 4)), ((1, 1), (5, 7), (3, 1))),
    *(((18, 1), (36, 2), (17, 1)), ((1, 2), (2, 20), (1, 18))),  # many rows or columns
    *(((3, 3), (8, 8), (4, 4)), ((3, 2), (9, 9), (5, 5))),  # square, even and odd
    *(((1, 2), (1, 5), (0, 2)), ((2, 1), (5, 1), (3, 0)), ((1, 1), (1, 1), (0, 0))),  # one row, column, element
)


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
    public=True,
)
def test_lesson_example(student: Student, reference: Reference) -> None:
    """One layer of 2×2, then two."""
    compare_mask(student, reference, [(2, 2)], (3, 3), (0, 0), public=True)
    compare_mask(student, reference, [(2, 2), (2, 2)], (3, 3), (0, 0), public=True)


@check(points=3, zh="一层卷积，各种输入和位置", en="One layer, at any place of any input")
def test_one_layer(student: Student, reference: Reference, draw: Draw) -> None:
    """A wide kernel, a high one, one of 1×1, and a random one, at different rows and columns; inputs of all shapes."""
    fixed = [([kernel], shape, position) for kernel, shape, position in CASES]
    compare_each(student, reference, [*fixed, drawn_case(draw, 1)])


@check(points=3, zh="多层卷积，大小相同或不同", en="Many layers, equal or different")
def test_many_layers(student: Student, reference: Reference, draw: Draw) -> None:
    """Two layers and four, equal ones, many, and the last output element, whose field ends at the edge of the input."""
    layers, (height, width), position = drawn_case(draw, 2)
    last = (height - 1 - sum(h - 1 for h, _ in layers), width - 1 - sum(w - 1 for _, w in layers))
    drawn = [(layers, (height, width), place) for place in (position, last)]
    fixed = [([(2, 3)] * 3, (6, 9), (1, 1)), ([(1, 1)] * 17 + [(2, 2)], (3, 4), (1, 2))]
    compare_each(student, reference, [*drawn, *fixed, drawn_case(draw, 4)])


@check(points=1, zh="一层也没有：只有这个位置自己", en="No layer at all: the position itself")
def test_no_layer(student: Student, reference: Reference, draw: Draw) -> None:
    """The input is the last output."""
    compare_mask(student, reference, [], (4, 6), (draw.integer(0, 3), draw.integer(0, 5)))


@check(points=1, zh="不改动输入，再次调用仍然正确", en="The inputs stay as they were, and a second call is right")
def test_second_call(student: Student, reference: Reference, draw: Draw) -> None:
    """The first call leaves no state behind."""
    _, shape, _ = drawn_case(draw, 3)
    compare_second_call(student, reference, [(2, 3), (1, 2), (3, 1)], (shape[0] + 2, shape[1] + 2), (1, 2), scale=0)
