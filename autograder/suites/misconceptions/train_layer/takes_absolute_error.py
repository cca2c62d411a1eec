"""用的是绝对值误差；题目要的是平方误差。

You use the absolute error; the squared error is asked for.

Check: losses
"""


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    losses = []
    for i in range(num_epochs):
        loss = (layer(X) - Y).abs().sum()
        layer.zero_grad()
        loss.backward()
        for p in layer.parameters():
            p.data -= lr * p.grad
        losses.append(loss.item())
    return losses
