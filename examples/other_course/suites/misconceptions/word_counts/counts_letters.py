"""You counted the letters of a word inside other words as well; count whole words.

Check: parts
"""


def word_counts(text):
    text = text.lower()
    return {word: text.count(word) for word in text.split()}
