"""You used a ready-made sort; the exercise asks for your own.

Check: own_work
"""


def insertion_sort(items, key=None):
    return sorted(items, key=key)
