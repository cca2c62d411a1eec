"""Classes of any size made by hand, and the report on them in a real browser."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from autograder.course.manifest import Assignment, Course, Exercise
from autograder.course.outcome import Outcome
from autograder.course.text import NO_TEXT, Text
from autograder.report.class_results import ClassResults
from autograder.report.write import report_page
from autograder.results.depends import DependsOn
from autograder.results.model import (
    CheckResult,
    ExerciseResult,
    Result,
    broken_result,
    check_result,
    exercise_result,
    submission_result,
)

CHECKS = 5
SEED = "a-seed-that-no-page-shows"
WRONG = Text("值不对。", "A value is wrong.")
REPAIRED = Text("有一格被复制过，已忽略。", "A cell was copied and is left out.")
UNREADABLE = Text("文件是空的。", "The file is empty.")
MISTAKES = {
    "corr2d": ("flips_kernel", "transposes_output", "uses_library_convolution"),
    "Conv2D": ("flips_kernel", "forgets_bias"),
    "output_shape": ("a_mistake_of_an_older_course",),
}
PARTS = DependsOn("what was handed in", "the suite", "the engine")


class ClassMaker:
    """Makes results as a grader would: strong students and weak ones, easy checks and hard ones, with a fixed chance."""

    def __init__(self, course: Course) -> None:
        self.course = course

    def many(self, count: int, *assignments: str) -> list[Result]:
        """Return results of so many students for each of some assignments; a few are odd."""
        chance = random.Random(7)
        names = assignments or ("image_convolution",)
        return [self._any(chance, index, self.course.assignments[name]) for index in range(count) for name in names]

    def one(self, student: str, strength: float = 1.0, assignment: str = "image_convolution", **changes: Any) -> Result:
        """Return the result of a student who passes the checks that are easier than `strength` is."""
        found = self._result(random.Random(1), student, self.course.assignments[assignment], strength)
        return replace(found, **changes)

    def broken(self, student: str, assignment: str = "image_convolution") -> Result:
        return broken_result(student, self.course.assignments[assignment], SEED)

    def unreadable(self, student: str, reason: Text = UNREADABLE, assignment: str = "image_convolution") -> Result:
        of = self.course.assignments[assignment]
        exercises = [self._exercise(one, [Outcome.NOT_RUN] * CHECKS, reason, None) for one in of.exercises]
        return submission_result(student, of, False, reason, "full", SEED, 0.1, exercises, student, PARTS)

    def _any(self, chance: random.Random, index: int, assignment: Assignment) -> Result:
        student = f"{'李王张刘陈'[index % 5]}{'伟芳娜敏静强磊洋'[index % 8]}-{index:04}"
        if index % 333 == 7:
            return self.broken(student, assignment.name)
        if index % 97 == 5:
            return self.unreadable(student, UNREADABLE, assignment.name)
        found = self._result(chance, student, assignment, chance.betavariate(4, 2))
        return replace(found, message=REPAIRED) if index % 41 == 3 else found

    def _result(self, chance: random.Random, student: str, assignment: Assignment, strength: float) -> Result:
        exercises = [self._graded(chance, one, strength, number) for number, one in enumerate(assignment.exercises)]
        seconds = chance.expovariate(8)
        return submission_result(
            student, assignment, True, NO_TEXT, "full", SEED, seconds, exercises, f"{student}{strength}", PARTS
        )

    def _graded(self, chance: random.Random, exercise: Exercise, strength: float, number: int) -> ExerciseResult:
        if strength < 0.99 and chance.random() > strength + 0.4:
            return self._exercise(exercise, [Outcome.NOT_ATTEMPTED] * CHECKS, NO_TEXT, None)
        hard = [(check + 1) / (CHECKS + 1) * (0.5 + number / 16) for check in range(CHECKS)]
        passed = [strength >= 0.99 or chance.random() < strength + 0.5 - one for one in hard]
        mistake = chance.choice([None, *MISTAKES[exercise.name]]) if exercise.name in MISTAKES else None
        return self._exercise(exercise, [Outcome.PASSED if one else Outcome.FAILED for one in passed], WRONG, mistake)

    def _exercise(
        self, exercise: Exercise, outcomes: list[Outcome], message: Text, mistake: str | None
    ) -> ExerciseResult:
        checks = [
            self._check(exercise, number, outcome, message, mistake) for number, outcome in enumerate(outcomes, start=1)
        ]
        return exercise_result(exercise, checks)

    def _check(
        self, exercise: Exercise, number: int, outcome: Outcome, message: Text, mistake: str | None
    ) -> CheckResult:
        title, told = Text(f"第 {number} 项", f"part {number}"), NO_TEXT if outcome is Outcome.PASSED else message
        check = check_result(f"part_{number}", title, exercise.points / CHECKS, outcome, told)
        return replace(check, misconception=mistake) if mistake and outcome is Outcome.FAILED else check


@pytest.fixture(scope="session")
def class_of(course: Course) -> ClassMaker:
    return ClassMaker(course)


@dataclass
class Opened:
    """The report in a browser: the page, and what its console said and what it asked for meanwhile."""

    page: Any
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def table(self, section: str) -> Any:
        return self.page.locator(f"section[aria-labelledby={section}]")

    def sort(self, section: str, heading: str) -> None:
        self.table(section).get_by_role("button", name=heading).first.click()

    def search(self, section: str, words: str) -> None:
        self.table(section).get_by_role("searchbox").first.fill(words)

    def choose(self, section: str, label: str, choice: str) -> None:
        select = self.table(section).locator(f"label:has-text('{label}') select").first
        value = select.locator("option", has_text=choice).first.get_attribute("value")
        select.select_option(value)

    def count(self, section: str) -> str:
        return self.table(section).locator(".count").first.inner_text()

    def column(self, section: str, number: int) -> list[str]:
        """Return what the rows that are drawn show in a column, the first one being 1."""
        return self.table(section).locator("table").first.locator(f"tbody tr > :nth-child({number})").all_inner_texts()


@pytest.fixture
def open_report(chromium: Any, course: Course, tmp_path: Path) -> Callable[..., Any]:
    """Open the report on some results in English; pictures of it go to $PICTURES."""

    @contextmanager
    def open_report(
        results: list[Result], earlier: list[Result] | None = None, scheme: str = "light"
    ) -> Iterator[Opened]:
        path = tmp_path / "report.html"
        path.write_text(report_page(ClassResults(course, results, earlier or [])), encoding="utf-8")
        context = chromium.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
        opened = Opened(context.new_page())
        opened.page.on("console", lambda message: opened.said.append(message.text))
        opened.page.on("pageerror", lambda error: opened.said.append(str(error)))
        opened.page.on("dialog", lambda dialog: (opened.said.append(dialog.message), dialog.dismiss()))
        opened.page.on("request", lambda request: opened.asked.append(request.url))
        opened.page.goto(path.as_uri(), wait_until="networkidle")
        opened.asked = [url for url in opened.asked if url != path.as_uri() and not url.startswith("data:")]
        opened.page.check("#show-en")
        yield opened
        context.close()

    return open_report


@pytest.fixture
def picture(tmp_path: Path) -> Callable[[Opened, str], None]:
    """Return a function that keeps a picture of a page in $PICTURES."""

    def picture(opened: Opened, name: str) -> None:
        folder = os.environ.get("PICTURES", str(tmp_path))
        opened.page.screenshot(path=f"{folder}/{name}.png", full_page=True, caret="initial")

    return picture
