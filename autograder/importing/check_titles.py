"""The titles of the checks of an imported exercise, as students read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from autograder.course.text import Language, Text
from autograder.importing.units import Check
from autograder.scaffold.wording import fields

VISIBLE = Text("`{name}` 的公开测试", "Tests of `{name}` that you can see")
HIDDEN = Text("`{name}` 的隐藏测试", "Tests of `{name}` that you cannot see")
OF_SEVERAL = Text("{title}（共 {count} 组，第 {number} 组）", "{title}, part {number} of {count}")


def titles_of(checks: Sequence[Check], languages: Sequence[Language]) -> Iterator[str]:
    """Yield the titles of the checks of an exercise as the mark of a check has them; no two are the same."""
    for check in checks:
        of_its_kind = [other for other in checks if other.hidden == check.hidden]
        title = (HIDDEN if check.hidden else VISIBLE).format(name=check.exercise)
        if len(of_its_kind) > 1:
            number = next(index for index, other in enumerate(of_its_kind, start=1) if other is check)
            title = OF_SEVERAL.format(title=title, number=number, count=len(of_its_kind))
        yield fields(languages, title.zh, title.en)
