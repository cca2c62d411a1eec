"""What pages for students say around the texts of a result."""

from __future__ import annotations

from autograder.course.outcome import WORDS, Outcome
from autograder.course.text import Text
from autograder.results.model import ExerciseStatus

SIGNS = {"passed": "✓", "failed": "✗", "not_attempted": "○", "not_run": "-", "grader_error": "!"}
STATUSES = {
    ExerciseStatus.PASSED: Text("全部通过", "all checks pass"),
    ExerciseStatus.PARTIAL: Text("部分正确", "partly right"),
    ExerciseStatus.FAILED: Text("不对", "wrong"),
    ExerciseStatus.NOT_ATTEMPTED: WORDS[Outcome.NOT_ATTEMPTED],
    ExerciseStatus.NOT_RUN: WORDS[Outcome.NOT_RUN],
    ExerciseStatus.GRADER_ERROR: WORDS[Outcome.GRADER_ERROR],
}
POINTS = Text("{score}/{most} 分", "{score}/{most} points")
PASSED = Text("通过的检查：{count} 项，{points} 分", "Checks that passed: {count}, worth {points} points")
SAME_CAUSE = Text(
    "同一个原因还影响 {count} 项检查，共 {points} 分",
    "The same cause cost {count} more of the checks, worth {points} points",
)
PICTURE = Text("公开的例子", "The public case")
LEGEND = Text("公开的例子；红色加粗的数不对", "The public case; numbers in bold red are wrong")
WINDOW = Text(
    "公开的例子；红色加粗的数不对，其中第一个由蓝色的感受野算出",
    "The public case; numbers in bold red are wrong, and the first one is computed from its receptive field in blue",
)
SECTION = Text("课文：“{section}”一节", "In the lesson: the section “{section}”")

TITLE = Text("{student} 的评分反馈", "Feedback for {student}")
TOTAL = Text("得分", "Score")
NEXT = Text("下一步", "What to do next")
LOOK_FIRST = Text("先看 {exercise}。", "Look at {exercise} first.")
CHECK_AGAIN = Text(
    "在作业文件夹里改好后运行 `python -m check {exercise}`，看公开的例子是否通过。",
    "Correct it in the folder of the assignment, then run `python -m check {exercise}` to try the public cases.",
)
NOTHING_TO_DO = Text("这份作业得了满分，没有要改的。", "Full marks: there is nothing to correct in this assignment.")
REMARKS = Text("评分时的说明", "Remarks of the grader")
NOT_GRADABLE = Text("这份作业没法评分", "This assignment could not be graded")
HAND_IN_AGAIN = Text(
    "按上面的原因改好文件，在作业文件夹里运行 `python -m check` 试一试，再重新提交。不清楚时请问老师。",
    "Put the file right, try it with `python -m check` in the folder of the assignment, and hand it in again. Ask your "
    "teacher if it is not clear how.",
)
MISSING = Text(
    "这次评分没有收到你的“{title}”。如果你已经提交，请联系老师。",
    "Nothing of yours was there to grade for “{title}”. If you have handed it in, please tell your teacher.",
)
TELL_TEACHER = Text(
    "评分程序自身出了错，这不是你的错，也不会扣分：请联系老师重新评分。",
    "The grader itself failed. It is not your fault and costs you nothing: please ask your teacher to grade again.",
)
NO_SCORE = Text("暂无得分", "No score yet")
