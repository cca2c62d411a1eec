"""The feedback page of one student: every assignment with its score, what to do next, and a card for each exercise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from autograder.course.text import LANGUAGES, Language, Text
from autograder.pages import phrases
from autograder.pages.card import Card, card_html, helpers
from autograder.pages.course_texts import CourseTexts
from autograder.pages.shell import TEMPLATES, page, styles, templates
from autograder.results.model import ExerciseStatus, Result

MOST_CELLS = 2_500  # of the tables on a page
STYLES = ("card.css", "student_page.css")


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
    results: Sequence[Result],
    assignments: Sequence[str],
    texts: CourseTexts,
    languages: Sequence[Language] = LANGUAGES,
) -> str:
    """Return the page of one student, who has at least one result.

    `assignments` are those of the class in their order; of those without a result the page says so.
    """
    found = {result.assignment: result for result in results}
    parts = [
        Part(texts.title(name), found.get(name), texts.cards(found[name]) if name in found else ())
        for name in assignments
    ]
    person = results[0].person
    name = (person.name if person else "") or results[0].student
    title = phrases.TITLE.format(student=Text(name, name))
    content = _templates.get_template("student_page.html").render(
        title=title, parts=list(_drawn(parts)), card_html=lambda card: card_html(card, languages), **helpers(languages)
    )
    return page(title, Markup(content), languages, styles(*STYLES))


def _drawn(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the parts; once their tables have so many cells that the page grows heavy, no more of them are drawn."""
    cells = 0
    for part in parts:
        cards = []
        for card in part.cards:
            mistakes = []
            for mistake in card.mistakes:
                cells += mistake.cells
                mistakes.append(mistake if cells <= MOST_CELLS else replace(mistake, example=None))
            cards.append(replace(card, mistakes=tuple(mistakes)))
        yield replace(part, cards=cards)


_templates = templates(TEMPLATES)
