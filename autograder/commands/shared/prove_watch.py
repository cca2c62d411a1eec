"""`autograder prove --watch`: the same command again after each save that a proof depends on."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import typer

from autograder.commands.shared.stop import until_stopped
from autograder.course.errors import UsageError
from autograder.course.layout import MANIFEST
from autograder.course.manifest import Course
from autograder.course.suite_files import PROVEN

ENGINE = Path(__file__).parents[2]
WATCH = "--watch"
PAUSE = 100  # milliseconds without a change after which a save is over
LOOK = 500  # milliseconds after which the first proof begins, and then until the manifest is looked at again


def watch_and_prove(course: Course) -> None:
    """Prove in a process of its own, now and after each save, until Ctrl-C or SIGTERM.

    A process of its own has the engine, the suites and the manifest as they are then.
    """
    words = [word for word in sys.argv[1:] if word != WATCH]
    proofs = 0
    with until_stopped(lambda: f"It has proven {proofs} time{'' if proofs == 1 else 's'}."):
        for _ in _saves(_folders(course), course.root / MANIFEST):
            subprocess.run([sys.executable, "-m", "autograder", *words], check=False)
            proofs += 1
            typer.echo("Waiting for a save; Ctrl-C ends.", err=True)


def _folders(course: Course) -> list[Path]:
    """Return the folders on which proofs, and remarks on what is missing, depend."""
    parts = [course.root / name for name in ("solutions", "assignments", "source")]
    folders = [folder for folder in (course.suites, ENGINE, *parts) if folder.is_dir()]
    return [folder for folder in folders if not any(other in folder.parents for other in folders)]


def _saves(folders: list[Path], manifest: Path) -> Iterator[None]:
    """Yield at once, and then after each save; what is saved while the caller is at work is not lost.

    An editor may replace the manifest by another file, so it is looked at again and again.
    """
    looks = SimpleQueue[bool]()
    stop = threading.Event()
    before: tuple[int, ...] | None = None
    _start_looking(folders, looks, stop)
    try:
        while True:
            saved = looks.get()
            while not looks.empty():
                saved |= looks.get()
            now = _signature(manifest)
            if saved or now != before:
                before = now
                yield
    finally:
        stop.set()


def _start_looking(folders: list[Path], looks: SimpleQueue[bool], stop: threading.Event) -> None:
    """Start a thread that tells after each look whether something was saved; signals come to the main thread."""
    try:
        from watchfiles import DefaultFilter, watch
    except ImportError:
        raise UsageError("watchfiles is not installed. Run: pip install watchfiles") from None
    others = DefaultFilter(ignore_entity_patterns=(*DefaultFilter.ignore_entity_patterns, rf"^{PROVEN}$"))

    def look() -> None:
        for changes in watch(
            *folders, watch_filter=others, step=PAUSE, stop_event=stop, rust_timeout=LOOK, yield_on_timeout=True
        ):
            looks.put(bool(changes))

    threading.Thread(target=look, daemon=True).start()


def _signature(file: Path) -> tuple[int, ...]:
    try:
        found = file.stat()
    except FileNotFoundError:
        return ()
    return found.st_mtime_ns, found.st_size
