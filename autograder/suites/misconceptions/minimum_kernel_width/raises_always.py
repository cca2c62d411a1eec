"""无论 d 是多少都抛出异常；只有负的阶数才应当抛出。

An error is raised for every d; only a negative order calls for one.

Check: first_and_second
"""


def minimum_kernel_width(d):
    raise ValueError("unknown")
