"""What an author writes into the places of a new exercise: the last word of a text."""

from __future__ import annotations

import re
from pathlib import Path

from autograder.course.load import load_course

NAME = "last_word"
SOLUTION = '''\
def last_word(text: str) -> str:
    """{said}"""
    ### BEGIN SOLUTION
    words = text.split()
    return words[-1] if words else ""
    ### END SOLUTION
'''
SUITE = '''\
"""`last_word`: the last word of a text."""

from __future__ import annotations

from autograder.checks import Reference, Student, check, compare


@check(points={public}, zh="四个单词", en="Four words", public=True)
def test_lesson_example(student: Student, reference: Reference) -> None:
    """Each of them is another one."""
    text = "one Two three Four"
    compare(student.call(text, public=True), reference.call(text), public=True)


@check(points={hidden}, zh="空格在后面", en="Spaces at the end")
def test_spaces_at_the_end(student: Student, reference: Reference) -> None:
    """Spaces are no words."""
    for text in ("red green blue  ", "grey ", ""):
        compare(student.call(text), reference.call(text))
'''
RIGHT = {
    "pops": 'words = ["", *text.split()]\n    return words.pop()',
    "splits_from_right": 'return text.rstrip().rpartition(" ")[2]',
    "turns_around": 'return (text.split()[::-1] or [""])[0]',
    "follows_words": 'last = ""\n    for word in text.split():\n        last = word\n    return last',
}
WRONG = {
    "takes_first": ('return (text.split() or [""])[0]', "取了第一个单词。", "You took the first word.", "lesson_example"),
    "takes_last_letter": ("return text.strip()[-1:]", "取了最后一个字母。", "You took the last letter.", "lesson_example"),
    "takes_empty_word": ('return text.split(" ")[-1]', "末尾的空格也被当成单词。", "A space at the end is no word.", "spaces_at_the_end"),
}  # fmt: skip


def fill_in(root: Path, assignment: str, public: str, hidden: str) -> None:
    """Do everything that is marked in the places of the new exercise; its points are those of its two checks."""
    course = load_course(root)
    zh, en = (
        "返回一段文字的最后一个单词，没有就返回空文字。",
        "Return the last word of a text, an empty text if it has none.",
    )
    said = "\n\n    ".join({"zh": zh, "en": en}[one] for one in ("zh", "en") if one in course.languages)
    said += "\n    " if "\n" in said else ""
    _replace(course.solution(assignment), r"def last_word.*?### END SOLUTION\n", SOLUTION.format(said=said))
    suite = course.suites / assignment / f"test_{NAME}.py"
    suite.write_text(SUITE.format(public=public, hidden=hidden), encoding="utf-8")
    _write_answers(course.suites, course.languages)
    cases = course.public_cases(assignment)
    for old, new in ((r"  # TODO\(author\) last_word[^\n]*", ""), (r'call\("last_word", 3\),\n        3', CASE)):
        _replace(cases, old, new)
    for language in course.languages:
        _replace(
            course.lesson(assignment, language), r"TODO\(author\)[^\n]*last_word[^\n]*", {"zh": zh, "en": en}[language]
        )
    _replace(root / "exercises.toml", r"  # TODO\(author\) last_word[^\n]*", "")


CASE = 'call("last_word", "a rose is red "),\n        "red"'


def _write_answers(suites: Path, languages: tuple[str, ...]) -> None:
    for folder in (suites / "right" / NAME, suites / "misconceptions" / NAME):
        for path in folder.iterdir():
            path.unlink()
    for name, body in RIGHT.items():
        text = f"def last_word(text):\n    {body}\n"
        (suites / "right" / NAME / f"{name}.py").write_text(text, encoding="utf-8")
    for name, (body, zh, en, owner) in WRONG.items():
        said = "\n\n".join({"zh": zh, "en": en}[language] for language in ("zh", "en") if language in languages)
        text = f'"""{said}\n\nCheck: {owner}\n"""\n\n\ndef last_word(text):\n    {body}\n'
        (suites / "misconceptions" / NAME / f"{name}.py").write_text(text, encoding="utf-8")


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.search(old, text, re.DOTALL), (path, old)
    path.write_text(re.sub(old, lambda _: new, text, count=1, flags=re.DOTALL), encoding="utf-8")
