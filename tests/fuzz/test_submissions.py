"""Whatever a student hands in, the result is not a fault of the grader: `grader_error` is for our faults alone.

The submissions are of every odd kind: texts, bytes, notebooks, encodings, and files with odd names beside them.
"""

from __future__ import annotations

import json
import string
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

A = "image_convolution"
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=30)  # half characters too
LINES = st.sampled_from(
    [
        "import torch", "def corr2d(X, K):", "    return X", "    pass", "class Conv2D(torch.nn.Module):", "!ls", "%time x",
        "    !ls", "x = !echo (", "torch.ones?", "%%bash", "%%time", "'''", "x = (", "\t", ">>> x", "In [1]: x", "# coding: gbk",
        "# coding: utf-7", "# coding: nothing", "def edge_image(): return {1: [float('nan')], (): {2}}", "raise SystemExit",
        "corr2d = edge_kernel = learn_kernel = 10 ** 5000", "\ud83d", "x = '\ud83d'", "def output_shape(*a): return '\ud83d'",
        "def receptive_field(k): raise type('\ud83d', (ValueError,), {})('\ud83d')", "globals()['\ud83d'] = print",
        "import sys; sys.modules.clear()", "def edge_kernel(): return torch.ones(()).expand(1, 2)", "import a" + ".a" * 200,
        "def edge_image(): return [[[]] * 1000] * 1000", "def output_shape(*a): return (10 ** 400, 1e400)",
        "def __getattr__(name): return print", "globals().update({'a%d' % n: n for n in range(200_000)})",
    ]
)  # fmt: skip
SOURCES = st.lists(LINES | ANY_TEXT | st.text(string.printable, max_size=30), max_size=8).map("\n".join)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4),
    max_leaves=10,
)
NBGRADER = st.fixed_dictionaries(
    {},
    optional={
        "grade_id": st.sampled_from(["corr2d", "edge_image", "\ud83d"]) | JSON,
        "grade": st.booleans() | JSON,
        "solution": st.booleans() | JSON,
        "locked": st.booleans(),
    },
)
CELLS = st.fixed_dictionaries(
    {"source": SOURCES | st.lists(SOURCES, max_size=3) | JSON},
    optional={
        "cell_type": st.sampled_from(["code", "markdown", "raw"]) | JSON,
        "metadata": st.fixed_dictionaries({"nbgrader": NBGRADER | JSON}) | JSON,
        "outputs": JSON,
        "attachments": JSON,
    },
)
CODE_CELLS = SOURCES.map(lambda source: {"cell_type": "code", "metadata": {}, "source": source})
NOTEBOOKS = st.fixed_dictionaries(
    {
        "cells": st.lists(CODE_CELLS | CELLS, max_size=5) | JSON,
        "nbformat": st.sampled_from([4, 4, 4, 3, 2, "4", 5]) | JSON,
    },
    optional={"metadata": JSON, "nbformat_minor": st.integers(-1, 9) | JSON, "worksheets": JSON},
)
ENCODED = st.sampled_from(["utf-8", "gbk", "utf-16", "latin-1", "utf-7"])
PYTHON_FILES = st.binary(max_size=200) | st.tuples(SOURCES, ENCODED).map(lambda it: it[0].encode(it[1], "replace"))
NOTEBOOK_FILES = (
    NOTEBOOKS.map(lambda it: json.dumps(it).encode()) | st.binary(max_size=100) | JSON.map(json.dumps).map(str.encode)
)
FILE_NAMES = (
    st.sampled_from(["数据.txt".encode("gbk"), b"\xff", b"a/b/c.py", b"d2l", b"d2l.py", b"torch.py", b"conftest.py", b"\n", b"a b"])
    | st.binary(min_size=1, max_size=20).filter(lambda name: b"\0" not in name and b"/" not in name and name not in (b".", b".."))
)  # fmt: skip
FILES = st.dictionaries(FILE_NAMES, st.binary(max_size=50), max_size=3)
STUDENTS = st.sampled_from([b"s", "王芳".encode(), "王芳".encode("gbk"), b"\xed\xa0\xbd", b"a\nb"])
SUBMISSIONS = st.tuples(
    STUDENTS,
    st.tuples(st.just(f"{A}.py"), PYTHON_FILES) | st.tuples(st.just(f"{A}.ipynb"), NOTEBOOK_FILES),
    FILES,
)

tolerant = settings(suppress_health_check=list(HealthCheck))


def check_that_it_is_not_our_fault(graded, submission):
    student, (name, content), files = submission
    with tempfile.TemporaryDirectory() as folder:
        graded(Path(folder), name, content, files, student)


@given(submission=SUBMISSIONS)
@settings(tolerant, max_examples=150)
def test_no_submission_is_our_fault(graded, submission):
    check_that_it_is_not_our_fault(graded, submission)


@pytest.mark.slow
@given(submission=SUBMISSIONS)
@settings(tolerant, max_examples=3000)
def test_none_of_thousands_of_submissions_is_our_fault(graded, submission):
    check_that_it_is_not_our_fault(graded, submission)
