"""捕获所有异常，并打印。 / Catch every exception, and print."""


def autograd_error(layer, x):
    try:
        y = layer(x)
        y.backward()
        print("no error")
        return ""
    except Exception as error:
        print(error)
        return f"{error}"
