"""A student's feedback page: each mistake once, what it cost, where it shows, and what to do next."""

from __future__ import annotations

import re
from html import unescape

import pytest
from msgspec.structs import replace

from autograder.course.load import load_course
from autograder.course.outcome import Outcome
from autograder.course.suite_files import MISCONCEPTIONS
from autograder.course.text import NO_TEXT, Text
from autograder.pages.course_texts import CourseTexts
from autograder.pages.student_page import student_page
from autograder.results.example import Example, Table
from autograder.results.model import OUR_FAULT, broken_result, check_result, exercise_result, submission_result
from autograder.results.say_once import say_once

A = "image_convolution"
TITLES = [Text("课文的例子", "The lesson's example"), Text("别的形状", "Other shapes"), Text("梯度", "Gradients")]
WRONG = Text(
    "返回值的形状正确，但 4 个元素中有 4 个数值不对。", "It has the right shape, but 4 of its 4 elements are wrong."
)
TYPE = Text("返回值的类型是 list，应为 tuple。", "The returned value has type list; expected tuple.")
UNREADABLE = Text("笔记本文件已损坏，不是合法的 JSON。", "The notebook is damaged: it is no valid JSON.")
WINDOW = Example(
    (Table("X", (("0", "1", "2"), ("3", "4", "5"), ("6", "7", "8"))), Table("K", (("0", "1"), ("2", "3")))),
    (Table("", (("19", "25"), ("37", "43"))),),
    (Table("", (("19", "11"), ("37", "43"))),),
    (Table("", (("", "-14"), ("", ""))),),
)
FLIPS = "flips_kernel"  # a known mistake of the course
CHINESE = re.compile(r"[\u4e00-\u9fff]")
HOSTILE = '</style><script>alert(1)</script><img src=x onerror=alert(2)> **b** =HYPERLINK("http://127.0.0.2:9/") \x1b[31m \u202e'
BIG = Table("X" * 20, (("-1.2345e-05",) * 12,) * 12)


def checks_with(*failed, outcome=Outcome.FAILED):
    """Three checks of six points; the first ones fail as given, with a message or with all fields of a check."""
    checks = [check_result(f"check_{n}", title, 2.0, Outcome.PASSED) for n, title in enumerate(TITLES)]
    for n, fields in enumerate(failed):
        given = {"message": fields} if isinstance(fields, Text) else fields
        checks[n] = replace(checks[n], outcome=outcome, score=0.0, **given)
    return checks


@pytest.fixture
def make_result(course):
    """Return a result in which exercises have these checks, and all others pass."""

    def make_result(student="张三", remark=NO_TEXT, assignment=A, gradable=True, **checks):
        of_course = course.assignments[assignment]
        others = checks_with() if gradable else checks_with(*[remark] * 3, outcome=Outcome.NOT_RUN)
        exercises = [
            say_once(exercise_result(replace(one, points=6), checks.get(one.name, others)))
            for one in of_course.exercises
        ]
        result = submission_result(
            student, of_course, gradable, remark, "full", "the-secret-seed", 1.0, exercises, "f1nger"
        )
        return replace(result, max_score=6.0 * len(exercises))

    return make_result


@pytest.fixture(scope="module")
def texts(course):
    return CourseTexts(course)


@pytest.fixture
def middling(make_result):
    """A known mistake that costs three checks, an unknown one that costs two, and an exercise nobody began."""
    flips = [{"message": WRONG, "misconception": FLIPS, "example": WINDOW}]
    flips += [{"message": WRONG, "misconception": FLIPS, "cause": "check_0"}] * 2
    not_begun = checks_with(*[Text("还没有作答。", "Not attempted yet.")] * 3, outcome=Outcome.NOT_ATTEMPTED)
    return make_result(corr2d=checks_with(*flips), output_shape=checks_with(TYPE, TYPE), edge_image=not_begun)


def shown(html, language=None):
    """Return the text of a page without its head, in one language or in both."""
    body = html.partition("</head>")[2]
    if language:
        other = {"zh": "en", "en": "zh"}[language]
        body = re.sub(rf'<span class="{other}"[^>]*>.*?</span>', "", body)
    return unescape(re.sub(r"<[^>]*>", "", body))


