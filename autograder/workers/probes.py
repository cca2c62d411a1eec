"""Code of ours that runs in a worker (probes, setups, given functions), compiled once for all workers."""

from __future__ import annotations
import __future__

import ast
import functools
import inspect
import marshal
import textwrap
from collections.abc import Callable
from typing import Any

ANNOTATIONS = __future__.annotations.compiler_flag
PROBE = "probe"  # the name under which every probe travels, so that a submission cannot tell them by their names


@functools.cache
def compiled_probe(probe: Callable[..., Any]) -> bytes:
    """Return the code that defines a function of ours as `PROBE`, for `worker.serve.run_code`.

    It has no docstring, which would say what is examined.
    """
    tree = ast.parse(textwrap.dedent(inspect.getsource(probe)))
    function = tree.body[0]
    assert isinstance(function, ast.FunctionDef)
    function.name = PROBE
    if ast.get_docstring(function) is not None:
        del function.body[0]
    return compiled(ast.unparse(tree))


@functools.cache
def compiled(source: str) -> bytes:
    """Return the code of some source of ours; a worker runs the same Python, so it can read it."""
    return marshal.dumps(compile(source, "<grader>", "exec", ANNOTATIONS, dont_inherit=True))
