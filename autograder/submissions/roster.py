"""The roster of a class: who is in it, and who of them handed in a piece of work."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from pathlib import Path

from autograder.course.errors import UsageError
from autograder.course.person import Person, comparable

HEADERS = {
    "id": ("id", "student id", "sid", "number", "学号", "学生学号", "学工号"),
    "name": ("name", "full name", "student", "姓名", "学生姓名", "名字"),
    "email": ("email", "e-mail", "mail", "email address", "邮箱", "电子邮箱", "电子邮件", "邮箱地址"),
    "section": ("section", "class", "group", "班级", "行政班", "教学班"),
}
ENCODINGS = ("utf-8-sig", "utf-16", "gb18030")
WANTED = "id, name, email, section (or 学号, 姓名, 邮箱, 班级)"


def read_roster(path: Path) -> list[Person]:
    """Return the students in a CSV file with a header; raise `UsageError` where it is no roster or lists one twice."""
    rows = list(csv.reader(io.StringIO(_text(path)), delimiter=_delimiter(path)))
    header = [comparable(cell) for cell in rows[0]] if rows else []
    places = {key: header.index(name) for key, names in HEADERS.items() for name in names if name in header}
    if not places.keys() & {"id", "name", "email"}:
        raise UsageError(f"{path} has no column for who a student is. Its first line must name some of: {WANTED}.")
    cells = ({key: row[place].strip() for key, place in places.items() if place < len(row)} for row in rows[1:])
    persons = [Person(**found) for found in cells if any(found.get(key) for key in ("id", "name", "email"))]
    for key in ("id", "email"):
        values = Counter(comparable(getattr(person, key)) for person in persons)
        if twice := [value for value, count in values.items() if value and count > 1]:
            raise UsageError(f"{path} lists the {key} {twice[0]} twice. Leave one of the lines.")
    if not persons:
        raise UsageError(f"{path} lists no student below its header.")
    return persons


def match(known: Person, folder: str, roster: Sequence[Person]) -> Person | None:
    """Return the student of a roster that a platform or the name of a folder means: by id, then e-mail, then name.

    A name counts only if one student has it, and an id only if no other name is given with it.
    """
    for key in ("id", "email"):
        values = {comparable(value) for value in (getattr(known, key), folder) if value}
        found = [person for person in roster if getattr(person, key) and comparable(getattr(person, key)) in values]
        if found:
            return found[0] if _may_be_one_name(known.name, found[0].name) else None
    names = {form for name in (known.name, folder) for form in _forms(name)}
    called = [person for person in roster if names & _forms(person.name)]
    return called[0] if len(called) == 1 else None


def key_of(person: Person, taken: Container[str] = ()) -> str:
    """Return the key of results of a student whom a roster lists, one that no other student has."""
    keys = filter(None, (person.id, person.email, person.name))
    return next((key for key in keys if key not in taken), f"{person.id} {person.name} {person.email}")


def _may_be_one_name(one: str, other: str) -> bool:
    """Tell whether two names do not contradict: one is not known, or they are in different scripts, or the same."""
    forms = (_forms(one), _forms(other))
    in_latin = [any(form.isascii() for form in some) for some in forms]
    return not all(forms) or bool(forms[0] & forms[1]) or in_latin[0] != in_latin[1]


def _forms(name: str) -> set[str]:
    """Return a name as platforms write it, without spaces and commas: in its order, and with the last word first."""
    words = re.findall(r"\w+", comparable(name))
    return {"".join(words), "".join([*words[-1:], *words[:-1]])} - {""}


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from None
    encodings = ENCODINGS if data.startswith((b"\xff\xfe", b"\xfe\xff")) else (ENCODINGS[0], ENCODINGS[2])
    text = next(_decoded(data, encodings), None)
    if text is None:
        raise UsageError(f"{path} is no CSV file in UTF-8 or GBK. Save it as CSV, not as a workbook.")
    return text


def _decoded(data: bytes, encodings: Sequence[str]) -> Iterator[str]:
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if "\0" not in text:
            yield text


def _delimiter(path: Path) -> str:
    header = _text(path).partition("\n")[0]
    return max(",;\t", key=header.count)
