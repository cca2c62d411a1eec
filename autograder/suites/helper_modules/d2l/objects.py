"""The book's classes of models, data and training, and how it adds methods to a class later."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor, nn

from .plots import ProgressBoard


def add_to_class(cls: type) -> Callable[[Callable[..., Any]], None]:
    """Return a decorator that makes a function a method of a class that is there already."""
    return lambda method: setattr(cls, method.__name__, method)


class HyperParameters:
    """Something that keeps what it was made with."""

    def save_hyperparameters(self, ignore: Sequence[str] = ()) -> None:
        """Make the arguments of the calling method attributes, and `hparams`, without private names and `ignore`."""
        known = {**sys._getframe(1).f_locals}
        names = [name for name in known if name != "self" and name not in ignore and not name.startswith("_")]
        self.hparams = {name: known[name] for name in names}
        for name, value in self.hparams.items():
            setattr(self, name, value)


class SGD(HyperParameters):
    """Plain gradient descent."""

    def __init__(self, params: Any, lr: float) -> None:
        self.params, self.lr = list(params), lr

    @torch.no_grad()
    def step(self) -> None:
        """Go one step against each gradient."""
        for parameter in self.params:
            if parameter.grad is not None:
                parameter -= self.lr * parameter.grad

    def zero_grad(self) -> None:
        """Clear the gradients."""
        for parameter in self.params:
            parameter.grad = None


class Module(nn.Module, HyperParameters):
    """A model that says what its loss is and how it is trained; `net` computes its output unless `forward` does."""

    net: Any
    lr: float
    trainer: Any

    def __init__(self, plot_train_per_epoch: int = 2, plot_valid_per_epoch: int = 1) -> None:
        super().__init__()
        self.plot_train_per_epoch, self.plot_valid_per_epoch = plot_train_per_epoch, plot_valid_per_epoch
        self.board = ProgressBoard()

    def loss(self, y_hat: Tensor, y: Tensor) -> Tensor:
        """Return how far an output is from the target."""
        raise NotImplementedError

    def forward(self, X: Any) -> Any:
        """Return the output of `net`."""
        assert hasattr(self, "net"), "Neural network is defined"
        return self.net(X)

    def plot(self, key: str, value: Any, train: bool) -> None:
        """Draw nothing."""

    def training_step(self, batch: Any) -> Tensor:
        """Return the loss of a batch, whose last item is the target."""
        return self.loss(self(*batch[:-1]), batch[-1])

    def validation_step(self, batch: Any) -> None:
        """Compute the loss of a batch, to be drawn."""
        self.plot("loss", self.loss(self(*batch[:-1]), batch[-1]), train=False)

    def configure_optimizers(self) -> Any:
        """Return plain gradient descent with the step `lr`."""
        return SGD(self.parameters(), self.lr)

    def apply_init(self, inputs: Sequence[Any], init: Callable[[nn.Module], None] | None = None) -> None:
        """Let the layers find their shapes from inputs, then initialise them."""
        self.forward(*inputs)
        if init is not None:
            self.net.apply(init)


class DataModule(HyperParameters):
    """Examples for training and for validation, by batches."""

    batch_size: int

    def __init__(self, root: str = "../data", num_workers: int = 4) -> None:
        self.root, self.num_workers = root, num_workers

    def get_dataloader(self, train: bool) -> Any:
        """Return the batches for training, or for validation."""
        raise NotImplementedError

    def train_dataloader(self) -> Any:
        """Return the batches for training."""
        return self.get_dataloader(train=True)

    def val_dataloader(self) -> Any:
        """Return the batches for validation."""
        return self.get_dataloader(train=False)

    def get_tensorloader(self, tensors: Sequence[Tensor], train: bool, indices: slice = slice(0, None)) -> Any:
        """Return batches of the examples with these indices; they are shuffled for training."""
        from torch.utils.data import DataLoader, TensorDataset

        chosen = TensorDataset(*(tensor[indices] for tensor in tensors))
        return DataLoader(chosen, self.batch_size, shuffle=train)
