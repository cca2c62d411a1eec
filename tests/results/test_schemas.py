"""The JSON schemas in docs/schemas are those of the types, and what the engine reads and writes is valid by them."""

from __future__ import annotations

import json
import tomllib

import pytest
from jsonschema import Draft202012Validator, ValidationError

from autograder.results.schemas import FOLDER, schema_files

A = "practice"


@pytest.fixture(scope="module")
def run(grade, make_class, perfect, tmp_path_factory):
    folder = tmp_path_factory.mktemp("schemas")
    students = {"right": {f"{A}.py": perfect[A]}, "wrong": {f"{A}.py": "def im2col():\n    pass\n"}, "empty": {}}
    return grade(make_class(folder / "class", students), folder / "out", "--assignment", A)


@pytest.fixture(scope="module")
def validate():
    """Hold a value against one of the schemas as it is written."""

    def validate(name: str, value: object) -> None:
        schema = json.loads((FOLDER / f"{name}.json").read_bytes())
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema).validate(value)

    return validate


def test_the_schemas_are_up_to_date():
    stale = [path for path, text in schema_files().items() if path.read_text(encoding="utf-8") != text]
    assert stale == [], "run `python -m autograder.results.schemas`"


def test_every_schema_file_is_written_from_a_type():
    assert set(FOLDER.iterdir()) == set(schema_files())


def test_the_results_of_a_class_are_valid(run, validate):
    assert run.code == 0, run.stderr
    assert len(run.records) == 3
    for record in run.records.values():
        validate("result", record)
    for name in ("summary", "run"):
        validate(name, json.loads((run.out / f"{name}.json").read_bytes()))


def test_the_manifest_of_the_course_is_valid(course, validate):
    validate("manifest", tomllib.loads((course.root / "exercises.toml").read_text(encoding="utf-8")))


def test_a_result_with_a_score_of_another_type_is_not_valid(run, validate):
    with pytest.raises(ValidationError):
        validate("result", run.records["right", A] | {"score": "100"})
