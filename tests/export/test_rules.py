"""What the platforms ask of their files, held against every export of the small results."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest

UTC = re.compile(r"\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ")
GRADESCOPE = {"score", "execution_time", "output", "output_format", "test_output_format", "test_name_format"}
GRADESCOPE |= {"visibility", "stdout_visibility", "extra_data", "tests", "leaderboard"}
GRADESCOPE_TEST = {"score", "max_score", "status", "name", "name_format", "number", "output", "output_format"}
GRADESCOPE_TEST |= {"tags", "visibility", "extra_data"}
FORMATS = {"text", "html", "simple_format", "md", "ansi"}
VISIBILITY = {"hidden", "after_due_date", "after_published", "visible"}
RUNNER = {
    "CLASSROOM": "cs-101",
    "SUBMISSION_TAG": "submit/2026-06-01T23-32-05Z-a1b2c3d",
    "COMMIT_URL": "https://git.example/c",
    "RELEASE_URL": "https://git.example/r",
}
JUNIT = {  # the attributes of each element in the schema that Jenkins and pytest have
    "testsuites": {"name", "time", "tests", "failures", "errors"},
    "testsuite": {
        "name",
        "tests",
        "failures",
        "errors",
        "skipped",
        "time",
        "timestamp",
        "hostname",
        "id",
        "package",
        "file",
    },
    "properties": set(),
    "property": {"name", "value"},
    "testcase": {"name", "classname", "group", "time"},
    "failure": {"type", "message"},
    "skipped": {"type", "message"},
    "system-out": set(),
}


@pytest.fixture
def records(export, tmp_path):
    """Export every result, and return the JSON of each."""

    def records(system: str) -> list[dict]:
        assert export(system, tmp_path / "out").exit_code == 1
        found = [json.loads(path.read_bytes()) for path in sorted((tmp_path / "out").rglob("*.json"))]
        assert found
        return found

    return records


def test_gradescope_has_known_fields_and_values_only(records):
    for record in records("gradescope"):
        assert record.keys() <= GRADESCOPE
        assert {record["visibility"], record["stdout_visibility"]} <= VISIBILITY
        assert record["score"] == pytest.approx(sum(test["score"] for test in record["tests"]))
        for test in record["tests"]:
            assert test.keys() <= GRADESCOPE_TEST
            assert (test["status"] in ("passed", "failed"), test["visibility"] in VISIBILITY) == (True, True)
            assert {test["output_format"], test["name_format"]} <= FORMATS
            assert 0 <= test["score"] <= test["max_score"]


def test_prairielearn_has_a_score_between_0_and_1_or_says_why_not(records):
    gradable = [record["gradable"] for record in records("prairielearn")]
    assert set(gradable) == {True, False}
    for record in records("prairielearn"):
        assert 0 <= record["score"] <= 1
        assert record["gradable"] == (not record["format_errors"])
        assert all(0 <= test["points"] <= test["max_points"] for test in record["tests"])
        assert len(json.dumps(record)) < 1_000_000


def classroom50(export, monkeypatch, tmp_path, *options, **variables):
    for name, value in (RUNNER | variables).items():
        monkeypatch.setenv(name, value)
    return export("classroom50", tmp_path / "result.json", *options)


def test_classroom_50_has_the_fields_of_result_v1_and_no_other(export, monkeypatch, tmp_path):
    assert classroom50(export, monkeypatch, tmp_path, "--assignment", "times").exit_code == 0
    record = json.loads((tmp_path / "result.json").read_bytes())
    words = ["classroom", "assignment", "owner", "commit", "release", "review"]
    required = {*words, "schema", "assignment_type", "submission", "datetime", "score", "max-score", "tests"}
    assert record.keys() == required
    assert record["schema"] == "classroom50/result/v1"
    assert record["assignment_type"] in ("individual", "group", "team")
    assert record["submission"].startswith("submit/")
    assert UTC.fullmatch(record["datetime"])
    assert all(isinstance(record[word], str) and record[word] for word in words)
    for one in (record, *record["tests"]):
        assert (type(one["score"]), type(one["max-score"])) == (int, int)
        assert 0 <= one["score"] <= one["max-score"]
    assert all(test["test-name"] and isinstance(test["passed"], bool) for test in record["tests"])
    assert record["score"] == sum(test["score"] for test in record["tests"])


@pytest.mark.parametrize(
    ("options", "variables", "complaint"),
    [
        ([], {}, "takes the result of one submission"),
        (["--assignment", "times"], {"CLASSROOM": ""}, "sets CLASSROOM"),
        (["--assignment", "times"], {"SUBMISSION_TAG": "submit/today"}, "has to be submit/YYYY"),
    ],
)
def test_classroom_50_takes_one_result_with_the_platforms_own_data(
    export, monkeypatch, tmp_path, options, variables, complaint
):
    assert complaint in str(classroom50(export, monkeypatch, tmp_path, *options, **variables).exception)


def test_junit_has_known_elements_true_counts_and_unique_names(export, results, tmp_path):
    """GitLab shows only the first of two cases of one name, and the content of a failure, not its message."""
    path = results / "王芳" / "adding.json"
    record = json.loads(path.read_bytes())
    record["exercises"][0]["checks"] *= 2
    path.write_text(json.dumps(record), encoding="utf-8")
    export("junit", tmp_path / "junit.xml", results=results)
    root = ElementTree.fromstring((tmp_path / "junit.xml").read_bytes())
    assert [element.attrib for element in root.iter() if not set(element.keys()) <= JUNIT[element.tag]] == []
    for suite in (root, *root.iter("testsuite")):
        assert int(suite.get("tests")) == len(list(suite.iter("testcase")))
        assert int(suite.get("failures")) == len(list(suite.iter("failure")))
        assert int(suite.get("skipped", 1)) == len(list(suite.iter("skipped")))
        assert re.fullmatch(r"\d+\.\d{3}", suite.get("time"))
    names = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert len(names) == len(set(names))
    for tag in ("failure", "skipped"):
        ended = list(root.iter(tag))
        assert ended
        assert all(" ".join(one.text.split()).startswith(one.get("message")) for one in ended)
