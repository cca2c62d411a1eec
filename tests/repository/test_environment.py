"""The conda environment asks for what the package asks for, no more and no less."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
CONDA_NAMES = {"msgpack": "msgpack-python", "torch": "pytorch-cpu"}  # the others have the same name in both places
CONDA_ONLY = {"python", "pip"}
PIP_ONLY = {"landlockpy", "pyseccomp"}  # small, without dependencies, not on conda-forge; `-e .` brings them in


@pytest.fixture(scope="module")
def project():
    """Return the `[project]` table of pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def environment():
    """Return environment.yml."""
    return yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))


def wanted_of_conda(project):
    """Return what the package, its notebooks and this course ask for, but for what conda-forge does not have."""
    extras = project["optional-dependencies"]
    wanted = project["dependencies"] + [one for name in ("notebooks", "plots", "torch") for one in extras[name]]
    return [requirement for requirement in wanted if split_requirement(requirement)[0] not in PIP_ONLY]


def split_requirement(requirement):
    """Return the name of a requirement, and what follows it."""
    name, rest = re.fullmatch(r"([\w.-]+)\s*(.*)", requirement).groups()
    return name, rest.replace(" ", "")


def conda_packages(environment):
    """Return the version bound of each conda package by name."""
    return dict(split_requirement(entry) for entry in environment["dependencies"] if isinstance(entry, str))


def test_the_environment_has_the_packages_of_the_project_and_its_notebooks(project, environment):
    """A package added in one place only is noticed."""
    wanted = wanted_of_conda(project)
    names = {split_requirement(requirement)[0] for requirement in wanted}
    assert conda_packages(environment).keys() - CONDA_ONLY == {CONDA_NAMES.get(name, name) for name in names}


def test_version_bounds_are_the_same_in_both(project, environment):
    """`requires-python` and the bounds of single packages."""
    wanted = wanted_of_conda(project)
    bounds = {CONDA_NAMES.get(name, name): rest for name, rest in map(split_requirement, wanted)}
    bounds |= {"python": project["requires-python"], "pip": ""}
    assert conda_packages(environment) == bounds


def test_the_environment_installs_the_course_itself_and_nothing_else_with_pip(environment):
    """A package pip brings in would not be conda's."""
    assert [entry for entry in environment["dependencies"] if not isinstance(entry, str)] == [{"pip": ["-e ."]}]


def test_the_environment_takes_packages_from_conda_forge_alone(environment):
    """torch and NumPy of different channels do not fit together."""
    assert environment["channels"] == ["conda-forge", "nodefaults"]
