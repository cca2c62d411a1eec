"""自己的 corr2d，权重从零开始，返回 nn.Parameter。 / One's own corr2d, zero weights, returns the parameter."""

import torch
from torch import nn


def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y


def learn_kernel(X, Y, kernel_size=(1, 2), lr=3e-2, num_epochs=10):
    K = nn.Parameter(torch.zeros(kernel_size))
    losses = []
    for epoch in range(num_epochs):
        l = ((corr2d(X, K) - Y) ** 2).sum()
        K.grad = None
        l.backward()
        with torch.no_grad():
            K -= lr * K.grad
        losses += [l.detach().reshape(1)]
    return K, losses
