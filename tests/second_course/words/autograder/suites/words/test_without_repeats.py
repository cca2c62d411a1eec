"""`without_repeats`: each number where it stands first."""

from autograder.checks import check, compare


@check(points=10, zh="从小到大的数", en="Numbers in order")
def test_in_order(student, reference, draw):
    """One of them stands twice."""
    first = draw.integer(2, 50)
    items = [first, first, first + 1]
    compare(student.call(items), reference.call(items))


@check(points=30, zh="保持原来的顺序", en="The order stays")
def test_order_stays(student, reference):
    """The largest number stands first."""
    compare(student.call([300, 100, 300, 200]), reference.call([300, 100, 300, 200]))
