"""The templates of a fork server: one for each setup, started when it is first needed and kept for later workers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from autograder.workers.forker_client import ForkerClient
from autograder.workers.probes import compiled_probe

if TYPE_CHECKING:
    from autograder.checks.loaded import Setup

MOST_TEMPLATES = 4  # each holds some memory of its own


class Templates:
    """The templates that were forked from one fork server."""

    def __init__(self, fork_server: ForkerClient) -> None:
        self._fork_server = fork_server
        self._started: dict[tuple[str, bytes, bytes], ForkerClient] = {}

    def with_setup(self, setup: Setup) -> ForkerClient:
        """Return the template in which `setup` has run; raise what `ForkerClient.start_template` raises."""
        from autograder.workers.requests import pack_arguments  # imports torch, which would delay the fork server

        function, args = setup
        key = (function.__name__, compiled_probe(function), pack_arguments(args))
        if key not in self._started:
            if len(self._started) == MOST_TEMPLATES:
                self.close()
            self._started[key] = self._fork_server.start_template(*key)
        return self._started[key]

    def close(self) -> None:
        """Let all templates end; what is needed after this is started anew."""
        while self._started:
            self._started.popitem()[1].close()
