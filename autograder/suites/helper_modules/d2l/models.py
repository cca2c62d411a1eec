"""The book's models: lines, and classifiers of images."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from .objects import SGD, Module

Sizes = tuple[int, ...]


class LinearRegressionScratch(Module):
    """A line with its parameters `w` and `b`, drawn with the standard deviation `sigma` and 0."""

    def __init__(self, num_inputs: int, lr: float, sigma: float = 0.01) -> None:
        super().__init__()
        self.num_inputs, self.lr, self.sigma = num_inputs, lr, sigma
        self.w = torch.normal(0, sigma, (num_inputs, 1), requires_grad=True)
        self.b = torch.zeros(1, requires_grad=True)

    def forward(self, X: Tensor) -> Tensor:
        """Return Xw + b."""
        return X @ self.w + self.b

    def loss(self, y_hat: Tensor, y: Tensor) -> Tensor:
        """Return half the mean squared error."""
        return ((y_hat - y) ** 2 / 2).mean()

    def configure_optimizers(self) -> SGD:
        """Return plain gradient descent."""
        return SGD([self.w, self.b], self.lr)


class LinearRegression(Module):
    """A line as a layer of torch."""

    def __init__(self, lr: float) -> None:
        super().__init__()
        self.lr = lr
        self.net = nn.LazyLinear(1)
        self.net.weight.data.normal_(0, 0.01)
        self.net.bias.data.fill_(0)

    def loss(self, y_hat: Tensor, y: Tensor) -> Tensor:
        """Return the mean squared error."""
        return functional.mse_loss(y_hat, y)

    def get_w_b(self) -> tuple[Tensor, Tensor]:
        """Return the weight and the bias."""
        return self.net.weight.data, self.net.bias.data


class Classifier(Module):
    """A model whose outputs (n, classes) say which class is likely."""

    def validation_step(self, batch: Any) -> None:
        """Compute the loss and the accuracy of a batch, to be drawn."""
        y_hat = self(*batch[:-1])
        self.plot("loss", self.loss(y_hat, batch[-1]), train=False)
        self.plot("acc", self.accuracy(y_hat, batch[-1]), train=False)

    def accuracy(self, y_hat: Tensor, y: Tensor, averaged: bool = True) -> Tensor:
        """Return the part of the classes that are right, or for each whether it is."""
        right = (y_hat.reshape(-1, y_hat.shape[-1]).argmax(1).type(y.dtype) == y.reshape(-1)).type(torch.float32)
        return right.mean() if averaged else right

    def loss(self, y_hat: Tensor, y: Tensor, averaged: bool = True) -> Tensor:
        """Return the cross-entropy."""
        outputs = y_hat.reshape(-1, y_hat.shape[-1])
        return functional.cross_entropy(outputs, y.reshape(-1), reduction="mean" if averaged else "none")

    def layer_summary(self, shape: Sizes) -> None:
        """Print the shape of what each layer gives."""
        X = torch.randn(*shape)
        for layer in self.net:
            X = layer(X)
            print(type(layer).__name__, "output shape:\t", X.shape)  # noqa: T201 - this is what the book does


class SoftmaxRegression(Classifier):
    """One layer from all pixels to the classes."""

    def __init__(self, num_outputs: int, lr: float) -> None:
        super().__init__()
        self.num_outputs, self.lr = num_outputs, lr
        self.net = nn.Sequential(nn.Flatten(), nn.LazyLinear(num_outputs))


def init_cnn(module: nn.Module) -> None:
    """Draw the weights of a layer in Xavier's way."""
    if type(module) in (nn.Linear, nn.Conv2d):
        nn.init.xavier_uniform_(module.weight)  # type: ignore[arg-type]
