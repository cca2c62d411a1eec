"""Archives that cannot be opened have a line each that says what to do, and the rest of the class is graded."""

from __future__ import annotations

import errno
import io
import zipfile

import pytest

from autograder.submissions import archive, opener

A = "image_convolution"
RAR = b"Rar!\x1a\x07\x01\x00" + bytes(50)
SEVEN = b"7z\xbc\xaf\x27\x1c" + bytes(50)


def zip_of(files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return data.getvalue()


def encrypted(data):
    data = bytearray(data)
    for magic, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(magic)
        while start >= 0:
            data[start + place] |= 1
            start = data.find(magic, start + 4)
    return bytes(data)


@pytest.fixture
def whole(perfect):
    return zip_of({f"{A}.py": perfect[A]})


@pytest.mark.parametrize("top", ["20231234-张三{}", "张三_41_assignsubmission_file_/hw{}", "li/hw{}"])
@pytest.mark.parametrize(
    ("make", "ending", "words"),
    [
        (lambda _: RAR, ".rar", "is a RAR archive"),
        (lambda _: RAR, ".zip", "is a RAR archive"),
        (lambda _: SEVEN, ".7z", "is a 7z archive"),
        (lambda _: b"\x1f\x8b" + bytes(30), ".tar.gz", "is a gzip archive"),
        (encrypted, ".zip", "is encrypted"),
        (lambda data: data[: len(data) // 2], ".zip", "is damaged or cut short"),
        (lambda data: data.replace(b"PK\x03\x04", b"PK\x03\x05"), ".zip", "is damaged or cut short"),
        (lambda _: b"", ".zip", "is damaged or cut short"),
    ],
    ids=["rar", "rar as zip", "7z", "gzip", "encrypted", "cut short", "damaged", "empty"],
)
def test_an_archive_that_is_not_opened_has_a_line_and_stops_nobody(
    classes, find, whole, perfect, tmp_path, top, make, ending, words
):
    files = {top.format(ending): make(whole), f"wu/{A}.py": perfect[A].encode()}
    if "assignsubmission" in top:
        files[f"吴_42_assignsubmission_file_/{A}.py"] = files.pop(f"wu/{A}.py")
    class_ = find(classes.write_folder(tmp_path / "class", files))
    graded = {handin.student for handin in class_.handins if handin.path}
    assert len(graded) == 1
    (line,) = class_.not_understood
    assert words in line.reason
    (refused,) = (handin for handin in class_.handins if handin.path is None)
    assert refused.problem.zh
    assert words in refused.problem.en


def test_a_rar_that_is_a_zip_is_opened(classes, find, whole, tmp_path):
    class_ = find(classes.write_folder(tmp_path / "class", {"20231234-张三.rar": whole, "20231235-李四.zip": whole}))
    assert [handin.path is not None for handin in class_.handins] == [True, True]


def test_a_damaged_file_in_the_zip_of_a_class_stops_nobody_else(find, perfect, tmp_path):
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as file:
        file.writestr(f"li/{A}.py", perfect[A] + "# of li")
        file.writestr(f"wu/{A}.py", perfect[A])
    data = (tmp_path / "class.zip").read_bytes()
    (tmp_path / "class.zip").write_bytes(data.replace(b"# of li", b"# of it"))
    class_ = find(tmp_path / "class.zip")
    assert {handin.student for handin in class_.handins if handin.path} == {"wu"}
    assert [(line.place, "damaged" in line.reason) for line in class_.not_understood] == [(f"li/{A}.py", True)]


def test_zips_in_zips_end_somewhere(classes, find, whole, tmp_path):
    data = whole
    for _ in range(9):
        data = zip_of({"inner.zip": data, "notes.txt": b""})
    class_ = find(classes.write_folder(tmp_path / "class", {"li/hw.zip": data, "wu/hw.zip": whole}))
    assert {handin.student for handin in class_.handins if handin.path} == {"wu"}


def test_a_zip_that_is_too_large_has_a_line_and_leaves_nothing_behind(classes, find, tmp_path, monkeypatch):
    monkeypatch.setattr("autograder.submissions.archive.MAX_STUDENT_BYTES", 1 << 20)
    bomb = zip_of({f"{A}.py": bytes(64 << 20)})
    class_ = find(classes.write_folder(tmp_path / "class", {"li/hw.zip": bomb, f"wu/{A}.py": b"x = 1"}))
    assert {handin.student for handin in class_.handins if handin.path} == {"wu"}
    assert "unpacks to more than 1 MB" in class_.not_understood[0].reason


def test_the_archives_of_one_student_take_no_room_of_others(classes, find, whole, tmp_path, monkeypatch):
    monkeypatch.setattr(opener, "MAX_OWNER_BYTES", 1 << 20)
    many = {f"li/part{number}.zip": zip_of({"data.bin": bytes(400_000)}) for number in range(5)}
    class_ = find(classes.write_folder(tmp_path / "class", many | {"wu/hw.zip": whole}))
    assert {handin.student for handin in class_.handins if handin.path} == {"wu"}
    assert ["unpacks to more than" in line.reason for line in class_.not_understood] == [True] * 3


def test_a_student_with_very_many_archives_has_a_line_for_those_that_are_left(classes, find, whole, tmp_path):
    many = {f"li/{number:02}.zip": zip_of({"notes.txt": b""}) for number in range(opener.MAX_ARCHIVES + 2)}
    class_ = find(classes.write_folder(tmp_path / "class", many | {"wu/hw.zip": whole}))
    assert {handin.student for handin in class_.handins if handin.path} == {"wu"}
    assert sum("archives of one student" in line.reason for line in class_.not_understood) == 2


def test_a_full_disk_costs_one_student_a_line_and_nobody_else_anything(
    classes, find, perfect, whole, tmp_path, monkeypatch
):
    write = archive._copy

    def fail_for_li(source, copy, most):
        if b"of li" in (data := source.read()):
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(io.BytesIO(data), copy, most)

    monkeypatch.setattr(archive, "_copy", fail_for_li)
    files = {"li/hw.zip": zip_of({f"{A}.py": perfect[A] + "# of li"}), "wu/hw.zip": whole}
    class_ = find(classes.write_folder(tmp_path / "class", files))
    assert {handin.student for handin in class_.handins if handin.path} == {"wu"}
    assert "see whether it is full" in class_.not_understood[0].reason


@pytest.mark.parametrize(
    ("data", "words"), [(RAR, "is a RAR archive. Unpack it"), (b"PK\x03\x04 cut", "is damaged or cut short")]
)
def test_a_class_in_an_archive_that_is_not_opened_is_refused_in_one_line(autograder, tmp_path, data, words):
    (tmp_path / "class.rar").write_bytes(data)
    done = autograder("hand-ins", tmp_path / "class.rar")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert words in done.stderr


def test_an_encrypted_class_is_refused_with_what_to_do(autograder, whole, tmp_path):
    (tmp_path / "class.zip").write_bytes(encrypted(whole))
    done = autograder("hand-ins", tmp_path / "class.zip")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "it is encrypted; unpack it with its password" in done.stderr


def test_the_only_zip_in_a_class_may_hold_more_than_one_student_may(classes, find, tmp_path, monkeypatch):
    monkeypatch.setattr("autograder.submissions.archive.MAX_STUDENT_BYTES", 1 << 20)
    big = zip_of({f"class/{name}/practice.py": bytes(700_000) for name in ("li", "wu", "han")})
    class_ = find(classes.write_folder(tmp_path / "class", {"inner.zip": big}))
    assert {handin.student for handin in class_.handins if handin.path} == {"li", "wu", "han"}


def test_each_archive_of_a_student_that_is_not_opened_has_a_line(classes, find, whole, tmp_path):
    files = {"li/a.rar": RAR, "li/b.7z": SEVEN, "li/c.zip": whole}
    class_ = find(classes.write_folder(tmp_path / "class", files))
    assert [handin.path is not None for handin in class_.handins] == [True]
    assert [line.reason.partition(" is a ")[0] for line in class_.not_understood] == ["a.rar", "b.7z"]


def test_an_archive_beside_a_hand_in_is_left_alone(classes, find, perfect, tmp_path):
    files = {f"li/{A}.py": perfect[A].encode(), "li/data.rar": RAR}
    assert find(classes.write_folder(tmp_path / "class", files)).not_understood == ()


def test_the_last_of_several_zips_of_a_student_is_graded(classes, find, perfect, tmp_path):
    files = {f"20231234-张三{mark}.zip": zip_of({f"{A}.py": perfect[A] + mark}) for mark in ("", " (2)", " (1)")}
    folder = classes.write_folder(tmp_path / "class", files)
    with_text = find(folder).handins
    assert [(handin.student, handin.path is not None) for handin in with_text] == [("20231234-张三", True)]
    assert "3 files were handed in" in with_text[0].remark.en
