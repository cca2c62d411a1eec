"""打印消息，没有返回。 / Prints the message and returns nothing."""


def autograd_error(layer, x):
    try:
        layer(x).backward()
    except RuntimeError as error:
        print(error)
