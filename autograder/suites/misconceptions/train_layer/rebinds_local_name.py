"""层里的参数一直没有变，损失也就不下降。p = p - … 只是让名字 p 指向一个新的张量，并没有更新参数。

The layer's parameters never change, and neither does the loss. `p = p - …` makes the name p stand for a new tensor and updates no parameter.

Check: losses
"""


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    losses = []
    for i in range(num_epochs):
        loss = ((layer(X) - Y) ** 2).sum()
        layer.zero_grad()
        loss.backward()
        for p in layer.parameters():
            p = p - lr * p.grad
        losses.append(loss.item())
    return losses
