"""One process of a fork server in its sandbox, from its start to its end."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import tempfile

from autograder.course.errors import GraderError
from autograder.course.manifest import Limits
from autograder.sandbox.bubblewrap import SCRATCH
from autograder.sandbox.layers import Layers
from autograder.sandbox.process import start_process
from autograder.sandbox.scratch import Scratch
from autograder.worker.shared import descendants
from autograder.worker.shared.settings import ForkServerSettings, pack_settings
from autograder.workers.forker_client import ForkerClient

START_SECONDS = 120
END_SECONDS = 0.1


class ServerProcess:
    """The process, its scratch folder and its log; `client` sends it orders, and it is `ready` when it can obey."""

    def __init__(self, limits: Limits, layers: Layers, core: int | None) -> None:
        self._scratch = None if layers.bubblewrap else Scratch()
        folder = SCRATCH if self._scratch is None else str(self._scratch.path)
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process that writes to it
        self.client = ForkerClient()
        self.client.send_settings(pack_settings(settings_for(limits, layers, core, folder)))
        with self.client.other_end as control:
            self._process = start_process(layers, "boot", control.fileno(), folder=folder, stderr=self._log)
        self.pid = self._process.pid
        self.ready = False

    def wait_until_ready(self) -> None:
        """Return once the process can fork workers; raise `ForkerLost` if it does not get that far."""
        threads = self.client.answer(START_SECONDS)["threads"]
        if threads != 1:
            raise GraderError(f"The workers' fork server has {threads} threads; it must have one to be forked.")
        self.ready = True

    def last_words(self) -> str:
        """End the process, and return the last line that it wrote."""
        self._process.kill()
        self._process.wait()
        self._log.seek(0)
        lines = self._log.read().decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else "no message"

    def close(self) -> None:
        """End the process and everything below it, and remove its scratch folder."""
        self.client.close()
        self._log.close()
        with contextlib.suppress(subprocess.TimeoutExpired):  # if it ends by itself, its CPU time is added to ours
            self._process.wait(END_SECONDS)
        descendants.end_descendants(self.pid)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self._process.wait()
        if descendants.adopts_orphans():  # in a shard, which has adopted whatever escaped from a fork server
            descendants.end_children()
        if self._scratch is not None:
            self._scratch.close()


def settings_for(limits: Limits, layers: Layers, core: int | None, folder: str) -> ForkServerSettings:
    """Return the settings of a fork server whose scratch folder, as it sees it, is `folder`."""
    return ForkServerSettings(
        layers.confinement(),
        memory_bytes=limits.memory_mb << 20,
        file_bytes=limits.file_mb << 20,
        reply_bytes=limits.reply_mb << 20,
        core=core,
        scratch=folder,
    )
