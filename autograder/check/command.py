"""`python -m check`: the public check of files and exercises, once or on every save."""

from __future__ import annotations

import argparse
import locale
import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from rich.console import Console

from . import progress
from .course import course_languages, course_libraries
from .language import in_all, place
from .messages import fill
from .model import Text
from .process.checking import CannotStart, check_file
from .process.spare import Spares
from .report.report import FileReport
from .targets import NotFound, Target, find
from .terminal import words
from .terminal.screen import View, screen

RIGHT, WRONG, USAGE, BROKEN = 0, 1, 2, 3
DESCRIPTION = Text("对照公开示例检查你的作业。", "Check your work against the public cases.")
GIVEN = Text(
    "文件或题目名；不写就查这里第一份还没有全部通过的作业",
    "files or names of exercises; if none is given, the first assignment here that is not all right",
)
EXAMPLE = Text("例", "Example")
EXAMPLE_COMMAND = "python -m check image.py --watch"
WATCH = Text("保存后自动重查", "check again on every save")
ALL = Text("列出每一题", "show every exercise in full")
LANGUAGE = Text("语言", "the language")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0 when all that was asked for is right, 1 when not, 2 for usage, 3 if it cannot start."""
    options = _parser().parse_intermixed_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    language = place(options.lang or default_language())
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
        print(cannot_start(str(error))[language], file=sys.stderr)  # noqa: T201
        return BROKEN
    except KeyboardInterrupt:
        return WRONG


def cannot_start(reason: str) -> Text:
    """Return what to tell the student where the check cannot start: often a library is not there."""
    found = re.search(r"No module named '(\w+)", reason)
    names = [found[1]] if found else course_libraries()[:1]
    sentence = words.CANNOT_START if names else words.CANNOT_START_AT_ALL
    return fill(sentence, reason=reason, library=names[0] if names else "")


def _parser() -> argparse.ArgumentParser:
    example = f"{in_all(EXAMPLE)}: {EXAMPLE_COMMAND}"
    parser = argparse.ArgumentParser("check", description=in_all(DESCRIPTION), epilog=example)
    parser.add_argument("what", nargs="*", metavar="FILE|EXERCISE", help=in_all(GIVEN))
    parser.add_argument("--watch", action="store_true", help=in_all(WATCH))
    parser.add_argument("--all", action="store_true", help=in_all(ALL))
    languages = course_languages()
    shown = in_all(LANGUAGE) if len(languages) > 1 else argparse.SUPPRESS
    parser.add_argument("--lang", choices=languages, help=shown)
    return parser


def default_language() -> str:
    """Return the language of the computer if it is one of the course, and else the first one of the course."""
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    if sys.platform == "win32":
        names.append(locale.getlocale()[0] or "")
    chosen = next(filter(None, names), "").lower()
    languages = course_languages()
    return next((language for language in languages if chosen.startswith(language)), languages[0])


def check_once(targets: Sequence[Target], language: int, *, every: bool) -> int:
    """Check the files one after the other and show their reports, up to the first file that is not all right."""
    console = Console(highlight=False, soft_wrap=True)
    outcome = RIGHT
    with Spares() as spares:
        for target in targets:
            report = last_report(spares, target)
            width = console.width if console.is_terminal else 100
            view = View(language, width, every=every or len(target.exercises) > 1)
            for line in screen(report, view, target.exercises):
                console.print(line)
            if not report.passes(target.exercises):
                outcome = WRONG
                if not every and not target.exercises and target is not targets[-1]:
                    break
    return outcome


def last_report(spares: Spares, target: Target) -> FileReport:
    """Judge a file, remember how its exercises stand, and return the whole report."""
    *_, report = check_file(spares, target.file, target.assignment, target.note)
    folder = target.file.parent
    remembered = progress.read(folder)
    for exercise in report.exercises:
        remembered.add(target.assignment, exercise)
    progress.write(folder, remembered)
    return report
