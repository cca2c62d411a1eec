"""The part of a submission that one exercise needs: its definition, and what that reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from autograder.course.parse import parse
from autograder.submissions.global_names import Names, names_of, statements_of

MOST_CHARACTERS = 50_000  # of a submission, beyond which nothing is looked for


def answer_code(cells: Sequence[str], name: str) -> str:
    """Return the top-level statements that bind `name` or a name that it needs, in their order.

    It is empty where nothing binds the name, and where the submission is too long or too deep to be looked at.
    """
    if sum(map(len, cells)) > MOST_CHARACTERS:
        return ""
    try:
        statements = [(text, names_of(text)) for cell in cells for text in _statements(cell)]
    except (ValueError, RecursionError, MemoryError):  # such as a number too long to be written down
        return ""
    kept = _needed([names for _, names in statements], name)
    return "".join(f"{statements[index][0]}\n\n\n" for index in sorted(kept)).rstrip("\n") + ("\n" if kept else "")


def _needed(statements: Sequence[Names], name: str) -> set[int]:
    """Return the indices of the statements that bind a name, or what another of them reads."""
    binding: dict[str, list[int]] = defaultdict(list)
    for index, names in enumerate(statements):
        for bound in names.bound:
            binding[bound].append(index)
    kept, left = set[int](), [*binding[name]]
    while left:
        index = left.pop()
        if index not in kept:
            kept.add(index)
            left += [other for read in statements[index].read for other in binding.get(read, ())]
    return kept


def _statements(cell: str) -> Iterator[str]:
    tree = parse(cell)
    if tree is not None:
        yield from (text.strip("\n") for _, text in statements_of(tree, cell))
