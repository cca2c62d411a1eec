"""返回的是嵌套的列表；这一题要的是 torch 张量，列表里也没有计算图。

You return a nested list; the exercise asks for a torch tensor, and a list has no graph.

Check: lesson_example
"""


def corr2d(X, K):
    h, w = K.shape
    return (X.unfold(0, h, 1).unfold(1, w, 1) * K).sum((2, 3)).tolist()
