"""训练用的是总和，记录下来的却是平均；两处应当是同一个损失。

You train on the sum and record the mean; both should be one and the same loss.

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
        losses.append(loss.item() / Y.numel())
    return losses