@pytest.mark.parametrize(("language", "sentence"), [("zh", TYPE.zh), ("en", TYPE.en)])
def test_a_mistake_is_said_once_with_the_checks_that_it_cost(middling, texts, language, sentence):
    text = shown(student_page([middling], [A], texts), language)
    assert text.count(sentence) == 1
    cost = text.partition(sentence)[2].partition("receptive_field")[0]
    titles = [getattr(title, language) for title in TITLES]
    assert [title in cost for title in titles[:2]] == [True, True]


def test_a_known_mistake_is_told_by_the_words_of_the_course(make_result, texts):
    explanation = texts.about(A, make_result(corr2d=checks_with({"misconception": FLIPS})).exercises[0]).explanations
    told = Text(f"{WRONG.zh}{explanation[FLIPS].zh}多说一句。", f"{WRONG.en} {explanation[FLIPS].en} One more.")
    page = student_page(
        [make_result(corr2d=checks_with({"message": told, "misconception": FLIPS}))], [A], texts, ["en"]
    )
    assert f"<strong>→ {explanation[FLIPS].en}" in page
    assert WRONG.en in page
    assert "One more." in page


def test_a_mistake_that_was_worded_anew_is_told_in_the_words_of_the_result(make_result, texts):
    checks = checks_with({"message": WRONG, "misconception": FLIPS})
    assert WRONG.en in student_page([make_result(corr2d=checks)], [A], texts, ["en"])


def test_a_catalogue_of_mistakes_that_is_broken_stops_no_page(make_result, course_copy):
    """Results outlive the catalogue that named their mistakes."""
    folder = course_copy / "autograder" / "suites" / MISCONCEPTIONS / "corr2d"
    folder.mkdir(parents=True)
    (folder / "no_docstring.py").write_text("pass\n")
    checks = checks_with({"message": WRONG, "misconception": FLIPS})
    texts = CourseTexts(load_course(course_copy))
    assert WRONG.en in student_page([make_result(corr2d=checks)], [A], texts, ["en"])


def test_what_passed_is_folded(middling, texts):
    page = student_page([middling], [A], texts, ["en"])
    folded = "".join(re.findall(r"<details>.*?</details>", page, re.DOTALL))
    assert TITLES[2].en in folded
    assert "Checks that passed: 3, worth 6 points" in folded


def test_the_first_exercise_to_look_at_and_its_section_are_named(middling, texts):
    text = shown(student_page([middling], [A], texts, ["en"]))
    assert "Look at corr2d (Two-dimensional cross-correlation) first." in text
    assert "run python -m check corr2d" in text
    assert "the section “The cross-correlation operation”" in text


def test_with_full_marks_there_is_nothing_to_do(make_result, texts):
    text = shown(student_page([make_result()], [A], texts, ["en"]))
    assert "Full marks" in text
    assert "python -m check" not in text


def test_a_public_case_is_drawn_with_what_is_wrong_and_what_it_is_computed_from(middling, texts):
    page = student_page([middling], [A], texts, ["en"])
    assert re.findall(r"<caption>(.*?)</caption>", page) == ["X", "K", "expected", "got", "difference"]
    assert re.findall(r'<td class="wrong"><strong>(.*?)</strong>', page) == ["11", "-14"]
    assert re.findall(r'<td class="seen">(.*?)<', page) == ["1", "2", "4", "5"]
    assert re.findall(r'<td class="first">(.*?)<', page) == ["25"]
    assert "receptive field" in page


def test_arguments_that_no_window_fits_have_no_receptive_field(make_result, texts):
    """A number has the size of any window of one cell."""
    number = replace(WINDOW, arguments=(WINDOW.expected[0], Table("bias", (("1",),))))
    page = student_page([make_result(corr2d=checks_with({"message": WRONG, "example": number}))], [A], texts, ["en"])
    assert 'class="seen"' not in page


def test_a_value_that_only_looks_right_is_not_drawn(make_result, texts):
    same_look = replace(WINDOW, got=WINDOW.expected, difference=())
    page = student_page([make_result(corr2d=checks_with({"message": TYPE, "example": same_look}))], [A], texts)
    assert "<table" not in page


