"""What the source notebook of an assignment says: its language, and the texts that are the lesson's."""

from __future__ import annotations

import json
import re

from autograder.course.manifest import Course
from autograder.course.text import LANGUAGES, Language

LANGUAGE = re.compile(r'set_language\("(\w+)"\)')


def notebook_language(course: Course, assignment: str) -> Language:
    """Return the language that the notebook of an assignment was built in, else the first of the course."""
    found = LANGUAGE.search("\n".join(source_texts(course, assignment)))
    return next((one for one in LANGUAGES if found is not None and found[1] == one), course.languages[0])


def source_texts(course: Course, assignment: str) -> list[str]:
    """Return the text of each cell of the source notebook, none where there is no such notebook."""
    path = course.notebook(assignment)
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"] if path.is_file() else []
    return ["".join(cell["source"]) for cell in cells]
