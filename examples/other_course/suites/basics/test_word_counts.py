"""`word_counts`: how often each word stands in a text."""

from __future__ import annotations

from autograder.checks import Draw, Reference, Student, check, compare


@check(points=5, en="A short text", public=True)
def test_short_text(student: Student, reference: Reference) -> None:
    """Two words stand twice."""
    text = "a rose is a rose"
    compare(student.call(text, public=True), reference.call(text), public=True)


@check(points=5, en="Words that are parts of other words")
def test_parts(student: Student, reference: Reference) -> None:
    """`one` stands in `stone`."""
    text = "one stone and one bone"
    compare(student.call(text), reference.call(text))


@check(points=5, en="Capitals anywhere")
def test_capitals(student: Student, reference: Reference, draw: Draw) -> None:
    """Some letters of a word are capitals."""
    word = draw.text(4)
    text = f"{word} {word.upper()} {word.capitalize()} x"
    compare(student.call(text), reference.call(text))


@check(points=5, en="Spaces, line breaks, and no word at all")
def test_spaces(student: Student, reference: Reference, draw: Draw) -> None:
    """Several spaces between words make no empty word."""
    one, other = draw.text(3), draw.text(5)
    for text in (f"{one}  {other}\n{one}\t{one}", "", "   "):
        compare(student.call(text), reference.call(text))
