"""JUnit XML: a test suite for each result, a test case for each check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from xml.etree import ElementTree as Tree

from autograder.course.manifest import Course
from autograder.course.outcome import WORDS, Outcome
from autograder.course.text import Language, number, one_line
from autograder.export.files import save
from autograder.export.model import Done, Request
from autograder.export.wording import check_name, words
from autograder.results.model import CheckResult, Result

ELEMENTS = {
    Outcome.FAILED: "failure",
    Outcome.NOT_RUN: "failure",
    Outcome.NOT_ATTEMPTED: "skipped",
    Outcome.GRADER_ERROR: "failure",
}


def write(_course: Course, results: Sequence[Result], request: Request) -> Done:
    """Write all results into one file."""
    suites = Tree.Element("testsuites", name="autograder")
    for result in results:
        suites.append(_suite(result, request.language))
    counted = [element for suite in suites for element in suite.iter("testcase")]
    suites.attrib |= _counts(counted) | {"time": _seconds(sum(result.duration for result in results))}
    Tree.indent(suites)
    save(request.out, Tree.tostring(suites, encoding="utf-8", xml_declaration=True) + b"\n")
    return Done(str(request.out))


def _suite(result: Result, language: Language) -> Tree.Element:
    suite = Tree.Element("testsuite", name=f"{one_line(result.student)}/{result.assignment}")
    properties = Tree.SubElement(suite, "properties")
    _property(properties, "score", number(result.score or 0.0))
    _property(properties, "max_score", number(result.max_score))
    _property(properties, "isolation", result.isolation)
    used: Counter[str] = Counter()
    for exercise in result.exercises:
        _property(properties, f"{exercise.name}.score", number(exercise.score or 0.0))
        _property(properties, f"{exercise.name}.max_score", number(exercise.max_score))
        for check in exercise.checks:
            name = check_name(exercise, check, language)
            used[name] += 1
            unique = name if used[name] == 1 else f"{name} ({used[name]})"  # GitLab shows the first of equal names only
            suite.append(_case(f"{suite.get('name')}.{exercise.name}", unique, check, language))
    if said := words(result.message, language):
        Tree.SubElement(suite, "system-out").text = said
    suite.attrib |= _counts(list(suite.iter("testcase"))) | {
        "skipped": str(len(list(suite.iter("skipped")))),
        "time": _seconds(result.duration),
    }
    return suite


def _case(where: str, name: str, check: CheckResult, language: Language) -> Tree.Element:
    """Return a test case; the message stands twice, for GitLab reads the content of what failed and no attribute."""
    case = Tree.Element("testcase", classname=where, name=name)
    if check.outcome in ELEMENTS:
        said = words(check.message, language) or WORDS[check.outcome].in_language(language)
        ended = Tree.SubElement(case, ELEMENTS[check.outcome], type=str(check.outcome), message=one_line(said))
        ended.text = f"{said}\n{number(check.score)} / {number(check.max_score)}"
    return case


def _property(properties: Tree.Element, name: str, value: str) -> None:
    Tree.SubElement(properties, "property", name=name, value=value)


def _counts(cases: Sequence[Tree.Element]) -> dict[str, str]:
    failed = sum(case.find("failure") is not None for case in cases)
    return {"tests": str(len(cases)), "failures": str(failed), "errors": "0"}


def _seconds(duration: float) -> str:
    return f"{duration:.3f}"
