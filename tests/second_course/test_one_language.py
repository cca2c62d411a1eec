"""A course in English needs no Chinese, and shows its students none."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

COURSE = Path(__file__).parent / "words"
HAN = re.compile(r"[\u3400-\u9fff]")
UNKNOWN = "def count_word(text, word):\n    return text.split().count(word) * 2\n"  # a mistake without a name
SCRIPT = re.compile(r"<script.*?</script>", re.DOTALL)  # of the report, which has all its words in both languages
CHANGES = {  # of a course in both languages: what makes it one in English
    "exercises.toml": (
        (r'zh = "[^"]*", ', ""),
        (r"\[limits\]", 'languages = ["en"]\n[limits]'),
    ),
    "solutions/*.py": ((r'"""[^"\n]* / ', '"""'),),
    "autograder/suites/words/*.py": ((r'zh="[^"]*", ', ""),),
    "autograder/suites/misconceptions/*/*.py": ((r'"""[^\n]*\n\n', '"""'),),
    "autograder/suites/right/*/*.py": ((r'"""[^"\n]* / ', '"""'),),
}


@pytest.fixture(scope="module")
def root(autograder, tmp_path_factory):
    """Return a copy of the course in which nothing is Chinese but the public cases, built."""
    root = tmp_path_factory.mktemp("english") / "words"
    shutil.copytree(COURSE, root)
    (root / "source" / "words.zh.md").unlink()
    for pattern, changes in CHANGES.items():
        for path in root.glob(pattern):
            text = path.read_text(encoding="utf-8")
            for old, new in changes:
                text = re.sub(old, new, text)
            path.write_text(text, encoding="utf-8")
    built = autograder("build", cwd=root)
    assert built.returncode == 0, built.stderr
    return root


@pytest.fixture(scope="module")
def run(root, grade, make_class, tmp_path_factory):
    """Grade a right answer, a wrong one and one that is not there."""
    mistakes = sorted((root / "autograder" / "suites" / "misconceptions").rglob("*.py"))
    students = {
        "right": {"words.py": (root / "solutions" / "words.py").read_bytes()},
        "mistaken": {"words.py": "\n\n".join(path.read_text(encoding="utf-8") for path in mistakes)},
        "unknown": {"words.py": UNKNOWN},
        "broken": {"words.py": "def count_word(text, word:\n"},
        "missing": {},
    }
    folder = make_class(tmp_path_factory.mktemp("english_class") / "class", students)
    (folder / "missing").mkdir(exist_ok=True)
    return grade(folder, folder.parent / "results", "--allow-unsandboxed", "--table", cwd=root)


def chinese_in(*texts: str) -> list[str]:
    """Return the lines that have Chinese characters."""
    return [line for text in texts for line in text.splitlines() if HAN.search(line)]


def test_what_is_built_is_in_english(root):
    generated = [root / "assignments" / "words.py", root / "source" / "words" / "words.ipynb"]
    assert chinese_in(*(path.read_text(encoding="utf-8") for path in generated)) == []


def test_its_suites_are_proven(root, autograder):
    done = autograder("prove", cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_terminal_and_the_grades_are_in_english(run):
    assert run.code == 0, run.stderr
    assert chinese_in(run.stdout, run.stderr, (run.out / "grades.csv").read_text(encoding="utf-8")) == []
    assert "syntax error" in run.stdout


def test_what_hand_ins_says_is_in_english(run, root, autograder):
    done = autograder("hand-ins", run.out.parent / "class", cwd=root)
    assert chinese_in(done.stdout, done.stderr) == []


def test_what_an_author_reads_of_a_wrong_answer_is_in_english(root, autograder, tmp_path):
    for name, answer in {"doubles": UNKNOWN, "broken": "def count_word(text, word:\n", "empty": ""}.items():
        (tmp_path / f"{name}.py").write_text(answer, encoding="utf-8")
        done = autograder("try", "count_word", tmp_path / f"{name}.py", "--here", cwd=root)
        assert done.returncode != 0, done.stdout
        assert chinese_in(done.stdout, done.stderr) == []


def test_mistakes_without_a_name_are_listed_in_english(run, root, autograder):
    done = autograder("mistakes", run.out, cwd=root)
    assert "count_word" in done.stdout, done.stderr
    assert chinese_in(done.stdout, done.stderr) == []


@pytest.mark.parametrize("command", ["feedback", "report"])
def test_pages_are_in_english_and_have_no_switch(run, root, autograder, command, tmp_path):
    done = autograder(command, run.out, "--out", tmp_path / command, cwd=root)
    assert done.returncode == 0, done.stderr
    written = tmp_path / command
    files = written.iterdir() if written.is_dir() else [written]
    pages = [SCRIPT.sub("", path.read_text(encoding="utf-8")) for path in files]
    assert chinese_in(*pages) == []
    assert [page for page in pages if 'lang="zh' in page or 'name="language"' in page] == []


@pytest.mark.parametrize("system", ["csv", "gradescope"])
def test_exports_are_in_english(run, root, autograder, system, tmp_path):
    done = autograder("export", run.out, "--to", system, "--out", tmp_path / "out", cwd=root)
    assert done.returncode in (0, 1), done.stderr
    files = [path for path in (tmp_path / "out", *(tmp_path / "out").rglob("*")) if path.is_file()]
    assert files != []
    assert chinese_in(*(path.read_text(encoding="utf-8") for path in files)) == []


def test_another_language_is_refused_in_one_line(run, root, autograder, tmp_path):
    for words in (["build"], ["feedback", run.out, "--out", tmp_path / "pages"]):
        done = autograder(*words, "--lang", "zh", cwd=root)
        assert done.returncode == 2
        assert done.stderr == "autograder: This course is not in zh. The manifest says: languages = ['en'].\n"


def test_a_check_without_a_title_in_the_language_is_named(root, grade, make_class, tmp_path):
    copy = shutil.copytree(root, tmp_path / "course", symlinks=True)
    suite = copy / "autograder" / "suites" / "words" / "test_count_word.py"
    suite.write_text(suite.read_text(encoding="utf-8").replace('en="A short text"', 'en=""'), encoding="utf-8")
    folder = make_class(tmp_path / "class", {"anna": {"words.py": "x = 1\n"}})
    run = grade(folder, tmp_path / "results", "--allow-unsandboxed", cwd=copy)
    assert run.code == 3
    assert "has no title in en" in run.stderr
