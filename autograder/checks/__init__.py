"""What the author of a hidden suite imports: the mark, the fixtures and the comparison."""

from autograder.checks.compare import ANY, compare
from autograder.checks.draw import Draw
from autograder.checks.mark import check
from autograder.checks.numbers import as_float
from autograder.checks.reference import Reference
from autograder.checks.require import require
from autograder.checks.rows import compare_pairs, require_each
from autograder.checks.student import Student
from autograder.course.outcome import Failed, NotOwnWork, NotRun, Related, Unexplained
from autograder.course.parse import MAX_PARSED, parse
from autograder.course.text import Text, join

__all__ = [
    "ANY",
    "MAX_PARSED",
    "Draw",
    "Failed",
    "NotOwnWork",
    "NotRun",
    "Reference",
    "Related",
    "Student",
    "Text",
    "Unexplained",
    "as_float",
    "check",
    "compare",
    "compare_pairs",
    "join",
    "parse",
    "require",
    "require_each",
]
