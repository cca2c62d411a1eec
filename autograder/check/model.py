"""What a public case is, and the verdict on an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from types import SimpleNamespace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # the terminal shows verdicts without torch
    from torch import Tensor


class Text(NamedTuple):
    """The same sentence in Chinese and in English."""

    zh: str
    en: str


@dataclass(frozen=True)
class Windows:
    """What a picture of a sliding window shows: an image (n_h, n_w), the kernel (k_h, k_w), and a bias to be added."""

    image: Tensor
    kernel: Tensor
    bias: float = 0.0


@dataclass(frozen=True)
class Raises:
    """The expectation that the answer raises an exception of this kind."""

    kind: type[Exception]


@dataclass(frozen=True)
class Case:
    """A public case: what is asked of the student's names, and what is expected.

    `ask` gets the student's names and returns what is compared. `expected` is a tensor, a tuple or list, a number, a
    text, or `Raises`. `needs` names the exercises that have to be written first. Numbers may be off by `close`. A case
    about gradients is checked last. `picture` is what a picture of the case shows, if there is one.
    """

    exercise: str
    title: Text
    ask: Callable[[SimpleNamespace], object]
    expected: object
    needs: tuple[str, ...] = ()
    close: float = 1e-4
    gradient: bool = False
    picture: Windows | None = None


class Layer(StrEnum):
    """What is checked, in this order; a verdict names the first layer that is wrong."""

    there = "there"
    runs = "runs"
    type = "type"
    shape = "shape"
    values = "values"
    gradient = "gradient"


class State(StrEnum):
    """How a case or an exercise stands; `waiting` means that another exercise has to be written first."""

    passed = "passed"
    failed = "failed"
    not_attempted = "not_attempted"
    waiting = "waiting"
    too_slow = "too_slow"


@dataclass(frozen=True)
class CaseVerdict:
    """The verdict on one case: the layer that is wrong, what to tell the student, what was got, and the line of it.

    `line` is the line of the student's code that raised an exception.
    """

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
