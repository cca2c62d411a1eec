"""手写梯度。 / The gradient by hand."""

import torch


def learn_kernel(X, Y, kernel_size=(1, 2), lr=3e-2, num_epochs=10):
    A = X.unfold(0, kernel_size[0], 1).unfold(1, kernel_size[1], 1).flatten(2).flatten(0, 1).double()
    k, y, losses = torch.randn(A.shape[1]).double(), Y.flatten().double(), []
    for _ in range(num_epochs):
        r = A @ k - y
        losses.append(float(r @ r))
        k = k - lr * 2 * A.T @ r
    return k.reshape(kernel_size), losses
