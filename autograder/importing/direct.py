"""Checks that call the student's function and compare what it gives: the first choice for a test."""

from __future__ import annotations

import ast
from collections.abc import Collection, Sequence

from autograder.importing.claim_model import Claim, Equal, Holds, Raises
from autograder.importing.claims import claims_of, has_claims, said_by
from autograder.importing.expected import (
    NotDirectError,
    as_asked,
    as_condition,
    as_expected,
    is_count,
    is_number,
    joined,
)
from autograder.importing.names import binds, bound_by, reads
from autograder.importing.values import is_plain, is_safe


class DirectLines:
    """Writes the lines of a check whose calls are of one exercise; raises `NotDirectError` for what it cannot."""

    def __init__(self, exercise: str, answers: Collection[str], *, public: bool) -> None:
        self._exercise = exercise
        self._answers = answers
        self._public = public
        self._calls: dict[str, str] = {}  # what a name of a student's value was called with
        self._plain: dict[str, bool] = {}

    def write(self, statements: Sequence[ast.stmt]) -> list[str]:
        """Return the lines for some statements."""
        return [line for one in statements for line in self._statement(one)]

    def _statement(self, one: ast.stmt) -> list[str]:
        if isinstance(one, ast.For) and has_claims(one):
            return self._loop(one)
        if claims := claims_of(one):
            return [line for claim in claims for line in self._claim(claim, said_by(one))]
        if not self._is_student(one) and not has_claims(one):
            self._remember(one)
            return ast.unparse(one).splitlines()
        if isinstance(one, ast.Assign) and len(one.targets) == 1 and isinstance(one.targets[0], ast.Name):
            name, args = one.targets[0].id, self._arguments(one.value)
            self._calls[name] = args
            return [f"{name} = {self._asked(args)}"]
        raise NotDirectError

    def _loop(self, one: ast.For) -> list[str]:
        if self._is_student(one.iter) or one.orelse:
            raise NotDirectError
        inside = bound_by(one.target)
        self._plain |= dict.fromkeys(inside, is_plain(one.iter, self._plain) or is_count(one.iter))
        body = self.write(one.body)
        return [f"for {ast.unparse(one.target)} in {ast.unparse(one.iter)}:", *(f"    {line}" for line in body)]

    def _remember(self, one: ast.stmt) -> None:
        """Note which names have plain values."""
        value = one.value if isinstance(one, ast.Assign) else None
        plain = value is not None and is_plain(value, self._plain)
        keeps = isinstance(one, (ast.Expr, ast.AugAssign))
        self._plain |= {name: self._plain.get(name, plain) if keeps else plain for name in binds(one)}

    def _is_student(self, node: ast.AST) -> bool:
        return bool(reads(node) & {*self._answers, *self._calls})

    def _arguments(self, node: ast.expr) -> str:
        """Return the arguments of a direct call of the exercise as Python."""
        if not (isinstance(node, ast.Call) and ast.unparse(node.func) == self._exercise):
            raise NotDirectError
        values = [*node.args, *(word.value for word in node.keywords)]
        if any(self._is_student(value) or not is_plain(value, self._plain) for value in values):
            raise NotDirectError
        return ast.unparse(node)[len(self._exercise) + 1 : -1]

    def _asked(self, args: str) -> str:
        return f"student.call({joined(args, self._shown)})"

    @property
    def _shown(self) -> str:
        return "public=True" if self._public else ""

    def _claim(self, claim: Claim, said: str) -> list[str]:
        if isinstance(claim, Raises):
            return [self._raises(claim)]
        if isinstance(claim, Holds):
            return self._condition(claim.condition, said)
        left, right = self._is_student(claim.left), self._is_student(claim.right)
        if left == right:
            return self._condition(as_condition(claim), said)
        got, expected = (claim.left, claim.right) if left else (claim.right, claim.left)
        if isinstance(got, ast.Name) and got.id in self._calls:
            return [self._compared(got.id, self._calls[got.id], expected, claim)]
        try:
            args = self._arguments(got)
        except NotDirectError:
            return self._condition(as_condition(claim), said)
        return [self._compared(self._asked(args), args, expected, claim)]

    def _compared(self, got: str, args: str, expected: ast.expr, claim: Equal) -> str:
        right = f"reference.call({args})" if claim.converts and not is_number(expected) else as_expected(expected)
        close = [f"rtol={claim.rtol}, atol={claim.atol}"] if claim.rtol is not None else []
        return f"compare({joined(got, right, *close, self._shown)})"

    def _raises(self, claim: Raises) -> str:
        call = (
            claim.body[0].value if len(claim.body) == 1 and isinstance(claim.body[0], (ast.Expr, ast.Assign)) else None
        )
        if call is None or self._is_student(claim.kind) or isinstance(claim.kind, ast.Tuple):
            raise NotDirectError
        match = f"match={claim.match}" if claim.match else ""
        return f"student.raises({joined(ast.unparse(claim.kind), self._arguments(call), match, self._shown)})"

    def _condition(self, condition: ast.expr, said: str) -> list[str]:
        """Write the calls in a condition one by one, then the condition on what they gave."""
        asking, asked = _Asking(self), as_asked(condition, said, public=self._public)
        condition = asking.visit(ast.parse(ast.unparse(condition), mode="eval").body)
        known = {*self._answers, *reads(condition)} - self._answers_left(condition)
        if not is_safe(condition) or self._answers_left(condition) or not known:
            raise NotDirectError
        return [*asking.lines, f"require({joined(f'lambda: {ast.unparse(condition)}', asked)})"]

    def _answers_left(self, condition: ast.expr) -> frozenset[str]:
        return reads(condition) & frozenset(self._answers)


class _Asking(ast.NodeTransformer):
    """Puts names in the place of calls of the exercise."""

    def __init__(self, writer: DirectLines) -> None:
        self._writer = writer
        self.lines: list[str] = []

    def visit_Call(self, node: ast.Call) -> ast.expr:
        try:
            args = self._writer._arguments(node)
        except NotDirectError:
            self.generic_visit(node)
            return node
        name = "got" if not self.lines else f"got_{len(self.lines) + 1}"
        self.lines.append(f"{name} = {self._writer._asked(args)}")
        return ast.Name(name, ast.Load())
