"""Answers to the public cases, and what the students' own check says of the cases and of the answers."""

from __future__ import annotations

import msgspec


class Failure(msgspec.Struct, frozen=True):
    """A case that a right answer does not pass: its line and title, what it expects, and what the answer does.

    One without a title is a warning on the text of the answer.
    """

    line: int
    title: str
    expected: str
    got: str


class PublicReply(msgspec.Struct, frozen=True):
    """What is known of an answer to the public cases: `told` and `warned` say that a message tells what is wrong.

    `failures` are told of an answer that is said to be right.
    """

    state: str
    fingerprint: str | None
    told: bool
    warned: bool
    failures: tuple[Failure, ...] = ()


class Cases(msgspec.Struct, frozen=True):
    """The public cases of an assignment: the lines on which exercises are `named`, or the line and the error of it."""

    named: tuple[tuple[int, str], ...] = ()
    line: int = 1
    error: str = ""


class PublicRun(msgspec.Struct, frozen=True):
    """What is known of the public cases of each assignment, and of the answers to them."""

    cases: dict[str, Cases]
    replies: list[PublicReply]


class Answer(msgspec.Struct, frozen=True):
    """An answer to be run on the public cases of an exercise; one that is `whole` needs no stub above it.

    Of one that is `right` each case is told that it does not pass.
    """

    assignment: str
    exercise: str
    source: str
    right: bool = False
    whole: bool = False
