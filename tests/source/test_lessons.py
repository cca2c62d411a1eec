"""The lessons of this course have the same slots in both languages, and their release shows no answers."""

import ast
import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.preprocessors import ClearHiddenTests

from autograder.build.lesson import Slot, read_lesson
from autograder.build.one_language import in_language
from autograder.build.python import definitions_of
from autograder.build.sections import sections
from autograder.build.sources import read_sources
from autograder.course.load import load_course

NAMES = tuple(load_course(Path(__file__).parents[2]).assignments)
LANGUAGES = ("zh", "en")
HAN = re.compile(r"[\u4e00-\u9fff]")
REGION = re.compile(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", re.DOTALL)
FORMULA = re.compile(r"\$\$(.+?)\$\$|\$([^$\n]+)\$", re.DOTALL)
PAIRS = ((r"(?<!\\)\{", r"(?<!\\)\}"), (r"\\left\b", r"\\right\b"), (r"\\begin\{", r"\\end\{"))
SHORTEST = 12  # characters; a shorter line, such as `return Y`, reveals no solution

each_assignment = pytest.mark.parametrize("name", NAMES)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def slots(course, name, language):
    """Return the slots of a lesson in their order."""
    text = course.lesson(name, language).read_text(encoding="utf-8")
    return [piece for piece in read_lesson(text, name) if isinstance(piece, Slot)]


def solution_lines(source):
    """Return the lines between the solution markers that would reveal a solution."""
    lines = (line.strip() for region in REGION.findall(source) for line in region.splitlines())
    return {line for line in lines if len(line) >= SHORTEST}


def docstrings(course, name, notebook):
    """Return the docstrings of the functions, classes and methods that the notebook has from the solutions."""
    wanted = {*course.assignments[name].given, *(exercise.name for exercise in course.assignments[name].exercises)}
    trees = [ast.parse(cell.source) for cell in notebook.cells if cell.id in wanted]
    documented = [n for tree in trees for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.ClassDef)]
    return [text for node in documented if (text := ast.get_docstring(node))]


def failures(course, name, notebook):
    """Run a notebook as Jupyter does, in the folder that nbgrader releases; return what each cell that failed shows."""
    resources = {"metadata": {"path": str(course.notebook(name).parent)}}
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources=resources).execute()
    outputs = [(cell.id, output) for cell in notebook.cells for output in cell.get("outputs", ())]
    return {key: output.traceback for key, output in outputs if output.output_type == "error"}


def pictures(notebook):
    """Return the cells that show a picture."""
    outputs = [(cell.id, output) for cell in notebook.cells for output in cell.get("outputs", ())]
    return {key for key, output in outputs if "image/png" in output.get("data", ())}


def drawing(notebook):
    """Return the cells whose code draws."""
    return {cell.id for cell in notebook.cells if cell.cell_type == "code" and "plt.show(" in cell.source}


@each_assignment
@each_language
def test_every_assignment_has_a_lesson(course, name, language):
    assert course.lesson(name, language).read_text(encoding="utf-8").startswith("# ")


@each_assignment
def test_both_languages_have_the_same_slots_in_the_same_order(course, name):
    chinese, english = ([str(slot) for slot in slots(course, name, language)] for language in LANGUAGES)
    assert chinese == english


@each_assignment
def test_every_exercise_has_a_section_whose_title_is_in_the_lesson(course, name):
    found = sections(course, name)
    assert list(found) == [exercise.name for exercise in course.assignments[name].exercises]
    for language in LANGUAGES:
        lesson = re.sub(r"\\[a-zA-Z]+|[{}$]", "", course.lesson(name, language).read_text(encoding="utf-8"))
        assert [one for one in found.values() if f"# {getattr(one, language)}\n" not in lesson] == []


@each_assignment
def test_exercises_come_in_the_order_of_the_manifest(course, name):
    asked = [slot.name for slot in slots(course, name, "zh") if slot.kind == "exercise"]
    assert asked == [exercise.name for exercise in course.assignments[name].exercises]


@each_assignment
@each_language
def test_a_lesson_begins_with_what_to_do_and_how_it_is_graded(source_notebook, name, language):
    opening = source_notebook(name, language).cells[0].source
    assert {"zh": "怎样评分", "en": "how it is graded"}[language] in opening
    assert "100" in opening


@each_assignment
@each_language
def test_formulas_are_well_formed(course, name, language):
    """A broken formula would otherwise show only in a browser."""
    text = course.lesson(name, language).read_text(encoding="utf-8")
    formulas = [display or inline for display, inline in FORMULA.findall(text)]
    assert "$" not in FORMULA.sub("", text)
    for formula in formulas:
        for opening, closing in PAIRS:
            assert len(re.findall(opening, formula)) == len(re.findall(closing, formula)), formula


