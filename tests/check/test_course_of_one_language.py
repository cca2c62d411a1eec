"""A course in English with NumPy and plain Python has a check of its own: no torch is imported, no Chinese is said."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from autograder.course.load import load_course
from autograder.release.folder import release_files

CHINESE = re.compile(r"[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]")
LOADED = "import sys\nprint(sorted({name.partition('.')[0] for name in sys.modules} & {'torch', 'numpy', 'pandas'}))\n"
WRONG = {
    "centred": "return sample - sample.max()",
    "word_counts": "return {word: 1 for word in text.split()}",
    "table": "print('1 * 1 = 1\\n2 * 2 = 5')",
    "total": "print(len([input() for _ in range(9)]))",
    "checked_mean": "return sum(sample) / max(1, len(sample))",
}


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """Return the files of the release by name."""
    root = tmp_path_factory.mktemp("samples") / "course"
    shutil.copytree(Path(__file__).parent / "samples", root)
    return release_files(load_course(root), "en")


@pytest.fixture
def folder(released, tmp_path):
    """Return a student's folder as it is released."""
    for name, text in released.items():
        path = tmp_path / "work" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "work"


@pytest.fixture
def run(folder):
    """Return a function that runs Python in a student's folder, on a computer whose language is Chinese."""

    def run(*arguments, **settings):
        left_out = ("LC_", "LANG", "PY", "CI")  # with CI, pytest prints its summary in full
        environment = {key: value for key, value in os.environ.items() if not key.startswith(left_out)}
        command = [sys.executable, *arguments]
        return subprocess.run(
            command, cwd=folder, env=environment | {"LANG": "zh_CN.UTF-8"} | settings, capture_output=True,
            encoding="utf-8", timeout=120, check=False,
        )  # fmt: skip

    return run


@pytest.fixture
def write(folder):
    """Return a function that writes the body of each exercise, by name, and lines at the head of the file."""

    def write(bodies, head=""):
        file = folder / "samples.py"
        text = file.read_text(encoding="utf-8")
        for name, body in bodies.items():
            before, found, after = text.partition(f"def {name}(")
            text = before + found + after.replace("    pass\n", f"    {body}\n", 1)
        file.write_text(text.replace("import numpy as np\n", f"import numpy as np\n{head}", 1), encoding="utf-8")

    return write


def test_what_students_get_is_in_english_alone_and_names_no_library_of_another_course(released):
    package = re.compile(r"check/.*\.py$")
    said = {name: text for name, text in released.items() if not package.match(name)}
    assert {"README.md", "requirements.txt", "samples.py", "samples.ipynb", "check/course.json"} <= said.keys()
    assert [(name, CHINESE.findall(text)) for name, text in said.items() if CHINESE.search(text)] == []
    assert [name for name, text in said.items() if re.search("torch|--lang", text, re.IGNORECASE)] == []
    assert [line.partition("==")[0] for line in released["requirements.txt"].splitlines()[1:]][:1] == ["numpy"]


def test_no_torch_is_imported_for_it(run, write):
    write({"checked_mean": "return 1.5"}, LOADED)
    done = run("-X", "importtime", "-m", "check", "--all")
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    assert "rich.console" in imported
    assert not {"torch", "numpy"} & imported
    assert "['numpy']" in done.stdout


def test_each_kind_of_wrong_answer_is_told_in_english(run, write):
    write(WRONG)
    done = run("-m", "check", "--all")
    assert (done.returncode, done.stderr) == (1, "")
    assert not CHINESE.search(done.stdout)
    for words in (
        "all 4 values are wrong",
        "The first wrong one is [0, 0]: it should be -2, and yours is -5",
        "The returned value under 'a' is 1; it should be 2.",
        "The printed text is wrong in line 2 from character 9: '2 * 2 = 5'; it should be '2 * 2 = 4'.",
        "[ ] marks the first wrong line",
        "`input()` reads on though the input has ended",
        "This should raise ValueError, but it gave 0.0",
        "See the section “Means” of the lesson",
    ):
        assert words in done.stdout


def test_printed_lines_stand_side_by_side(run, write):
    write(WRONG)
    assert (
        "   got              expected\n"
        "   1  1 * 1 = 1     1  1 * 1 = 1\n"
        "   2 [2 * 2 = 5]    2 [2 * 2 = 4]\n"
        "                    3  3 * 3 = 9\n"
    ) in run("-m", "check", "table").stdout


def test_right_answers_pass_in_every_way_of_checking(run, folder):
    shutil.copy(Path(__file__).parent / "samples" / "solutions" / "samples.py", folder / "samples.py")
    assert run("-m", "check").returncode == 0
    tested = run("-m", "pytest", "-q", "-p", "no:cacheprovider")
    assert "5 passed" in tested.stdout
    cell = run("-c", "from samples import *\nfrom check import check\nfor f in (centred, table, total): check(f)")
    assert cell.stdout.count("✓") == 3, cell.stderr


def test_pytest_says_each_thing_once(run, write):
    write(WRONG)
    tested = run("-m", "pytest", "-q", "-p", "no:cacheprovider").stdout
    assert not CHINESE.search(tested)
    assert tested.count("under 'a' is 1") == 1


def test_there_is_no_other_language_to_ask_for(run):
    shown = run("-m", "check", "--help").stdout
    assert "Check your work against the public cases." in shown
    assert not CHINESE.search(shown)
    assert "--lang" not in shown
    refused = run("-m", "check", "--lang", "zh")
    assert refused.returncode == 2
    chosen = run("-c", "from check import set_language\nset_language('zh')")
    assert "there is no language 'zh': say 'en'" in chosen.stderr


def test_a_library_that_is_not_installed_is_named(run, folder):
    facts = folder / "check" / "course.json"
    facts.write_text(facts.read_text(encoding="utf-8").replace('"numpy"', '"no_such_library"'), encoding="utf-8")
    done = run("-m", "check")
    assert done.returncode == 3
    assert "Is no_such_library installed?" in done.stderr


def test_cases_that_cannot_be_loaded_are_named(run, folder):
    cases = folder / "cases" / "samples.py"
    cases.write_text("import no_such_library\n" + cases.read_text(encoding="utf-8"), encoding="utf-8")
    done = run("-m", "check")
    assert done.returncode == 1
    assert "The public cases, cases/samples.py, cannot be loaded" in done.stdout
    assert "no_such_library" in done.stdout


def test_a_card_in_its_notebook_is_in_english_and_has_the_lines_side_by_side(folder):
    notebook = nbformat.read(folder / "samples.ipynb", 4)
    for cell in notebook.cells:
        if (name := cell.metadata.get("nbgrader", {}).get("grade_id")) in WRONG:
            stub, _, _ = cell.source.rpartition("\n")
            cell.source = f"{stub}\n    {WRONG[name]}"
    settings = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, timeout=120, allow_errors=True, resources=settings).execute()
    shown = [
        output.data["text/html"] for cell in notebook.cells for output in cell.get("outputs", ()) if "data" in output
    ]
    cards = {name: next(html for html in shown if f"✗ {name} " in html) for name in WRONG}
    assert not re.search(r"[\u4e00-\u9fff]", "".join(cards.values()))
    assert cards["table"].count(">2 * 2 = 5</text>") == 1
    assert cards["table"].count(">2 * 2 = 4</text>") == 1
    assert "`" not in cards["total"]
    assert "reads on though the input has ended" in cards["total"]
