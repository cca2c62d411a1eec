"""Reaching a Dask cluster, or making one on this machine."""

from __future__ import annotations

import logging
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager

from distributed import Client, LocalCluster

from autograder.course.errors import UsageError

LOCAL = "local"
CONNECT_SECONDS = 10


@contextmanager
def connected(address: str, jobs: int) -> Iterator[Client]:
    """Lend a client of the scheduler at `address`, or of a cluster of `jobs` workers made here for `local`.

    Raises `UsageError` when no scheduler answers, or this machine cannot start a cluster.
    """
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # a lost scheduler is an error of ours to report
    if address == LOCAL:
        _require_semaphores()
        cluster = LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=None)
        with cluster, Client(cluster) as client:
            yield client
        return
    try:
        client = Client(address, timeout=CONNECT_SECONDS)
    except (OSError, ValueError) as error:
        raise UsageError(f"No Dask scheduler answers at {address}: {error}") from None
    with client:
        yield client


def _require_semaphores() -> None:
    """Raise `UsageError` where Dask cannot start processes: it makes semaphores for them, which stand in /dev/shm."""
    try:
        multiprocessing.Semaphore()
    except OSError as error:
        advice = "Make /dev/shm writable, or leave --dask out and use --jobs."
        raise UsageError(f"A local Dask cluster needs semaphores: {error.strerror}. {advice}") from None
