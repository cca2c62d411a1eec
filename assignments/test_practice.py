"""“练习”的公开测试：在 practice.py 所在的文件夹里运行 pytest 即可。

The public tests of the exercises: run plain `pytest` in the folder of practice.py.
The cases are in cases/practice.py.
"""

from check.plain_pytest import exercise_tests

test_exercise = exercise_tests("practice")
