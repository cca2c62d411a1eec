"""The public cases."""

import numpy as np
from check.asking import call, prints, second_call
from check.model import Case, Raises

SAMPLE = np.array([[1.0, 2.0], [3.0, 6.0]])

CASES = (
    Case("centred", "four numbers", call("centred", SAMPLE), np.array([[-2.0, -1.0], [0.0, 3.0]])),
    Case(
        "centred",
        "a second call, and inputs that stay as they were",
        second_call("centred", (SAMPLE,), (SAMPLE + 1,)),
        np.array([[-2.0, -1.0], [0.0, 3.0]]),
    ),
    Case(
        "word_counts",
        "a word that stands twice",
        call("word_counts", "a rose is a flower"),
        {"a": 2, "rose": 1, "is": 1, "flower": 1},
    ),
    Case("table", "three rows", prints("table", 3), "1 * 1 = 1\n2 * 2 = 4\n3 * 3 = 9\n"),
    Case("table", "another sign", prints("table", 1, sign="is"), "1 * 1 is 1\n"),
    Case("total", "three numbers", prints("total", stdin="3\n4\n-2\n\n"), "5\n"),
    Case("checked_mean", "two numbers", call("checked_mean", [1.0, 2.0]), 1.5),
    Case("checked_mean", "no number", call("checked_mean", []), Raises(ValueError, "empty")),
)
