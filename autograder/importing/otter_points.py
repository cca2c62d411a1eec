"""What the tests of a question of otter are worth, by otter's own rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from autograder.importing.model import Piece, Tests


def with_points(pieces: Sequence[Piece], questions: Mapping[str, object]) -> list[Piece]:
    """Return the pieces with points for each test; `questions` has the `points` of each question by its name."""
    tests = [piece for piece in pieces if isinstance(piece, Tests)]
    worth = dict[int, float]()
    for name in dict.fromkeys(test.name for test in tests):
        own = [test for test in tests if test.name == name]
        shares = resolved(questions.get(name), [test.points for test in own])
        worth |= {id(test): points for test, points in zip(own, shares, strict=True)}
    return [replace(piece, points=worth[id(piece)]) if isinstance(piece, Tests) else piece for piece in pieces]


def resolved(asked: object, own: Sequence[float | None]) -> list[float]:
    """Return what each test of a question is worth; `asked` are the question's points, `own` those of the tests.

    Tests without points of their own share what the others leave of the question's. Where the question has none, they
    share one point, or have 0 where another test has points. `{each: 2}` gives each test so much, a list each its own.
    """
    if isinstance(asked, list) and len(asked) == len(own):
        return resolved(None, [as_points(one) for one in asked])
    each = as_points(asked.get("each", 1)) if isinstance(asked, Mapping) else None
    total = as_points(asked) if each is None else each * len(own)
    given = sum(points for points in own if points is not None)
    if total is None:
        total = given or 1.0
    open_ones = own.count(None)
    share = max(total - given, 0.0) / open_ones if open_ones else 0.0
    return [share if points is None else points for points in own]


def as_points(value: object) -> float | None:
    """Return what a notebook gives as points, None where it is no number."""
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return float(value) if is_number and value >= 0 else None  # type: ignore[arg-type, operator]
