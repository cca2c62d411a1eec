"""返回列表。 / Returns a list."""


def edge_kernel():
    return [[1.0, -1.0]]
