"""The public cases."""

import numpy as np
from check.asking import call, prints
from check.model import Case, Raises


def after_two_changes(student):
    """Return what is left in an account after a deposit and a withdrawal."""
    account = student.Account(10)
    account.deposit(5)
    return account.withdraw(3), account.balance


CASES = (
    Case("insertion_sort", "three numbers", call("insertion_sort", [3, 1, 2]), [1, 2, 3]),
    Case("insertion_sort", "words by their length", call("insertion_sort", ["ccc", "a", "bb", "d"], key=len), ["a", "d", "bb", "ccc"]),
    Case("word_counts", "a word with a capital", call("word_counts", "A rose is a rose"), {"a": 2, "rose": 2, "is": 1}),
    Case("matrix_power", "the third power", call("matrix_power", np.array([[1, 1], [1, 0]]), 3), np.array([[3.0, 2.0], [2.0, 1.0]])),
    Case("matrix_power", "the power 0", call("matrix_power", np.array([[2, 5], [7, 1]]), 0), np.array([[1.0, 0.0], [0.0, 1.0]])),
    Case("matrix_power", "an exponent below 0", call("matrix_power", np.eye(2), -1), Raises(ValueError)),
    Case("Account", "a deposit and a withdrawal", after_two_changes, (12, 12)),
    Case("main", "three numbers", prints("main", stdin="1\n2\n3\n"), "sum: 6\n"),
    Case("main", "an empty line ends the numbers", prints("main", stdin="4\n\n5\n"), "sum: 4\n"),
)
FORBIDDEN = {"insertion_sort": (r"sorted|(.*\.)?sort|numpy\.(arg|lex)sort",), "matrix_power": (r"numpy\.(\w+\.)*matrix_power",)}
