"""返回异常对象而不是字符串。 / Returns the exception, not its message."""


def autograd_error(layer, x):
    try:
        layer(x).backward()
    except RuntimeError as error:
        return error
    return ""
