"""The pages of docs/ are a site without a broken link, and its reference has everything that authors use."""

import subprocess
import sys

import pytest

from autograder import checks

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(root, tmp_path_factory):
    """Return the folder of the site, which was made with every warning as an error."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_every_page_of_the_docs_is_in_it(root, site):
    pages = {path.relative_to(root / "docs").with_suffix(".html") for path in (root / "docs").rglob("*.md")}
    assert {page for page in pages if not (site / page).is_file()} == set()
    assert (site / "contributing.html").is_file()


def test_what_a_suite_imports_is_described(site):
    page = (site / "reference" / "checks.html").read_text(encoding="utf-8")
    described = {name for name in checks.__all__ if f'id="autograder.checks.{name}' in page}
    classes_and_functions = {name for name in checks.__all__ if getattr(getattr(checks, name), "__doc__", None)}
    assert {"Student", "Reference", "Draw", "compare", "check"} <= described & classes_and_functions


def test_every_key_of_the_manifest_is_described(site):
    page = (site / "reference" / "manifest.html").read_text(encoding="utf-8")
    assert "{{" not in page
    for key in ("name_mistakes", "handin_names", "check_seconds", "given"):
        assert f"<code>{key}</code>" in page


def test_nothing_is_fetched_from_elsewhere(site):
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    assert not any('src="http' in page or 'rel="stylesheet" href="http' in page for page in pages)
