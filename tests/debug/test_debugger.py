"""A debugging session at a terminal: breakpoints in suite, probe and answer, and a stop where a check failed."""

from __future__ import annotations

import pytest

ANSWER = """
def add(a, b):
    total = a + b
    breakpoint()
    return total
"""
RAISES = """
def add(a, b):
    half = a / 2
    return fails(half)

def fails(half):
    return half / 0
"""
ONE = 'add = { points = 1, title = { zh = "加法", en = "Adding" } }'
PRINTS = """
from autograder.checks import check, compare

@check(points=1, zh="打印", en="Printing")
def test_prints(student, reference):
    printed = {asked}
    print(f"the answer prints {{printed!r}}")
    compare(printed, {right})
"""


@pytest.fixture
def answer(tmp_path):
    """Write an answer and return its file."""

    def answer(text):
        path = tmp_path / "answer.py"
        path.write_text(text, encoding="utf-8")
        return path

    return answer


def with_breakpoint(root, line):
    """Put a breakpoint before a line of the suite."""
    suite = root / "autograder" / "suites" / "adding" / "test_add.py"
    text = suite.read_text(encoding="utf-8")
    assert line in text
    suite.write_text(text.replace(line, f"    breakpoint()\n{line}", 1), encoding="utf-8")


def test_a_breakpoint_in_an_answer_stops_there_for_each_call(adding, terminal, answer):
    with terminal(adding, "autograder", "try", "add", answer(ANSWER), "--here", "-k", "public") as screen:
        screen.wait_for("(Pdb) ")
        assert screen.ask("p a, b, total").splitlines()[1].strip() == "(2, 3, 5)"
        assert "return total" in screen.ask("list")
        assert "student.call(2, 3, public=True)" in screen.ask("where")
        screen.type("continue")
        assert screen.end() == 0
    assert "\x1b[32m" in screen.everything  # in colour


def test_a_breakpoint_in_a_probe_shows_the_source_of_the_probe(own_adding, terminal):
    with_breakpoint(own_adding, "    total = module.add(a, b)")
    with terminal(own_adding, "autograder", "try", "add", "-k", "hidden") as screen:
        screen.wait_for("test_add.py")
        screen.wait_for("(Pdb) ")
        assert "total = module.add(a, b)" in screen.ask("list")
        assert screen.ask("p a, b").splitlines()[1].strip() == "(20, 30)"
        screen.type("continue")  # it stops for the answer, not for the reference
        assert screen.end() == 0


@pytest.mark.slow
def test_a_breakpoint_in_a_suite_stops_there(own_adding, terminal):
    with_breakpoint(own_adding, "    compare(student.call(1000, 3000)")
    with terminal(own_adding, "autograder", "try", "add", "-k", "large") as screen:
        screen.wait_for("(Pdb) ")
        assert screen.ask("p reference.call(1, 2)").splitlines()[1].strip() == "3"
        screen.type("continue")
        assert screen.end() == 0


@pytest.mark.slow
def test_a_breakpoint_stops_beside_a_setup_too(adding, terminal, answer):
    with terminal(adding, "autograder", "try", "add", answer(ANSWER), "--here", "-k", "setup") as screen:
        screen.wait_for("(Pdb) ")
        assert screen.ask("p total").splitlines()[1].strip() == "8"
        screen.type("continue")
        assert screen.end() == 0


def test_pdb_stops_in_the_frame_of_the_answer_that_raised(adding, terminal, answer):
    with terminal(adding, "autograder", "try", "add", answer(RAISES), "--here", "-k", "hidden", "--pdb") as screen:
        shown = screen.wait_for("(Pdb) ")
        assert "ZeroDivisionError" in shown
        assert screen.ask("p half").splitlines()[1].strip() == "10.0"
        screen.ask("up")
        assert screen.ask("p a, b").splitlines()[1].strip() == "(20, 30)"
        screen.ask("up")
        assert "compare(student.run(add_twice, 20, 30), expected)" in screen.ask("up")
        screen.type("quit")
        assert screen.end() == 1


@pytest.mark.slow
def test_pdb_stops_in_the_suite_where_a_comparison_failed(adding, terminal):
    command = ("autograder", "try", "add", "--answer", "multiplies", "-k", "hidden", "--pdb")
    with terminal(adding, *command) as screen:
        assert "expected: (50, 50)" in screen.wait_for("(Pdb) ")
        assert screen.ask("p expected").splitlines()[1].strip() == "(50, 50)"
        screen.type("continue")
        assert screen.end() == 1


@pytest.mark.slow
def test_pdb_stops_at_the_statement_that_kept_an_answer_from_being_there(adding, terminal, answer):
    broken = answer("number = 4\nadd = number.add\n")
    with terminal(adding, "autograder", "try", "add", broken, "--here", "-k", "large", "--pdb") as screen:
        screen.wait_for("(Pdb) ")
        assert screen.ask("p number").splitlines()[1].strip() == "4"
        screen.type("quit")
        assert screen.end() == 1


@pytest.mark.slow
def test_pdb_does_not_stop_at_an_exercise_that_was_not_attempted(adding, terminal):
    with terminal(adding, "autograder", "try", "add", "--answer", "stub", "--pdb") as screen:
        assert screen.end() == 1
    assert "(Pdb)" not in screen.everything


@pytest.mark.slow
def test_plain_pytest_stops_at_a_breakpoint_in_an_answer(adding, terminal, answer):
    file = answer(ANSWER)
    command = ("pytest", "-p", "no:cacheprovider", "autograder/suites", "-k", "public", "--student", file)
    with terminal(adding, *command, "--student-here") as screen:
        screen.wait_for("(Pdb) ")
        assert screen.ask("p total").splitlines()[1].strip() == "5"
        screen.type("continue")
        assert screen.end() == 0


@pytest.mark.parametrize("asked", ["student.prints(stdin='4')", "student.program(stdin='4')"])
def test_a_breakpoint_stops_in_what_reads_and_prints(make_adding, terminal, answer, asked):
    lines = ["import sys", "def add():", "    number = int(input('number: '))", "    print(number + 1)"]
    reads = "\n".join([*lines, "if __name__ == '__main__':", "    add()", ""])
    suite = PRINTS.format(asked=asked, right=asked.replace("student", "reference"))
    root = make_adding(ONE, {"solutions/adding.py": reads, "autograder/suites/adding/test_add.py": suite})
    stops = answer(reads.replace("    print(number", "    breakpoint()\n    print(number"))
    with terminal(root, "autograder", "try", "add", stops, "--here") as screen:
        screen.wait_for("(Pdb) ")
        assert screen.ask("p number").splitlines()[1].strip() == "4"
        screen.type("continue")
        assert screen.end() == 0
    assert "the answer prints '5\\n'" in screen.everything
