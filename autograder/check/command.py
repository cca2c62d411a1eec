"""`python -m check`: the public check of files and exercises, once or on every save."""

from __future__ import annotations

import argparse
import locale
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from rich.console import Console

from . import progress
from .messages import fill
from .process.checking import CannotStart, check_file
from .process.spare import Spares
from .report.report import FileReport
from .targets import NotFound, Target, find
from .terminal import words
from .terminal.screen import View, screen

RIGHT, WRONG, USAGE, BROKEN = 0, 1, 2, 3
LANGUAGES = ("zh", "en")
DESCRIPTION = "对照公开示例检查你的作业。 / Check your work against the public cases."
GIVEN = "文件或题目名，不写就是这里的全部作业 / files or names of exercises; all that is here if none is given"
EXAMPLE = "例 / Example: python -m check image.py --watch"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0 when all that was asked for is right, 1 when not, 2 for usage, 3 if it cannot start."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    language = LANGUAGES.index(options.lang or default_language())
    try:
        targets = find(options.what, Path.cwd())
        if options.watch:
            from .terminal.watch import watch  # here, for what it needs may be missing

            return watch(targets, language)
        return check_once(targets, language, every=options.all)
    except NotFound as error:
        print(error.text[language], file=sys.stderr)  # noqa: T201
        return USAGE
    except CannotStart as error:
        print(fill(words.CANNOT_START, reason=error)[language], file=sys.stderr)  # noqa: T201
        return BROKEN
    except KeyboardInterrupt:
        return WRONG


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("check", description=DESCRIPTION, epilog=EXAMPLE)
    parser.add_argument("what", nargs="*", metavar="FILE|EXERCISE", help=GIVEN)
    parser.add_argument("--watch", action="store_true", help="保存后自动重查 / check again on every save")
    parser.add_argument("--all", action="store_true", help="列出每一题 / show every exercise in full")
    parser.add_argument("--lang", choices=LANGUAGES, help="语言 / the language")
    return parser


def default_language() -> str:
    """Return the language of the computer if it is English, and Chinese otherwise."""
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    if sys.platform == "win32":
        names.append(locale.getlocale()[0] or "")
    chosen = next(filter(None, names), "")
    return "en" if chosen.lower().startswith("en") else "zh"


def check_once(targets: Sequence[Target], language: int, *, every: bool) -> int:
    """Check the files one after the other and show their reports, up to the first file that is not all right."""
    console = Console(highlight=False, soft_wrap=True)
    outcome = RIGHT
    with Spares() as spares:
        for target in targets:
            report = last_report(spares, target)
            view = View(language, console.width if console.is_terminal else 100, every=every)
            for line in screen(report, view, target.exercises):
                console.print(line)
            if not report.passes(target.exercises):
                outcome = WRONG
                if not every and not target.exercises and target is not targets[-1]:
                    break
    return outcome


def last_report(spares: Spares, target: Target) -> FileReport:
    """Judge a file, remember how its exercises stand, and return the whole report."""
    *_, report = check_file(spares, target.file, target.assignment)
    folder = target.file.parent
    remembered = progress.read(folder)
    for exercise in report.exercises:
        remembered.add(target.assignment, exercise)
    progress.write(folder, remembered)
    return report
