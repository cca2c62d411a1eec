"""The feedback page of one student: every assignment with its score, what to do next, and a card for each exercise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from autograder.course.text import Text
from autograder.pages import phrases
from autograder.pages.card import Card, card_html, card_style, helpers
from autograder.pages.course_texts import CourseTexts
from autograder.pages.say import Language
from autograder.pages.shell import TEMPLATES, page, templates
from autograder.results.model import ExerciseStatus, Result

STYLE = "student_page.css"


@dataclass(frozen=True)
class Part:
    """An assignment on the page: its result, or None where the student handed in nothing, and its cards."""

    title: Text
    result: Result | None
    cards: Sequence[Card] = ()

    @property
    def broken(self) -> bool:
        """Whether the grader failed."""
        return any(card.result.status is ExerciseStatus.GRADER_ERROR for card in self.cards)

    @property
    def next(self) -> Card | None:
        """The first exercise that has points to win."""
        done = {ExerciseStatus.PASSED, ExerciseStatus.GRADER_ERROR}
        return next((card for card in self.cards if card.result.status not in done), None)


def student_page(
    results: Sequence[Result], assignments: Sequence[str], texts: CourseTexts, language: Language | None = None
) -> str:
    """Return the page of one student, who has at least one result.

    `assignments` are those of the class in their order; of those without a result the page says so.
    """
    found = {result.assignment: result for result in results}
    parts = [_part(name, found.get(name), texts) for name in assignments]
    person = results[0].person
    name = (person.name if person else "") or results[0].student
    title = phrases.TITLE.format(student=Text(name, name))
    content = _templates.get_template("student_page.html").render(
        title=title, parts=parts, card_html=lambda card: card_html(card, language), **helpers(language)
    )
    style = card_style() + (TEMPLATES / STYLE).read_text(encoding="utf-8")
    return page(title, Markup(content), language, style)


def _part(name: str, result: Result | None, texts: CourseTexts) -> Part:
    cards = texts.cards(result) if result is not None else []
    return Part(texts.title(name), result, cards)


_templates = templates(TEMPLATES)
