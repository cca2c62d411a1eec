"""The list of commands, which is shown without importing any of them; a command is imported when it is called."""

from __future__ import annotations

import ast
import importlib
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

NAMES = ("grade", "build", "prove", "release", "export")  # each is a function in the file of its name


class Commands(TyperGroup):
    """The commands of `NAMES`, in that order."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the signature is typer's
        """Return the names of the commands."""
        return list(NAMES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - the signature is typer's
        """Return what the list of commands shows of one: its name and the first line of its docstring."""
        return TyperCommand(cmd_name, help=_summary(cmd_name)) if cmd_name in NAMES else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the name and the command that is called, and its arguments."""
        name, _, rest = super().resolve_command(ctx, args)
        return name, _load(str(name)), rest


def _summary(name: str) -> str:
    tree = ast.parse((Path(__file__).parent / f"{name}.py").read_text(encoding="utf-8"))
    function = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == name)
    return (ast.get_docstring(function) or "").partition("\n")[0]


def _load(name: str) -> Any:
    module = importlib.import_module(f"autograder.commands.{name}")
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command(name, epilog=module.EXAMPLE)(getattr(module, name))
    return typer.main.get_command(app)
