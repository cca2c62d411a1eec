"""每一轮的梯度都累加在上一轮的上面；反向传播之前，要先清掉旧的梯度。

Each round's gradient is added to those before; clear the old one before you backpropagate.

Check: losses
"""


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    losses = []
    for i in range(num_epochs):
        loss = ((layer(X) - Y) ** 2).sum()
        loss.backward()
        for p in layer.parameters():
            p.data -= lr * p.grad
        losses.append(loss.item())
    return losses
