"""What a student is told of a value that is not the right one. Values stand in it only where a case is public."""

from __future__ import annotations

from autograder.course.outcome import WrongValue
from autograder.course.text import Text

NONE = Text("{what}是 None，是不是忘了写 return？", "{what} is None; is a `return` missing?")
TYPE = Text("{what}的类型是 {got}，应为 {expected}。", "{what} has type {got}; expected {expected}.")
COMPLEX = Text("{what}是复数（{got}）；应当是实数。", "{what} is complex ({got}); expected real numbers.")
DTYPE = Text("{what}的 dtype 是 {got}，应为 {expected}。", "{what} has dtype {got}; expected {expected}.")
SHAPE = Text("{what}的形状是 {got}，应为 {expected}。", "{what} has shape {got}; expected {expected}.")
LENGTH = Text("{what}有 {got} 个元素，应有 {expected} 个。", "{what} has {got} elements; expected {expected}.")
FINITE = Text("{what}里有 nan 或 inf。", "{what} contains nan or inf.")
ELEMENT = Text("{what}的形状正确，但数值不对。", "{what} has the right shape, but its value is wrong.")
ELEMENTS = Text(
    "{what}的形状正确，但 {total} 个元素中有 {wrong} 个数值不对。",
    "{what} has the right shape, but {wrong} of its {total} elements have wrong values.",
)
VALUE = Text("{what}不对。", "{what} is not right.")
SHOWN = Text("得到 {got}，应为 {expected}。", "Got {got}, expected {expected}.")
ITEM = Text("{what}的第 {number} 个元素", "{what}, element {number},")
BOUNDLESS = Text("{what}大得无法检查。", "{what} is too large to be checked.")
ORDER = Text(
    "{what}的 {total} 个元素中有 {wrong} 个不对（与先后顺序无关）。",
    "{what} has {wrong} wrong elements of {total}, whatever their order.",
)
MISSING = Text("{what}里缺少 {count} 个应有的元素。", "{what} lacks {count} of the expected elements.")
EXTRA = Text("{what}里多出了 {count} 个元素。", "{what} has {count} elements too many.")
MISSING_KEYS = Text("{what}里缺少 {count} 个应有的键。", "{what} lacks {count} of the expected keys.")
EXTRA_KEYS = Text("{what}里多出了 {count} 个键。", "{what} has {count} keys too many.")
KEY = Text("{what}中某个键的值", "{what}, the value of one of its keys,")
SHOWN_KEY = Text("{what}中键 {key} 的值", "{what}, the value of the key {key},")
MISSING_FIELDS = Text("{what}缺少字段 {names}。", "{what} lacks the fields {names}.")
EXTRA_FIELDS = Text("{what}多出了 {count} 个字段。", "{what} has {count} fields too many.")
FIELD = Text("{what}的字段 {name} ", "{what}, field {name},")
LABELS = Text("{what}的列名不对。", "{what} has wrong column labels.")
ROW_LABELS = Text("{what}的行标签（index）不对。", "{what} has wrong row labels (index).")
NAME = Text("{what}的 name 不对。", "{what} has a wrong name.")
COLUMN = Text("{what}的第 {number} 列", "{what}, column {number},")
LONGEST = 200  # characters of a value that is shown


def part(words: Text, what: Text, **values: object) -> Text:
    """Return the name of a part of what is named; the English one of what is itself a part ends with a comma."""
    return words.format(what=Text(what.zh, what.en.removesuffix(",")), **values)


def with_values(message: Text, got: object, expected: object, public: bool) -> Text:
    """Return a message with both values behind it where the case is public."""
    if not public:
        return message
    shown = SHOWN.format(got=shown_value(got), expected=shown_value(expected))
    return Text(f"{message.zh}{shown.zh}", f"{message.en} {shown.en}")


def shown_value(value: object) -> str:
    """Return the beginning of a value as Python shows it."""
    try:
        return repr(value)[:LONGEST]
    except ValueError:  # a number of too many digits
        return "…"


def wrong_type(got: object, expected: object, what: Text, came: object, asked: object) -> WrongValue:
    """Return what says that a value has another type than the expected one."""
    return WrongValue(TYPE.format(what=what, got=came, expected=asked), got, expected)
