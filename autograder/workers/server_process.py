"""One process of a fork server in its sandbox, from its start to its end."""

from __future__ import annotations

import contextlib
import os
import select
import signal

from autograder.course.errors import GraderError
from autograder.course.manifest import Limits
from autograder.sandbox.layers import Layers
from autograder.worker.shared import descendants
from autograder.worker.shared.settings import ForkServerSettings, WorkerLimits, pack_settings
from autograder.workers.forker_client import ForkerClient, ForkerLost
from autograder.workers.server_parent import Place
from autograder.workers.worker import process_id

START_SECONDS = 120
END_SECONDS = 0.1
KILL_SECONDS = 5


class ServerProcess:
    """The process; `client` sends it orders, and it is `ready`, and has a `pid`, when it can obey."""

    def __init__(self, layers: Layers, core: int | None, place: Place) -> None:
        self.client = ForkerClient()
        with self.client.other_end as control:
            settings = ForkServerSettings(layers.confinement(place.folder), core, place.folder)
            place.parent.start_fork_server(pack_settings(settings), control.fileno())
        self.pid = 0
        self._descriptor = -1
        self.ready = False

    def wait_until_ready(self) -> None:
        """Return once the process can fork workers; raise `ForkerLost` if it does not get that far."""
        threads, descriptor = self.client.report(START_SECONDS)
        self.pid = process_id(descriptor)
        if self.pid <= 0:  # it has ended already
            os.close(descriptor)
            raise ForkerLost
        self._descriptor, self.ready = descriptor, True
        if threads != 1:
            raise GraderError(f"The workers' fork server has {threads} threads; it must have one to be forked.")

    def close(self) -> None:
        """End the process and everything below it; one that is not ready ends when it finds that nobody listens."""
        self.client.close()
        if not self.ready:
            return
        self.ready = False
        if not self._ends_within(END_SECONDS):
            descendants.end_descendants(self.pid)
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._descriptor, signal.SIGKILL)
            self._ends_within(KILL_SECONDS)
        os.close(self._descriptor)

    def _ends_within(self, seconds: float) -> bool:
        return bool(select.select([self._descriptor], [], [], seconds)[0])


def worker_limits(limits: Limits) -> WorkerLimits:
    """Return what of the limits of a submission its worker applies to itself."""
    return WorkerLimits(limits.memory_mb << 20, limits.file_mb << 20, limits.reply_mb << 20)
