"""What the site has besides the pages of docs/: CONTRIBUTING.md, and tables made from the schemas.

mkdocs calls the functions whose names begin with `on_`; mkdocs.yml names this file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

DOCS = Path(__file__).parent
SCHEMA = re.compile(r"^\{\{ schema (\w+) \}\}$", re.MULTILINE)
OUTSIDE = re.compile(r"\[([^]]+)\]\((?:\.\./)+(?!docs/)[^)]*\)")  # a link to what is in the repository and not in docs/
HEAD = "| key | type | needed | meaning |\n|---|---|---|---|"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add CONTRIBUTING.md, whose links lead from the root of the repository."""
    text = (DOCS.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    text = re.sub(r"\]\((?!docs/|https?:|#)([^)]*)\)", r"](../\1)", text).replace("](docs/", "](")
    files.append(File.generated(config, "contributing.md", content=text))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put tables in the place of `{{ schema NAME }}`, and words in that of links out of the site."""
    markdown = markdown.replace("](../CONTRIBUTING.md", "](contributing.md")
    return OUTSIDE.sub(r"\1", SCHEMA.sub(lambda found: schema_tables(found[1]), markdown))


def schema_tables(name: str) -> str:
    """Return a table for each kind of object in a schema of docs/schemas/, in the order in which they are met."""
    schema = json.loads((DOCS / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    kinds = schema["$defs"]
    return "\n\n".join(_table(kind, kinds) for kind in kinds.values() if kind.get("type") == "object")


def _table(kind: dict[str, Any], kinds: dict[str, Any]) -> str:
    needed = kind.get("required", ())
    rows = [_row(key, entry, key in needed, kinds) for key, entry in kind.get("properties", {}).items()]
    about = re.sub(r"\n +", "\n", kind.get("description", ""))
    return "\n".join([f"### `{kind['title']}`", "", about, "", HEAD, *rows])


def _row(key: str, entry: dict[str, Any], needed: bool, kinds: dict[str, Any]) -> str:
    said = [entry["description"]] if "description" in entry else []
    said += [f"by default `{_json(entry['default'])}`"] if entry.get("default") not in (None, "") else []
    cells = f"`{key}`", " or ".join(_types(entry, kinds)), "yes" if needed else "no", "; ".join(said)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _types(entry: dict[str, Any], kinds: dict[str, Any]) -> Iterator[str]:
    """Yield the types that a value may have, with a link to the table of an object."""
    if "$ref" in entry:
        name = entry["$ref"].rpartition("/")[2]
        yield from [f"[`{name}`](#{name.lower()})"] if "properties" in kinds[name] else _types(kinds[name], kinds)
    elif "anyOf" in entry:
        yield from (text for one in entry["anyOf"] for text in _types(one, kinds))
    elif "enum" in entry:
        yield from (f"`{_json(value)}`" for value in entry["enum"])
    elif "items" in entry:
        yield f"list of {' or '.join(_types(entry['items'], kinds))}"
    elif isinstance(entry.get("additionalProperties"), dict):
        yield f"table of {' or '.join(_types(entry['additionalProperties'], kinds))}"
    else:
        yield str(entry.get("type", "any")) + (" above 0" if entry.get("exclusiveMinimum") == 0 else "")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
