"""The autograder zip that is uploaded to Gradescope."""

from __future__ import annotations

import io
import shlex
import stat
import zipfile
from pathlib import Path

from autograder.course.manifest import Course
from autograder.export.files import save
from autograder.export.package.contents import package_files

SCRIPTS = ("setup.sh", "run_autograder")  # at the root of the zip, and executable
SETTINGS = "settings.sh"
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the date of every file, so that the same course makes the same zip


def write_zip(course: Course, assignment: str, language: str, allow_unsandboxed: bool, out: Path) -> int:
    """Write the zip that grades one assignment, and return how many files it holds."""
    settings = {"ASSIGNMENT": assignment, "LANGUAGE": language, "ALLOW_UNSANDBOXED": "1" if allow_unsandboxed else ""}
    files = package_files(course)
    files[SETTINGS] = "".join(f"{name}={shlex.quote(value)}\n" for name, value in settings.items()).encode()
    for name in SCRIPTS:
        files[name] = Path(__file__).with_name(f"gradescope_{name.removesuffix('.sh')}.sh").read_bytes()
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (stat.S_IFREG | (0o755 if name in SCRIPTS else 0o644)) << 16
            archive.writestr(entry, content)
    save(out, data.getvalue())
    return len(files)
