"""用 else，结束后清除梯度。 / An else clause; clears the gradients afterwards."""


def autograd_error(layer, x):
    y = layer(x)
    try:
        y.backward(retain_graph=True)
    except RuntimeError as error:
        text = str(error)
    else:
        text = str()
    finally:
        layer.zero_grad()
    return text
