"""What a command does not need, it does not import: the list of commands shows at once, and torch is loaded once."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from autograder.__main__ import app

ROOT = Path(__file__).parents[2]
FILES = {path.stem for path in (ROOT / "autograder" / "commands").glob("*.py")} - {"__init__"}
COMMANDS = sorted(name.removesuffix("_").replace("_", "-") for name in FILES)  # `try_`: `try` is no name in Python
HEAVY = {
    "IPython",
    "distributed",
    "hypothesis",
    "jupytext",
    "matplotlib",
    "nbformat",
    "nbgrader",
    "numpy",
    "openpyxl",
    "pytest",
    "torch",
}


def imported(*words):
    """Return the modules that a command imports."""
    command = [sys.executable, "-X", "importtime", "-m", "autograder", *words]
    lines = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stderr.splitlines()
    return {line.rpartition("|")[2].strip() for line in lines}


@pytest.mark.parametrize("words", [["--help"], ["grade", "--help"]])
def test_a_help_text_shows_without_any_heavy_library(words):
    """The list of commands imports every command; what a command itself needs is imported when it runs."""
    modules = imported(*words)
    assert "typer" in modules
    assert modules & HEAVY == set()


def shown(*words):
    """Return what a command prints."""
    return CliRunner().invoke(app, words).stdout


def test_every_command_is_in_the_list():
    """A file in the folder that nobody can call would be forgotten."""
    listed = shown("--help")
    assert [name for name in COMMANDS if f" {name} " not in listed] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_ends_with_an_example(name):
    assert f"Example: autograder {name} " in shown(name, "--help")


def test_a_command_is_imported_without_the_others():
    assert "autograder.commands.grade" not in imported("new", "--help")
