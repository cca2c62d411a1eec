"""Checks that run the statements of a test next to the student's code and compare what they see outside of it."""

from __future__ import annotations

import ast
from collections.abc import Collection, Sequence

from autograder.importing.claim_model import Claim, Equal, Raises
from autograder.importing.claims import claims_of, has_claims
from autograder.importing.names import binds, reads, root

BOTH_SIDES = "both sides come from the student's code"
CONDITION = "the condition cannot be computed outside the student's process"
Tolerance = tuple[str | None, str | None]


class NotTranslatableError(Exception):
    """A claim cannot become a comparison outside the student's process; the text says why."""


class Probe:
    """A probe made of the statements of a test: claims become values that it returns in a list."""

    def __init__(self, name: str, answers: Collection[str], imports: Sequence[str]) -> None:
        self._name = name
        self._answers = answers
        self._imports = imports
        self._student = set(answers)

    def tolerances(self, statements: Sequence[ast.stmt]) -> list[Tolerance]:
        """Return the tolerances of the claims in some statements, each once."""
        claims = [claim for one in statements for inner in _inside(one) for claim in claims_of(inner)]
        return list(dict.fromkeys(map(tolerance_of, claims)))

    def write(self, statements: Sequence[ast.stmt], tolerance: Tolerance) -> list[str]:
        """Return the lines of the probe that sees the claims with one tolerance."""
        body = [line for one in statements for line in self._statement(one, tolerance)]
        used = reads(ast.parse("\n".join(body))) & set(self._answers)
        names = [f"{name} = module.{name}" for name in self._answers if name in used]
        lines = [*self._imports, *names, "seen = []", *body, "return seen"]
        said = '"""Probe: return what the statements of the notebook see."""'
        return [f"def {self._name}(module):", *(f"    {line}" if line else "" for line in [said, *lines])]

    def _statement(self, one: ast.stmt, tolerance: Tolerance) -> list[str]:
        if claims := claims_of(one):
            return [line for claim in claims for line in self._claim(claim, tolerance)]
        if has_claims(one):
            return self._block(one, tolerance)
        if reads(one) & self._student:
            self._student |= binds(one)
        return ast.unparse(one).splitlines()

    def _block(self, one: ast.stmt, tolerance: Tolerance) -> list[str]:
        """Write a loop or another block, with the claims inside it."""
        if isinstance(one, (ast.FunctionDef, ast.ClassDef, ast.Try)):
            raise NotTranslatableError(f"the asserts stand inside a `{type(one).__name__.lower().removesuffix('def')}`")
        if isinstance(one, (ast.For, ast.While)) and _reads_in_head(one) & self._student:
            self._student |= {name for inner in ast.walk(one) if isinstance(inner, ast.stmt) for name in binds(inner)}
        written = ast.parse(ast.unparse(one)).body[0]
        for field in ("body", "orelse"):
            inner = [line for part in getattr(one, field, []) for line in self._statement(part, tolerance)]
            if field == "body" and not inner:
                inner = ["pass"]
            setattr(written, field, ast.parse("\n".join(inner)).body)
        return ast.unparse(written).splitlines()

    def _claim(self, claim: Claim, tolerance: Tolerance) -> list[str]:
        if isinstance(claim, Raises):
            return self._raised(claim) if tolerance_of(claim) == tolerance else []
        if not isinstance(claim, Equal):
            return self._kind(claim.condition) if tolerance == (None, None) else []
        left, right = self._depends(claim.left), self._depends(claim.right)
        if left and right:
            raise NotTranslatableError(BOTH_SIDES)
        if tolerance_of(claim) != tolerance or not (left or right):
            return []
        got = ast.unparse(claim.left if left else claim.right)
        return [f"seen.append({got})"]

    def _depends(self, node: ast.expr) -> bool:
        """Tell whether a value comes from the student's code, by more than its size."""
        return bool(reads(_WithoutSizes().visit(ast.parse(ast.unparse(node), mode="eval").body)) & self._student)

    def _kind(self, condition: ast.expr) -> list[str]:
        """Write the name of the type for `isinstance(value, Kind)`; raise for any other condition."""
        if isinstance(condition, ast.Call) and ast.unparse(condition.func) == "isinstance" and len(condition.args) == 2:
            return [f"seen.append(type({ast.unparse(condition.args[0])}).__name__)"]
        if isinstance(condition, ast.Call) and ast.unparse(condition.func) in ("hasattr", "callable"):
            return [f"seen.append({ast.unparse(condition)})"]
        if self._is_answer(condition):
            return [f"seen.append(bool({ast.unparse(condition)}))"]
        raise NotTranslatableError(CONDITION)

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


class _WithoutSizes(ast.NodeTransformer):
    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        return ast.Constant(0) if node.attr in ("shape", "size", "ndim") else self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        return ast.Constant(0) if ast.unparse(node.func) == "len" else self.generic_visit(node)


def tolerance_of(claim: Claim) -> Tolerance:
    """Return within which tolerance a claim compares, None twice where it is exact."""
    return (claim.rtol, claim.atol) if isinstance(claim, Equal) else (None, None)


def _inside(one: ast.stmt) -> list[ast.stmt]:
    return [inner for inner in ast.walk(one) if isinstance(inner, ast.stmt)]


def _reads_in_head(one: ast.For | ast.While) -> frozenset[str]:
    return reads(one.iter if isinstance(one, ast.For) else one.test)
