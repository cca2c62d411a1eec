"""`autograder try` runs a suite on one answer as its author wants to see it."""

from __future__ import annotations

import re

import pytest

PRINTS = ("the solution is loaded", "the suite asks", "the probe asks")


@pytest.fixture(scope="module")
def multiplied(adding, try_in):
    """Return the run of a wrong answer that the course knows."""
    return try_in(adding, "--answer", "multiplies")


def outcomes(done):
    """Return the outcome of each check in the table."""
    rows = re.findall(r"^  (\S+) +[\d.]+/[\d.]+ +(\S.*\S)", done.stdout, re.MULTILINE)
    return dict(rows)


def test_the_reference_passes_and_every_print_is_shown_once(adding, try_in):
    done = try_in(adding)
    assert done.returncode == 0, done.stdout + done.stderr
    assert set(outcomes(done).values()) == {"passed"}
    assert [done.stdout.count(line) for line in PRINTS] == [1, 1, 1]
    assert done.stdout.count("the reference runs in this process, without the sandbox") == 1


def test_a_print_in_an_answer_is_shown_for_each_call_and_not_for_the_reference(adding, try_in):
    done = try_in(adding, "-k", "public")
    assert done.stdout.count("the solution adds") == 1


def test_a_wrong_value_is_shown_with_the_title_and_the_right_one_and_the_mistake_is_named(multiplied):
    done = multiplied
    assert done.returncode == 1
    hidden = done.stdout.partition("隐藏的数 / Hidden numbers (2 points)")[2].partition("____")[0]
    assert "expected: (50, 50)" in hidden
    assert "got: (600, 600)" in hidden
    assert outcomes(done) == dict.fromkeys(("public", "hidden", "large", "setup"), "failed")
    assert "The mistake is multiplies: 你做了乘法。 / You multiplied." in done.stdout
    assert len(re.findall(r"the suite asks$", done.stdout, re.MULTILINE)) == 1


def test_a_part_of_a_suite_names_no_mistake(adding, try_in):
    done = try_in(adding, "--answer", "multiplies", "-k", "test_large")
    assert outcomes(done) == {"large": "failed"}
    assert "The mistake is" not in done.stdout


def test_the_traceback_of_an_answer_goes_through_suite_probe_and_answer(adding, try_in, tmp_path):
    answer = tmp_path / "raises.py"
    answer.write_text("def add(a, b):\n    return deeper(a)\n\ndef deeper(a):\n    return a / 0\n", encoding="utf-8")
    done = try_in(adding, answer, "--here", "-k", "hidden")
    assert done.returncode == 1
    places = [line.strip() for line in done.stdout.splitlines()]
    for line in ("total = module.add(a, b)", "return deeper(a)", ">       return a / 0", "E       ZeroDivisionError"):
        assert any(line.strip() in place for place in places), line
    assert "compare(student.run(add_twice, 20, 30), expected)" in done.stdout
    assert "autograder/checks" not in done.stdout
    assert "the student reads: add 抛出了 ZeroDivisionError" in done.stdout


@pytest.mark.slow
def test_what_raises_beside_a_setup_shows_its_traceback_too(adding, try_in, tmp_path):
    answer = tmp_path / "raises.py"
    answer.write_text("print('loaded once')\n\ndef add(a, b):\n    return a / 0\n", encoding="utf-8")
    done = try_in(adding, answer, "--here", "-k", "setup")
    assert "return a / 0" in done.stdout
    assert "ZeroDivisionError: division by zero" in done.stdout
    assert done.stdout.count("loaded once") == 1


def test_a_suite_that_raises_shows_where(own_adding, try_in):
    suite = own_adding / "autograder" / "suites" / "adding" / "test_add.py"
    text = suite.read_text(encoding="utf-8").replace(
        "    expected = reference.run", "    1 / 0\n    expected = reference.run"
    )
    suite.write_text(text, encoding="utf-8")
    done = try_in(own_adding)
    assert done.returncode == 1
    assert ">       1 / 0" in done.stdout
    assert outcomes(done)["hidden"] == "grader error"


@pytest.mark.slow
def test_a_suite_that_cannot_be_imported_shows_why(own_adding, try_in):
    suite = own_adding / "autograder" / "suites" / "adding" / "test_add.py"
    suite.write_text("import nothing_of_this_name\n" + suite.read_text(encoding="utf-8"), encoding="utf-8")
    done = try_in(own_adding)
    assert done.returncode == 1
    assert "No module named 'nothing_of_this_name'" in done.stdout


