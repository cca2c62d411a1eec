"""公开示例。 / The public cases."""

from check.asking import call
from check.model import Case, Text

CASES = (
    Case(
        "count_word",
        Text("出现两次的词", "a word that stands twice"),
        call("count_word", "a rose is a flower", "a"),
        2,
    ),
    Case(
        "without_repeats",
        Text("出现两次的数", "a number that stands twice"),
        call("without_repeats", [3, 1, 1, 2]),
        [3, 1, 2],
    ),
)
