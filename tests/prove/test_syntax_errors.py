"""A syntax error in a file that a proof reads is told in one line, with the file and the line of it."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.every_core

SUITES = "autograder/suites"


@pytest.fixture(scope="module")
def proof(plant, holes, autograder, tmp_path_factory):
    """Return the course, and what a proof says of it where a file is not Python."""
    root = plant(tmp_path_factory.mktemp("syntax"), {"sound": holes["sound"]})

    def proof(file, text):
        path = root / file
        before = path.read_text(encoding="utf-8") if path.exists() else None
        path.write_text(text or before.replace("return a + b", "return a +"), encoding="utf-8")
        try:
            return autograder("prove", "--all", cwd=root)
        finally:
            path.unlink() if before is None else path.write_text(before, encoding="utf-8")

    return proof


@pytest.mark.parametrize(
    ("file", "text", "line"),
    [
        ("solutions/adding.py", "", 6),
        (f"{SUITES}/right/sound/broken.py", "def sound(a, b):\n    return a +\n", 2),
        (f"{SUITES}/misconceptions/sound/broken.py", '"""Explained.\n\nCheck: numbers\n', 1),
    ],
)
def test_a_syntax_error_is_told_with_its_line(proof, file, text, line):
    done = proof(file, text)
    assert done.returncode == 1, done.stderr
    (hole,) = [said for said in done.stdout.splitlines() if said.startswith("sound: ")]
    assert f"{file}:{line}: " in hole
    assert hole.endswith(("invalid syntax.", "(detected at line 3)."))
    assert "Traceback" not in done.stdout + done.stderr
