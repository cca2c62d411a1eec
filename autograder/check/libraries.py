"""The libraries that a course uses: imported before they are needed, and in the state in which answers find them."""

from __future__ import annotations

import importlib
import random
import re
import sys
from contextlib import suppress

from .course import course_libraries

SEED = 0
# torch imports `torch._dynamo`, which takes seconds, when code that uses one of these runs for the first time.
WANTS_DYNAMO = re.compile(r"\boptim\b|\btorch\.compile\b|\bcheckpoint\b")


def warm_up() -> None:
    """Import the libraries that the course names, and do once what is slow the first time."""
    for library in course_libraries():
        importlib.import_module(library)
    if (torch := sys.modules.get("torch")) is not None:
        weight = torch.ones(2, 2, requires_grad=True)
        (weight @ torch.ones(2, 2)).sum().backward()
    start_random_numbers()


def import_for(text: str) -> None:
    """Import what is slow and what this text of a student's will use, before the time of an exercise begins."""
    if "torch" in sys.modules and WANTS_DYNAMO.search(text):
        with suppress(ImportError):
            importlib.import_module("torch._dynamo")


def start_random_numbers() -> None:
    """Let the generator that all code of a library shares begin anew, in the libraries that are there."""
    random.seed(SEED)
    if (torch := sys.modules.get("torch")) is not None:
        torch.manual_seed(SEED)
    if (numpy := sys.modules.get("numpy")) is not None:
        numpy.random.seed(SEED)


def reset() -> None:
    """Undo what an answer before may have set for all of torch, and let torch use one core."""
    if (torch := sys.modules.get("torch")) is not None:
        torch.set_num_threads(1)
        torch.set_default_dtype(torch.float32)
        torch.set_grad_enabled(True)
