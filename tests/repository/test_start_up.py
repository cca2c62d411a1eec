"""What a command does not need, it does not import: the list of commands shows at once, and torch is loaded once."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = {
    "IPython",
    "distributed",
    "hypothesis",
    "jupytext",
    "matplotlib",
    "nbformat",
    "nbgrader",
    "numpy",
    "pytest",
    "torch",
}


def imported(*words):
    """Return the modules that a command imports."""
    command = [sys.executable, "-X", "importtime", "-m", "autograder", *words]
    lines = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stderr.splitlines()
    return {line.rpartition("|")[2].strip() for line in lines}


@pytest.mark.parametrize("words", [["--help"], ["grade", "--help"]])
def test_the_grading_command_itself_loads_no_heavy_library(words):
    """Shards and fork servers do, side by side."""
    modules = imported(*words)
    assert "typer" in modules
    assert modules & HEAVY == set()


def test_the_list_of_commands_imports_none_of_them():
    """Each says what it is for in the first line of its docstring."""
    assert {module for module in imported("--help") if module.startswith("autograder.commands")} == {
        "autograder.commands",
        "autograder.commands.lazy",
    }


def test_every_command_is_in_the_list():
    """A file in the folder that nobody can call would be forgotten."""
    shown = subprocess.run(
        [sys.executable, "-m", "autograder", "--help"], cwd=ROOT, capture_output=True, text=True
    ).stdout
    files = {path.stem for path in (ROOT / "autograder" / "commands").glob("*.py")}
    helpers = {"__init__", "lazy", "screen"}
    assert [name for name in sorted(files - helpers) if f" {name} " not in shown] == []
