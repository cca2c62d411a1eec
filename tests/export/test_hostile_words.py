"""What a student wrote is data in every export, and what is secret is in none."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

SYSTEMS = ("csv", "xlsx", "canvas", "moodle", "gradescope", "junit", "prairielearn", "classroom50")
WORDS = {
    "script": "<script>alert(1)</script>",
    "image": "\"><img src=x onerror='alert(1)'>",
    "hyperlink": '=HYPERLINK("http://evil.example";"王芳")',
    "command": "@SUM(1+1)*cmd|' /C calc'!A0",
    "plus": "+1+1",
    "minus": "-1+1",
    "wide": "\uff1d1+1",
    "tab": "\t=1+1",
    "terminal": "\x1b]0;owned\x07\x1b[2J\x1b[31m红",
    "markdown": "[here](javascript:alert(1)) ![x](http://evil.example/x.png) `|` **b**",
    "template": "{{ 7 * 7 }} {% raw %} {name} %s ${PATH}",
    "xml": "]]><failure/>&lt;&#27; \ufffe\udcff",
}
SECRETS = ("the-secret-seed", "the-secret-fingerprint", "doubles")
BEGIN_FORMULAS = set("=+-@\t\r\uff1d\uff0b\uff0d\uff20")  # the last four are wide forms of the first four


@pytest.fixture
def hostile(results, monkeypatch, here):
    """Let one student be called by some words, and every message to students consist of them; return the files."""

    def hostile(words: str) -> tuple[Path, dict[str, Path]]:
        for path in results.glob("*/*.json"):
            record = json.loads(path.read_bytes())
            record["message"] = {"zh": words, "en": words}
            for check in (check for exercise in record["exercises"] for check in exercise["checks"]):
                check["message"] = {"zh": words, "en": words}
            if record["student"] == "王芳":
                record["student"] = record["person"]["name"] = record["person"]["section"] = words
            path.write_text(json.dumps(record), encoding="utf-8")
        for name in ("CLASSROOM", "COMMIT_URL", "RELEASE_URL"):
            monkeypatch.setenv(name, "x")
        monkeypatch.setenv("SUBMISSION_TAG", "submit/2026-06-01T14-32-05Z-a1b2c3d")
        return results, {name: here / "platforms" / f"{name}.csv" for name in ("canvas", "moodle")}

    return hostile


@pytest.fixture
def files_of(export, hostile, tmp_path):
    """Export results with some words in them into a system, and return what each file holds."""

    def files_of(system: str, words: str) -> dict[str, bytes]:
        results, platforms = hostile(words)
        options = {
            "canvas": ["--into", platforms["canvas"]],
            "moodle": ["--into", platforms["moodle"], "--assignment", "adding"],
            "classroom50": ["--assignment", "times"],
        }.get(system, [])
        out = tmp_path / "out"
        done = export(system, out, *options, results=results)
        assert done.exit_code in (0, 1), done.exception
        assert all(line.isprintable() for line in done.output.splitlines())
        paths = [out] if out.is_file() else [path for path in out.rglob("*") if path.is_file()]
        files = {str(path): path.read_bytes() for path in paths}
        for name in [name for name in files if name.endswith(".zip") or system == "xlsx"]:
            with zipfile.ZipFile(io.BytesIO(files.pop(name))) as archive:
                files |= {f"{name}/{inner}": archive.read(inner) for inner in archive.namelist()}
        return files

    return files_of


class Tags(HTMLParser):
    """The tags, attributes and links of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links |= {value or "" for name, value in attrs if name in ("href", "src")}


def check_file(system: str, name: str, data: bytes) -> None:
    """Fail where a file is not what its reader expects, or would run something."""
    text = data.decode()
    if name.endswith(".html"):
        page = Tags()
        page.feed(text)
        assert not page.tags & {"script", "img", "iframe", "form", "b"}
        assert [link for link in page.links if not link.startswith("#") and link != "data:,"] == []  # no icon
        assert not {attribute for attribute in page.attributes if attribute.startswith("on")}
    elif system in ("csv", "canvas", "moodle"):
        cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
        formulas = [cell for cell in cells if cell[:1] in BEGIN_FORMULAS and cell != "-"]  # `-` is Moodle's own
        assert formulas == []
    elif name.endswith((".xml", ".rels")) or system == "junit":
        ElementTree.fromstring(text)
    else:
        json.loads(text)


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
@pytest.mark.parametrize("system", SYSTEMS)
def test_words_of_a_student_are_data_in_every_export(files_of, system, words):
    files = files_of(system, words)
    assert files
    for name, data in files.items():
        check_file(system, name, data)
        assert all(character.isprintable() or character in "\r\n" for character in data.decode("utf-8-sig"))


@pytest.mark.parametrize("system", SYSTEMS)
def test_no_export_has_the_seed_or_a_path_of_the_machine(files_of, here, tmp_path, system):
    for data in files_of(system, "plain").values():
        said = data.decode()
        assert [secret for secret in (*SECRETS, str(tmp_path), str(here)) if secret in said] == []


def test_a_cell_of_the_workbook_is_text_whatever_it_begins_with(export, hostile, tmp_path):
    results, _ = hostile(WORDS["hyperlink"])
    export("xlsx", tmp_path / "grades.xlsx", results=results)
    sheet = load_workbook(tmp_path / "grades.xlsx")["times"]
    assert (sheet["A2"].data_type, sheet["A2"].value) == ("s", WORDS["hyperlink"])
