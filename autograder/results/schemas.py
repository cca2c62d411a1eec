"""The JSON schemas of what is read and written; `python -m autograder.results.schemas` writes them to docs/."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from autograder.course.tables import Manifest
from autograder.results.model import Result
from autograder.results.run import Run
from autograder.results.summary import Summary

FOLDER = Path(__file__).parents[2] / "docs" / "schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
KINDS = {"manifest": Manifest, "result": Result, "run": Run, "summary": Summary}


def schema_files() -> dict[Path, str]:
    """Return the text of each schema file."""
    schemas = {name: {"$schema": DIALECT} | msgspec.json.schema(kind) for name, kind in KINDS.items()}
    return {
        FOLDER / f"{name}.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in schemas.items()
    }


def main() -> None:
    """Write the schema files."""
    FOLDER.mkdir(exist_ok=True)
    for path, text in schema_files().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
