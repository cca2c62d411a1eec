"""梯度只在训练开始之前清了一次，循环里又一轮轮累加起来了。

The gradients are cleared once, before training; inside the loop they add up again, round after round.

Check: losses
"""


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    losses = []
    layer.zero_grad()
    for i in range(num_epochs):
        loss = ((layer(X) - Y) ** 2).sum()
        loss.backward()
        for p in layer.parameters():
            p.data -= lr * p.grad
        losses.append(loss.item())
    return losses
