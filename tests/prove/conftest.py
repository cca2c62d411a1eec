"""A small course of its own: one assignment whose exercises all add two numbers, each with another hole in its suite."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from autograder.build.stubs import make_stub

SOLUTION = "def {name}(a, b):\n    ### BEGIN SOLUTION\n    return a + b\n    ### END SOLUTION\n"
CHECK = """

@check(points=1, zh="{name}", en="{name}")
def test_{name}(student, reference):
    compare(student.call({args}), reference.call({args}))
"""
MISCONCEPTION = '"""{name} 的解释。\n\n{name} explained.\n\nCheck: {owner}\n"""\n\n\n{source}'


@dataclass(frozen=True)
class Planted:
    """An exercise: the arguments of each check, its wrong answers by name with their owners, and the other files."""

    checks: dict[str, str] = field(default_factory=lambda: {"numbers": "3, 5", "zero": "0, 7"})
    wrong: dict[str, tuple[str, str]] = field(
        default_factory=lambda: {
            "subtracts": ("numbers", "return a - b"),
            "stops_at_zero": ("zero", "return a + b if a else 0"),
        }
    )
    right: str = "return sum((a, b))"
    equivalents: tuple[str, ...] = ()


SOUND = Planted()
HOLES = {
    "sound": SOUND,
    "survivor": replace(SOUND, checks={"numbers": "2, 2"}, wrong={"subtracts": SOUND.wrong["subtracts"]}),
    "unrepeated": replace(SOUND, checks={"numbers": "3, 5"}, wrong={"subtracts": SOUND.wrong["subtracts"]}),
    "needless": replace(SOUND, checks=SOUND.checks | {"more_numbers": "4, 9"}),
    "unowned": replace(SOUND, wrong=SOUND.wrong | {"forgets_second": ("zero", "return a + b if b > 6 else a")}),
    "ownerless": replace(SOUND, wrong=SOUND.wrong | {"doubles": ("nowhere", "return 2 * (a + b)")}),
    "alike": replace(SOUND, wrong=SOUND.wrong | {"takes_away": ("numbers", "return a + -b")}),
    "harmless": replace(SOUND, wrong=SOUND.wrong | {"turns_around": ("numbers", "return b + a")}),
    "endless": replace(SOUND, wrong=SOUND.wrong | {"loops": ("numbers", "while True: pass")}),
    "killed": replace(SOUND, equivalents=("return a - b",)),
    "gone": replace(SOUND, equivalents=("return a / b",)),
    "unfair": replace(SOUND, right="return a + b + 1"),
    "formless": replace(SOUND, wrong=SOUND.wrong | {"form/less": ("numbers", "return a")}),
}


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_exercise(suites: Path, name: str, planted: Planted) -> str:
    """Write the suite and the answers of an exercise; return its equivalent mutants."""
    checks = "".join(CHECK.format(name=check, args=args) for check, args in planted.checks.items())
    write(suites / "adding" / f"test_{name}.py", f"from autograder.checks import check, compare\n{checks}")
    write(suites / "right" / name / "other_way.py", f"def {name}(a, b):\n    {planted.right}\n")
    for wrong, (owner, body) in planted.wrong.items():
        source = f"def {name}(a, b):\n    {body}\n"
        text = source if "/" in wrong else MISCONCEPTION.format(name=wrong, owner=owner, source=source)
        write(suites / "misconceptions" / name / f"{wrong.replace('/', '')}.py", text)
    entry = '[[{}]]\nbefore = "return a + b"\nafter = "{}"\nreason = "It is said to be right."\n'
    return "".join(entry.format(name, after) for after in planted.equivalents)


@pytest.fixture(scope="session")
def plant(adding_manifest: Callable[[str], str]) -> Callable[[Path, dict[str, Planted]], Path]:
    """Write a course with these exercises."""

    def plant(root: Path, exercises: dict[str, Planted]) -> Path:
        points = "\n".join(
            f'{name} = {{ points = {len(planted.checks)}, title = {{ zh = "{name}", en = "{name}" }} }}'
            for name, planted in exercises.items()
        )
        write(root / "exercises.toml", adding_manifest(points))
        solution = "import math\n\n\n" + "\n\n".join(SOLUTION.format(name=name) for name in exercises)
        write(root / "solutions" / "adding.py", solution)
        write(root / "assignments" / "adding.py", make_stub(solution, "adding.py"))
        suites = root / "autograder" / "suites"
        listed = "".join(write_exercise(suites, name, planted) for name, planted in exercises.items())
        write(suites / "equivalent_mutants.toml", listed)
        return root

    return plant


@pytest.fixture(scope="session")
def holes() -> dict[str, Planted]:
    """Return one exercise for each kind of hole, and a sound one."""
    return HOLES
