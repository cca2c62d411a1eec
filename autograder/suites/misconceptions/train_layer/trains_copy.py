"""训练的是层的一个副本，传进来的层没有变；题目要的是就地训练。

A copy of the layer is trained and the one that came in stays as it was; train it in place.

Check: parameters
"""

import copy


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    losses = []
    layer = copy.deepcopy(layer)
    for i in range(num_epochs):
        loss = ((layer(X) - Y) ** 2).sum()
        layer.zero_grad()
        loss.backward()
        for p in layer.parameters():
            p.data -= lr * p.grad
        losses.append(loss.item())
    return losses
