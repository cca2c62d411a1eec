"""One class in every layout: each student is found with the same file for the same assignment as in our own layout."""

from __future__ import annotations

import pytest

NAMES = [
    "own", "nbgrader", "canvas", "moodle", "moodle_flat", "gradescope",
    "local_folders", "local_files", "chaoxing", "classroom50",
]  # fmt: skip
IN_FOLDERS = [name for name in NAMES if name not in ("canvas", "moodle_flat", "local_files", "gradescope")]


@pytest.fixture
def expected(classes):
    """Return the text of each student's file, by the key of results in a layout."""

    def expected(name, members):
        key = classes.LAYOUTS[name].key
        return {(key(one), assignment): text for one in members for (assignment, _), text in one.files.items()}

    return expected


def test_every_layout_is_tried(classes):
    assert set(NAMES) == set(classes.LAYOUTS)


@pytest.mark.parametrize("name", NAMES)
def test_a_class_in_a_folder_is_found_whole(classes, members, texts, expected, tmp_path, name):
    folder = classes.write_folder(tmp_path / "class", classes.files_of(name, members))
    assert texts(folder) == expected(name, members)


@pytest.mark.parametrize("top", ["", "第三次作业/"])
@pytest.mark.parametrize("gbk", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_a_class_in_a_zip_is_found_whole(classes, few, texts, expected, tmp_path, name, gbk, top):
    files = classes.files_of(name, few)
    assert texts(classes.write_zip(tmp_path / "class.zip", files, gbk, top)) == expected(name, few)


@pytest.mark.parametrize("gbk", [False, True])
@pytest.mark.parametrize("name", IN_FOLDERS)
def test_a_zip_for_each_student_is_found_whole(classes, few, texts, expected, tmp_path, name, gbk):
    zips = classes.zips_of(tmp_path / "zips", classes.files_of(name, few), gbk)
    assert texts(classes.write_folder(tmp_path / "class", zips)) == expected(name, few)
    assert texts(classes.write_zip(tmp_path / "class.zip", zips, gbk, "导出/")) == expected(name, few)


@pytest.mark.parametrize("name", NAMES)
def test_a_class_in_a_zip_in_a_zip_is_found_whole(classes, few, texts, expected, tmp_path, name):
    inner = classes.write_zip(tmp_path / "inner.zip", classes.files_of(name, few)).read_bytes()
    assert texts(classes.write_zip(tmp_path / "class.zip", {"作业.zip": inner})) == expected(name, few)
