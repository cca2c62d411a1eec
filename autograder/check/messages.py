"""The sentences of the verdicts: each says what is wrong and what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from .model import Text

NOTHING = Text("", "")
STUB = Text("还没有作答：函数体仍是 pass。", "Not attempted yet: the body is still `pass`.")
ABSENT = Text(
    "没有找到 {name}：是不是删掉了，或者它上面的代码出了错？",
    "{name} was not found: was it deleted, or did the code above it fail?",
)
MISSPELT = Text(
    "没有找到 {name}，只找到 {found}：请把名字改回 {name}。",
    "{name} was not found, but {found} was: change the name back to {name}.",
)
NOT_CALLABLE = Text(
    "{name} 不是函数，而是 {kind}：后面是不是又给这个名字赋了值？请换一个变量名。",
    "{name} is no function but has type {kind}: was the name assigned again? Choose another name for the variable.",
)
WAITS = Text("要先写好 {names}，这一题用到它。", "Write {names} first; this exercise uses it.")
WAITS_FOR_RIGHT = Text(
    "先改好 {names}：它还没有通过公开检查，而这一题用到它。",
    "Mend {names} first: it does not pass the public check yet, and this exercise uses it.",
)
RAISED = Text("运行时出错{at}：{error}", "It raised an exception{at}: {error}")
LINE = Text("（第 {line} 行）", " in line {line}")
NO_ERROR = Text(
    "这里应当抛出 {kind}，却得到了 {got}：先判断这种情况，再 raise {kind}。",
    "This should raise {kind}, but it gave {got}: test for this case first, then raise {kind}.",
)
WRONG_ERROR = Text(
    "这里应当抛出 {kind}，抛出的却是 {error}。", "This should raise {kind}, but it raised {error} instead."
)
WRONG_ERROR_TEXT = Text(
    "抛出 {kind} 是对的，它的说明里应当有 {match}，得到的却是 {error}。",
    "{kind} is right, but its text should have {match}; it raised {error}.",
)

RESULT = Text("返回值", "the returned value")
SECOND_RESULT = Text("第二次调用的返回值", "the value returned by the second call")
ITEM = Text("{what}的第 {number} 项", "item {number} of {what}")
NONE = Text(
    "{what}是 None：结果算出来之后，要用 return 返回。",
    "{what} is None: hand the result back with `return`.",
)
STILL_NONE = Text("{what}是 None：没有得到任何值。", "{what} is None: there is no value.")
LIST = Text(
    "{what}的类型是 {got}，应为张量：可以用 torch.tensor(…) 转换，要求导时则用 torch.stack。",
    "{what} has type {got}, not tensor: convert it with `torch.tensor(…)`, or with `torch.stack` to keep gradients.",
)
ARRAY = Text(
    "{what}是 NumPy 数组，应为 torch 张量：用 torch.from_numpy(…) 转换，或者直接用 torch 计算。",
    "{what} is a NumPy array, not a torch tensor: convert it with `torch.from_numpy(…)` or compute with torch.",
)
TYPE = Text("{what}的类型是 {got}，应为 {expected}。", "{what} has type {got}; it should be {expected}.")
ONE_NUMBER = Text(
    "{what}是含 {number} 个元素的张量，应为一个数：是不是忘了求和，或忘了 .item()？",
    "{what} is a tensor of {number} elements, not a number: is a sum or `.item()` missing?",
)
BOOL = Text(
    "{what}的 dtype 是 {got}，应为 torch.bool：用比较运算，或者加上 dtype=torch.bool。",
    "{what} has dtype {got}, not torch.bool: use a comparison, or say `dtype=torch.bool`.",
)
COMPLEX = Text("{what}是复数（{got}）：请取实部。", "{what} is complex ({got}): take its real part.")
SHAPE = Text("{what}的形状是 {got}，应为 {expected}。", "{what} has shape {got}, not {expected}.")
SHAPE_TO_COUNT = Text(
    "{what}的形状是 {got}，应为 {expected}：先用几个小数目核对行数和列数。",
    "{what} has shape {got}, not {expected}: count its rows and columns for a small example.",
)
LENGTH = Text("{what}有 {got} 项，应有 {expected} 项。", "{what} has {got} items; it should have {expected}.")
FINITE = Text(
    "{what}里有 nan 或 inf：看看有没有除以 0、步子太大，或者用了没有初始化的 torch.empty。",
    "{what} contains nan or inf: look for a division by 0, too large a step, or `torch.empty` left unfilled.",
)
ALL_WRONG = Text(
    "{what}的形状对了，{total} 个数都不对：挑一个元素，动手算一遍。",
    "{what} has the right shape; all {total} values are wrong: work one of them out by hand.",
)
SOME_WRONG = Text(
    "{what}的形状对了，{total} 个数中有 {wrong} 个不对：看看不对的都在什么位置。",
    "{what} has the right shape; {wrong} of {total} values are wrong: look at where they are.",
)
VALUE = Text("{what}是 {got}，应为 {expected}。", "{what} is {got}; it should be {expected}.")

NO_GRADIENT = Text(
    "结果的 requires_grad 是 False，梯度传不回去：不要用 .item()、.detach()、.data、NumPy 或 torch.no_grad()。",
    "The result's requires_grad is False, so no gradient gets back: do without `.item()`, `.detach()`, `.data`, NumPy "
    "and `torch.no_grad()`.",
)
NOT_REACHED = Text(
    "梯度传不到 {name}：看看计算的途中，它有没有被换成新的张量或普通的数。",
    "No gradient reaches {name}: see whether a new tensor or a plain number takes its place on the way.",
)
CHANGED = Text(
    "输入被改动了：先 .clone() 一份，再在上面修改。",
    "The inputs were changed: make a copy with `.clone()` and change that.",
)

READY_MADE = Text(
    "代码里用了 {name}：这一题要自己写，评分时用现成的要扣分。",
    "The code uses {name}: this exercise asks for your own code, and something ready-made costs points in grading.",
)

NOT_WRITTEN = Text("{name}：还没有作答", "{name}: not attempted yet")
ALL_PASSED = Text(
    "✓ {name}：{all} 个公开示例全部通过（评分时还会试别的情况）",
    "✓ {name}: all {all} public cases pass (grading tries other cases as well)",
)
NOT_PASSED = Text("✗ {name}：{all} 个公开示例中通过了 {passed} 个", "✗ {name}: {passed} of {all} public cases pass")
CASE = Text("{title}：{message}", "{title}: {message}")
GOT = Text("得到 {value}", "got {value}")
EXPECTED = Text("应为 {value}", "expected {value}")
NO_EXERCISE = Text(
    "这不是哪一题的函数或类。可以检查的有：{names}",
    "This is the function or class of no exercise. There are: {names}",
)
NO_FILE = Text(
    "没有找到 {file}：它和测试文件要放在同一个文件夹里。",
    "{file} was not found: it belongs in the folder of this test.",
)
PLACE = Text("{where}：{source}", "{where}: {source}")


def fill(text: Text, **values: object) -> Text:
    """Fill `{name}` fields; a value that is itself a `Text` fills each language with its own words.

    What a sentence is about, `what`, begins an English one with a capital, and stands apart from Chinese characters
    where it ends in Latin ones.
    """
    if isinstance(what := values.get("what"), Text):
        values["what"] = _fitted(what, begins=text.en.startswith("{what} "))
    filled = [
        sentence.format(**{key: value[place] if isinstance(value, Text) else value for key, value in values.items()})
        for place, sentence in enumerate(text)
    ]
    return Text(*filled)


def _fitted(what: Text, *, begins: bool) -> Text:
    space = " " if what.zh[-1:].isascii() and what.zh[-1:].isalnum() else ""
    return Text(what.zh + space, what.en[:1].upper() + what.en[1:] if begins else what.en)


def shape(what: Text, got: object, expected: Sequence[int], *, fixed: bool) -> Text:
    """Return what to tell of a wrong shape; rows and columns can be counted where the arguments make their number."""
    sentence = SHAPE_TO_COUNT if len(expected) > 1 and not fixed else SHAPE
    return fill(sentence, what=what, got=got, expected=tuple(expected))
