"""无论输入是什么都抛出异常；只有卷积核放不下的时候才应当抛出。

An error is raised whatever comes in; only a kernel that does not fit calls for one.

Check: lesson_example
"""


def output_shape(input_shape, kernel_shape):
    raise ValueError('kernel too large')
