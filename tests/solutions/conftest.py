"""The reference solution that a test file is named after."""

import importlib.util
from pathlib import Path

import pytest
from hypothesis import settings

# The first call into torch is slow, and how slow is no one's mistake.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

SOLUTIONS = Path(__file__).parents[2] / "solutions"


@pytest.fixture(scope="module")
def solution(request):
    """Return the module solutions/A.py for the tests in test_A.py."""
    name = request.path.stem.removeprefix("test_")
    spec = importlib.util.spec_from_file_location(f"solution_{name}", SOLUTIONS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
