"""“从全连接层到卷积”的公开测试：在 fc_to_conv.py 所在的文件夹里运行 pytest 即可。

The public tests of this assignment: run plain `pytest` in the folder of fc_to_conv.py.
The cases are in cases/fc_to_conv.py.
"""

from check.plain_pytest import exercise_tests

test_exercise = exercise_tests("fc_to_conv")
