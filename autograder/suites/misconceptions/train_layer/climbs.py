"""更新的方向反了，损失越来越大；梯度指向损失上升的方向。

The update goes the wrong way and the loss grows; the gradient points to where the loss rises.

Check: losses
"""


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    losses = []
    for i in range(num_epochs):
        loss = ((layer(X) - Y) ** 2).sum()
        layer.zero_grad()
        loss.backward()
        for p in layer.parameters():
            p.data += lr * p.grad
        losses.append(loss.item())
    return losses
