"""消息只是打印出来，没有返回；print 和 return 是两回事。

The message is printed but not returned; `print` and `return` are two different things.

Check: lesson_layer
"""


def autograd_error(layer, x):
    try:
        layer(x).backward()
    except RuntimeError as error:
        print(error)
