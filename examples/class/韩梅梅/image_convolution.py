import torch
from torch import nn


def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y


def output_shape(input_shape, kernel_shape):
    # 还没想好怎么处理卷积核太大的情况
    return input_shape[0] - kernel_shape[0] + 1, input_shape[1] - kernel_shape[1] + 1


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return corr2d(x, self.weight)


def edge_image():
    X = torch.ones(6, 8)
    X[:, 2:6] = 0
    return X


def edge_kernel():
    return torch.tensor([[1.0, -1.0]])


def learn_kernel(X, Y, kernel_size=(1, 2), lr=3e-2, num_epochs=10):
    pass


def receptive_field(kernel_sizes):
    pass


def receptive_field_mask(kernel_sizes, input_shape, position):
    pass
