"""先设空字符串。 / An empty message to begin with."""

import torch


def autograd_error(layer, x):
    message = ""
    y = layer(x)
    try:
        torch.autograd.backward(y)
    except RuntimeError as error:
        message = error.args[0]
    return message
