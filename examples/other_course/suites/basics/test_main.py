"""`main`: a program that adds up numbers from standard input."""

from __future__ import annotations

from autograder.checks import Draw, Reference, Student, check, compare


@check(points=5, en="Three numbers", public=True)
def test_three(student: Student, reference: Reference) -> None:
    """The program as a whole."""
    compare(student.program(stdin="1\n2\n3\n", public=True), reference.program(stdin="1\n2\n3\n"), public=True)


@check(points=5, en="Many numbers")
def test_many(student: Student, reference: Reference, draw: Draw) -> None:
    """Numbers of either sign, without a line break at the end."""
    stdin = "\n".join(map(str, draw.integers(-500, 900, 12)))
    compare(student.program(stdin=stdin), reference.program(stdin=stdin))


@check(points=5, en="An empty line ends the numbers")
def test_empty_line(student: Student, reference: Reference, draw: Draw) -> None:
    """What follows it is not read."""
    first, later = draw.integers(1, 99, 2)
    stdin = f"{first}\n\n{later}\n"
    compare(student.prints(stdin=stdin), reference.prints(stdin=stdin))


@check(points=5, en="No number at all")
def test_nothing(student: Student, reference: Reference) -> None:
    """The sum of nothing is 0."""
    for stdin in ("", "\n"):
        compare(student.prints(stdin=stdin), reference.prints(stdin=stdin))
