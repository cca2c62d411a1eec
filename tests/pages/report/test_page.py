"""The report in a browser: it is sorted and filtered there, in light and dark, and runs nothing that students wrote."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from autograder.course.person import Person
from autograder.course.text import Text
from autograder.report.class_results import ClassResults
from autograder.report.write import report_page

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="there is no axe-core")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "<img src=x onerror=alert(3)>",
    "=HYPERLINK(\"http://127.0.0.2:9\")",
    "\x1b[2J\u202egnp",
    "`</style>`",
    "\u2028alert(4)//",
    "\udcff",
    "{{ 7 * 191 }}",
)  # fmt: skip


def failing_rules(page) -> list[str]:
    found = axe.Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


def is_sorted(texts: list[str], reverse: bool = False) -> bool:
    numbers = [float(text.rstrip("%")) for text in texts if text[-1].isdigit() or text[-1] == "%"]
    return bool(numbers) and numbers == sorted(numbers, reverse=reverse)


@pytest.mark.parametrize(("scheme", "language"), [("light", "en"), ("dark", "zh")])
def test_a_class_of_a_thousand_is_shown_without_an_error_or_a_failing_rule(
    open_report, class_of, picture, scheme, language
):
    results = class_of.many(1000)
    earlier = [class_of.one(result.student, 0.9) for result in results[:30]] + results[30:]
    with open_report(results, earlier, scheme=scheme) as report:
        report.page.check(f"#show-{language}")
        for section in ("common-mistakes", "changes"):
            report.table(section).locator("summary").first.click()
        picture(report, f"report-1000-{scheme}")
        assert (report.said, report.asked, failing_rules(report.page)) == ([], [], [])


def test_a_column_is_sorted_both_ways_by_its_heading(open_report, class_of):
    with open_report(class_of.many(300)) as report:
        for descending in (False, True):
            report.sort("checks", "difficulty")
            assert is_sorted(report.column("checks", 6), descending)
        report.sort("class", "score")
        report.sort("class", "score")
        scores = report.column("class", 3)
        assert is_sorted(scores, reverse=True)
        heading = report.table("class").locator("th[aria-sort]")
        assert (heading.count(), heading.get_attribute("aria-sort")) == (1, "descending")


def test_the_rows_are_filtered_by_words_and_by_choices(open_report, class_of):
    with open_report(class_of.many(300)) as report:
        assert report.count("class") == "300 / 300"
        report.choose("class", "status", "not gradable")
        shown = report.column("class", 1)
        assert report.count("class") == f"{len(shown)} / 300"
        assert set(report.column("class", 2)) == {"not gradable"}
        report.search("class", shown[0][-4:])
        assert report.column("class", 1) == [shown[0]]
        report.search("class", "nobody of this name")
        assert report.column("class", 1) == []


def test_a_mistake_is_found_by_the_name_of_who_made_it(open_report, class_of):
    results = class_of.many(300)
    with open_report(results) as report:
        counts = [int(text) for text in report.column("common-mistakes", 3)]
        assert counts == sorted(counts, reverse=True)
        details = report.table("common-mistakes").locator("details").first
        details.locator("summary").click()
        details.filter(has_text="、").wait_for()  # it is filled when it is open
        names = details.inner_text().partition("\n")[2].split("、")
        assert len(names) == counts[0]
        report.search("common-mistakes", names[-1])
        found = report.table("common-mistakes").locator("tbody tr")
        assert 0 < found.count() < len(counts)


def test_rows_are_drawn_when_they_are_scrolled_to(open_report, class_of):
    with open_report(class_of.many(5000)) as report:
        first = len(report.column("class", 1))
        assert first < 200
        report.table("class").locator(".scroll").evaluate("box => box.scrollTo(0, box.scrollHeight)")
        report.table("class").locator("tbody tr").nth(first).wait_for(state="attached")
        assert report.said == []


def test_the_map_of_the_class_is_drawn_in_the_colours_of_the_cells(open_report, class_of):
    with open_report(class_of.many(50)) as report:
        colours = report.table("class").locator("canvas").evaluate(
            "map => { const { data } = map.getContext('2d').getImageData(0, 0, map.width, map.height);"
            " return new Set(new Uint32Array(data.buffer)).size }"
        )  # fmt: skip
        assert colours > 5


@pytest.fixture
def hostile(class_of):
    """Return results with hostile text in all that comes from students."""
    texts = [Text(text, text) for text in HOSTILE]
    named = [class_of.one(name, 0.4, message=text) for name, text in zip(HOSTILE, texts, strict=True)]
    people = [class_of.one(f"p{i}", 0.4, person=Person(text, text, text, text)) for i, text in enumerate(HOSTILE)]
    unread = [class_of.unreadable(f"u{i}", text) for i, text in enumerate(texts)]
    return [*named, *people, *unread]


def test_what_students_wrote_is_shown_and_runs_nowhere(open_report, hostile):
    earlier = [replace(result, score=1.0) for result in hostile]
    with open_report(hostile, earlier) as report:
        for section in ("class", "look", "remarks", "changes"):
            report.search(section, "alert(1)")
            assert "<script>alert(1)</script>" in report.table(section).locator("tbody").first.inner_text()
        assert "=HYPERLINK" in report.page.content()
        assert (report.said, report.asked, failing_rules(report.page)) == ([], [], [])


def test_no_text_of_a_student_stands_in_the_page_as_markup(course, hostile):
    html = report_page(ClassResults(course, hostile))
    assert len(re.findall("<script", html)) == 2
    assert not re.search("<img|\x1b|\u202e|\u2028", html)
    assert "1337" not in html


def test_neither_the_seed_nor_a_place_on_the_machine_is_in_the_page(course, class_of):
    results = [*class_of.many(40), class_of.unreadable("u")]
    html = report_page(ClassResults(course, results, [class_of.one(result.student) for result in results]))
    assert results[0].seed not in html
    assert str(course.root) not in html
    assert results[0].fingerprint not in html


def test_a_class_with_a_roster_is_filtered_by_section(open_report, class_of):
    results = [class_of.one(f"s{i}", person=Person(f"id{i}", f"Name {i}", section="AB"[i % 2])) for i in range(20)]
    with open_report(results) as report:
        assert "Name 3 · id3 · s3" in report.column("class", 1)
        report.choose("class", "section", "B")
        assert report.count("class") == "10 / 20"


def test_a_perfect_class_has_nothing_to_look_at(open_report, class_of):
    with open_report([class_of.one(f"s{i}") for i in range(12)]) as report:
        assert "every submission has a score" in report.table("look").inner_text()
        assert report.table("changes").count() == 0
        assert set(report.column("checks", 8)) == {"everybody passes"}
        assert (report.said, failing_rules(report.page)) == ([], [])
