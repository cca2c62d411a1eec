"""The layers of a sandbox: bubblewrap, the lockdown of each worker, and a user without rights."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.sandbox.python import readable_paths
from autograder.sandbox.seccomp import filter_program
from autograder.worker.shared.settings import Confinement


@dataclass(frozen=True)
class Layers:
    """Which layers stand around student code; `uid` is the user it runs as (None: the user of the grader)."""

    bubblewrap: bool
    lockdown: bool
    uid: int | None = None

    @property
    def hides_files(self) -> bool:
        """Whether student code cannot read the files of the grader."""
        return self.bubblewrap or self.lockdown

    def confinement(self, folder: str) -> Confinement:
        """Return what a process of the sandbox is told about its layers, `folder` being its own."""
        return Confinement(
            seccomp_filter=filter_program() if self.lockdown else None,
            uid=self.uid,
            keeps_read_access=self.lockdown and not self.bubblewrap,  # Landlock limits that access
            readable=readable_paths(),
            writable=[folder] if self.bubblewrap else [],  # without it a worker could fill the machine's disk
        )
