"""在 except 里返回。 / Return from the except clause."""


def autograd_error(layer, x):
    try:
        layer(x).backward()
    except RuntimeError as e:
        return str(e)
    return ""
