"""没有可训练参数的层，你也当成了有计算图：也许只看了输出的大小，也许让 x 要求了梯度。直接对 layer(x) 反向传播，看它会说什么。

You treat a layer without trainable parameters as if it had a graph, judging by size alone or making x require a gradient; backpropagate from layer(x) as it is.

Check: without_parameters
"""


def autograd_error(layer, x):
    if layer(x).numel() == 1:
        return ""
    return "grad can be implicitly created only for scalar outputs"
