"""The notebooks of the course: source notebooks for instructors, released ones for students."""

import nbformat
import pytest
from nbgrader.preprocessors import ClearHiddenTests, ClearSolutions
from traitlets.config import Config

from autograder.build.tree import generated_files


@pytest.fixture(scope="session")
def source_notebook(course):
    """Return a function that gives the source notebook of an assignment in a language."""
    built = {language: generated_files(course, language) for language in ("zh", "en")}
    return lambda name, language: nbformat.reads(built[language][course.notebook(name)], as_version=4)


@pytest.fixture(scope="session")
def released_notebook(source_notebook):
    """Return a function that gives a source notebook as nbgrader releases it, without solutions and hidden tests."""
    config = Config()
    config.ClearSolutions.code_stub = {"python": "pass"}

    def released_notebook(name, language):
        notebook = source_notebook(name, language)
        for preprocessor in (ClearSolutions, ClearHiddenTests):
            notebook, _ = preprocessor(config=config).preprocess(notebook, {})
        return notebook

    return released_notebook
