"""训练完了，却没有把损失的列表返回。

The training is done, but the list of losses is not returned.

Check: losses
"""

import torch


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    losses = []
    for _ in range(num_epochs):
        layer.zero_grad()
        loss = ((layer(X) - Y) ** 2).sum()
        loss.backward()
        losses.append(loss.item())
        for p in layer.parameters():
            p.data -= lr * p.grad
