"""What a course says of its exercises, for pages: titles, sections of the lesson, and how known mistakes are told."""

from __future__ import annotations

from collections.abc import Mapping

from autograder.build.sections import sections
from autograder.course.manifest import Course
from autograder.course.text import NO_TEXT, Text
from autograder.mistakes.explanations import Explanations
from autograder.pages.card import About, Card, card_of
from autograder.results.model import ExerciseResult, Result


class CourseTexts:
    """The texts of one course, each read when it is asked for and then kept."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._sections: dict[str, dict[str, Text]] = {}
        self._explanations = Explanations(course)

    def title(self, assignment: str) -> Text:
        """Return the title of an assignment, or its name where the course does not have it."""
        return self._course.title_of(assignment)

    def cards(self, result: Result) -> list[Card]:
        """Return the cards of a result, in its order."""
        return [card_of(exercise, self.about(result.assignment, exercise)) for exercise in result.exercises]

    def about(self, assignment: str, exercise: ExerciseResult) -> About:
        """Return what the course says of an exercise; nothing of one that it does not have."""
        titles = self._course.exercise_titles(assignment)
        if exercise.name not in titles:
            return About()
        section = self._sections_of(assignment).get(exercise.name, NO_TEXT)
        named = any(check.misconception for check in exercise.checks)
        return About(titles[exercise.name], section, self._explanations.of(exercise.name) if named else {})

    def _sections_of(self, assignment: str) -> Mapping[str, Text]:
        if assignment not in self._sections:
            self._sections[assignment] = sections(self._course, assignment)
        return self._sections[assignment]
