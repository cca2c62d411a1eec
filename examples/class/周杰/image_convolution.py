# 作业：图像卷积
import torch


def corr2D(X, K):
    """计算二维互相关运算"""
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y


def output_shape(input_shape, kernel_shape):
    if kernel_shape[0] > input_shape[0] or kernel_shape[1] > input_shape[1]:
        raise ValueError("卷积核太大")
    return input_shape[0] - kernel_shape[0] + 1, input_shape[1] - kernel_shape[1] + 1
