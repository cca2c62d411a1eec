"""`check(thing)` in a notebook finds the exercise, answers in one language, and raises what Jupyter shows in a line."""

from __future__ import annotations

import pytest


@pytest.fixture
def run_in(names_of):
    """Return a function that runs the text of cells in a notebook of a language; Chinese again afterwards."""
    from check import set_language

    def run_in(language, source):
        set_language(language)
        names_of(f"from check import check\n{source}")

    yield run_in
    set_language("zh")


@pytest.mark.parametrize(("language", "said"), [("zh", "还没有作答"), ("en", "not attempted yet")])
def test_an_untouched_exercise_raises_one_line_in_the_notebooks_language(run_in, language, said):
    from check.notebook.check_cell import NotPassed

    with pytest.raises(NotPassed) as raised:
        run_in(language, "def corr2d(X, K):\n    pass\n\ncheck(corr2d)")
    (line,) = raised.value._render_traceback_()
    assert said in line


def test_a_right_answer_raises_nothing_and_says_so(run_in, capsys):
    source = (
        "def output_shape(n, k):\n    h, w = n[0] - k[0] + 1, n[1] - k[1] + 1\n    if min(h, w) < 1: raise ValueError\n"
    )
    run_in("en", f"{source}    return h, w\n\ncheck(output_shape)")
    assert "all 7 public cases pass" in capsys.readouterr().out


def test_an_exercise_is_found_by_the_name_that_holds_it(run_in):
    source = "minimum_kernel_width = lambda d: 1 / 0 if d else 1\ncheck(minimum_kernel_width)"
    from check.notebook.check_cell import NotPassed

    with pytest.raises(NotPassed, match="minimum_kernel_width"):
        run_in("en", source)


def test_something_else_is_answered_with_the_names_of_the_exercises(run_in):
    from check.notebook.check_cell import NotPassed

    with pytest.raises(NotPassed, match=r"There are: .*corr2d"):
        run_in("en", "check(3)")
