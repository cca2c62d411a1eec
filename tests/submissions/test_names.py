"""Names of every kind: students stay apart, nothing is lost, and what is shown steers no terminal."""

from __future__ import annotations

import re
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.course.person import Person
from autograder.submissions.archive_names import member_paths
from autograder.submissions.layouts.entry import Around, Entry
from autograder.submissions.layouts.recognise import recognise
from autograder.submissions.names import assignment_named, copy_number, without_copy_mark

A = "image_convolution"
HOSTILE = [
    "\x1b]0;title\x07李", "<script>alert(1)<", '=HYPERLINK("x")', "[red]bold[", "a\nforged: line", "\u202eabc", "🦊👩‍👩‍👧", "a..b",
    b"\xff\xfe\x80".decode("utf-8", "surrogateescape"),
]  # fmt: skip
words = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=30)
plain = st.text("abcXYZ张伟李 .'-", min_size=1, max_size=12)
relaxed = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """Return a file and a folder that entries of any name can stand for."""
    folder = tmp_path_factory.mktemp("names")
    (folder / "file").touch()
    (folder / "folder").mkdir()
    return folder


@given(words, st.sampled_from(["", ".py", ".ipynb"]), st.booleans())
@relaxed
def test_any_name_has_at_most_one_owner_and_a_key(places, course, name, ending, is_folder):
    entry = Entry(name + ending, name + ending, places / ("folder" if is_folder else "file"))
    works = recognise(entry, Around(course, {}))
    assert len(works) <= 1
    assert all(work.student for work in works)
    assert len(works) == 1 or not is_folder


@given(plain, st.integers(1, 10**9), st.integers(1, 10**9), st.booleans(), words)
@relaxed
def test_canvas_names_are_read_back(places, course, name, user, file, late, display):
    name = re.sub(r"\W", "", name).lower() or "x"
    shown = f"{name}{'_LATE' * late}_{user}_{file}_{display}"
    (work,) = recognise(Entry(shown, shown, places / "file"), Around(course, {}))
    assert (work.student, work.person, work.name) == (
        f"{name}_{user}",
        Person(name=name, platform_id=str(user)),
        display,
    )


@given(plain, st.integers(1, 10**9), words)
@relaxed
def test_moodle_names_are_read_back(places, course, name, number, display):
    shown = f"{name}_{number}_assignsubmission_file_{display}"
    (work,) = recognise(Entry(shown, shown, places / "file"), Around(course, {}))
    assert (work.student, work.person.platform_id, work.name) == (f"{name}_{number}", str(number), display)


@given(
    st.lists(
        st.tuples(st.integers(10**7, 10**8 - 1), st.text("张伟李雷abc", min_size=1, max_size=4)),
        unique=True,
        max_size=20,
    )
)
@relaxed
def test_students_with_other_numbers_or_names_have_other_keys(places, course, students):
    around = Around(course, {})
    keys = set()
    for number, name in students:
        shown = f"{number}_{name}_{A}.py"
        (work,) = recognise(Entry(shown, shown, places / "file"), around)
        keys.add(work.student)
    assert len(keys) == len(students)


@given(words, st.lists(st.sampled_from([" (2)", "(10)", "（3）", "-1", " - 副本", " copy", " - Copy 2"]), max_size=3))
@relaxed
def test_the_marks_of_copies_are_taken_off(course, stem, marks):
    marked = f"{A}{''.join(marks)}"
    assert without_copy_mark(marked) == A
    assert (copy_number(marked) > 0) == bool(marks)
    assert assignment_named(marked, course) == A
    assert without_copy_mark(stem)


@pytest.mark.parametrize(
    "place",
    [
        "{}/%s.py",
        "{}_12_34_%s.py",
        "{}_41_assignsubmission_file_/%s.py",
        "20231234_{}_%s.py",
        "{}_%s.rar",
        "l/{}%s.ipynb",
    ],
)
def test_names_steer_no_terminal_and_nobody_is_left_out(classes, autograder, perfect, tmp_path, place):
    content = {".rar": b"Rar!", ".ipynb": b"{}"}.get("." + place.rpartition(".")[2], perfect[A].encode())
    files = {
        place.replace("%s", A).replace("l/", f"l{number}/").format(name): content for number, name in enumerate(HOSTILE)
    }
    done = autograder("hand-ins", classes.write_folder(tmp_path / "class", files))
    assert done.returncode in (0, 1), done.stderr
    said = done.stdout + done.stderr
    assert {character for character in said if not character.isprintable()} <= {"\n"}
    assert [line for line in said.splitlines() if line.startswith("forged")] == []
    rows = [line for line in done.stdout.splitlines() if A in line] + done.stderr.splitlines()
    assert len(rows) >= len(HOSTILE)


@given(st.lists(words, min_size=1, max_size=8), st.sampled_from(["utf-8", "gb18030"]))
@relaxed
def test_names_in_a_zip_are_read_in_the_encoding_of_all_of_them(names, encoding):
    texts = ["中文名字", *(name for name in names if encodable(name, encoding))]
    infos = [zipfile.ZipInfo(text.encode(encoding).decode("cp437")) for text in texts]
    found = ["/".join(parts) for parts in member_paths(infos)]
    assert found[0] == "中文名字"


def encodable(text, encoding):
    try:
        text.encode(encoding)
    except UnicodeError:
        return False
    return True
