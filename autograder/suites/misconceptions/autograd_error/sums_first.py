"""先求和再反向传播，不会报错。 / Sums first, so nothing is raised."""


def autograd_error(layer, x):
    try:
        layer(x).sum().backward()
    except RuntimeError as error:
        return str(error)
    return ""
