"""“图像卷积”的公开测试：在 image_convolution.py 所在的文件夹里运行 pytest 即可。

The public tests of this assignment: run plain `pytest` in the folder of image_convolution.py.
The cases are in cases/image_convolution.py.
"""

from check.plain_pytest import exercise_tests

test_exercise = exercise_tests("image_convolution")
