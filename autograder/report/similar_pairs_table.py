"""The pairs of students whose code is more alike than chance explains, and the rare mistakes that they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from autograder.course.text import Text
from autograder.report.class_results import ClassResults
from autograder.report.code_forms import code_form
from autograder.report.similarity import Pair, similar_pairs
from autograder.report.table import Table, choice_column, column, positions, words
from autograder.results.model import Result

RARE = 0.05  # of the results of an assignment, at most, make a mistake that is rare
FEW = 3
EXPECTED = Text(
    "仅凭巧合，全班预计会有多少对学生这么像",
    "how many pairs as alike chance would bring in a class of this size",
)


def similar_pairs_table(found: ClassResults) -> Table:
    """Return a row for each striking pair: who, what chance would bring, how alike each answer is, shared mistakes."""
    pairs = [(name, pair) for name in found.by_assignment for pair in _pairs(found, name)]
    assignments = positions(name for name, _ in pairs)
    columns = (
        choice_column("作业", "assignment", [found.title(name) for name in assignments]),
        column("学生", "students", "people"),
        column("预计巧合（对）", "by chance", "number", 4, EXPECTED),
        column("相同的部分", "in common"),
        column("两人都犯的少见错误", "rare mistakes of both", "words"),
    )
    rare = {name: _rare_mistakes(results) for name, results in found.by_assignment.items()}
    rows = [[assignments[name], *_row(found, pair, rare[name])] for name, pair in pairs]
    return Table("similar", columns, rows)


def _pairs(found: ClassResults, assignment: str) -> list[Pair]:
    known = found.course.assignments.get(assignment)
    if known is None:
        return []
    stub = [found.course.stub(assignment).read_text(encoding="utf-8")]
    forms = {}
    for exercise in known.exercises:
        given = code_form(stub, exercise.name)
        cells = {student: code for (student, name), code in found.codes.items() if name == assignment}
        forms[exercise.name] = {student: code_form(code, exercise.name, given) for student, code in cells.items()}
    return [pair for pair in similar_pairs(forms) if all(student in found.people for student in pair.students)]


def _rare_mistakes(results: Sequence[Result]) -> dict[str, set[str]]:
    """Return who made each mistake that few made, named or not, by its exercise and name."""
    made: dict[str, set[str]] = defaultdict(set)
    for result in results:
        for exercise in result.exercises:
            named = {check.misconception for check in exercise.checks if check.misconception}
            for one in named or ({exercise.behaviour} if exercise.behaviour else set()):
                made[f"{exercise.name}: {one}"].add(result.student)
    most = max(FEW, RARE * len(results))
    return {name: who for name, who in made.items() if 2 <= len(who) <= most}


def _row(found: ClassResults, pair: Pair, rare: Mapping[str, set[str]]) -> list[object]:
    shared = [(name, len(who)) for name, who in sorted(rare.items()) if who.issuperset(pair.students)]
    common = [f"{name} {100 * part:.0f} %" for name, part in pair.overlap.items()]
    told = Text(
        "；".join(f"{name}（共 {count} 人）" for name, count in shared),
        "; ".join(f"{name} ({count} made it)" for name, count in shared),
    )
    return [[found.people[one] for one in pair.students], pair.expected, ", ".join(common), words(told)]
