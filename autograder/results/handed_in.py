"""What a result says of the hand-in beyond its marks: whose it is, and how its file was chosen."""

from __future__ import annotations

from msgspec.structs import replace

from autograder.course.text import NO_TEXT, Text, join
from autograder.results.model import Result
from autograder.submissions.handin import Handin


def as_handed_in(result: Result, handin: Handin) -> Result:
    """Return a result with the student as known now, and with the remark on its hand-in before its message."""
    remark = handin.remark or NO_TEXT
    message = join([text for text in (remark, _own_message(result)) if text != NO_TEXT])
    return replace(result, person=handin.person, remark=remark, message=message)


def _own_message(result: Result) -> Text:
    """Return the message of a result without the remark on its hand-in, which an earlier run may have made."""
    return Text(
        result.message.zh.removeprefix(result.remark.zh), result.message.en.removeprefix(result.remark.en).lstrip(" ")
    )
