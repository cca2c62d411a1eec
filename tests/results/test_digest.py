"""What a change makes stale: one file of each folder is changed, in a copy of the engine with a small course."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import NamedTuple

import pytest

from autograder.results.digest import COUNTED, ENGINE, LEFT_OUT, LIBRARIES

ASK = """
import json
from pathlib import Path
from autograder.course.load import load_course
from autograder.prove.record import remember, unproven
from autograder.results.digest import Fingerprints

course = load_course(Path.cwd())
if not Path(".autograder").exists():
    remember(course, {exercise.name: True for a in course.assignments.values() for exercise in a.exercises})
fingerprints = Fingerprints(course, "seed", "full")
print(json.dumps([unproven(course), {name: fingerprints.rules(name) for name in course.assignments}]))
"""
TITLE = 'title = { zh = "无", en = "None" }'
MANIFEST = f"""plus = {{ points = 1, {TITLE} }}
minus = {{ points = 1, {TITLE} }}
[assignments.export]
{TITLE}
[assignments.export.exercises]
times = {{ points = 1, {TITLE} }}
"""  # follows the line [assignments.adding.exercises]
SUITES = "autograder/suites"


class Stale(NamedTuple):
    """The assignments whose results are stale, and the exercises whose proofs are."""

    results: set[str]
    proofs: set[str]


NOTHING = Stale(set(), set())
EVERYTHING = Stale({"adding", "export"}, {"plus", "minus", "times"})
ALL_PROOFS = Stale(set(), EVERYTHING.proofs)
ADDING = Stale({"adding"}, {"plus", "minus"})
PLUS = Stale({"adding"}, {"plus"})

OUTSIDE_THE_RULE = {  # the folders of the engine that do not count for everything
    "check": NOTHING,
    "check/errors": EVERYTHING,
    "commands": NOTHING,
    "export": NOTHING,
    "nbgrader": NOTHING,
    "pages": NOTHING,
    "prove": ALL_PROOFS,
    "release": NOTHING,
    "report": NOTHING,
    "runs/dask": NOTHING,
}
ENGINE_FOLDERS = sorted(
    path.parent.relative_to(ENGINE).as_posix()
    for path in ENGINE.rglob("__init__.py")
    if not path.is_relative_to(ENGINE / "suites")
)
OF_THE_COURSE = {
    "solutions/adding.py": ADDING,
    "assignments/adding.py": Stale(set(), ADDING.proofs),
    "assignments/test_adding.py": NOTHING,
    "source/adding/adding.ipynb": Stale(ADDING.results, set()),
    "source/adding.zh.md": NOTHING,
    "source/adding.py": NOTHING,
    "docs/results.md": NOTHING,
    "README.md": NOTHING,
    f"{SUITES}/adding/test_plus.py": PLUS,
    f"{SUITES}/adding/helper.py": ADDING,
    f"{SUITES}/adding/cases/numbers.json": ADDING,
    f"{SUITES}/export/test_times.py": Stale({"export"}, {"times"}),  # named as a folder of the engine that is left out
    f"{SUITES}/misconceptions/plus.toml": PLUS,
    f"{SUITES}/misconceptions/plus/subtracts.py": PLUS,
    f"{SUITES}/right/plus/sums.py": PLUS,
    f"{SUITES}/equivalent_mutants.toml": ALL_PROOFS,
    f"{SUITES}/common_mistakes.toml": ALL_PROOFS,
    f"{SUITES}/proven.json": NOTHING,
    f"{SUITES}/helper.py": EVERYTHING,
    f"{SUITES}/helper_modules/plus.py": EVERYTHING,
    f"{SUITES}/new_folder/new.txt": EVERYTHING,
}


@pytest.fixture(scope="module")
def repository(tmp_path_factory, adding_manifest) -> Path:
    """Write a copy of the engine with a small course: two assignments, of two exercises and of one."""
    root = tmp_path_factory.mktemp("repository")
    shutil.copytree(ENGINE, root / "autograder", ignore=shutil.ignore_patterns("__pycache__", "suites"))
    (root / "exercises.toml").write_text(adding_manifest(MANIFEST), encoding="utf-8")
    for name in OF_THE_COURSE:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        if "new" not in name:
            (root / name).write_text("# first\n", encoding="utf-8")
    return root


def ask(root: Path) -> tuple[set[str], dict[str, str]]:
    """Return the unproven exercises, and the digest of each assignment's results, by the engine in `root`."""
    environment = os.environ | {"PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-P", "-c", ASK]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    proofs, results = json.loads(done.stdout)
    return set(proofs), results


