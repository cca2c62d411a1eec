"""Checks that run the statements of a test next to the student's code and compare what they see outside of it."""

from __future__ import annotations

import ast
from collections.abc import Collection, Sequence
from typing import NamedTuple

from autograder.importing.claim_model import Claim, Equal, Raises
from autograder.importing.claims import claims_of, has_claims, said_by
from autograder.importing.conditions import Operands
from autograder.importing.expected import as_asked, joined
from autograder.importing.names import binds, reads, root
from autograder.importing.student_values import bound_inside, without_sizes

INSIDE = "the asserts stand inside a {kind}"
KINDS = {"FunctionDef": "function", "ClassDef": "class", "Try": "`try`", "With": "`with`"}


class NotTranslatableError(Exception):
    """A claim cannot become a comparison outside the student's process; the text says why."""


class Form(NamedTuple):
    """What one probe sees: values, pairs of values, or the rows of the condition with this number."""

    kind: str
    rtol: str | None = None
    atol: str | None = None
    number: int = 0


class Probe:
    """A probe made of the statements of a test: claims become values that it returns in a list."""

    def __init__(self, name: str, answers: Collection[str], imports: Sequence[str]) -> None:
        self._name = name
        self._answers = answers
        self._imports = imports
        self._student = set(answers)
        self._found: list[Form] = []
        self._conditions: dict[Form, tuple[str, ast.expr, str]] = {}

    def forms(self, statements: Sequence[ast.stmt]) -> list[Form]:
        """Return what has to be seen of some statements, each form once."""
        self.write(statements, None)
        return list(dict.fromkeys(self._found))

    def write(self, statements: Sequence[ast.stmt], form: Form | None) -> list[str]:
        """Return the lines of the probe that sees one form."""
        body = [line for one in statements for line in self._statement(one, form)]
        used = reads(ast.parse("\n".join(body))) & set(self._answers)
        names = [f"{name} = module.{name}" for name in self._answers if name in used]
        said = '"""Probe: return what the statements of the notebook see."""'
        lines = [said, *self._imports, *names, "seen = []", *body, "return seen"]
        return [f"def {self._name}(module):", *(f"    {line}" if line else "" for line in lines)]

    def compared(self, form: Form, *, public: bool) -> str:
        """Return the line of the check that compares what was seen with what is seen next to the reference."""
        shown = ", public=True" if public else ""
        asked = f"student.run({self._name}{shown}), reference.run({self._name})"
        if form.kind == "condition":
            holds, condition, said = self._conditions[form]
            told = as_asked(condition, said, public=public)
            return f"require_each({joined(asked, f'lambda row, right: {holds}', told)})"
        close = "" if form.rtol is None else f", rtol={form.rtol}, atol={form.atol}"
        return f"{'compare' if form.kind == 'values' else 'compare_pairs'}({asked}{close}{shown})"

    def _statement(self, one: ast.stmt, form: Form | None) -> list[str]:
        if claims := claims_of(one):
            return [line for claim in claims for line in self._claim(claim, form, said_by(one))]
        if has_claims(one):
            return self._block(one, form)
        if reads(one) & self._student:
            self._student |= binds(one)
        return ast.unparse(one).splitlines()

    def _block(self, one: ast.stmt, form: Form | None) -> list[str]:
        """Write a loop or another block, with the claims inside it."""
        if (kind := type(one).__name__) in KINDS and not isinstance(one, ast.With):
            raise NotTranslatableError(INSIDE.format(kind=KINDS[kind]))
        if reads(one) & self._student:
            self._student |= bound_inside(one, self._student)
        written = ast.parse(ast.unparse(one)).body[0]
        for field in ("body", "orelse"):
            inner = [line for part in getattr(one, field, []) for line in self._statement(part, form)]
            lines = inner or (["pass"] if field == "body" else [])
            setattr(written, field, ast.parse("\n".join(lines)).body)
        return ast.unparse(written).splitlines()

    def _claim(self, claim: Claim, form: Form | None, said: str) -> list[str]:
        if isinstance(claim, Raises):
            return self._raised(claim) if self._wanted(Form("values"), form) else []
        if not isinstance(claim, Equal):
            return self._condition(claim.condition, form, said)
        left, right = self._depends(claim.left), self._depends(claim.right)
        own = Form("pairs" if left and right else "values", claim.rtol, claim.atol)
        if not self._wanted(own, form):
            return []
        if left and right:
            return [f"seen.append(({ast.unparse(claim.left)}, {ast.unparse(claim.right)}))"]
        return [f"seen.append({ast.unparse(claim.right if right else claim.left)})"]

    def _wanted(self, own: Form, form: Form | None) -> bool:
        self._found.append(own)
        return own == form

    def _depends(self, node: ast.expr) -> bool:
        """Tell whether a value comes from the student's code, by more than its size."""
        return bool(reads(without_sizes(node)) & self._student)

    def _condition(self, condition: ast.expr, form: Form | None, said: str) -> list[str]:
        """Write what a condition is computed from; what the student's code answers itself is compared as it is."""
        if self._is_answer(condition):
            return [f"seen.append(bool({ast.unparse(condition)}))"] if self._wanted(Form("values"), form) else []
        if kind := self._kind(condition):
            return [f"seen.append({kind})"] if self._wanted(Form("values"), form) else []
        own = Form("condition", number=len(self._found))
        operands = Operands(self._student)
        holds = ast.unparse(operands.visit(ast.parse(ast.unparse(condition), mode="eval").body))
        self._conditions[own] = holds, condition, said
        if not self._wanted(own, form):
            return []
        return [f"seen.append(({', '.join(operands.found)},))"]

    def _kind(self, condition: ast.expr) -> str:
        """Return the name of the type in `isinstance(value, Kind)` of a student's class, "" for anything else."""
        if isinstance(condition, ast.Call) and ast.unparse(condition.func) == "isinstance" and len(condition.args) == 2:
            value, kind = condition.args
            return f"type({ast.unparse(value)}).__name__" if reads(kind) & self._student else ""
        return ""

    def _is_answer(self, condition: ast.expr) -> bool:
        """Tell whether a condition is what the student's code answers itself: `stack.is_empty()`, `not found(x)`."""
        if isinstance(condition, ast.UnaryOp) and isinstance(condition.op, ast.Not):
            condition = condition.operand
        return isinstance(condition, (ast.Call, ast.Attribute, ast.Name)) and root(condition) in self._student

    def _raised(self, claim: Raises) -> list[str]:
        body = [line for one in claim.body for line in ast.unparse(one).splitlines()]
        kind = ast.unparse(claim.kind)
        kept = ["try:", *(f"    {line}" for line in body), f"except {kind}:"]
        return [*kept, f"    seen.append({kind!r})", "else:", "    seen.append(None)"]
