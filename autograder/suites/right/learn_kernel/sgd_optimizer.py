"""优化器 SGD 和 MSELoss(reduction='sum')。 / The optimizer SGD and MSELoss(reduction='sum')."""

import torch
from torch import nn


def learn_kernel(X, Y, kernel_size=(1, 2), lr=3e-2, num_epochs=10):
    layer = nn.Conv2d(1, 1, kernel_size, bias=False)
    loss = nn.MSELoss(reduction='sum')
    trainer = torch.optim.SGD(layer.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        trainer.zero_grad()
        l = loss(layer(X[None, None])[0, 0], Y)
        l.backward()
        trainer.step()
        losses.append(float(l))
    return layer.weight[0, 0], losses
