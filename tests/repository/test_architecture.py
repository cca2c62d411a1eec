"""docs/architecture.md is true: its picture agrees with the imports, and what it names is where it says."""

import ast
import re
from graphlib import TopologicalSorter

import pytest

ROOM = re.compile(r"^│  (\w+) ")
OUTSIDE_THE_BOUNDARY = "autograder/in_process/", "autograder/nbgrader/in_kernel.py"  # take a worker's place
PLACE = re.compile(r"^\| .+ \| `([^`]+)` \| `([^`]+)` \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def page(root):
    """Return the text of the page."""
    return (root / "docs" / "architecture.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def floors(page):
    """Return the floor of each room in the picture, 0 for the top one."""
    picture = page.partition("```text\n")[2].partition("```")[0]
    found, floor = {}, 0
    for line in picture.splitlines():
        floor += line[0] in "├╞"
        if room := ROOM.match(line):
            assert room[1] not in found, f"{room[1]} is drawn twice"
            found[room[1]] = floor
    return found


@pytest.fixture(scope="module")
def modules(root, python_files):
    """Return the file of each module of autograder/ by its absolute name."""
    files = {path.relative_to(root).with_suffix(""): path for path in python_files(root / "autograder")}
    return {".".join(path.parts).removesuffix(".__init__"): file for path, file in files.items()}


@pytest.fixture(scope="module")
def imports(modules, imported_modules):
    """Return the modules of autograder/ that each one imports; what is imported from a module stands for it."""

    def file_of(name):
        while name not in modules:
            name = name.rpartition(".")[0]
        return name

    named = {
        module: [n for n in imported_modules(path) if n.startswith("autograder")] for module, path in modules.items()
    }
    return {module: {file_of(name) for name in names} - {module} for module, names in named.items()}


def room_of(module):
    """Return the room of a module; the package itself is none."""
    return module.split(".")[1] if "." in module else None


def test_the_picture_has_every_room_and_no_other(root, floors):
    folders = {path.parent.name for path in (root / "autograder").glob("*/__init__.py")}
    files = {path.stem for path in (root / "autograder").glob("*.py")} - {"__init__"}
    assert set(floors) == folders | files


def test_every_import_between_rooms_goes_down(floors, imports):
    pairs = [(one, other) for one, others in sorted(imports.items()) for other in sorted(others)]
    drawn = [pair for pair in pairs if all(room_of(module) in floors for module in pair)]
    between = [(one, other) for one, other in drawn if room_of(one) != room_of(other)]
    assert len(between) > len(floors)
    against = [f"{one} imports {o}" for one, o in between if floors[room_of(one)] >= floors[room_of(o)]]
    assert not against, "\n".join(against)


def test_no_file_imports_itself_through_others(imports):
    """graphlib names the circle in its error."""
    TopologicalSorter(imports).prepare()


def test_the_trusted_side_imports_of_the_worker_only_what_both_ends_share(root, modules, imports):
    trusted = {one: others for one, others in imports.items() if room_of(one) != "worker"}
    taken = {
        str(modules[one].relative_to(root))
        for one, others in trusted.items()
        for other in others
        if room_of(other) == "worker" and not other.startswith("autograder.worker.shared")
    }
    assert taken
    assert [name for name in sorted(taken) if not name.startswith(OUTSIDE_THE_BOUNDARY)] == []


def names_in(path):
    """Return the names that a file defines, at any depth, or the words of a file that is no Python."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        return set(re.findall(r"\w+", text))
    nodes = list(ast.walk(ast.parse(text)))
    defined = {node.name for node in nodes if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    return defined | {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


def test_ten_things_are_where_the_page_says(root, page):
    places = PLACE.findall(page)
    assert len(places) == 10
    assert [file for file, _ in places if not (root / file).is_file()] == []
    assert [f"{file}: {name}" for file, name in places if name not in names_in(root / file)] == []


def test_the_way_of_a_submission_has_ten_steps_through_files_that_exist(root, page):
    way = page.partition("## The way of one submission")[2].partition("\n## ")[0]
    assert re.findall(r"^(\d+)\. ", way, re.MULTILINE) == [str(number) for number in range(1, 11)]
    named = re.findall(r"`([\w/]+(?:\.py|/))`", way)
    assert [name for name in named if not (root / "autograder" / name).exists()] == []
