"""What students are told about the repairs of their notebook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from autograder.course.text import Text

FOREIGN = Text(
    "这份笔记本不是由发放的笔记本改成的，已按函数名找到答案。",
    "This notebook was not made from the released one; answers were found by the names of the functions.",
)
SENTENCES = {  # by kind of repair, in the order in which they are shown
    "joined": Text("被拆开的单元格已拼回", "Split cells were joined again"),
    "copied": Text(
        "有重复的单元格，以作答的那个为准", "Of cells that stood there twice the one with the answer counts"
    ),
    "merged": Text("答案写在别的单元格里，已找到", "Answers were found in the cells of others"),
    "unmarked": Text("丢失的单元格标记已找回", "Lost marks of cells were restored"),
    "retyped": Text("单元格的类型已改回", "The type of cells was changed back"),
    "restored": Text("被改动的只读单元格已恢复原样", "Read-only cells that were changed were restored"),
    "moved": Text("单元格的次序已恢复", "The order of cells was restored"),
    "missing": Text("缺少的单元格已补上", "Missing cells were put back"),
}


def repair_notes(repairs: Mapping[str, Sequence[str]]) -> Iterator[Text]:
    """Yield a sentence for each kind of repair that was made; `repairs` has the grade ids of the cells, by kind."""
    for kind, sentence in SENTENCES.items():
        if grade_ids := list(dict.fromkeys(repairs[kind])):
            yield Text(f"{sentence.zh}：{'、'.join(grade_ids)}。", f"{sentence.en}: {', '.join(grade_ids)}.")
