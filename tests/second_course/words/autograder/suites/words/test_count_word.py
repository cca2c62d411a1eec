"""`count_word`: how often a word stands in a text."""

from autograder.checks import check, compare


@check(points=20, zh="一段短文", en="A short text", public=True)
def test_short_text(student, reference):
    """No other word has these letters."""
    case = "red green red", "red"
    compare(student.call(*case, public=True), reference.call(*case), public=True)


@check(points=40, zh="只数完整的单词", en="Whole words only")
def test_whole_words(student, reference):
    """The letters of the word stand in another word as well; capitals count; long and empty texts and words."""
    long = "incomprehensibilities"
    for case in (("one stone", "one"), ("Red red red", "Red"), ("", "one"), ("one two", ""), (f"{long} {long}", long)):
        compare(student.call(*case), reference.call(*case))
