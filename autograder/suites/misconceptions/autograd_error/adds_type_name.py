"""消息前多了异常的类型名。 / Puts the exception's type before the message."""


def autograd_error(layer, x):
    try:
        layer(x).backward()
    except RuntimeError as error:
        return repr(error)
    return ""
