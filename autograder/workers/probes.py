"""Code of ours that runs in a worker (probes, setups, given functions), compiled once for all workers."""

from __future__ import annotations
import __future__

import functools
import inspect
import marshal
import textwrap
from collections.abc import Callable
from typing import Any

ANNOTATIONS = __future__.annotations.compiler_flag


@functools.cache
def compiled_probe(probe: Callable[..., Any]) -> bytes:
    """Return the code that defines a function of ours, read from its source, for `worker.serve.run_code`."""
    return compiled(textwrap.dedent(inspect.getsource(probe)))


@functools.cache
def compiled(source: str) -> bytes:
    """Return the code of some source of ours; a worker runs the same Python, so it can read it."""
    return marshal.dumps(compile(source, "<grader>", "exec", ANNOTATIONS, dont_inherit=True))
