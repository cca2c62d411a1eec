"""消息里多了异常的类型名；repr 和 str 给出的不一样。

The message carries the name of the exception's type; `repr` and `str` give different things.

Check: lesson_layer
"""


def autograd_error(layer, x):
    try:
        layer(x).backward()
    except RuntimeError as error:
        return repr(error)
    return ""
