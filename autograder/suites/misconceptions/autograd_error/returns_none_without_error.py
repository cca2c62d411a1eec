"""没有出错的时候，函数走到末尾返回了 None；这时应当返回空字符串。

Where nothing is raised, the function runs off its end and gives None; an empty string is asked for.

Check: single_element
"""


def autograd_error(layer, x):
    try:
        layer(x).backward()
    except RuntimeError as error:
        return str(error)
