"""All attacks of this folder are graded as one class, by `autograder grade`, at each level that this machine has."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import tomllib
import uuid
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from autograder.sandbox import levels

pytestmark = pytest.mark.every_core

HERE = Path(__file__).parent
DATA = tomllib.loads((HERE / "attacks.toml").read_text(encoding="utf-8"))
A = "image_convolution"
HONEST = "zz honest"
LIMITS = {"load_seconds": 3, "check_seconds": 1, "timeouts": 1, "memory_mb": 256}
PRELUDE = """
def own(X, K):
    return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((2, 3))
"""
ATTACKS = {path.stem: path for kind in DATA["kinds"] for path in sorted((HERE / kind).iterdir())}


@dataclass
class Surroundings:
    """What stands around a class run for attacks to reach, and what of it they reached."""

    folder: Path
    mark: str = field(default_factory=lambda: f"attack-{uuid.uuid4().hex}")
    listeners: dict[str, socket.socket] = field(default_factory=dict)
    reached: list[str] = field(default_factory=list)

    def open(self) -> None:
        for name, family, address in (
            ("tcp", socket.AF_INET, ("127.0.0.1", 0)),
            ("abstract", socket.AF_UNIX, f"\0{self.mark}"),
            ("file", socket.AF_UNIX, str(self.folder / "line")),
        ):
            line = self.listeners[name] = socket.socket(family)
            line.bind(address)
            line.listen()
            threading.Thread(target=self._listen, args=(name, line), daemon=True).start()
        (self.folder / "line").chmod(0o777)
        (self.folder / "victim").write_text("whole")

    def close(self) -> None:
        for line in self.listeners.values():
            line.shutdown(socket.SHUT_RDWR)
            line.close()

    def names(self, root: Path, course: Path, out: Path) -> str:
        """Return the source of the names an attack knows."""
        known = {
            "ROOT": str(root), "COURSE": str(course), "CLASS": str(self.folder / "class"), "OUT": str(out), "MARK": self.mark,
            "PORT": self.listeners["tcp"].getsockname()[1], "ABSTRACT": self.mark,
            "SOCKET": str(self.folder / "line"), "VICTIM": str(self.folder / "victim"),
        }  # fmt: skip
        return "".join(f"{name} = {value!r}\n" for name, value in known.items())

    def _listen(self, name: str, line: socket.socket) -> None:
        while True:
            try:
                line.accept()[0].close()
            except OSError:
                return
            self.reached.append(name)


def children() -> set[str]:
    """Return the living children of this process; as a subreaper it is handed those that a run leaves behind."""
    pids = Path("/proc/thread-self/children").read_text().split()
    return {pid for pid in pids if "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()}


def segments() -> list[str]:
    """Return the ids of shared memory whose creator has ended; a server that runs beside the tests has some as well."""
    _, *lines = Path("/proc/sysvipc/shm").read_text().splitlines()
    return [shmid for _, shmid, _, _, creator, *_ in map(str.split, lines) if not Path("/proc", creator).exists()]


def write_class(folder: Path, names: str, left_out: list[str], perfect: str) -> None:
    for attack, path in ATTACKS.items():
        if attack in left_out:
            continue
        student = folder / f"{path.parent.name}-{attack}"
        student.mkdir(parents=True)
        for file in [path] if path.is_file() else filter(Path.is_file, path.rglob("*")):
            content, main = file.read_bytes(), path.is_file() or file.stem == A
            prelude = (names + PRELUDE).encode() if main and file.suffix == ".py" else b""
            target = student / (f"{A}.py" if path.is_file() else file.relative_to(path))
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(prelude + content)
    (folder / HONEST).mkdir()
    (folder / HONEST / f"{A}.py").write_text(perfect)


@pytest.fixture(scope="module")
def small_course(course, tmp_path_factory):
    """Return a folder with a manifest whose limits are short, so that endless attacks end soon."""
    folder = tmp_path_factory.mktemp("course")
    lines = (course.root / "exercises.toml").read_text(encoding="utf-8").splitlines()
    names = {line.partition(" = ")[0]: number for number, line in enumerate(lines)}
    for name, value in LIMITS.items():
        lines[names[name]] = f"{name} = {value}"
    (folder / "exercises.toml").write_text("\n".join(lines), encoding="utf-8")
    (folder / "solutions").symlink_to(course.root / "solutions")
    kept = folder / ".autograder" / "mistakes" / "corr2d"
    kept.mkdir(parents=True)
    (kept / "replies").write_text("of known-wrong answers", encoding="utf-8")
    return folder


@pytest.fixture(
    scope="module",
    params=[pytest.param(name, marks=[] if name == "full" else pytest.mark.slow) for name in levels.NAMES],
)
def attacked(request, course, small_course, perfect, tmp_path_factory, read_run):
    """Grade the class of all attacks at one level; return the run and its surroundings."""
    level = next(level for level in levels.LEVELS if level.name == request.param)
    if not levels.works(level):
        pytest.skip(f"this machine has no level {level.name}")
    folder, out = tmp_path_factory.mktemp("around"), tmp_path_factory.mktemp("results")
    around = Surroundings(folder)
    around.open()
    names = around.names(course.root, small_course, out)
    write_class(folder / "class", names, DATA["not_tried"][level.name], perfect[A])
    before = children(), segments()
    words = ["grade", folder / "class", "--out", out, "--seed", "test"]
    words += ["--allow-unsandboxed"] if level.name == levels.UNSANDBOXED else ["--isolation", level.name]
    command = [sys.executable, HERE / "machine.py", level.name, sys.executable, "-m", "autograder", *words]
    done = subprocess.run(list(map(str, command)), cwd=small_course, capture_output=True, text=True, check=False)
    around.close()
    run = read_run(done, out)
    run.level, run.around, run.left = level.name, around, (before, (children(), segments()))
    return run


def record_of(run, attack):
    return run.records.get((f"{ATTACKS[attack].parent.name}-{attack}", A))


def test_the_class_goes_on_and_an_honest_student_between_them_gets_full_marks(attacked, full_marks):
    assert attacked.code == 0, attacked.stderr[-3000:]
    assert attacked.records[HONEST, A]["score"] == full_marks[A]
    assert attacked.records[HONEST, A]["isolation"] == attacked.level
    assert len(attacked.records) == len(ATTACKS) - len(DATA["not_tried"][attacked.level]) + 1


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_gains_no_point(attacked, attack):
    if attack in DATA["not_tried"][attacked.level]:
        pytest.skip(f"{attacked.level} does not promise to stop it, and it could harm this machine")
    if attack in DATA["open"][attacked.level]:
        pytest.skip(f"{attacked.level} does not promise to stop it")
    kind, record = ATTACKS[attack].parent.name, record_of(attacked, attack)
    assert record["score"] == DATA["kinds"][kind]["score"], record["message"]
    assert kind != "not_gradable" or record["status"] == kind


def test_the_result_of_an_attack_that_is_not_stopped_is_whole_and_names_its_level(attacked, full_marks):
    """So a teacher can tell that its points are worth no more than the level."""
    if not DATA["open"][attacked.level]:
        pytest.skip(f"{attacked.level} promises to stop every attack")
    for attack in DATA["open"][attacked.level]:
        record = record_of(attacked, attack)
        assert (record["status"], record["isolation"]) == ("graded", attacked.level), record
        assert 0 <= record["score"] <= record["max_score"] == full_marks[A]


def test_nothing_is_blamed_on_the_grader(attacked):
    statuses = {exercise["status"] for record in attacked.records.values() for exercise in record["exercises"]}
    assert "grader_error" not in statuses
    assert "Traceback" not in attacked.stderr


def test_no_process_and_no_shared_memory_is_left_behind(attacked):
    before, after = attacked.left
    assert after == before


def test_nothing_is_written_outside_and_nothing_is_reached(attacked):
    folder, around = attacked.around.folder, attacked.around
    places = [folder, attacked.out, Path("/tmp"), Path("/dev/shm"), Path("/var/tmp"), HERE.parents[1]]
    assert [str(place) for place in places if (place / around.mark).exists()] == []
    assert {path.name for path in folder.iterdir()} == {"class", "line", "victim"}
    assert (folder / "victim").read_text() == "whole"
    assert (folder / "victim").stat().st_mode & 0o777 == 0o644
    results = {path.parent.name for path in attacked.out.glob("*/*")}
    assert results == {student for student, _ in attacked.records}
    if attacked.level != "process":
        assert around.reached == []


def test_the_table_in_the_docs_is_that_of_the_attacks():
    table = subprocess.run([sys.executable, HERE / "table.py"], capture_output=True, text=True, check=True).stdout
    shown = (HERE.parents[1] / "docs" / "attacks.md").read_text(encoding="utf-8")
    assert shown == table, "make it again with: python tests/hostile/table.py > docs/attacks.md"


def test_there_are_attacks_of_every_kind():
    assert {path.parent.name for path in ATTACKS.values()} == DATA["kinds"].keys()
    excused = {name for section in ("open", "not_tried") for names in DATA[section].values() for name in names}
    assert excused - ATTACKS.keys() == set()
