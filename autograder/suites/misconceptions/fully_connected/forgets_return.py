"""结果算出来了，也许还打印了，却没有返回；print 和 return 是两回事。

The result is computed, printed perhaps, but not returned; `print` and `return` are two different things.

Check: public_image
"""


def fully_connected(X, W, U):
    H = (W * X).sum((2, 3)) + U
    print(H)
