"""Every export of the small results is, byte for byte, the file that stands in golden/; pages have tests of their own."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

RUNNER = {  # what Classroom 50's runner sets
    "CLASSROOM": "cs-101",
    "SUBMISSION_TAG": "submit/2026-06-01T14-32-05Z-a1b2c3d",
    "COMMIT_URL": "https://git.example/wangfang/commit/a1b2c3d",
    "RELEASE_URL": "https://git.example/wangfang/releases/1",
    "OWNER": "wangfang",
}
NO_SCORE = "not written, it has no score: tomas/adding"
NOT_IN_CANVAS = "not written, it is excused there: anna-schmidt/adding"
EXPORTS = [  # the system, the name of what it writes, options, what is said of results that are not written
    ("csv", "grades.csv", [], [NO_SCORE]),
    ("csv", "grades.en.csv", ["--lang", "en", "--bom"], [NO_SCORE]),
    ("canvas", "canvas.csv", ["--into", "canvas.csv"], [NO_SCORE, NOT_IN_CANVAS]),
    ("moodle", "moodle", ["--into", "moodle.csv", "--assignment", "adding"], [NO_SCORE]),
    ("gradescope", "gradescope", [], [NO_SCORE]),
    ("junit", "junit.xml", ["--lang", "en"], [NO_SCORE]),
    ("prairielearn", "prairielearn", ["--lang", "en"], [NO_SCORE]),
    ("classroom50", "result.json", ["--assignment", "times"], []),
]


def contents(path: Path) -> dict[str, bytes]:
    """Return what a file, or each file of a folder and of the zips in it, holds."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    if path.is_file():
        return {"": path.read_bytes()}
    return {
        f"{below.relative_to(path).as_posix()}/{name}".rstrip("/"): data
        for below in sorted(path.rglob("*"))
        if below.is_file()
        for name, data in contents(below).items()
    }


@pytest.mark.parametrize(("system", "name", "options", "said"), EXPORTS, ids=[export[1] for export in EXPORTS])
def test_an_export_is_the_golden_file(export, here, tmp_path, monkeypatch, system, name, options, said):
    for variable, value in RUNNER.items():
        monkeypatch.setenv(variable, value)
    done = export(system, tmp_path / name, *(here / "platforms" / o if o.endswith(".csv") else o for o in options))
    assert done.exit_code == (1 if said else 0), done.output
    assert [line for line in done.stderr.splitlines() if line.startswith("not written")] == said
    found = {place: data for place, data in contents(tmp_path / name).items() if not place.endswith(".html")}
    assert found == contents(here / "golden" / name)


def test_the_cells_of_the_workbook_are_the_golden_ones(export, here, tmp_path):
    assert export("xlsx", tmp_path / "grades.xlsx").exit_code == 1
    book = load_workbook(tmp_path / "grades.xlsx")
    cells = {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}
    assert cells == json.loads((here / "golden" / "grades.xlsx.json").read_bytes())
    texts = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.data_type == "s"]
    assert {(cell.number_format, cell.quotePrefix) for cell in texts} == {("@", True)}
