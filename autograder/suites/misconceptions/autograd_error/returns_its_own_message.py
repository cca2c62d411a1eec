"""返回的是你自己写的一句话；题目要的是 PyTorch 给出的消息，一字不改。

You return a sentence of your own; the message of PyTorch is asked for, word for word.

Check: lesson_layer
"""


def autograd_error(layer, x):
    try:
        layer(x).backward()
    except RuntimeError:
        return "y is not a scalar"
    return ""
