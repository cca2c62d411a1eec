"""连同层一起返回了；层是就地训练的，只需要返回损失的列表。

You return the layer as well; it is trained in place, so only the list of losses is asked for.

Check: losses
"""


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    losses = []
    for i in range(num_epochs):
        loss = ((layer(X) - Y) ** 2).sum()
        layer.zero_grad()
        loss.backward()
        for p in layer.parameters():
            p.data -= lr * p.grad
        losses.append(loss.item())
    return layer, losses
