"""Every dependency of the project has its tested version in constraints.txt."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
TESTED_EXTRAS = ("cluster", "dev", "docs", "notebooks", "pandas", "plots", "torch")


def pins():
    """Return the lines of constraints.txt that are not comments."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_every_line_is_an_exact_public_version():
    """A local version such as 2.13.0+cpu is not to be had everywhere."""
    assert [line for line in pins() if not re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", line)] == []


def test_the_pins_stand_in_order_and_once_each():
    """So that a change is one line in one place."""
    names = [line.partition("==")[0] for line in pins()]
    assert names == sorted(set(names))


def test_every_direct_dependency_is_pinned():
    """What `make grade` and `make test` install."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + [r for extra in TESTED_EXTRAS for r in project["optional-dependencies"][extra]]
    names = {re.match(r"[\w.-]+", requirement)[0].lower().replace("_", "-") for requirement in wanted}
    assert names - {line.partition("==")[0] for line in pins()} == set()
