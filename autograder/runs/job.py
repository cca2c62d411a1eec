"""A job: what a pool's shards do with each task, and what is answered where they cannot."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from autograder.course.manifest import Course

if TYPE_CHECKING:
    from autograder.workers.fork_server import ForkServer

Task = TypeVar("Task")
Answer = TypeVar("Answer")


class Job(ABC, Generic[Task, Answer]):
    """Sent to each shard when it starts; tasks and answers are sent as well, so all of them can be pickled."""

    course: Course
    attempts: ClassVar[int]  # so many shards may die of a task before it is given up

    @abstractmethod
    def ready(self, fork_server: ForkServer) -> AbstractContextManager[Callable[[Task], Answer]]:
        """Import and collect what is slow, and lend the function that does a task.

        This runs in a shard, while its fork server starts.
        """

    @abstractmethod
    def give_up(self, task: Task) -> Answer:
        """Return the answer for a task that shards died of, or raise `GraderError`; this runs in the pool."""
