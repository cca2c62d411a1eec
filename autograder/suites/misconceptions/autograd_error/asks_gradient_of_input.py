"""让 x 也要求梯度，没有参数的层不再报同样的错。 / Asks for the gradient of x, which changes the message of layers without parameters."""


def autograd_error(layer, x):
    x = x.clone().requires_grad_(True)
    try:
        layer(x).backward()
    except RuntimeError as error:
        return str(error)
    return ""
