"""The kinds of values that cross between a worker and the grader, one module for each.

`autograder/checks/kinds/` has for each kind how its values are compared. None of the modules imports the library of
its kind: a library is used only where a value of it has been made.
"""

from __future__ import annotations

from .arrays import ARRAYS
from .containers import CONTAINERS
from .frames import FRAMES
from .plain import PLAIN
from .records import RECORDS
from .tensors import TENSORS

KINDS = (PLAIN, TENSORS, RECORDS, CONTAINERS, ARRAYS, FRAMES)  # the first that takes a type has it
