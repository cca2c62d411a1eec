"""The functions that tests claim things with: those of NumPy, PyTorch, pandas, unittest, nose and math."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from autograder.importing.claim_model import Claim, Equal, Holds, Raises

DISTANCES = {"abs", "fabs", "absolute", "norm", "max", "amax", "sum", "item", "mean", "detach"}


@dataclass(frozen=True)
class Form:
    """How a function compares: its tolerances as Python, and whether it makes arrays of what it compares."""

    rtol: str | None = None
    atol: str | None = None
    converts: bool = False


EXACT, ARRAYS = Form(), Form(converts=True)
CLOSE = Form("1e-05", "1e-08", converts=True)
EQUALITIES = {
    **dict.fromkeys(("assertEqual", "assertEquals", "assert_equal", "eq_", "assertTupleEqual"), EXACT),
    **dict.fromkeys(("assertListEqual", "assertDictEqual", "assertSetEqual", "assertSequenceEqual", "assertIs"), EXACT),
    **dict.fromkeys(("array_equal", "array_equiv", "assert_array_equal", "equal", "equals"), ARRAYS),
    **dict.fromkeys(("assert_frame_equal", "assert_series_equal"), Form("1e-05", "1e-08")),
    **dict.fromkeys(("isclose", "allclose"), CLOSE),
    "assert_allclose": Form("1e-07", "0", converts=True),
    "assert_close": Form("1.3e-06", "1e-05"),
    "assert_array_almost_equal": Form("0", "1.5e-06", converts=True),
    "assert_almost_equal": Form("0", "1.5e-07", converts=True),
    "assertAlmostEqual": Form("0", "5e-08"),
    "assert_approx_equal": Form("1e-07", "0"),
}
CONDITIONS = {
    **dict.fromkeys(("assertTrue", "assert_true", "ok_", "assert_"), "{0}"),
    **dict.fromkeys(("assertFalse", "assert_false"), "not ({0})"),
    **dict.fromkeys(("assertIn", "assert_in"), "({0}) in ({1})"),
    **dict.fromkeys(("assertNotIn", "assert_not_in"), "({0}) not in ({1})"),
    **dict.fromkeys(("assertIsInstance", "assert_is_instance"), "isinstance({0}, {1})"),
    **dict.fromkeys(("assertNotEqual", "assert_not_equal"), "({0}) != ({1})"),
    **dict.fromkeys(("assertGreater", "assert_greater"), "({0}) > ({1})"),
    **dict.fromkeys(("assertGreaterEqual", "assert_greater_equal"), "({0}) >= ({1})"),
    **dict.fromkeys(("assertLess", "assert_less"), "({0}) < ({1})"),
    **dict.fromkeys(("assertLessEqual", "assert_less_equal"), "({0}) <= ({1})"),
    **dict.fromkeys(("assertIsNotNone", "assert_is_not_none"), "({0}) is not None"),
}
DIGITS = {"assertAlmostEqual": ("places", "0.5"), "assert_almost_equal": ("decimal", "1.5")}
DIGITS |= {"assert_array_almost_equal": ("decimal", "1.5")}


def called_name(call: ast.Call) -> str:
    """Return the last part of the name of what is called: `allclose` for `np.allclose(...)`."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def read_call(call: ast.Call) -> list[Claim]:
    """Return what a call of one of these functions claims, nothing for any other call."""
    name = called_name(call)
    values = list(call.args)
    if name in ("equals", "equal") and isinstance(call.func, ast.Attribute) and len(values) == 1:
        values.insert(0, call.func.value)
    if name in EQUALITIES and len(values) >= 2:
        rtol, atol = _tolerances(name, call, EQUALITIES[name])
        return [Equal(values[0], values[1], rtol, atol, EQUALITIES[name].converts)]
    if name in CONDITIONS and len(values) >= CONDITIONS[name].count("{"):
        return [Holds(ast.parse(CONDITIONS[name].format(*map(ast.unparse, values)), mode="eval").body)]
    if name in ("assertIsNone", "assert_is_none") and values:
        return [Equal(values[0], ast.Constant(None))]
    if name in ("assertRaises", "assert_raises", "raises") and len(values) >= 2:
        return [Raises(values[0], (ast.Expr(ast.Call(values[1], values[2:], call.keywords)),), None)]
    return []


def _tolerances(name: str, call: ast.Call, form: Form) -> tuple[str | None, str | None]:
    """Return the tolerances of a call: its own, or those of the function."""
    words = {word.arg: ast.unparse(word.value) for word in call.keywords}
    rtol, atol = words.get("rtol", form.rtol), words.get("atol", form.atol)
    if form.rtol is not None and name in ("isclose", "allclose", "assert_allclose", "assert_close"):
        given = [ast.unparse(value) for value in call.args[2:4]]
        rtol, atol = (given + [rtol, atol][len(given) :])[:2]  # type: ignore[operator]
    if name == "isclose" and ast.unparse(call.func).startswith("math."):
        rtol, atol = words.get("rel_tol", "1e-09"), words.get("abs_tol", "0")
    if name in DIGITS:
        word, half = DIGITS[name]
        digits = words.get(word) or (ast.unparse(call.args[2]) if len(call.args) > 2 else "")
        atol = words.get("delta") or (f"{half}e-{digits}" if digits.isdigit() else atol)
    return rtol, atol
