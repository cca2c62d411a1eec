"""从零开始，带着计算图。 / Starts at zero, keeps the graph."""

import torch


def learn_kernel(X, Y, kernel_size=(1, 2), lr=3e-2, num_epochs=10):
    windows = X.unfold(0, kernel_size[0], 1).unfold(1, kernel_size[1], 1)
    K = torch.zeros(kernel_size, requires_grad=True)
    losses = []
    for _ in range(num_epochs):
        loss = (((windows * K).sum((2, 3)) - Y) ** 2).sum()
        losses.append(loss)
        loss.backward()
        with torch.no_grad():
            K -= lr * K.grad
            K.grad.zero_()
    return K, losses
