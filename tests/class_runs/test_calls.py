"""What a suite may ask besides a plain call: keyword arguments, what is printed, a program, the text of an exception."""

from __future__ import annotations

import pytest

EXERCISE = """add = { points = 100, title = { zh = "加", en = "Add" } }"""
SOLUTION = '''
def add(*numbers, start=0):
    """Return the sum, and print it; ask for a number where none is given."""
    ### BEGIN SOLUTION
    if not numbers:
        numbers = (int(input("? ")),)
    if any(number < 0 for number in numbers):
        raise ValueError(f"{min(numbers)} is below 0")
    total = sum(numbers, start)
    print("sum:", total)
    return total
    ### END SOLUTION


if __name__ == "__main__":
    add()
'''
SUITE = """
from autograder.checks import check, compare


@check(points=20, zh="关键字参数", en="a keyword argument")
def test_keyword(student, reference):
    compare(student.call(1, 2, start=5), reference.call(1, 2, start=5))


@check(points=20, zh="打印的内容", en="what is printed", public=True)
def test_prints(student, reference):
    compare(student.prints(1, 2, public=True), reference.prints(1, 2), public=True)


@check(points=20, zh="读标准输入", en="standard input")
def test_stdin(student, reference):
    compare(student.prints(stdin="7\\n"), reference.prints(stdin="7\\n"))


@check(points=20, zh="整个程序", en="the whole program")
def test_program(student, reference):
    for stdin in ("9\\n", "4\\n"):
        compare(student.program(stdin=stdin), reference.program(stdin=stdin))


@check(points=20, zh="错误消息", en="the message of an error")
def test_raises(student):
    student.raises(ValueError, 3, -4, match="-4")
"""
STUDENTS = {
    "right": SOLUTION,
    "no keyword": SOLUTION.replace(", start=0", "").replace("sum(numbers, start)", "sum(numbers)"),
    "silent": SOLUTION.replace('print("sum:", total)', "pass"),
    "asks otherwise": SOLUTION.replace('input("? ")', 'input("Please type a number: ")'),
    "reads and writes bytes": SOLUTION.replace('input("? ")', "__import__('sys').stdin.buffer.readline()").replace(
        'print("sum:", total)', "__import__('sys').stdout.buffer.write(b'sum: %d\\n' % total)"
    ),
    "closes its output": SOLUTION.replace("    add()", "    add()\n    __import__('sys').stdout.close()"),
    "exits": SOLUTION.replace("    add()", "    import sys\n    add()\n    sys.exit(1)"),
    "no program": SOLUTION.replace("    add()", "    pass"),
    "another message": SOLUTION.replace("{min(numbers)} is below 0", "no"),
    "prints without end": SOLUTION.replace('print("sum:", total)', 'print("sum:", total, "x" * 10**8)'),
}
TOTAL_IN_A_FILE = {
    "adding.py": SOLUTION.replace("total = sum(numbers, start)", "total = kept.add(sum(numbers, start))").replace(
        "def add(", "import kept\n\n\ndef add("
    ),
    "kept.py": "total = 0\n\ndef add(number):\n    global total\n    total += number\n    return total\n",
}
LOST = {
    "no keyword": {"keyword"},
    "silent": {"prints", "stdin", "program"},
    "no program": {"program"},
    "another message": {"raises"},
    "prints without end": {"prints", "stdin", "program"},
}


@pytest.fixture(scope="module")
def graded(make_class, grade, make_adding, tmp_path_factory):
    root = make_adding(EXERCISE, {"solutions/adding.py": SOLUTION, "autograder/suites/adding/test_add.py": SUITE})
    students = {name: {"adding.py": text} for name, text in STUDENTS.items()} | {"total in a file": TOTAL_IN_A_FILE}
    folder = make_class(tmp_path_factory.mktemp("calls") / "class", students)
    run = grade(folder, folder.parent / "results", "--allow-unsandboxed", cwd=root)
    assert run.code == 0, run.stderr
    return run


@pytest.mark.parametrize("student", STUDENTS)
def test_each_answer_loses_the_checks_that_it_fails_and_no_other(graded, student):
    checks = graded.exercise(student, "adding", "add")["checks"]
    assert {check["name"] for check in checks if check["status"] != "passed"} == LOST.get(student, set())


def test_a_program_does_not_find_what_another_run_of_it_left_in_a_file_of_the_students(graded):
    checks = graded.exercise("total in a file", "adding", "add")["checks"]
    assert {check["name"]: check["status"] for check in checks}["program"] == "passed"


def test_a_printed_text_of_a_public_check_is_shown(graded):
    (message,) = (one["en"] for one in graded.messages("silent", "adding", "add") if "Got" in one["en"])
    assert "sum: 3" in message
