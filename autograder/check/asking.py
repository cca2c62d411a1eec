"""What a public case asks of a student's names: a call, what is printed, a second call, gradients."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING

from . import messages, programs
from .compare import difference
from .kinds.arguments import changed, copy
from .kinds.tables import is_tensor
from .messages import fill
from .model import Layer, Printed, Rule, Text, in_both
from .printed import printed_by

if TYPE_CHECKING:
    from torch import Tensor

Ask = Callable[[SimpleNamespace], object]


class Fault(Exception):
    """What a case finds out on its way to its value: the layer, what to tell the student, and what was got."""

    def __init__(self, layer: Layer, message: Text | str, got: object = None) -> None:
        self.layer, self.message, self.got = layer, in_both(message), got
        super().__init__(self.message.en)


def call(name: str, *args: object, **named: object) -> Ask:
    """Ask for one call with copies of the arguments."""
    return lambda student: getattr(student, name)(*map(copy, args), **{key: copy(one) for key, one in named.items()})


def prints(name: str, *args: object, stdin: str = "", **named: object) -> Ask:
    """Ask for the text that one call prints, which may read `stdin`; what it returns does not count."""
    ask = call(name, *args, **named)

    def printed(student: SimpleNamespace) -> object:
        return Printed(printed_by(lambda: ask(student), stdin))

    return printed


def program(stdin: str = "") -> Ask:
    """Ask for the text that the student's whole file prints when it is run as a program that reads `stdin`."""

    def printed(student: SimpleNamespace) -> object:
        return Printed(printed_by(lambda: programs.run(vars(student)), stdin))

    return printed


def second_call(name: str, first: Sequence[object], second: Sequence[object]) -> Ask:
    """Ask for the result of a second call; a `Fault` where a call changes its arguments."""

    def ask(student: SimpleNamespace) -> object:
        result: object = None
        for args in (first, second):
            given = [copy(value) for value in args]
            result = getattr(student, name)(*given)
            require_unchanged(given, args)
        return result

    return ask


def require_unchanged(given: Sequence[object], before: Sequence[object]) -> None:
    """Raise a `Fault` unless the arguments given are still what they were before."""
    for one, other in zip(given, before, strict=True):
        if message := changed(one, other):
            raise Fault(Layer.values, message, one)


def gradients(name: str, wanted: Sequence[str], *args: Tensor) -> Ask:
    """Ask for the gradients of a weighted sum of the result, one for each argument; `wanted` are their names.

    A `Fault` where the result is no tensor, or where the way back is cut.
    """

    def ask(student: SimpleNamespace) -> object:
        leaves = [copy(value).requires_grad_() for value in args]  # type: ignore[attr-defined]
        backpropagate(getattr(student, name)(*leaves))
        for leaf, label in zip(leaves, wanted, strict=True):
            require_gradient(leaf, label)
        return tuple(leaf.grad for leaf in leaves)

    return ask


def gradients_of(*names: str) -> tuple[Text, ...]:
    """Return what messages call the gradients of these arguments or parameters."""
    return tuple(Text(f"{name} 的梯度", f"the gradient of {name}") for name in names)


def backpropagate(result: object) -> None:
    """Backpropagate from the elements times 1, 2, 3 and so on; raise a `Fault` where that cannot be."""
    import torch  # here, as below, for a course may do without

    tensor = require(result)
    if not tensor.requires_grad:
        raise Fault(Layer.gradient, messages.NO_GRADIENT, tensor)
    (tensor * torch.arange(1.0, tensor.numel() + 1).reshape(tensor.shape)).sum().backward()  # type: ignore[no-untyped-call]


def require_gradient(leaf: Tensor, label: str) -> None:
    """Raise a `Fault` where no gradient has reached a tensor; `label` is its name."""
    if leaf.grad is None:
        raise Fault(Layer.gradient, fill(messages.NOT_REACHED, name=label))


def require(value: object, shape: Sequence[int] | None = None, what: Text = messages.RESULT) -> Tensor:
    """Return a value that is a tensor, of this shape if one is given; raise a `Fault` for anything else."""
    import torch

    wanted = torch.zeros(tuple(shape)) if shape is not None else value if is_tensor(value) else torch.zeros(0)
    found = difference(value, wanted, Rule(torch.inf, fixed=True), what)
    if found is not None:
        raise Fault(found.layer, found.message, value)
    assert is_tensor(value)
    return value


def numbers(*shape: int) -> Tensor:
    """Return a tensor of this shape with values of either sign and halves among them, the same ones every time."""
    import torch

    size = torch.Size(shape).numel()
    return (torch.arange(size) * 7 % 11 - 5).reshape(shape) / 2
