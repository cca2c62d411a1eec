"""The functions with which the book's first chapters train from scratch."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import Tensor, nn

from .plots import Accumulator

Batches = Iterable[Any]  # pairs of inputs and targets
Updater = Any  # what torch calls an optimizer, or a function of the batch size


def linreg(X: Tensor, w: Tensor, b: Tensor) -> Tensor:
    """Return the outputs of a line."""
    return X @ w + b


def squared_loss(y_hat: Tensor, y: Tensor) -> Tensor:
    """Return half the squared error of each output."""
    return (y_hat - y.reshape(y_hat.shape)) ** 2 / 2


@torch.no_grad()
def sgd(params: Iterable[Tensor], lr: float, batch_size: int) -> None:
    """Go one step against the mean of the gradients of a batch, and clear them."""
    for parameter in params:
        if parameter.grad is not None:
            parameter -= lr * parameter.grad / batch_size
            parameter.grad.zero_()


def accuracy(y_hat: Tensor, y: Tensor) -> float:
    """Return how many classes are right."""
    classes = y_hat.argmax(dim=1) if y_hat.dim() > 1 and y_hat.shape[1] > 1 else y_hat
    return float((classes.type(y.dtype) == y).sum())


@torch.no_grad()
def evaluate_accuracy(net: Callable[[Any], Tensor], data_iter: Batches, _device: object = None) -> float:
    """Return the part of the classes that are right in all batches."""
    if isinstance(net, nn.Module):
        net.eval()
    sums = Accumulator(2)
    for X, y in data_iter:
        sums.add(accuracy(net(X), y), y.numel())
    return sums[0] / max(sums[1], 1)


evaluate_accuracy_gpu = evaluate_accuracy


def evaluate_loss(net: Callable[[Any], Tensor], data_iter: Batches, loss: Callable[[Tensor, Tensor], Tensor]) -> float:
    """Return the mean loss of all batches."""
    sums = Accumulator(2)
    for X, y in data_iter:
        output = net(X)
        losses = loss(output, y.reshape(output.shape))
        sums.add(losses.sum(), losses.numel())
    return sums[0] / max(sums[1], 1)


def train_epoch_ch3(
    net: Callable[[Any], Tensor], train_iter: Batches, loss: Callable[[Tensor, Tensor], Tensor], updater: Updater
) -> tuple[float, float]:
    """Train on every batch once; return the mean loss and the part of the classes that were right."""
    if isinstance(net, nn.Module):
        net.train()
    sums = Accumulator(3)
    for X, y in train_iter:
        y_hat = net(X)
        losses = loss(y_hat, y)
        if hasattr(updater, "zero_grad"):
            updater.zero_grad()
            torch.autograd.backward(losses.mean())
            updater.step()
        else:
            torch.autograd.backward(losses.sum())
            updater(X.shape[0])
        sums.add(losses.sum(), accuracy(y_hat, y), y.numel())
    return sums[0] / max(sums[2], 1), sums[1] / max(sums[2], 1)


def train_ch3(
    net: Callable[[Any], Tensor],
    train_iter: Batches,
    _test_iter: Batches,
    loss: Callable[[Tensor, Tensor], Tensor],
    num_epochs: int,
    updater: Updater,
) -> None:
    """Train for so many epochs."""
    for _ in range(num_epochs):
        train_epoch_ch3(net, train_iter, loss, updater)
