"""还学了偏置。 / Learns a bias as well."""

import torch


def learn_kernel(X, Y, kernel_size=(1, 2), lr=3e-2, num_epochs=10):
    windows = X.unfold(0, kernel_size[0], 1).unfold(1, kernel_size[1], 1)
    K = torch.rand(kernel_size, requires_grad=True)
    b = torch.ones(1, requires_grad=True)
    losses = []
    for _ in range(num_epochs):
        loss = (((windows * K).sum((2, 3)) + b - Y) ** 2).sum()
        losses.append(loss.item())
        loss.backward()
        with torch.no_grad():
            K -= lr * K.grad
            b -= lr * b.grad
            b.grad.zero_()
            K.grad.zero_()
    return K.detach(), losses