@pytest.fixture(scope="module")
def stale_after(repository) -> Callable[..., Stale]:
    """Make a change to one file, new or not, and return what it makes stale; then take the change back."""
    proofs, before = ask(repository)
    assert proofs == set()

    def stale_after(name: str, change: Callable[[Path], object]) -> Stale:
        path = repository / name
        old = path.read_bytes() if path.exists() else None
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            change(path)
            proofs, results = ask(repository)
        finally:
            if old is None:
                path.unlink()
            else:
                path.write_bytes(old)
        return Stale({name for name, rules in results.items() if rules != before[name]}, proofs)

    return stale_after


def add_a_line(path: Path) -> None:
    path.write_bytes((path.read_bytes() if path.exists() else b"") + b"\n# changed\n")


@pytest.mark.parametrize("folder", [*ENGINE_FOLDERS, "new_folder", "worker/new_folder"])
def test_a_change_of_the_engine_makes_everything_stale_but_where_it_cannot_matter(stale_after, folder):
    around = [folder, *map(str, Path(folder).parents)]
    expected = next((OUTSIDE_THE_RULE[name] for name in around if name in OUTSIDE_THE_RULE), EVERYTHING)
    assert stale_after(f"autograder/{folder}/new.txt", add_a_line) == expected


def test_a_reworded_help_text_makes_nothing_stale(stale_after):
    for name in ("commands/grade.py", "__main__.py"):
        assert stale_after(f"autograder/{name}", add_a_line) == NOTHING


@pytest.mark.parametrize("name", OF_THE_COURSE)
def test_a_change_of_the_course_makes_stale_what_it_can_matter_to(stale_after, name):
    assert stale_after(name, add_a_line) == OF_THE_COURSE[name]


@pytest.mark.parametrize(
    ("old", "new", "stale"),
    [
        ("check_seconds = 2", "check_seconds = 3", EVERYTHING),
        ('isolation = "process"', 'isolation = "landlock"', NOTHING),
        ("plus = { points = 1", "plus = { points = 2", ADDING),
        ("[limits]", "# What a submission may use:\n[limits]", NOTHING),
        ("[limits]", 'libraries = ["numpy"]\n[limits]', EVERYTHING),
        ("[limits]", 'languages = ["en"]\n[limits]', EVERYTHING),
    ],
)
def test_a_change_of_the_manifest_makes_stale_what_it_speaks_of(stale_after, old, new, stale):
    def change(path):
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    assert stale_after("exercises.toml", change) == stale


@pytest.mark.parametrize("name", ["autograder/grading/collect.py", "solutions/adding.py"])
def test_the_time_of_a_change_makes_nothing_stale(stale_after, name):
    assert stale_after(name, lambda path: os.utime(path, (1, 1))) == NOTHING


def imports_of(path: Path) -> Iterator[str]:
    """Yield the absolute name of each module that a file of the engine imports, and of what it takes from one."""
    package = path.relative_to(ENGINE.parent).with_suffix("").parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = (*package[: -node.level], node.module or "") if node.level else (node.module or "",)
            module = ".".join(filter(None, base))
            yield from (module, *(f"{module}.{alias.name}" for alias in node.names))


def counts(path: Path) -> bool:
    name = path.relative_to(ENGINE).as_posix()
    return not any(name == left_out or name.startswith(f"{left_out}/") for left_out in LEFT_OUT)


def deciding_files() -> list[Path]:
    return [path for path in ENGINE.rglob("*.py") if counts(path)]


def test_nothing_that_counts_imports_what_is_left_out():
    """Otherwise a change there could change a result that is kept."""
    left_out, counted = modules(LEFT_OUT), modules(COUNTED)
    imports = [(path.name, module) for path in deciding_files() for module in imports_of(path)]
    assert imports
    assert [(name, m) for name, m in imports if is_below(m, left_out) and not is_below(m, counted)] == []


def modules(names):
    return [f"autograder.{name.removesuffix('.py').replace('/', '.')}" for name in names]


def is_below(module, names):
    return any(f"{module}.".startswith(f"{name}.") for name in names)


def test_every_library_that_what_counts_imports_counts_with_its_version():
    known = sys.stdlib_module_names | {"autograder"}
    modules = {module.partition(".")[0] for path in deciding_files() for module in imports_of(path)} - known
    # What the folder `worker/` imports by its own names, as it stands alone in the sandbox:
    modules -= {path.stem for path in (ENGINE / "worker").iterdir()} | {""}
    owners = packages_distributions()
    assert {owners[module][0].lower() for module in modules} <= set(LIBRARIES)
