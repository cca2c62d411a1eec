"""没有可训练参数的层，你直接返回了空字符串；其实从它反向传播也会出错。

For a layer without trainable parameters you return an empty string; backpropagating from it fails as well.

Check: without_parameters
"""


def autograd_error(layer, x):
    if not any(p.requires_grad for p in layer.parameters()):
        return ""
    try:
        layer(x).backward()
    except RuntimeError as error:
        return str(error)
    return ""
