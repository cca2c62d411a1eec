"""反向传播之前先求了和，就没有错误了；题目要的正是直接从 y 反向传播时的错误。

Summing before you backpropagate removes the error; the exercise wants the one that comes straight from y.

Check: lesson_layer
"""


def autograd_error(layer, x):
    try:
        layer(x).sum().backward()
    except RuntimeError as error:
        return str(error)
    return ""
