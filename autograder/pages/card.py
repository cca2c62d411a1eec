"""The card of one exercise: its points, each mistake said once, what passed, and where the lesson explains it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from autograder.course.outcome import Outcome
from autograder.course.text import LANGUAGES, NO_TEXT, Language, Text, number
from autograder.pages import phrases
from autograder.pages.grids import grids_of
from autograder.pages.mistakes import Mistake, mistakes_of
from autograder.pages.say import plainly, say, written
from autograder.pages.shell import TEMPLATES, templates
from autograder.results.model import CheckResult, ExerciseResult, ExerciseStatus


@dataclass(frozen=True)
class About:
    """What the course says of an exercise: its title, its section in the lesson, and how known mistakes are told."""

    title: Text = NO_TEXT
    section: Text = NO_TEXT
    explanations: Mapping[str, Text] | None = None


@dataclass(frozen=True)
class Card:
    """An exercise as its card shows it."""

    result: ExerciseResult
    about: About
    mistakes: tuple[Mistake, ...]

    @property
    def passed(self) -> list[CheckResult]:
        """The checks that passed."""
        return [check for check in self.result.checks if check.outcome is Outcome.PASSED]

    @property
    def is_full(self) -> bool:
        """Whether there is nothing to do."""
        return self.result.status is ExerciseStatus.PASSED


def card_of(result: ExerciseResult, about: About) -> Card:
    """Return what the card of an exercise shows."""
    return Card(result, about, mistakes_of(result, about.explanations or {}))


def card_html(card: Card, languages: Sequence[Language] = LANGUAGES, heading: bool = True) -> Markup:
    """Return a card as HTML, in one language or in both; without a heading where the page has one already."""
    template = _templates.get_template("card.html")
    return Markup(template.render(card=card, heading=heading, **helpers(languages)))


def helpers(languages: Sequence[Language]) -> dict[str, object]:
    """Return what the templates of cards use, in the languages of the page."""
    return {
        "say": partial(say, languages=languages),
        "plainly": partial(plainly, languages=languages),
        "written": written,
        "phrases": phrases,
        "grids_of": grids_of,
        "points": number,
        "exercise_name": exercise_name,
    }


def exercise_name(card: Card) -> Text:
    """Return what an exercise is called in a sentence: its name as code, and its title."""
    name, title = card.result.name, card.about.title
    return Text(f"`{name}`（{title.zh}）", f"`{name}` ({title.en})") if title.zh else Text(f"`{name}`", f"`{name}`")


_templates = templates(TEMPLATES)
