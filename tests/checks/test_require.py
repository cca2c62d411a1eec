"""What is told of a value that is not as required."""

import pytest

from autograder.checks import Failed, Text, require, require_each


def told(ask, *arguments, **options):
    with pytest.raises(Failed) as caught:
        ask(*arguments, **options)
    return caught.value.message


def test_a_condition_that_holds_is_told_nothing_of():
    require(lambda: 2 > 1, asked="`2 > 1`")
    require_each([(2,)], [(3,)], lambda row, right: row < right, asked="`2 < 3`")


def test_what_is_asked_stands_behind_the_sentence_in_both_languages():
    told_of = told(require, lambda: 1 > 2, asked="`{x} > 2`")
    assert told_of.en == "The returned value is not as required: `{x} > 2`"
    assert told_of.zh == "返回值不符合要求：`{x} > 2`"
    assert told(require_each, [(2,)], [(3,)], lambda row, right: row > right, asked="It grows.").en.endswith(
        "It grows."
    )


def test_without_what_is_asked_a_message_of_its_own_or_the_plain_sentence_is_told():
    assert told(require, lambda: None).en == "The returned value is not as required."
    assert told(require, lambda: 1 / 0, Text("不对。", "Wrong.")).en == "Wrong."
