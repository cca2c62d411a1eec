"""Whether a cross-correlation is computed as one matrix product."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import torch
from torch import Tensor

from autograder.checks import Failed, Reference, Student, Text, compare
from autograder.checks.helpers.unpack import unpack

NO_PRODUCT = Text(
    "没有一次矩阵乘法能给出全部输出：把窗口（或卷积核）排成矩阵，只乘一次。",
    "No single matrix product gives all outputs: lay the windows (or the kernel) out as a matrix and multiply once.",
)
MOST_VALUES = 10_000  # of a product that are looked at
CLOSE = 1e-4  # how far a product's values may be from the outputs, as a part of the largest


def compare_product(student: Student, reference: Reference, X: Tensor, K: Tensor) -> None:
    """Raise `Failed` unless the cross-correlation of X and K is right and one matrix product gives all of it.

    What code does outside torch is not seen, so a product is not missed there.
    """
    expected = reference.call(X, K)
    output, products, left = unpack(student.run(record_products, student.exercise, X, K), (expected, [], []))
    compare(output, expected, scale=X.norm() * K.norm())
    found = isinstance(products, list) and any(gives_all(product, expected, K.numel()) for product in products)
    if not found and not left:
        raise Failed(NO_PRODUCT)


def gives_all(product: object, expected: Tensor, terms: int) -> bool:
    """Tell whether a recorded product holds all outputs, each a sum of so many terms, and comes from whole matrices."""
    if not isinstance(product, tuple) or len(product) != 3 or not isinstance(product[2], Tensor):
        return False
    each, multiplied, result = product
    values = result.flatten()[:MOST_VALUES].double()
    if not isinstance(each, int) or not isinstance(multiplied, int) or values.numel() < expected.numel():
        return False
    nearest = (values[:, None] - expected.flatten()).abs().min(dim=0).values
    near = bool((nearest <= CLOSE * expected.abs().max()).all())
    return near and each > 1 and multiplied >= values.numel() * terms**2


def record_products(
    module: ModuleType, name: str, X: Tensor, K: Tensor
) -> tuple[object, list[tuple[int, int, Tensor]], list[str]]:
    """Probe: return the result for X and K, each matrix product, and the ways by which code left torch.

    Of a product this is the number of outputs of each item of a batch, the elements of one factor times those of the
    other (the number of outputs times the square of the number of terms), and the product itself.
    """
    from torch.overrides import TorchFunctionMode

    products: list[tuple[int, int, Tensor]] = []
    left: list[str] = []

    def tensors_in(value: Any) -> list[Any]:
        if isinstance(value, (tuple, list)):
            return [tensor for item in value for tensor in tensors_in(item)]
        return [value] if isinstance(value, torch.Tensor) else []

    class Recorder(TorchFunctionMode):
        def __torch_function__(self, function: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
            result = function(*args, **(kwargs or {}))
            operator = getattr(function, "__name__", "").strip("_")
            if operator in ("numpy", "array", "tolist", "item"):
                left.append(operator)
            elif operator.endswith(("mm", "mv", "matmul", "linear", "inner", "dot", "einsum")):
                factors = tensors_in([*args, *(kwargs or {}).values()])["add" in operator :][:2]
                if len(factors) == 2 and isinstance(result, torch.Tensor):
                    one, other = factors
                    batched = one.dim() > 2 and other.dim() > 2 and operator in ("bmm", "baddbmm", "matmul")
                    each = one.shape[-2] * other.shape[-1] if batched else result.numel()
                    products.append((each, one.numel() * other.numel(), result.detach().clone()))
            return result

    with Recorder():
        result = getattr(module, name)(X, K)
    return result, products, left
