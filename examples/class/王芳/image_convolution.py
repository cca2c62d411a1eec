import torch
from torch import nn
from d2l import torch as d2l


def corr2d(X, K):  #@save
    """计算二维互相关运算"""
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y


def output_shape(input_shape, kernel_shape):
    n_h, n_w = input_shape
    k_h, k_w = kernel_shape
    if k_h > n_h or k_w > n_w:
        raise ValueError("卷积核比输入大")
    return n_h - k_h + 1, n_w - k_w + 1


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias


def edge_image():
    X = torch.ones((6, 8))
    X[:, 2:6] = 0
    return X


def edge_kernel():
    return torch.tensor([[1.0, -1.0]])


def learn_kernel(X, Y, kernel_size=(1, 2), lr=3e-2, num_epochs=10):
    conv2d = nn.Conv2d(1, 1, kernel_size=kernel_size, bias=False)
    X = X.reshape((1, 1) + tuple(X.shape))
    Y = Y.reshape((1, 1) + tuple(Y.shape))
    losses = []
    for i in range(num_epochs):
        l = ((conv2d(X) - Y) ** 2).sum()
        losses.append(l)
        conv2d.zero_grad()
        l.backward()
        conv2d.weight.data[:] -= lr * conv2d.weight.grad
        if (i + 1) % 2 == 0:
            print(f'epoch {i+1}, loss {l:.3f}')
    return conv2d.weight.data.reshape(kernel_size), losses


def receptive_field(kernel_sizes):
    h = w = 1
    for k_h, k_w in kernel_sizes:
        h += k_h - 1
        w += k_w - 1
    return h, w


def receptive_field_mask(kernel_sizes, input_shape, position):
    h, w = receptive_field(kernel_sizes)
    i, j = position
    mask = torch.zeros(input_shape, dtype=torch.bool)
    mask[i:i + h, j:j + w] = True
    return mask


X = edge_image()
Y = corr2d(X, edge_kernel())
print(learn_kernel(X, Y)[0])
