"""把消息写死了。 / Writes the message down."""


def autograd_error(layer, x):
    return "grad can be implicitly created only for scalar outputs"
