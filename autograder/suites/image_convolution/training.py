"""Working out the losses of a gradient descent from the kernel it ended with.

The rows of A are the windows of the image. The loss |A k - y|^2 is quadratic in the kernel k, and one update is
k' = M k + 2 lr A^T y with M = I - 2 lr A^T A. From the last kernel, the updates can be undone one by one, which gives
the loss before each update, whatever the initial kernel was.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

import torch
from torch import Tensor

from autograder.checks import Draw
from autograder.checks.compare import EPSILON, TOLERANCE

DEFAULT_LR, DEFAULT_EPOCHS = 3e-2, 10
STEEPEST = 0.3  # 2 lr |A|^2 of a drawn problem: M keeps at least 0.7 of every error, so ten updates can be undone
NEAR = 0.05  # a start nearer than this part of the best kernel leaves hardly anything to learn


@dataclass(frozen=True, eq=False)
class Problem:
    """A kernel to learn: image X (h, w), target Y, the kernel's shape, the step and the number of updates."""

    X: Tensor
    Y: Tensor
    kernel_size: tuple[int, int]
    lr: float = DEFAULT_LR
    num_epochs: int = DEFAULT_EPOCHS

    def kernels_before(self, kernel: Tensor) -> Tensor:
        """Return the kernel before each update, and `kernel` as the last (num_epochs + 1, k_h * k_w), in float64."""
        matrices, constants = self.way_back
        return matrices @ kernel.detach().double().flatten() + constants

    def losses(self, kernels: Tensor) -> list[tuple[float, float]]:
        """Return the loss before each update and its scale (an error of 16 float32 epsilons times it is allowed).

        The scale bounds the rounding errors, in units of 16 epsilons. Let s = |A| max|k| + |y|. In float32 a residual
        has an error within s, and an update one within r = max|k| + 2 lr |A| s. Undoing an update enlarges an error by
        at most |M^-1|. So the kernel before update t is known within e_t = |M^-1| (e_t+1 + r), where e_T = r; its
        residual within d = |A| e_t + s; and its loss l within 2 sqrt(l) d + d^2, where d^2 is of second order.
        """
        A, y = self.system
        image, target, growth = self.norms
        largest = float(kernels.norm(dim=1).max())
        size = image * largest + target
        rounding = largest + 2 * self.lr * image * size
        error, result = rounding, list[tuple[float, float]]()
        for loss in reversed((kernels[:-1] @ A.T - y).square().sum(dim=1).tolist()):
            error = growth * (error + rounding)
            doubt = image * error + size
            result.append((loss, 2 * sqrt(loss) * doubt + TOLERANCE * EPSILON * doubt * doubt))
        return result[::-1]

    def distance(self, kernel: Tensor) -> float:
        """Return how far a flat kernel is from the best one, as a part of its norm; there must be only one best."""
        A, y = self.system
        best = torch.linalg.solve(A.T @ A, A.T @ y)
        return float((kernel - best).norm() / best.norm())

    def residuals(self, kernels: Tensor) -> Tensor:
        """Return the errors (b, n_out) of flat kernels (b, k_h * k_w), in float64."""
        A, y = self.system
        return kernels @ A.T - y

    @cached_property
    def system(self) -> tuple[Tensor, Tensor]:
        """Return A (n_out, k_h * k_w), the windows as rows, and y (n_out,), in float64."""
        height, width = self.kernel_size
        windows = self.X.double().unfold(0, height, 1).unfold(1, width, 1)
        return windows.reshape(-1, height * width), self.Y.double().flatten()

    @cached_property
    def norms(self) -> tuple[float, float, float]:
        """Return |A|, |y| and |M^-1|, by how much undoing an update enlarges an error."""
        A, y = self.system
        return float(A.norm()), float(y.norm()), float(torch.linalg.matrix_norm(self.undo, ord=2))

    @cached_property
    def way_back(self) -> tuple[Tensor, Tensor]:
        """Return what the last kernel is multiplied by, and what is added, to get the kernel before each update.

        The shapes are (num_epochs + 1, n, n) and (num_epochs + 1, n), where n = k_h * k_w.
        """
        A, y = self.system
        step, matrix = 2 * self.lr * A.T @ y, torch.eye(A.shape[1], dtype=torch.float64)
        matrices, constants = [matrix], [torch.zeros_like(step)]
        for _ in range(self.num_epochs):
            matrices.append(self.undo @ matrices[-1])
            constants.append(self.undo @ (constants[-1] - step))
        return torch.stack(matrices[::-1]), torch.stack(constants[::-1])

    @cached_property
    def undo(self) -> Tensor:
        """Return the inverse of M, by which one update multiplies the distance from the best kernel."""
        A, _ = self.system
        update: Tensor = torch.eye(A.shape[1], dtype=torch.float64) - 2 * self.lr * A.T @ A
        return update.inverse()


@functools.cache
def lesson_problem() -> Problem:
    """Return the problem of the lesson: an image with black and white edges, and the kernel [[1, -1]] to learn."""
    X = torch.ones(6, 8)
    X[:, 2:6] = 0
    return Problem(X, X[:, :-1] - X[:, 1:], (1, 2))


def drawn_problem(
    draw: Draw,
    shape: tuple[int, int],
    kernel_size: tuple[int, int],
    lr: float = DEFAULT_LR,
    num_epochs: int = DEFAULT_EPOCHS,
    steepness: float = STEEPEST,
) -> Problem:
    """Return a random problem. Its image is scaled so that the step is stable; no kernel fits its target exactly.

    With a small `steepness` learning is slow: an update takes at most twice this part from the loss.
    """
    X, K = draw.tensor(*shape), draw.tensor(*kernel_size)
    windows = X.unfold(0, kernel_size[0], 1).unfold(1, kernel_size[1], 1)
    slope = torch.linalg.matrix_norm(windows.reshape(-1, K.numel()), ord=2)
    scale = sqrt(steepness / (2 * lr)) / slope
    edges = scale * (windows * K).sum((2, 3))
    return Problem(scale * X, edges + 0.1 * draw.tensor(*edges.shape), kernel_size, lr, num_epochs)
