"""Our points as the points of a platform's column, which may be out of another number."""

from __future__ import annotations

from msgspec import Struct

from autograder.course.text import number
from autograder.results.model import Result


class Scale(Struct, frozen=True):
    """What the column is out of, what our scores are out of, and how the file writes decimals."""

    of: float
    max_score: float
    comma: bool

    def points(self, result: Result) -> str:
        """Return the score of a result as the cell of the column; the result has a score."""
        text = number((result.score or 0.0) * self.of / self.max_score)
        return text.replace(".", ",") if self.comma else text

    def remark(self, header: str) -> list[str]:
        """Return a line that says so where the scores are changed."""
        if self.of == self.max_score:
            return []
        return [f"{header} is out of {number(self.of)}: scores out of {number(self.max_score)} are scaled to that."]


def scale_to(cell: str, max_score: float, delimiter: str = ",") -> Scale:
    """Return the scale to what a cell says a column is out of, or our own where the cell says nothing."""
    return Scale(as_number(cell) or max_score, max_score, delimiter == ";")


def as_number(cell: str) -> float | None:
    """Return the number in a cell, with a point or a comma before its decimals, None where there is none."""
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        return None