@each_assignment
@each_language
def test_notebooks_are_valid_and_carry_no_outputs_and_no_pairing(source_notebook, name, language):
    notebook = source_notebook(name, language)
    nbformat.validate(notebook)
    MetadataValidator().validate_nb(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert "jupytext" not in nbformat.writes(notebook)
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)
    assert [cell.id for cell in notebook.cells if cell.get("outputs") or cell.get("execution_count")] == []


@each_assignment
@each_language
def test_a_released_cell_is_the_stub(course, released_notebook, name, language):
    stubs = definitions_of(course.stub(name).read_text(encoding="utf-8"))
    cells = {cell.id: cell.source for cell in released_notebook(name, language).cells}
    for exercise in course.assignments[name].exercises:
        assert cells[exercise.name] == in_language(stubs[exercise.name], language)
        assert cells[exercise.name].endswith("    pass")


@each_assignment
@each_language
def test_docstrings_of_a_notebook_are_in_its_language(course, released_notebook, name, language):
    texts = docstrings(course, name, released_notebook(name, language))
    assert len(texts) >= len(course.assignments[name].exercises)
    if language == "en":
        assert [text for text in texts if HAN.search(text)] == []
    else:
        assert [text for text in texts if not HAN.search(text) or "Lesson" in text] == []


@each_language
def test_sections_that_docstrings_cite_are_in_the_lessons(course, released_notebook, language):
    lessons = [re.sub(r"\\[a-zA-Z]+|[{}$]", "", course.lesson(n, language).read_text(encoding="utf-8")) for n in NAMES]
    texts = "\n".join(text for name in NAMES for text in docstrings(course, name, released_notebook(name, language)))
    cited = re.findall(r"“(.+?) · (.+?)”", texts)
    assert texts.count({"zh": "课文：", "en": "Lesson: "}[language]) <= len(cited)
    for title, heading in cited:
        assert any(f"# {title}\n" in lesson and f"## {heading}\n" in lesson for lesson in lessons), (title, heading)


@each_assignment
@each_language
def test_exercises_and_questions_are_headings(course, released_notebook, name, language):
    headings = {
        cell.id: cell.source for cell in released_notebook(name, language).cells if cell.source.startswith("### ")
    }
    assignment = course.assignments[name]
    for item in (*assignment.exercises, *assignment.written):
        assert getattr(item.title, language) in headings[f"{item.name}_title"]


@each_assignment
@each_language
def test_a_release_holds_no_solution_no_hidden_test_and_no_model_answer(
    course, source_notebook, released_notebook, name, language
):
    released = "\n".join(cell.source for cell in released_notebook(name, language).cells)
    stub = course.stub(name).read_text(encoding="utf-8")  # its docstrings share some lines with the solutions
    wanted = solution_lines(course.solution(name).read_text(encoding="utf-8"))
    answers = [slot.text.splitlines() for slot in slots(course, name, language) if slot.kind == "written"]
    wanted |= {line for lines in answers for line in lines if line}
    source = "\n".join(cell.source for cell in source_notebook(name, language).cells)
    assert {line for line in wanted if line in source} == wanted
    assert {line for line in wanted if line in released and line not in stub} == set()
    assert "HIDDEN" not in released
    assert "autograder.nbgrader" not in released


@each_assignment
def test_public_cases_contain_no_line_of_any_solution(course, name):
    files = course.public_tests(name), course.public_cases(name)
    public = "\n".join(path.read_text(encoding="utf-8") for path in files)
    for other in course.assignments:
        lines = solution_lines(course.solution(other).read_text(encoding="utf-8"))
        assert {line for line in lines - {"super().__init__()"} if line in public} == set()


@each_assignment
def test_figures_do_not_need_the_students_answers(course, name):
    sources = read_sources(course, course.assignments[name])
    names = {
        node.id
        for cell in sources.code.values()
        for node in ast.walk(ast.parse(cell.source))
        if isinstance(node, ast.Name)
    }
    assert names & {exercise.name for exercise in course.assignments[name].exercises} == set()


@pytest.mark.slow
@each_assignment
def test_a_solved_notebook_runs_from_top_to_bottom(course, source_notebook, name):
    notebook, _ = ClearHiddenTests().preprocess(source_notebook(name, "zh"), {})
    assert failures(course, name, notebook) == {}
    assert drawing(notebook) <= pictures(notebook)


@pytest.mark.slow
@each_assignment
@each_language
def test_an_untouched_release_runs_to_its_end_and_each_check_says_in_one_line_that_nothing_is_written(
    course, released_notebook, name, language
):
    notebook = released_notebook(name, language)
    failed = failures(course, name, notebook)
    assert set(failed) == {f"{exercise.name}_checks" for exercise in course.assignments[name].exercises}
    said = {"zh": "还没有作答", "en": "not attempted yet"}[language]
    assert [lines for lines in failed.values() if len(lines) != 1 or said not in lines[0]] == []
    assert drawing(notebook) <= pictures(notebook)
