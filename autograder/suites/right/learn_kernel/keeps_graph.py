"""每轮造一个新张量，卷积核带着计算图。 / A new tensor every epoch; the kernel carries its graph."""

import torch
import torch.nn.functional as F


def learn_kernel(X, Y, kernel_size=(1, 2), lr=3e-2, num_epochs=10):
    torch.manual_seed(1234)
    K = torch.normal(0, 0.01, kernel_size, requires_grad=True)
    history = []
    for _ in range(num_epochs):
        Y_hat = F.conv2d(X.unsqueeze(0).unsqueeze(0), K.unsqueeze(0).unsqueeze(0)).squeeze(0).squeeze(0)
        l = (Y_hat - Y).square().sum()
        gradient, = torch.autograd.grad(l, K)
        K = K - lr * gradient
        history.append(l)
    return K, history
