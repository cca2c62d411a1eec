"""Data of the book's first chapters: lines with noise, loaders of tensors, names of clothes; none are downloaded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor

from .objects import DataModule

DATA_HUB: dict[str, tuple[str, str]] = {}
DATA_URL = ""
CLOTHES = ("t-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot")


def synthetic_data(w: Tensor, b: Any, num_examples: int) -> tuple[Tensor, Tensor]:
    """Return drawn features (num_examples, len(w)) and their labels Xw + b with noise (num_examples, 1)."""
    X = torch.normal(0, 1, (num_examples, len(w)))
    y = X @ w + b
    return X, (y + torch.normal(0, 0.01, y.shape)).reshape(-1, 1)


def load_array(data_arrays: Sequence[Tensor], batch_size: int, is_train: bool = True) -> Any:
    """Return a loader of batches; it shuffles for training."""
    from torch.utils.data import DataLoader, TensorDataset

    return DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=is_train)


def get_dataloader_workers() -> int:
    """Return that no process is started to load data."""
    return 0


def load_data_fashion_mnist(*_args: object, **_options: object) -> tuple[list[Any], list[Any]]:
    """Return no batches for training and none for testing: the images are not there."""
    return [], []


def get_fashion_mnist_labels(labels: Sequence[Any]) -> list[str]:
    """Return the names of the classes with these numbers."""
    return [CLOTHES[int(label)] for label in labels]


class SyntheticRegressionData(DataModule):
    """Examples of a line with noise, the first `num_train` of them for training."""

    def __init__(
        self,
        w: Tensor,
        b: Any,
        noise: float = 0.01,
        num_train: int = 1000,
        num_val: int = 1000,
        batch_size: int = 32,
    ) -> None:
        super().__init__()
        self.w, self.b, self.noise = w, b, noise
        self.num_train, self.num_val, self.batch_size = num_train, num_val, batch_size
        self.X = torch.randn(num_train + num_val, len(w))
        self.y = self.X @ w.reshape(-1, 1) + b + noise * torch.randn(len(self.X), 1)

    def get_dataloader(self, train: bool) -> Any:
        """Return a loader of the examples for training, or of the others."""
        part = slice(0, self.num_train) if train else slice(self.num_train, None)
        return self.get_tensorloader((self.X, self.y), train, part)


class FashionMNIST(DataModule):
    """A set of images without images."""

    def __init__(self, batch_size: int = 64, resize: tuple[int, int] = (28, 28)) -> None:
        super().__init__()
        self.batch_size, self.resize = batch_size, resize

    def text_labels(self, indices: Sequence[Any]) -> list[str]:
        """Return the names of the classes with these numbers."""
        return get_fashion_mnist_labels(indices)

    def get_dataloader(self, train: bool) -> Any:  # noqa: ARG002 - the book's signature
        """Return no batches."""
        return []
