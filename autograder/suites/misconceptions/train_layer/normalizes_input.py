"""X 在训练之前就地减去了平均值：输入被改动，训练的也不是原来的问题了。

X loses its mean in place before training: the input is changed, and another problem is solved than the one given.

Check: losses
"""


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    losses = []
    X -= X.mean()
    for i in range(num_epochs):
        loss = ((layer(X) - Y) ** 2).sum()
        layer.zero_grad()
        loss.backward()
        for p in layer.parameters():
            p.data -= lr * p.grad
        losses.append(loss.item())
    return losses
