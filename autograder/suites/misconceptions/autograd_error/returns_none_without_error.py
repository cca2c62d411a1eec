"""没有错误时返回 None。 / Returns None where nothing is raised."""


def autograd_error(layer, x):
    try:
        layer(x).backward()
    except RuntimeError as error:
        return str(error)
