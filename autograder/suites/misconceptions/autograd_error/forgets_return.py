"""消息没有返回，也许只是打印了出来；print 和 return 是两回事。

The message is not returned, perhaps only printed; `print` and `return` are two different things.

Check: lesson_layer
"""


def autograd_error(layer, x):
    try:
        layer(x).backward()
    except RuntimeError as error:
        print(error)
