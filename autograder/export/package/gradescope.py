"""The autograder zip that is uploaded to Gradescope."""

from __future__ import annotations

import io
import shlex
import stat
import zipfile
from collections.abc import Sequence
from pathlib import Path

from autograder.course.manifest import Course
from autograder.course.text import Language
from autograder.export.files import save
from autograder.export.package.contents import package_files

SCRIPTS = ("setup.sh", "run_autograder")  # at the root of the zip, and executable
SETTINGS = "settings.sh"
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the date of every file, so that the same course makes the same zip


def write_zip(course: Course, assignment: str, language: Language, options: Sequence[str], out: Path) -> int:
    """Write the zip that grades one assignment with these options of `grade`; return how many files it holds."""
    settings = [f"ASSIGNMENT={shlex.quote(assignment)}", f"LANGUAGE={language}", f"OPTIONS=({shlex.join(options)})", ""]
    files = package_files(course) | {SETTINGS: "\n".join(settings).encode()}
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
