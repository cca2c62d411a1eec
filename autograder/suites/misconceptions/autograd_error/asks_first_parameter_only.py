"""你只看了第一个参数要不要梯度；只要有一个参数可训练，就有计算图。

You asked only whether the first parameter requires a gradient; one trainable parameter is enough for a graph.

Check: other_layers
"""


def autograd_error(layer, x):
    parameters = list(layer.parameters())
    if not parameters or not parameters[0].requires_grad:
        return "element 0 of tensors does not require grad and does not have a grad_fn"
    try:
        layer(x).backward()
    except RuntimeError as error:
        return str(error)
    return ""
