"""One class written as each platform names and packs what its students handed in."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨", "伟芳娜敏静丽强磊洋艳勇杰娟涛明超霞平刚"
NUMBERS = "一二三"


@dataclass(frozen=True)
class Member:
    """A student of the class, with the numbers that platforms give, and the text of each file by assignment and ending."""

    number: int
    id: str
    name: str
    email: str
    user: str
    files: dict[tuple[str, str], str] = field(default_factory=dict)


Place = Iterator[tuple[str, str]]


@dataclass(frozen=True)
class Layout:
    """How a platform names the files of a member, and the key that results have of that member."""

    places: Callable[[Member], Place]
    key: Callable[[Member], str]


def members(count: int, sources: dict[str, str]) -> list[Member]:
    """Return a class: right answers, and ones where an exercise is left out; every fifth hands in a notebook."""
    assignments = list(sources)
    found = []
    for number in range(count):
        name = SURNAMES[number % 16] + GIVEN[number // 16 % 19] + ("" if number < 304 else GIVEN[number // 304])
        names = [
            assignments[number % len(assignments)],
            *([assignments[(number + 1) % len(assignments)]] * (number % 10 == 3)),
        ]
        files = {}
        for assignment in names:
            source = answer(sources[assignment], number)
            files[assignment, ".ipynb" if number % 5 == 4 else ".py"] = (
                as_notebook(source) if number % 5 == 4 else source
            )
        found.append(Member(number, f"2023{number:04}", name, f"s{number}@example.edu", f"user-{number}", files))
    return found


def answer(source: str, number: int) -> str:
    """Return a student's answer, which no other student has; in every third one an exercise is called otherwise."""
    text = source if number % 3 else source.replace("def receptive_field(", "def my_field(")
    return f"# by {number}\n{text}"


def as_notebook(source: str) -> str:
    cell = {"cell_type": "code", "id": "c0", "metadata": {}, "execution_count": None, "outputs": [], "source": source}
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, ensure_ascii=False)


TITLES = {"fc_to_conv": "从全连接层到卷积", "image_convolution": "图像卷积", "practice": "练习"}


def called(member: Member, assignment: str, ending: str) -> str:
    """Return what a student calls a file: after the assignment, as browsers do, by its title, or anything."""
    stems = (
        assignment,
        f"{assignment} (2)",
        f"{assignment}-1",
        TITLES[assignment],
        f"最终版{member.number}",
        "homework",
    )
    return stems[member.number % len(stems)] + ending


def own(member: Member) -> Place:
    for (assignment, ending), text in member.files.items():
        yield f"{member.id}/{assignment}{ending}", text


def nbgrader(member: Member) -> Place:
    for (assignment, ending), text in member.files.items():
        yield f"{member.id}/{assignment}/{assignment}{ending}", text


def canvas(member: Member) -> Place:
    late = "_LATE" * (member.number % 4 == 1)
    for place, ((assignment, ending), text) in enumerate(member.files.items()):
        start = f"{member.name}{late}_{12000 + member.number}_{67000 + 2 * member.number + place}"
        yield f"{start}_{called(member, assignment, ending)}", text


def moodle(member: Member) -> Place:
    for (assignment, ending), text in member.files.items():
        name = called(member, assignment, ending) if len(member.files) == 1 else assignment + ending
        yield f"{member.name}_{4000 + member.number}_assignsubmission_file_/{name}", text
    yield f"{member.name}_{4000 + member.number}_assignsubmission_file_/notes.txt", "my notes"


def moodle_flat(member: Member) -> Place:
    for (assignment, ending), text in member.files.items():
        start = f"{member.name}_{4000 + member.number}_assignsubmission_file"
        name = called(member, assignment, ending) if len(member.files) == 1 else assignment + ending
        yield f"{start}_{name}", text


def gradescope(member: Member) -> Place:
    for place, ((assignment, ending), text) in enumerate(member.files.items()):
        yield f"submission_{500 + 2 * member.number + place}/{called(member, assignment, ending)}", text


def local_folders(member: Member) -> Place:
    for (assignment, ending), text in member.files.items():
        number = list(TITLES).index(assignment) + 1
        yield f"{member.id}-{member.name}-作业{number}/{called(member, assignment, ending)}", text


