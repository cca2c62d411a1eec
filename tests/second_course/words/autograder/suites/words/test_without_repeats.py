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
    """The largest number stands first; a number and its negative; a number alone, and many numbers."""
    for items in ([300, 100, -100, 300, 200], [7, 7, 7], [*range(30, 10, -1), 20]):
        result, untouched = student.run(call_and_look, items)
        compare(result, reference.call(items))
        compare(untouched, items)


def call_and_look(module, items):
    """Probe: return the result, and the list afterwards."""
    return module.without_repeats(items), items