def test_values_that_cannot_be_subtracted_have_no_table_of_differences(make_result, texts):
    nothing = replace(
        WINDOW, expected=(Table("", (("2.5",),)),), got=(Table("", (("None",),)),), difference=(Table("", (("≠",),)),)
    )
    page = student_page([make_result(corr2d=checks_with({"message": WRONG, "example": nothing}))], [A], texts, ["en"])
    assert re.findall(r"<caption>(.*?)</caption>", page) == ["X", "K", "expected", "got"]


def test_a_page_of_one_language_has_no_word_of_the_other(middling, texts):
    page = student_page([replace(middling, student="anna")], [A], texts, ["en"])
    assert not CHINESE.search(page)
    assert 'type="radio"' not in page


def test_what_is_not_gradable_says_why_and_shows_no_exercises(make_result, texts):
    result = make_result(remark=UNREADABLE, gradable=False)
    text = shown(student_page([result], [A], texts, ["zh"]))
    assert UNREADABLE.zh in text
    assert "重新提交" in text
    assert "corr2d" not in text


def test_what_was_not_handed_in_is_named(make_result, texts):
    text = shown(student_page([make_result()], [A, "practice"], texts, ["en"]))
    assert "Nothing of yours was there to grade for “Exercises”" in text


def test_an_error_of_the_grader_is_nobody_s_mistake(make_result, texts, course):
    whole = student_page([broken_result("张三", course.assignments[A], "the-secret-seed")], [A], texts, ["en"])
    one = student_page(
        [make_result(corr2d=checks_with(OUR_FAULT, outcome=Outcome.GRADER_ERROR), edge_image=checks_with(TYPE))],
        [A],
        texts,
        ["en"],
    )
    for page in (whole, one):
        assert "The grader itself failed. It is not your fault" in page
        assert "No score yet" in page
    assert "python -m check" not in whole
    assert "python -m check edge_image" in shown(one)


def test_a_page_has_neither_the_seed_nor_what_else_is_not_for_students(middling, texts, course):
    page = student_page([middling], [A], texts)
    assert [word for word in ("the-secret-seed", "f1nger", str(course.root)) if word in page] == []


def test_the_largest_page_is_light(make_result, texts, course):
    """Every check of every assignment fails for a reason of its own, with the largest tables."""
    results = []
    for name, assignment in course.assignments.items():
        failed = [{"message": Text(f"{n}{WRONG.zh}" * 3, f"{n}{WRONG.en}" * 3)} for n in range(3)]
        failed[0]["example"] = Example((BIG,) * 2, (BIG,), (BIG,), (BIG,))
        checks = {one.name: checks_with(*failed) for one in assignment.exercises}
        results.append(make_result(assignment=name, **checks))
    page = student_page(results, [*course.assignments], texts)
    assert "<table" in page
    assert len(page.encode()) <= 300_000


def test_nothing_runs_that_somebody_wrote(visit, make_result, texts):
    told = Text(HOSTILE, HOSTILE + " ")
    example = replace(WINDOW, got=(Table(HOSTILE, ((HOSTILE,),)),), difference=())
    result = make_result(HOSTILE, told, corr2d=checks_with({"message": told, "example": example}))
    seen = visit(student_page([result], [A], texts), "hostile")
    assert (seen.said, seen.asked) == ([], [])
    assert seen.text.count("<script>alert(1)</script>") >= 4
    assert "\x1b" not in seen.text


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_of_level_a_or_aa_fails_and_nothing_is_asked_for(visit, make_result, middling, texts, scheme):
    pages = {
        "feedback-perfect": [make_result()],
        "feedback-middling": [middling],
        "feedback-not-gradable": [make_result(remark=UNREADABLE, gradable=False)],
    }
    for name, results in pages.items():
        for press in ("", "#show-en"):
            seen = visit(student_page(results, [A, "practice"], texts), f"{name}{press[-3:]}", scheme, press)
            assert (seen.said, seen.asked, seen.failing) == ([], [], [])
