import math

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y


def diagonal_image(n):
    return torch.triu(torch.ones(n, n))


def diagonal_edges(n):
    X = diagonal_image(n)
    K = torch.tensor([[1.0, -1.0]])
    return corr2d(X, K), corr2d(X.T, K), corr2d(X, K.T)


def autograd_error(layer, x):
    y = layer(x)
    try:
        y.backward()
    except RuntimeError as e:
        return str(e)
    return ""


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    losses = []
    for epoch in range(num_epochs):
        layer.zero_grad()
        loss = ((layer(X) - Y) ** 2).sum()
        losses.append(loss.item())
        loss.backward()
        with torch.no_grad():
            for p in layer.parameters():
                p -= lr * p.grad
    return losses


def im2col(X, kernel_shape):
    h, w = kernel_shape
    rows = []
    for i in range(X.shape[0] - h + 1):
        for j in range(X.shape[1] - w + 1):
            rows.append(X[i:i + h, j:j + w].flatten())
    return torch.stack(rows)


def kernel_matrix(K, input_shape):
    h, w = K.shape
    n_h, n_w = input_shape
    rows = []
    for i in range(n_h - h + 1):
        for j in range(n_w - w + 1):
            row = torch.zeros(n_h, n_w)
            row[i:i + h, j:j + w] = K
            rows.append(row.flatten())
    return torch.stack(rows)


def corr2d_matmul(X, K):
    out_h, out_w = X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1
    return (im2col(X, K.shape) @ K.flatten()).reshape(out_h, out_w)


def second_derivative_kernel():
    return torch.tensor([[1.0, -2.0, 1.0]])


def integral_kernel(n):
    return torch.ones(1, n)


def derivative_kernel(d):
    return torch.tensor([[float((-1) ** (d - k) * math.comb(d, k)) for k in range(d + 1)]])


def minimum_kernel_width(d):
    if d < 0:
        raise ValueError("d 不能是负数")
    return d + 1
