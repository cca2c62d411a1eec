"""你让输入也要求了梯度，于是没有参数的层也有了计算图；题目要的是直接调用 layer(x) 的结果。

You made the input require a gradient, so even a layer without parameters has a graph; the layer is to be called with x as it is.

Check: without_parameters
"""


def autograd_error(layer, x):
    x = x.clone().requires_grad_(True)
    try:
        layer(x).backward()
    except RuntimeError as error:
        return str(error)
    return ""
