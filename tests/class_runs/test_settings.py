"""What a submission sets at its top holds in its own functions, and costs no right answer a point."""

from __future__ import annotations

import pytest

IMPORTS = "import os, random, sys, warnings\nimport numpy\nimport torch\n"
SETTINGS = {
    "double precision": "torch.set_default_dtype(torch.float64)",
    "gradients off": "torch.set_grad_enabled(False)",
    "inference mode": "mode = torch.inference_mode()\nmode.__enter__()",
    "many others": """
torch.set_default_device('cpu')
torch.manual_seed(3)
random.seed(1)
numpy.random.seed(2)
torch.set_num_threads(2)
torch.use_deterministic_algorithms(True)
torch.autograd.set_detect_anomaly(True)
torch.set_printoptions(precision=1)
numpy.set_printoptions(precision=1)
numpy.seterr(all='raise')
warnings.simplefilter('error')
sys.setrecursionlimit(5000)
os.makedirs('own', exist_ok=True)
os.chdir('own')
""",
}
HOLDS = f"""{IMPORTS}
torch.set_default_dtype(torch.float64)
torch.set_printoptions(precision=1)
numpy.seterr(divide='ignore')
warnings.simplefilter('ignore')
sys.setrecursionlimit(5000)


def settings():
    return (torch.get_default_dtype(), str(torch.tensor(0.25)), numpy.geterr(), len(warnings.filters),
            sys.getrecursionlimit(), os.getcwd())


AT_THE_TOP = settings()


def second_derivative_kernel():
    assert settings() == AT_THE_TOP
    return torch.tensor([[1.0, -2.0, 1.0]])


def integral_kernel(n):
    second_derivative_kernel()
    torch.set_default_dtype(torch.float16)
    torch.set_printoptions(precision=3)
    numpy.seterr(all='raise')
    warnings.resetwarnings()
    sys.setrecursionlimit(100)
    os.chdir('/')
    return torch.ones(1, n)
"""


def below_full_marks(run):
    return {
        (student, exercise["name"]): [check["message"]["en"] for check in exercise["checks"] if check["message"]]
        for (student, _), record in run.records.items()
        for exercise in record["exercises"]
        if exercise["score"] != exercise["max_score"]
    }


def test_the_solutions_keep_full_marks_under_every_setting(course, grade, make_class, tmp_path):
    students = {
        f"{assignment}, {name}": {
            f"{assignment}.py": f"{IMPORTS}{setting}\n{course.solution(assignment).read_text(encoding='utf-8')}"
        }
        for assignment in course.assignments
        for name, setting in SETTINGS.items()
    }
    run = grade(make_class(tmp_path / "class", students), tmp_path / "out")
    assert run.code == 0, run.stderr
    assert {student for student, _ in run.records} == students.keys()
    assert below_full_marks(run) == {}


def test_settings_of_the_top_hold_in_every_call_whatever_a_call_sets(grade, make_class, tmp_path):
    run = grade(make_class(tmp_path / "class", {"a": {"practice.py": HOLDS}}), tmp_path / "out")
    for exercise in ("second_derivative_kernel", "integral_kernel"):
        result = run.exercise("a", "practice", exercise)
        assert result["score"] == result["max_score"], result["checks"]


@pytest.mark.slow
def test_every_right_variant_keeps_full_marks_in_double_precision(course, grade, make_class, tmp_path):
    variants = {
        f"{exercise.name} {path.stem}": (assignment.name, path.read_text(encoding="utf-8"))
        for assignment in course.assignments.values()
        for exercise in assignment.exercises
        for path in (course.suites / "right" / exercise.name).glob("*.py")
    }
    setting = f"{IMPORTS}{SETTINGS['double precision']}\n"
    students = {name: {f"{assignment}.py": setting + source} for name, (assignment, source) in variants.items()}
    run = grade(make_class(tmp_path / "class", students), tmp_path / "out")
    below = below_full_marks(run)
    assert {key: messages for key, messages in below.items() if key[0].split()[0] == key[1]} == {}
