"""你用除法数了互不重叠的窗口；这里窗口每次只移动一格。

Dividing counts windows that do not overlap; here the window moves by one.

Check: lesson_example
"""


def output_shape(input_shape, kernel_shape):
    (n_h, n_w), (k_h, k_w) = input_shape, kernel_shape
    if k_h > n_h or k_w > n_w:
        raise ValueError("kernel too large")
    return n_h // k_h, n_w // k_w
