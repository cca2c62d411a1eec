"""Translating what only IPython understands: `!ls`, `%matplotlib inline`, `files = !ls`, `torch.ones?`.

IPython itself reads the whole cell again for each line that it translates, which takes long where there are many, and
gives up after 500. Here it is given one line at a time.
"""

from __future__ import annotations

import functools
import tokenize

from IPython.core.inputtransformer2 import EscapedCommand, TransformerManager, find_end_of_continued_line

ESCAPES = tuple("!%?,;/")  # a statement of Python begins with none of them
BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"))


def translate(source: str) -> str:
    """Return a cell's source as Python."""
    manager = _manager()
    lines = (source if source.endswith("\n") else f"{source}\n").splitlines(keepends=True)
    for transform in (*manager.cleanup_transforms, *manager.line_transforms):
        lines = transform(lines)  # type: ignore[operator]
    return "".join(_translated(lines))


def _translated(lines: list[str]) -> list[str]:
    """Translate one statement after the other; each line is read once."""
    done: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        if not line or line.startswith("#"):
            end, translated = at + 1, lines[at : at + 1]
        elif line.startswith(ESCAPES) or _assigns_from_ipython(line):
            end = find_end_of_continued_line(lines, at) + 1
            translated = _translate_statement(lines[at:end])
        else:
            end = _end_of_statement(lines, at)
            asks_for_help = line.endswith("?") and end == at + 1
            translated = _translate_statement(lines[at:end]) if asks_for_help else lines[at:end]
        done += translated
        at = end
    return done


def _assigns_from_ipython(line: str) -> bool:
    """Tell whether a line may be like `files = !ls`; IPython looks at it more closely."""
    target, _, value = line.partition("=")
    if not value.lstrip().startswith(("!", "%")) or any(target.count(quote) % 2 for quote in "'\""):
        return False
    return all(target.count(opening) == target.count(closing) for opening, closing in BRACKETS)


def _translate_statement(lines: list[str]) -> list[str]:
    """Return the Python of one statement, or the statement as it is where IPython cannot read it."""
    try:
        if lines[0].lstrip().startswith(ESCAPES):
            indent = len(lines[0]) - len(lines[0].lstrip())
            return list(EscapedCommand((1, indent)).transform(lines))  # type: ignore[no-untyped-call]
        return list(_manager().do_token_transforms(lines))  # type: ignore[no-untyped-call]
    except (SyntaxError, ValueError, IndexError, RuntimeError):
        return lines


def _end_of_statement(lines: list[str], first: int) -> int:
    """Return the index of the line after a statement; after all that was read where the statement has no end."""
    after = first

    def next_line() -> str:
        nonlocal after
        if after == len(lines):
            return ""
        after += 1
        return lines[after - 1].lstrip() if after - 1 == first else lines[after - 1]

    try:
        for token in tokenize.generate_tokens(next_line):
            if token.type == tokenize.NEWLINE:
                return first + token.start[0]
    except (tokenize.TokenError, SyntaxError):
        pass
    return after


@functools.cache
def _manager() -> TransformerManager:
    return TransformerManager()  # type: ignore[no-untyped-call]
