"""What to say where no gradient arrives: only calls that stand in the student's own code are named."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.checks import Student, Text, join, parse

NO_GRADIENT = Text(
    "没有梯度传回 {name}：计算图在某处断开了。", "No gradient reaches {name}: the graph is cut somewhere."
)
FOUND = Text("代码里有 {call}，它会断开计算图。", "The code has `{call}`, which cuts the graph.")
CUTTING = {  # what cuts the graph, as it stands in code
    ".item()": r"\.item\(",
    ".detach()": r"\.detach\(",
    ".data": r"\.data\b",
    ".numpy()": r"\.numpy\(",
    ".tolist()": r"\.tolist\(",
    "torch.no_grad()": r"no_grad\b",
    "torch.tensor(…)": r"\btorch\.(as_)?tensor\(",
    "torch.from_numpy(…)": r"\bfrom_numpy\(",
    "nn.Parameter(…)": r"\bParameter\(",
    "float(…)": r"\bfloat\(",
}


def no_gradient(student: Student, name: str, harmless: tuple[str, ...] = ()) -> Text:
    """Return the message for a gradient that does not reach `name`; the calls in `harmless` are not named."""
    code = "\n".join(definitions(student))
    found = [call for call, pattern in CUTTING.items() if call not in harmless and re.search(pattern, code)]
    return join([NO_GRADIENT.format(name=name), *([FOUND.format(call=found[0])] if len(found) == 1 else [])])


def definitions(student: Student) -> Iterator[str]:
    """Yield the code of each function or class of the submission that is named like the exercise."""
    for cell in student.cells:
        tree = parse(cell)
        for node in tree.body if tree else []:
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and node.name == student.exercise:
                yield ast.get_source_segment(cell, node) or ""