def local_files(member: Member) -> Place:
    for (assignment, ending), text in member.files.items():
        copy = " (1)" * (member.number % 7 == 0)
        yield f"{member.id}_{member.name}_{TITLES[assignment]}{copy}{ending}", text


def chaoxing(member: Member) -> Place:
    for (assignment, ending), text in member.files.items():
        name = called(member, assignment, ending) if len(member.files) == 1 else assignment + ending
        yield f"{member.id}-{member.name}/{name}", text


def classroom50(member: Member) -> Place:
    for (assignment, ending), text in member.files.items():
        repository = f"cs-2026-{assignment.replace('_', '-')}-{member.user}"
        yield f"{repository}/{called(member, assignment, ending)}", text
        yield f"{repository}/.git/HEAD", "ref: refs/heads/main\n"
        yield f"{repository}/result.json", "{}"


LAYOUTS = {
    "own": Layout(own, lambda member: member.id),
    "nbgrader": Layout(nbgrader, lambda member: member.id),
    "canvas": Layout(canvas, lambda member: f"{member.name}_{12000 + member.number}"),
    "moodle": Layout(moodle, lambda member: f"{member.name}_{4000 + member.number}"),
    "moodle_flat": Layout(moodle_flat, lambda member: f"{member.name}_{4000 + member.number}"),
    "gradescope": Layout(gradescope, lambda member: f"{member.name}_{member.id}"),
    "local_folders": Layout(local_folders, lambda member: f"{member.id}-{member.name}"),
    "local_files": Layout(local_files, lambda member: f"{member.id}-{member.name}"),
    "chaoxing": Layout(chaoxing, lambda member: f"{member.id}-{member.name}"),
    "classroom50": Layout(classroom50, lambda member: member.user),
}


def files_of(name: str, class_members: Sequence[Member]) -> dict[str, bytes]:
    """Return the files of a class in a layout by their paths."""
    files = {place: text.encode() for one in class_members for place, text in LAYOUTS[name].places(one)}
    return files | ({"submission_metadata.yml": metadata(class_members)} if name == "gradescope" else {})


def metadata(class_members: Sequence[Member]) -> bytes:
    """Return what Gradescope says of the submissions, as Ruby writes it."""
    lines = ["---"]
    for one in class_members:
        for place in range(len(one.files)):
            submitter = [f"  - :name: {one.name}", f"    :sid: '{one.id}'", f"    :email: {one.email}"]
            times = ["  :created_at: 2026-11-02 08:30:10.123456000 Z", "  :score: 0.0", "  :status: processed"]
            lines += [f"submission_{500 + 2 * one.number + place}:", "  :submitters:", *submitter, *times]
    return "\n".join([*lines, ""]).encode()


def write_folder(folder: Path, files: dict[str, bytes]) -> Path:
    """Write files below a folder."""
    for place, content in files.items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


class GbkName(zipfile.ZipInfo):
    """A member of a zip whose name is written in GBK, without a word on that, as Windows in Chinese does."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802
        return self.filename.encode("gbk"), self.flag_bits


def write_zip(path: Path, files: dict[str, bytes], gbk: bool = False, top: str = "") -> Path:
    """Write files into a zip, below a folder if one is given."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for place, content in files.items():
            info = (GbkName if gbk else zipfile.ZipInfo)(top + place)
            archive.writestr(info, content)
    return path


def zips_of(folder: Path, files: dict[str, bytes], gbk: bool = False) -> dict[str, bytes]:
    """Return a zip for each top folder of a class, by name."""
    folder.mkdir(exist_ok=True)
    students: dict[str, dict[str, bytes]] = {}
    for place, content in files.items():
        top, _, rest = place.partition("/")
        students.setdefault(top, {})[rest] = content
    return {f"{top}.zip": write_zip(folder / "one.zip", inside, gbk).read_bytes() for top, inside in students.items()}


def write_roster(path: Path, class_members: Sequence[Member], encoding: str = "utf-8") -> Path:
    """Write the roster of a class."""
    rows = [f"{one.id},{one.name},{one.email},{NUMBERS[one.number % 3]}班" for one in class_members]
    path.write_text("\n".join(["学号,姓名,邮箱,班级", *rows, ""]), encoding=encoding)
    return path
