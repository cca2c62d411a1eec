"""用了动量，前几步的方向会影响后面；题目要的是普通的梯度下降。

Momentum lets earlier steps act on later ones; plain gradient descent is asked for.

Check: parameters
"""

import torch


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    optimizer = torch.optim.SGD(layer.parameters(), lr=lr, momentum=0.9)
    losses = []
    for i in range(num_epochs):
        loss = ((layer(X) - Y) ** 2).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
