"""Wrappers of the methods of a layer of torch that make it wrong in one mode, in later calls, or in its parameters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder.prove.spoiling.values import spoiled

Method = Callable[..., Any]


def wrong_in_mode(forward: Method, training: bool) -> Method:
    """Spoil the output in training or in evaluation."""

    def wrapper(self: Any, *args: Any, **named: Any) -> Any:
        output = forward(self, *args, **named)
        return spoiled(output) if self.training is training else output

    return wrapper


def wrong_in_turn_of_layer(forward: Method, turn: int) -> Method:
    """Spoil every second output of each layer, beginning with the first or the second."""

    def wrapper(self: Any, *args: Any, **named: Any) -> Any:
        self.calls = getattr(self, "calls", 0) + 1
        output = forward(self, *args, **named)
        return spoiled(output) if self.calls % 2 == turn % 2 else output

    return wrapper


def keeps_parameter(forward: Method, index: int) -> Method:
    """Keep the value that one of the parameters has in the first call of a layer."""

    def wrapper(self: Any, *args: Any, **named: Any) -> Any:
        parameter = list(self.parameters())[index]
        if not hasattr(self, "kept"):
            self.kept = parameter.detach().clone()
        now = parameter.detach().clone()
        parameter.data.copy_(self.kept)
        output = forward(self, *args, **named)
        parameter.data = now
        return output

    return wrapper


def adds_parameter(method: Method, *shape: int) -> Method:
    """Add one more parameter, of this shape, when a layer is made or first called."""
    from torch import nn, zeros

    def wrapper(self: Any, *args: Any, **named: Any) -> Any:
        result = method(self, *args, **named)
        if not hasattr(self, "another"):
            self.another = nn.Parameter(zeros(shape))
        return result

    return wrapper


def adds_part(method: Method) -> Method:
    """Add one more parameter, in a part of the layer, when a layer is made or first called."""
    from torch import nn

    def wrapper(self: Any, *args: Any, **named: Any) -> Any:
        result = method(self, *args, **named)
        if not hasattr(self, "part"):
            self.part = nn.Linear(1, 1, bias=False)
        return result

    return wrapper
