"""没有捕获异常。 / Does not catch the exception."""


def autograd_error(layer, x):
    layer(x).backward()
    return ""
