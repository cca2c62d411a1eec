"""别的单词里面的这几个字母也被数进去了。

The letters are counted inside other words as well.

Check: whole_words
"""


def count_word(text, word):
    return text.count(word)
