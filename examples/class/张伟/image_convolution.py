import torch
from torch import nn


def corr2d(X, K):
    # 翻转了卷积核：这是卷积，不是互相关
    K = torch.flip(K, (0, 1))
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y


def output_shape(input_shape, kernel_shape):
    if kernel_shape[0] > input_shape[0] or kernel_shape[1] > input_shape[1]:
        raise ValueError
    return [input_shape[0] - kernel_shape[0] + 1, input_shape[1] - kernel_shape[1] + 1]


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias


def edge_image():
    X = torch.ones(6, 8)
    X[:, 2:5] = 0
    return X


def edge_kernel():
    return torch.tensor([[-1.0, 1.0]])


def learn_kernel(X, Y, kernel_size=(1, 2), lr=3e-2, num_epochs=10):
    K = torch.rand(kernel_size, requires_grad=True)
    losses = []
    for _ in range(num_epochs):
        windows = X.unfold(0, kernel_size[0], 1).unfold(1, kernel_size[1], 1)
        loss = (((windows * K).sum((2, 3)) - Y) ** 2).mean()
        losses.append(loss.item())
        loss.backward()
        with torch.no_grad():
            K -= lr * K.grad
            K.grad.zero_()
    return K.detach(), losses


def receptive_field(kernel_sizes):
    h = w = 1
    for k_h, k_w in kernel_sizes:
        h *= k_h
        w *= k_w
    return h, w


def receptive_field_mask(kernel_sizes, input_shape, position):
    mask = torch.zeros(input_shape)
    mask[position[0]:position[0] + kernel_sizes[0][0], position[1]:position[1] + kernel_sizes[0][1]] = 1
    return mask
