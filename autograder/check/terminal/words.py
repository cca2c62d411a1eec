"""The words of the terminal screen and of the notebook card, but for what the verdicts say."""

from __future__ import annotations

from ..model import Layer, State, Text

HEADER = Text(
    "{title} · {name}   {bar} {done}/{total} 题通过公开检查    {seconds} 秒",
    "{title} · {name}   {bar} {done}/{total} exercises pass the public check    {seconds} s",
)
POINTS = Text("（{points} 分）", " ({points} points)")
COUNT = Text("公开示例 {passed}/{total}", "public cases {passed}/{total}")
MARKED = Text("[ ] 标出第一个不对的元素", "[ ] marks the first wrong element")
WINDOW = Text(
    "[ ] 标出第一个不对的元素，以及算它要用到的输入", "[ ] marks the first wrong element and the input it depends on"
)
LINE_MARKED = Text("[ ] 标出第一个不对的行", "[ ] marks the first wrong line")
ALL_RIGHT = Text(
    "公开检查全部通过，但不等于满分：评分时还会用别的输入来试。",
    "All public checks pass. That is not yet full marks: grading tries other inputs.",
)
RIGHT = Text("{passed} 个公开示例全部通过。", "All {passed} public cases pass.")
PRINTED = Text("你的代码打印的内容：", "What your code printed:")
CUT = Text("（还有更多，这里略去）", "(there is more, left out here)")
NOT_ATTEMPTED = Text("未作答：{names}", "Not attempted: {names}")
WAITING = Text("要等前面的题：{names}", "Waiting for another exercise: {names}")
TO_LOOK_AT = Text("还有要改的：{names}", "Also to be mended: {names}")
MANY = Text("{number} 题", "{number} exercises")
PASSED = Text("已通过：{names}", "Passing: {names}")
BROKEN = Text("刚才通过、现在没有通过的：{names}", "Passed before, and no longer: {names}")
WATCHING = Text("保存后自动重查", "checked again on every save")
KEYS = Text(
    "[h] 提示 {shown}/{all}  [p] 图  [l] 列表  [q] 退出    ",
    "[h] hint {shown}/{all}  [p] picture  [l] list  [q] quit    ",
)
CHECKING = Text("正在检查……", "Checking …")
CANNOT_START = Text(
    "检查没能启动：{reason}。装好 {library} 了吗？", "The check cannot start: {reason}. Is {library} installed?"
)
CANNOT_START_AT_ALL = Text("检查没能启动：{reason}。", "The check cannot start: {reason}.")
MARKED_CELLS = Text("标出的格子：{cells}", "Marked cells: {cells}")
WRONG_CELLS = Text("不对的格子：{cells}", "Wrong cells: {cells}")
DONE = Text(
    "这份作业：{done}/{total} 题通过公开检查。", "This assignment: {done} of {total} exercises pass the public check."
)
YOURS = Text("你的结果（{title}）：{result}", "Your own result ({title}): {result}")
RIGHT_SO_FAR = Text(
    "公开示例全部通过，但不等于满分：评分时还会用别的输入来试。",
    "All public cases pass. That is not yet full marks: grading tries other inputs.",
)
NEXT_HINT = Text("下一个提示", "Next hint")
SEPARATOR = Text("、", ", ")

LAYERS = {
    Layer.there: Text("找到", "there"),
    Layer.runs: Text("运行", "runs"),
    Layer.type: Text("类型", "type"),
    Layer.shape: Text("形状", "shape"),
    Layer.values: Text("数值", "values"),
    Layer.gradient: Text("梯度", "gradient"),
}
MARKS = {
    State.passed: "✓",
    State.failed: "✗",
    State.not_attempted: "○",
    State.waiting: "○",
    State.too_slow: "⏱",
}
STYLES = {
    State.passed: "green",
    State.failed: "bold red",
    State.not_attempted: "yellow",
    State.waiting: "dim",
    State.too_slow: "bold red",
}
