"""What a public case is, and the verdict on an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:  # the terminal shows verdicts without any library
    from numpy.typing import NDArray
    from torch import Tensor


class Text(NamedTuple):
    """The same sentence in Chinese and in English; in a course of one language both are the same."""

    zh: str
    en: str


class Printed(str):
    """A text that student code printed."""

    __slots__ = ()


@dataclass(frozen=True)
class Windows:
    """What a picture of a sliding window shows: an image (n_h, n_w), the kernel (k_h, k_w), and a bias to be added."""

    image: Tensor | NDArray[Any]
    kernel: Tensor | NDArray[Any]
    bias: float = 0.0


@dataclass(frozen=True)
class Raises:
    """The expectation that the answer raises an exception of this kind, whose text has a match of the expression."""

    kind: type[Exception]
    match: str | None = None


class Rule(NamedTuple):
    """How far off numbers may be; whether the dtype and the order of lists count, and there is but one right shape."""

    close: float
    dtype: bool = False
    order: bool = True
    fixed: bool = False


@dataclass(frozen=True)
class Case:
    """A public case: what is asked of the student's names, and what is expected.

    `title` is a `Text`, or a sentence in the one language of the course. `ask` gets the student's names and returns
    what is compared with `expected`, a value or `Raises`. `needs` names exercises that have to be written first.
    `close`, `dtype`, `order` and `fixed` are those of `Rule`. A case about gradients is checked last. `picture` is what
    a picture shows. `what` names what is compared, where it is not the returned value, or each item of a tuple.
    """

    exercise: str
    title: Text | str
    ask: Callable[[SimpleNamespace], object]
    expected: object
    needs: tuple[str, ...] = ()
    close: float = 1e-4
    gradient: bool = False
    picture: Windows | None = None
    dtype: bool = False
    order: bool = True
    fixed: bool = False
    what: Text | tuple[Text, ...] | None = None

    @property
    def rule(self) -> Rule:
        """How values are compared."""
        return Rule(self.close, self.dtype, self.order, self.fixed)

    @property
    def about(self) -> Text:
        """The title in both languages."""
        return in_both(self.title)


def in_both(sentence: Text | str) -> Text:
    """Return a `Text`; a sentence in the one language of a course stands for both."""
    return Text(sentence, sentence) if isinstance(sentence, str) else sentence


class Layer(StrEnum):
    """What is checked, in this order; a verdict names the first layer that is wrong."""

    there = "there"
    runs = "runs"
    type = "type"
    shape = "shape"
    values = "values"
    gradient = "gradient"


class Difference(NamedTuple):
    """The first layer that is wrong, and what to tell the student."""

    layer: Layer
    message: Text


class State(StrEnum):
    """How a case or an exercise stands; `waiting` means that another exercise has to be written first."""

    passed = "passed"
    failed = "failed"
    not_attempted = "not_attempted"
    waiting = "waiting"
    too_slow = "too_slow"


@dataclass(frozen=True)
class CaseVerdict:
    """The verdict on one case: the layer that is wrong, what to tell, what was got, the line that raised."""

    case: Case
    state: State
    layer: Layer | None
    message: Text | None
    got: object = None
    line: int | None = None


@dataclass(frozen=True)
class ExerciseVerdict:
    """The verdict on one exercise: its cases in the order they were checked, and the known mistake, if it is one.

    `warning` is what the student is told of a passage of the text that will cost points in grading, such as a
    ready-made function where the student's own is asked for; it changes no state.
    """

    exercise: str
    title: Text
    points: float
    state: State
    cases: tuple[CaseVerdict, ...]
    mistake: Text | None
    warning: Text | None = None
