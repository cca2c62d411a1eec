"""Basics: a sort, a count of words, powers of a matrix, a class and a program."""

from __future__ import annotations

import numpy as np


def insertion_sort(items: list, key=None) -> list:
    """Return a new list with the items in rising order; those that are equal keep their order.

    With `key`, the items are ordered by `key(item)`. Write the sort yourself: neither `sorted` nor `.sort` may be used.
    """
    ### BEGIN SOLUTION
    order = key if key is not None else lambda item: item
    result: list = []
    for item in items:
        place = len(result)
        while place > 0 and order(result[place - 1]) > order(item):
            place -= 1
        result.insert(place, item)
    return result
    ### END SOLUTION


def word_counts(text: str) -> dict[str, int]:
    """Return how often each word stands in a text; words are between spaces, and capitals do not count."""
    ### BEGIN SOLUTION
    counts = {}
    for word in text.lower().split():
        counts[word] = counts.get(word, 0) + 1
    return counts
    ### END SOLUTION


def matrix_power(matrix: np.ndarray, exponent: int) -> np.ndarray:
    """Return the product of `exponent` copies of a square matrix; the power 0 is the identity.

    Raise `ValueError` for an exponent below 0. `numpy.linalg.matrix_power` may not be used.
    """
    ### BEGIN SOLUTION
    if exponent < 0:
        raise ValueError(f"the exponent {exponent} is below 0")
    result = np.eye(len(matrix))
    for _ in range(exponent):
        result = result @ matrix
    return result
    ### END SOLUTION


class Account:
    """An account with a `balance`, which begins with what the account is opened with."""

    def __init__(self, balance: int = 0) -> None:
        """Open the account."""
        ### BEGIN SOLUTION
        self.balance = balance
        ### END SOLUTION

    def deposit(self, amount: int) -> None:
        """Add an amount to the balance; raise `ValueError` for one that is not above 0."""
        ### BEGIN SOLUTION
        if amount <= 0:
            raise ValueError("an amount has to be above 0")
        self.balance += amount
        ### END SOLUTION

    def withdraw(self, amount: int) -> int:
        """Take an amount from the balance and return what is left; raise `ValueError` where there is not so much."""
        ### BEGIN SOLUTION
        if amount > self.balance:
            raise ValueError("there is not so much")
        self.balance -= amount
        return self.balance
        ### END SOLUTION


def main() -> None:
    """Read whole numbers from standard input, one a line, up to an empty line or the end; print their sum.

    Print one line, such as `sum: 6`.
    """
    ### BEGIN SOLUTION
    total = 0
    while True:
        try:
            line = input()
        except EOFError:
            break
        if not line:
            break
        total += int(line)
    print(f"sum: {total}")
    ### END SOLUTION


if __name__ == "__main__":
    main()
