"""The submission behind the `student` fixture: loaded, and ready to be asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from autograder.course.text import Text
from autograder.worker.shared.values import Raised

# A function that runs in a fresh worker before the submission is loaded, and its arguments.
Setup = tuple[Callable[..., Any], tuple[object, ...]]


class LoadedSubmission(Protocol):
    """A submission that can be asked, wherever it runs.

    `names` are its public names with their kinds: `stub`, `callable` or the name of a type. `notes` describe the
    statements that did not run. `cells` is its code: the text of its file, or of each code cell of its notebook.
    `unparsed` says of names whose definition does not parse why.
    """

    names: dict[str, str]
    notes: list[Raised]
    cells: tuple[str, ...]
    unparsed: dict[str, Text]

    def begin_check(self, exercise: str, public: bool = False) -> None:
        """Give a check its time, and if it is public a worker that has seen no hidden case.

        Raises `NotRun` where its exercise has used up its time.
        """

    def ask_call(
        self, exercise: str, args: tuple[object, ...], kwargs: dict[str, object], stdin: str | None = None
    ) -> Any:
        """Return what the exercise's function or class gives, or with `stdin` what it prints for this standard input.

        It is a plain value, or `Raised`. Raises `WorkerLost` when no answer comes.
        """

    def ask_program(self, exercise: str, stdin: str) -> Any:
        """Return what the submission prints for this standard input when it is run as a program, or `Raised`.

        Raises `WorkerLost` when no answer comes.
        """

    def ask_probe(
        self, exercise: str, probe: Callable[..., Any], args: tuple[object, ...], setup: Setup | None = None
    ) -> Any:
        """Return what a probe gives next to the student's code, in a worker in which `setup` has run.

        Raises `WorkerLost` when no answer comes.
        """
