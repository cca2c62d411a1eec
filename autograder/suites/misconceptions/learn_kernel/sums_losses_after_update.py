"""更新之后才记录损失。 / Records the loss after the update."""

import torch


def learn_kernel(X, Y, kernel_size=(1, 2), lr=3e-2, num_epochs=10):
    windows = X.unfold(0, kernel_size[0], 1).unfold(1, kernel_size[1], 1)
    K = torch.rand(kernel_size, requires_grad=True)
    losses = []
    for _ in range(num_epochs):
        loss = (((windows * K).sum((2, 3)) - Y) ** 2).sum()
        loss.backward()
        with torch.no_grad():
            K -= lr * K.grad
            K.grad.zero_()
            losses.append((((windows * K).sum((2, 3)) - Y) ** 2).sum().item())
    return K.detach(), losses
