"""What a package holds to grade one assignment: the engine, the course, the seed, and what has to be installed."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import packages_distributions, requires
from pathlib import Path

from autograder.course.errors import UsageError
from autograder.course.layout import MANIFEST
from autograder.course.manifest import Course
from autograder.course.seed import FILE_NAME, course_seed
from autograder.course.suite_files import files_below

ENGINE = Path(__file__).parents[2]
CONSTRAINTS, REQUIREMENTS = "constraints.txt", "requirements.txt"
PLOTS = "matplotlib"  # which submissions in any course may import


def package_files(course: Course) -> dict[str, bytes]:
    """Return every file by its name: `engine/`, `course/`, the requirements and the versions they are tested with.

    Raises `UsageError` where a file is missing.
    """
    try:
        files = {f"engine/{_name(path, ENGINE.parent)}": path.read_bytes() for path in _engine_files(course)}
        files |= {f"course/{_name(path, course.root)}": path.read_bytes() for path in _course_files(course)}
        files[CONSTRAINTS] = course.constraints.read_bytes() if course.constraints.is_file() else b""
    except OSError as error:
        raise UsageError(f"{error.filename} cannot be read: {error.strerror}. A package needs it.") from None
    files[f"course/{FILE_NAME}"] = f"{course_seed(course.root)}\n".encode()  # so that everybody gets the same cases
    files[REQUIREMENTS] = "".join(f"{line}\n" for line in _requirements(course)).encode()
    return dict(sorted(files.items()))


def _engine_files(course: Course) -> Iterator[Path]:
    """Yield the files of the engine, without the suites of another course that stand in its folder."""
    others = ENGINE / "suites"
    return (path for path in files_below(ENGINE) if course.suites == others or not path.is_relative_to(others))


def _course_files(course: Course) -> Iterator[Path]:
    yield course.root / MANIFEST
    for name in course.assignments:
        yield from (course.solution(name), course.stub(name), course.public_cases(name), course.notebook(name))
    yield from files_below(course.suites)


def _requirements(course: Course) -> list[str]:
    """Return what has to be installed: what the engine itself asks for, and the libraries of the course."""
    installed = packages_distributions()
    if ENGINE.name not in installed:
        raise UsageError("The engine is not installed, so what it needs is unknown. Run: pip install -e .")
    own = [line for line in requires(installed[ENGINE.name][0]) or [] if "extra ==" not in line]
    modules = dict.fromkeys(library.partition(".")[0] for library in course.libraries)
    libraries = (installed.get(module, [module])[0] for module in modules)
    return [*own, *(library for library in (*libraries, PLOTS) if library not in own)]


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
