"""Whether a cross-correlation is computed as one matrix product."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import torch
from torch import Tensor

from autograder.checks import Failed, Reference, Student, Text, compare
from autograder.suites.unpack import unpack

NO_PRODUCT = Text(
    "没有一次矩阵乘法能给出全部输出：把窗口（或卷积核）排成矩阵，只乘一次。",
    "No single matrix product gives all outputs: lay the windows (or the kernel) out as a matrix and multiply once.",
)


def compare_product(student: Student, reference: Reference, X: Tensor, K: Tensor) -> None:
    """Raise `Failed` unless the cross-correlation of X and K is right and one matrix product gives all of it.

    Code that leaves torch is not seen, so it is not failed for its form.
    """
    expected = reference.call(X, K)
    output, sizes, seen = unpack(student.run(record_products, student.exercise, X, K), (expected, [], True))
    compare(output, expected, scale=X.norm() * K.norm())
    least = [1, expected.numel(), K.numel()]
    if seen is True and not any(enough(one, least) for one in sizes if isinstance(sizes, list)):
        raise Failed(NO_PRODUCT)


def enough(sizes: object, least: list[int]) -> bool:
    """Tell whether a product is no smaller than `least`, both (outputs of a batch, outputs, terms of each)."""
    batch, outputs, terms = sizes if isinstance(sizes, list) and len(sizes) == 3 else [0, 0, 0]
    return batch > least[0] and outputs >= least[1] and terms >= least[2]


def record_products(module: ModuleType, name: str, X: Tensor, K: Tensor) -> tuple[object, list[list[int]], bool]:
    """Probe: return the result for X and K, the sizes of each matrix product, and whether all was done in torch.

    The sizes are the outputs of each product of a batch, all outputs, and the terms in the sum of each.
    """
    from torch.overrides import TorchFunctionMode
    from torch.utils._python_dispatch import TorchDispatchMode

    sizes: list[list[int]] = []
    left: list[str] = []

    class Products(TorchDispatchMode):
        def __torch_dispatch__(self, function: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
            product = function(*args, **(kwargs or {}))
            operator = function.overloadpacket.__name__.strip("_")
            if operator.endswith(("mm", "mv", "matmul", "linear", "inner", "dot")) and isinstance(
                product, torch.Tensor
            ):
                factor = args[1 if "add" in operator else 0]
                batch = len(product) if operator in ("bmm", "baddbmm") else 1
                sizes.append([product.numel() // batch, product.numel(), factor.shape[-1]])
            return product

    class Exits(TorchFunctionMode):
        def __torch_function__(self, function: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
            name = getattr(function, "__name__", "")
            if name in ("numpy", "__array__", "tolist", "item"):
                left.append(name)
            return function(*args, **(kwargs or {}))

    with Exits(), Products():
        result = getattr(module, name)(X, K)
    return result, sizes, not left
