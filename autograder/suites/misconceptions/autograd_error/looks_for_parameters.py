"""没有参数的层直接返回空字符串。 / Returns an empty string at once for layers without parameters."""


def autograd_error(layer, x):
    if not any(p.requires_grad for p in layer.parameters()):
        return ""
    try:
        layer(x).backward()
    except RuntimeError as error:
        return str(error)
    return ""
