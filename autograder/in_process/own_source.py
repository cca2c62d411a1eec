"""Probes and setups as a worker has them, defined by their source alone, where a debugger finds them in their files."""

from __future__ import annotations

import ast
import functools
import inspect
import marshal
import textwrap
from collections.abc import Callable
from typing import Any

from autograder.worker.serve import run_code
from autograder.workers.probes import ANNOTATIONS


def defined_by_source(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a probe or a setup that knows nothing else of its file; its lines and its file are its own."""
    return run_code(_compiled(function))[function.__name__]  # type: ignore[no-any-return]


@functools.cache
def _compiled(function: Callable[..., Any]) -> bytes:
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    ast.increment_lineno(tree, function.__code__.co_firstlineno - 1)
    return marshal.dumps(compile(tree, inspect.getfile(function), "exec", ANNOTATIONS, dont_inherit=True))
