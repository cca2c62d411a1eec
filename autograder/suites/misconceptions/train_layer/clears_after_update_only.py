"""梯度是在更新之后才清的，第一轮就用上了调用之前留下的梯度。

You clear the gradients only after an update, so the first round still uses what was left over from before the call.

Check: called_again
"""


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    losses = []
    for i in range(num_epochs):
        loss = ((layer(X) - Y) ** 2).sum()
        loss.backward()
        for p in layer.parameters():
            p.data -= lr * p.grad
            p.grad.zero_()
        losses.append(loss.item())
    return losses
