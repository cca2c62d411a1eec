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
Material = TypeVar("Material")


class Job(ABC, Generic[Material, Task, Answer]):
    """Sent to the parent of the shards; tasks and answers are sent as well, so all of them can be pickled."""

    course: Course
    attempts: ClassVar[int]  # so many shards may die of a task before it is given up

    @abstractmethod
    def collected(self) -> AbstractContextManager[Material]:
        """Import and collect what is slow, and lend it; this runs once, in the parent of the shards."""

    @abstractmethod
    def ready(self, material: Material, fork_server: ForkServer) -> Callable[[Task], Answer]:
        """Return the function that does a task; this runs in each shard, while its fork server starts."""

    @abstractmethod
    def give_up(self, task: Task) -> Answer:
        """Return the answer for a task that shards died of, or raise `GraderError`; this runs in the pool."""
