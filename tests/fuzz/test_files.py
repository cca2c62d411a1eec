"""Whatever the bytes of a hand-in, reading it gives a submission or a reason, and no file outside is written."""

from __future__ import annotations

import contextlib
import io
import json
import zipfile
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import asdict

from autograder.course.errors import NotGradable, UsageError
from autograder.course.load import load_course
from autograder.course.manifest import Isolation
from autograder.submissions.archive import unpack_class
from autograder.submissions.find_class import find_class
from autograder.submissions.handin import Handin
from autograder.submissions.read import Submission, read_submission

A = "image_convolution"
tolerant = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=20,
)
cells = st.fixed_dictionaries(
    {},
    optional={
        "cell_type": st.sampled_from(["code", "markdown", "raw", "heading", ""]) | json_values,
        "source": st.text() | st.lists(st.text(max_size=30)) | json_values,
        "metadata": json_values,
        "outputs": json_values,
        "id": json_values,
    },
)
notebooks = st.fixed_dictionaries(
    {},
    optional={
        "cells": st.lists(cells, max_size=4) | json_values,
        "worksheets": st.lists(json_values, max_size=2),
        "metadata": json_values,
        "nbformat": st.integers(-1, 6) | json_values,
        "nbformat_minor": st.integers(-1, 9) | json_values,
    },
)
names = st.sampled_from(
    [
        "../out.py",
        "/tmp/out.py",
        "a/../../out.py",
        f"s/{A}.py",
        "s",
        "s/",
        "C:\\out.py",
        "..\\out.py",
        "\0",
        ".",
        "a//b",
    ]
) | st.text(min_size=1, max_size=30)
members = st.tuples(names, st.binary(max_size=60), st.sampled_from([0o100644, 0o120777, 0o040755, 0o010644, 0]))


def read(folder: Path, name: str, content: bytes, course) -> Submission | None:
    """Return the submission in one file, or None where it is not gradable for some reason."""
    path = folder / name
    path.write_bytes(content)
    with contextlib.suppress(NotGradable):
        return read_submission(Handin("s", A, path), course.limits)
    return None


def everything_in(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
@tolerant
def test_any_bytes_as_a_python_file(tmp_path, course, content):
    read(tmp_path, f"{A}.py", content, course)


@given(
    st.binary(max_size=300) | notebooks.map(json.dumps).map(str.encode) | json_values.map(json.dumps).map(str.encode)
)
@tolerant
def test_any_bytes_and_any_json_as_a_notebook(tmp_path, course, content):
    read(tmp_path, f"{A}.ipynb", content, course)


@given(st.binary(max_size=200))
@tolerant
def test_any_bytes_as_a_zip(tmp_path, content):
    (tmp_path / "class.zip").write_bytes(content)
    (tmp_path / "target").mkdir(exist_ok=True)
    with contextlib.suppress(UsageError):
        unpack_class(tmp_path / "class.zip", tmp_path / "target")


@given(st.lists(members, max_size=6), st.integers(0, 400), st.binary(max_size=3))
@tolerant
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_zip_with_any_members_stays_inside_its_target(tmp_path_factory, course, entries, place, damage):
    folder = tmp_path_factory.mktemp("zip")
    outside = everything_in(folder.parent) - everything_in(folder)
    data = bytearray(zip_of(entries))
    data[place : place + len(damage)] = damage
    (folder / "class.zip").write_bytes(data)
    (folder / "target").mkdir()
    with contextlib.suppress(UsageError):
        unpack_class(folder / "class.zip", folder / "target")
        (folder / "scratch").mkdir()
        for handin in find_class(folder / "target", course, folder / "scratch", unpacked=True).handins:
            with contextlib.suppress(NotGradable):
                read_submission(handin, course.limits)
    assert {path.name for path in folder.iterdir()} - {"scratch"} == {"class.zip", "target"}
    assert {path for path in outside if not path.exists()} == set()
    assert [path for path in everything_in(folder / "target") if path.is_symlink()] == []
    assert not Path("/tmp/out.py").exists()


def zip_of(entries) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content, mode in entries:
            info = zipfile.ZipInfo(name.replace("\0", "") or "x")
            info.filename = name
            info.external_attr = mode << 16
            with contextlib.suppress(UnicodeEncodeError):  # half a character cannot be written
                archive.writestr(info, content)
    return file.getvalue()


def test_an_encrypted_zip_is_refused(tmp_path):
    data = bytearray(zip_of([(f"s/{A}.py", b"x = 1", 0o100644)]))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "class.zip").write_bytes(data)
    (tmp_path / "target").mkdir()
    with pytest.raises(UsageError):
        unpack_class(tmp_path / "class.zip", tmp_path / "target")


TOML = [
    "[course]",
    "[limits]",
    "[assignments.a]",
    "title = 3",
    "title = {zh = 'a', en = 'b'}",
    "isolation = 1",
    "x = [1",
]


@given(st.binary(max_size=200) | st.lists(st.sampled_from(TOML) | st.text(max_size=20)).map("\n".join).map(str.encode))
@tolerant
def test_any_bytes_as_a_manifest(tmp_path, content):
    (tmp_path / "exercises.toml").write_bytes(content)
    with pytest.raises(UsageError):
        load_course(tmp_path)


@given(st.data())
@tolerant
def test_a_manifest_with_any_value_anywhere(tmp_path, course, data):
    lines = (course.root / "exercises.toml").read_text(encoding="utf-8").splitlines()
    number = data.draw(st.integers(0, len(lines) - 1))
    key = lines[number].partition("=")[0]
    value = data.draw(
        st.sampled_from(["true", "-1", "nan", '"x"', "[]", "{}", "1e999", "1979-05-27", "{ zh = 1, en = [] }"])
    )
    lines[number] = f"{key}= {value}" if "=" in lines[number] else value
    (tmp_path / "exercises.toml").write_text("\n".join(lines), encoding="utf-8")
    with contextlib.suppress(UsageError):
        loaded = load_course(tmp_path)
        limits = asdict(loaded.limits)
        assert limits.pop("isolation") in get_args(get_args(Isolation)[0])
        assert all(0 < value < float("inf") for value in limits.values())
