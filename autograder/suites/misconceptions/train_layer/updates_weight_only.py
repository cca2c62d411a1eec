"""只更新了 weight；层里所有的参数都要训练。

Only `weight` is updated; all parameters of the layer are to be trained.

Check: losses
"""


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    losses = []
    for i in range(num_epochs):
        loss = ((layer(X) - Y) ** 2).sum()
        layer.zero_grad()
        loss.backward()
        layer.weight.data -= lr * layer.weight.grad
        losses.append(loss.item())
    return losses
