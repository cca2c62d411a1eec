"""The sentences of the verdicts on values of one kind: arrays, texts, dicts and sets."""

from __future__ import annotations

from ..model import Text

LIST_NO_ARRAY = Text(
    "{what}的类型是 {got}，应为 NumPy 数组：用 np.array(…) 转换。",
    "{what} has type {got}, not NumPy array: convert it with `np.array(…)`.",
)
BOOL_ARRAY = Text(
    "{what}的 dtype 是 {got}，应为 bool：用比较运算，或者加上 dtype=bool。",
    "{what} has dtype {got}, not bool: use a comparison, or say `dtype=bool`.",
)
DTYPE = Text("{what}的 dtype 是 {got}，应为 {expected}。", "{what} has dtype {got}; it should be {expected}.")
FINITE_ARRAY = Text(
    "{what}里有 nan 或 inf：看看有没有除以 0，或者用了没有初始化的 np.empty。",
    "{what} contains nan or inf: look for a division by 0, or `np.empty` left unfilled.",
)
FINITE_NUMBER = Text("{what}是 nan 或 inf：看看有没有除以 0。", "{what} is nan or inf: look for a division by 0.")
CHANGED_ARRAY = Text(
    "输入被改动了：先 .copy() 一份，再在上面修改。",
    "The inputs were changed: make a copy with `.copy()` and change that.",
)
CHANGED_VALUE = Text(
    "输入被改动了：先复制一份（比如用 list(…)、dict(…) 或 .copy()），再在上面修改。",
    "The inputs were changed: make a copy first, as with `list(…)`, `dict(…)` or `.copy()`, and change that.",
)

INDEX = Text("{what}的行标签（index）", "the index of {what}")
ENTRY = Text("{what}里 {key} 的值", "{what} under {key}")
MISSING_KEYS = Text("{what}缺少键 {values}。", "{what} lacks the key {values}.")
EXTRA_KEYS = Text("{what}多了键 {values}。", "{what} has the key {values}, which should not be there.")
MISSING_ELEMENTS = Text("{what}缺少 {values}。", "{what} lacks {values}.")
EXTRA_ELEMENTS = Text("{what}多了 {values}。", "{what} has {values}, which should not be there.")

PRINTED = Text("打印的内容", "the printed text")
NOTHING_PRINTED = Text(
    "什么都没有打印：要用 print(…) 打印出来，只用 return 返回是看不见的。",
    "Nothing was printed: use `print(…)`; what is only returned does not show.",
)
CHARACTER = Text(
    "{what}从第 {place} 个字符起不对：得到 {got}，应为 {expected}。",
    "{what} is wrong from character {place}: {got}; it should be {expected}.",
)
LINE_DIFFERS = Text(
    "{what}第 {line} 行从第 {place} 个字符起不对：得到 {got}，应为 {expected}。",
    "{what} is wrong in line {line} from character {place}: {got}; it should be {expected}.",
)
LINE_SPACES = Text(
    "{what}第 {line} 行只差空白，从第 {place} 个字符起：得到 {got}，应为 {expected}。",
    "{what} differs in spaces only, in line {line} from character {place}: {got}; it should be {expected}.",
)
LINE_MISSING = Text("{what}缺少第 {line} 行：{expected}。", "{what} lacks line {line}: {expected}.")
LINE_EXTRA = Text("{what}多了第 {line} 行：{got}。", "{what} should end before line {line}, which is {got}.")
LINE_BREAK_MISSING = Text("{what}末尾少了一个换行。", "{what} lacks the line break at its end.")
LINE_BREAK_EXTRA = Text("{what}末尾多了一个换行。", "{what} has a line break too many at its end.")