@pytest.mark.slow
def test_points_that_are_not_those_of_the_manifest_are_said(own_adding, try_in):
    suite = own_adding / "autograder" / "suites" / "adding" / "test_add.py"
    suite.write_text(suite.read_text(encoding="utf-8").replace("points=2", "points=7"), encoding="utf-8")
    assert "The suite of add is worth 10 points; the manifest says 5." in try_in(own_adding).stdout


def test_the_stub_is_not_attempted(adding, try_in):
    done = try_in(adding, "--answer", "stub")
    assert done.returncode == 1
    assert set(outcomes(done).values()) == {"not attempted"}


@pytest.mark.slow
def test_a_missing_function_shows_the_statement_that_failed(adding, try_in, tmp_path):
    answer = tmp_path / "broken.py"
    answer.write_text("import nothing_of_this_name as nothing\nadd = nothing.add\n", encoding="utf-8")
    done = try_in(adding, answer, "--here")
    assert done.returncode == 1
    assert "ModuleNotFoundError: No module named 'nothing_of_this_name'" in done.stdout + done.stderr
    assert set(outcomes(done).values()) == {"failed"}


@pytest.mark.parametrize("where", [["--here"], []])
def test_a_file_that_does_not_parse_is_told_in_a_line(adding, try_in, tmp_path, where):
    answer = tmp_path / "broken.py"
    answer.write_text("def add(a, b:\n    (\n", encoding="utf-8")
    done = try_in(adding, answer, *where)
    assert done.returncode == 1
    assert "The code has a syntax error" in done.stdout
    assert "collected" not in done.stdout


@pytest.mark.slow
def test_a_notebook_is_shown_by_its_cells(adding, try_in, to_notebook, tmp_path):
    answer = tmp_path / "notebook.ipynb"
    answer.write_text(to_notebook(["%matplotlib inline\nx = 1", "def add(a, b):\n    return a / 0"]), encoding="utf-8")
    done = try_in(adding, answer, "--here")
    assert "<cell 2>:2: ZeroDivisionError" in done.stdout
    assert ">       return a / 0" in done.stdout


def test_sandboxed_gives_the_same_table(adding, try_in, multiplied):
    sandboxed = try_in(adding, "--answer", "multiplies", "--sandboxed")
    assert outcomes(sandboxed) == outcomes(multiplied)
    assert "multiplies runs in a worker" in sandboxed.stdout


@pytest.mark.slow
def test_another_seed_draws_other_cases(own_adding, try_in):
    suite = own_adding / "autograder" / "suites" / "adding" / "test_add.py"
    text = suite.read_text(encoding="utf-8").replace(
        "    expected = ", "    print('drawn', draw.integer(1, 10**9))\n    expected = "
    )
    suite.write_text(text, encoding="utf-8")
    seeds = ["one", "one", "other"]
    drawn = [
        try_in(own_adding, "--seed", seed, "-k", "hidden").stdout.partition("drawn ")[2].split()[0] for seed in seeds
    ]
    assert drawn[0] == drawn[1] != drawn[2]


@pytest.mark.slow
def test_control_characters_of_an_answer_do_not_reach_the_terminal(adding, try_in, tmp_path):
    answer = tmp_path / "colours.py"
    answer.write_text("def add(a, b):\n    raise ValueError('\\x1b]0;mine\\x07')\n", encoding="utf-8")
    done = try_in(adding, answer)
    assert "add raised ValueError" in done.stdout
    assert "\x1b" not in done.stdout


@pytest.mark.slow
def test_a_suite_that_the_grader_refuses_is_refused_in_the_same_words(own_adding, try_in):
    suite = own_adding / "autograder" / "suites" / "adding" / "test_add.py"
    text = suite.read_text(encoding="utf-8").replace("    total = module.add(a, b)", "    total = compare(a, b)")
    suite.write_text(text, encoding="utf-8")
    done = try_in(own_adding)
    assert done.returncode == 1
    assert "the probe add_twice uses compare, which is not there in a worker" in done.stderr


@pytest.mark.slow
def test_a_probe_has_the_libraries_of_the_course(own_adding, try_in):
    manifest = own_adding / "exercises.toml"
    text = manifest.read_text(encoding="utf-8").replace("[course]", '[course]\nlibraries = ["numpy"]')
    manifest.write_text(text, encoding="utf-8")
    suite = own_adding / "autograder" / "suites" / "adding" / "test_add.py"
    text = suite.read_text(encoding="utf-8").replace(
        "return name, module.add(a, a)", "return name, int(np.int64(module.add(a, a)))"
    )
    suite.write_text(text, encoding="utf-8")
    done = try_in(own_adding)
    assert done.returncode == 0, done.stdout + done.stderr
