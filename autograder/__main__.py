"""The command line: `autograder` or `python -m autograder`."""

from __future__ import annotations

import importlib
import keyword
import sys
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, cast

import typer
from typer.core import TyperGroup

from autograder import __version__
from autograder.course.errors import GraderError, UsageError
from autograder.course.text import printable

USAGE, BROKEN = 2, 3
NAMES = (  # in the order of the list
    *("grade", "hand-ins", "feedback", "report", "build", "check", "try", "prove", "release", "export", "mistakes"),
    *("init", "new", "import", "package", "watch-exchange"),
)


class Commands(Mapping[str, Any]):
    """The commands by their names; the module of one is imported when it is called, and of all when they are listed."""

    def __getitem__(self, name: str) -> Any:
        """Return a command: what has the name of its module there, a function or commands of its own."""
        if name not in NAMES:
            raise KeyError(name)
        module_name = name.replace("-", "_") + "_" * keyword.iskeyword(name)
        module = importlib.import_module(f"autograder.commands.{module_name}")
        alone = typer.Typer(add_completion=False)
        if isinstance(own := getattr(module, module_name), typer.Typer):
            alone.add_typer(own, name=name, epilog=module.EXAMPLE)
            return typer.main.get_group(alone).commands[name]
        alone.command(name, epilog=module.EXAMPLE)(own)
        return typer.main.get_command(alone)

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)


class CommandGroup(TyperGroup):
    """The group of all commands."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = cast(Any, Commands())  # nothing is ever added to them


def show_version(asked: bool) -> None:
    """Print the version and end, where that is asked for."""
    if asked:
        typer.echo(f"autograder {__version__}")
        raise typer.Exit


app = typer.Typer(
    name="autograder",
    cls=CommandGroup,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


@app.callback()
def common(
    _version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=show_version, help="Show the version and end.")
    ] = False,
) -> None:
    """Grade a course of programming exercises. / 编程作业的自动评分。"""


def main() -> None:
    """Run a command; end with 0 (done), 1 (something to fix was found), 2 (usage) or 3 (the grader failed)."""
    try:
        app()
    except UsageError as error:
        typer.echo(printable(f"autograder: {error}"), err=True)
        sys.exit(USAGE)
    except GraderError as error:
        typer.echo(printable(f"autograder: the grader failed: {error}"), err=True)
        sys.exit(BROKEN)


if __name__ == "__main__":
    main()
