"""你先把参数都设成了要求梯度；被冻结的层就应当保持冻结，看它会报什么错。

You made every parameter require a gradient first; a frozen layer should stay frozen, and the question is what it says then.

Check: frozen
"""


def autograd_error(layer, x):
    for p in layer.parameters():
        p.requires_grad_(True)
    try:
        layer(x).backward()
    except RuntimeError as error:
        return str(error)
    return ""
