"""轮数的默认值改了；签名里的默认值也是约定的一部分。

The default number of rounds was changed; the defaults in the signature are part of the contract.

Check: defaults
"""


def train_layer(layer, X, Y, lr=3e-2, num_epochs=5):
    losses = []
    for i in range(num_epochs):
        loss = ((layer(X) - Y) ** 2).sum()
        layer.zero_grad()
        loss.backward()
        for p in layer.parameters():
            p.data -= lr * p.grad
        losses.append(loss.item())
    return losses
