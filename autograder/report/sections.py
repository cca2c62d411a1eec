"""The sections of the report in the order in which they are read, each with its tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from autograder.course.text import NO_TEXT, Text
from autograder.report.attention import attention_table
from autograder.report.charts import Chart, score_chart
from autograder.report.class_results import ClassResults
from autograder.report.heat_map import LEGEND, heat_map
from autograder.report.items import items_table
from autograder.report.mistakes_made import mistakes_table
from autograder.report.moved_table import moved_table
from autograder.report.similar_pairs_table import similar_pairs_table
from autograder.report.slow_and_repaired import repairs_table, slowest_table
from autograder.report.table import Table
from autograder.report.unnamed_table import unnamed_table

NOTHING = Text("没有。", "There are none.")


@dataclass(frozen=True)
class Section:
    """A part of the page: `name` is unique; each table has a title, which is empty where it is the only one.

    `empty` is said in the place of the tables where none has a row.
    """

    name: str
    title: Text
    note: Text
    tables: list[tuple[Text, Table]] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    legend: tuple[tuple[str, str, Text], ...] = ()
    empty: Text = NOTHING


def sections_of(found: ClassResults) -> Iterator[Section]:
    """Yield the sections of a class, those first that an instructor has to look at."""
    yield Section(
        "look",
        Text("先看这里", "Look here first"),
        Text(
            "评分程序出错的、无法评分的，以及文件靠猜测认定、同一作业交了几个文件、或者有语句一直跑不完的提交。"
            "公布成绩之前请逐个看一下。",
            "Where the grader failed, what is not gradable, and where a file was guessed or chosen among several, or a "
            "statement never ended. Look at each before you publish marks.",
        ),
        [(NO_TEXT, attention_table(found))],
        empty=Text(
            "没有：每份提交都有自己的分数，也没有疑问。",
            "There are none: every submission has a score, and nothing about one is in doubt.",
        ),
    )
    if found.earlier:
        yield Section(
            "changes",
            Text("与上次相比", "Since the earlier run"),
            Text("分数或检查结果有变化的提交，以及原因。", "Results whose score or checks changed, and why."),
            [(NO_TEXT, moved_table(found))],
            empty=Text("没有变化。", "Nothing moved."),
        )
    yield Section(
        "distribution",
        Text("分数分布", "Scores"),
        Text("无法评分的按 0 分计入。", "What is not gradable counts with 0."),
        charts=[score_chart(found.title(name), results) for name, results in found.by_assignment.items()],
    )
    yield Section(
        "class",
        Text("学生与练习", "Students and exercises"),
        Text("每题得到的百分比。", "The share of each exercise's points, in percent."),
        [(found.title(name), heat_map(found, name)) for name in found.by_assignment],
        legend=LEGEND,
    )
    yield Section(
        "checks",
        Text("逐项分析", "The checks"),
        Text(
            "难度是平均得分率，越低越难；区分度是该项得分与其余得分的相关系数，接近 0 或为负的检查分不出强弱。",
            "Difficulty is the mean share of the points: the lower, the harder. Discrimination is the correlation "
            "with the rest of the points: near 0 or below it, a check does not tell strong students from weak ones.",
        ),
        [(NO_TEXT, items_table(found))],
    )
    yield Section(
        "common-mistakes",
        Text("常见错误", "The commonest mistakes"),
        Text("已认出的错误，点开人数可以看到是谁。", "Mistakes that were recognised; open a count to see who made it."),
        [(NO_TEXT, mistakes_table(found))],
    )
    yield Section(
        "unnamed",
        Text("还没有名字的错误", "Mistakes without a name"),
        Text(
            "表现相同的错误答案归为一组。要给一组起名字：`autograder mistakes RESULTS add 编号 …`。",
            "Wrong answers that behave alike are a group. To name one: `autograder mistakes RESULTS add GROUP …`.",
        ),
        [(NO_TEXT, unnamed_table(found))],
    )
    if found.codes:
        yield Section(
            "similar",
            Text("相似的代码", "Code that is alike"),
            Text(
                "代码过于相似、很难用巧合解释的学生。题目短，正确的答案本来就像，所以以全班的相似程度为准。"
                "相似只说明值得看一看，不能当作结论。",
                "Students whose code is more alike than chance in this class explains. Right answers to short "
                "exercises look alike by nature, so the rest of the class is the measure. A row is a reason to look, "
                "and no verdict.",
            ),
            [(NO_TEXT, similar_pairs_table(found))],
        )
    yield Section(
        "slow",
        Text("最慢的提交", "The slowest submissions"),
        Text("批改用时最长的提交。", "What took longest to grade."),
        [(NO_TEXT, slowest_table(found))],
    )
    yield Section(
        "remarks",
        Text("修复与备注", "Repairs and remarks"),
        Text("批改前修复过或跳过了部分内容的提交。", "What was repaired or skipped before submissions were graded."),
        [(NO_TEXT, repairs_table(found))],
    )
