"""Why a worker was lost, in words for the student."""

from __future__ import annotations

import os
import signal

from autograder.course.text import Text
from autograder.worker.shared.wire import Lost, TooLarge, TooSlow
from autograder.workers.time_limit import WALL_FACTOR, WaitedTooLong

TOO_SLOW = Text(
    "计算了 {seconds} 秒仍未结束，已被中止。是不是有死循环？",
    "It had computed for {seconds} s without finishing, so it was stopped. Is there an endless loop?",
)
WAITED = Text(
    "等了 {seconds} 秒仍未结束，已被中止。是不是在等待什么（例如 sleep）？",
    "It had not finished after {seconds} s, most of them spent waiting, so it was stopped. Does it sleep?",
)
CRASHED = Text("运行时进程崩溃了（{signal}）。", "The process crashed while it ran ({signal}).")
LEFT = Text(
    "运行时进程自行退出了（例如调用了 os._exit）。", "The process left while it ran (by os._exit, for example)."
)
TOO_LARGE = Text(
    "返回的东西太多，评分程序不予读取。",
    "It returned more than the grader reads.",
)


def describe_loss(lost: Lost, status: int | None, seconds: float) -> Text:
    """Say why a worker did not answer; `status` is its wait status if it ended by itself.

    `seconds` is the processor time that it had.
    """
    if isinstance(lost, WaitedTooLong):
        return WAITED.format(seconds=f"{WALL_FACTOR * seconds:g}")
    if isinstance(lost, TooSlow):
        return TOO_SLOW.format(seconds=f"{seconds:g}")
    if isinstance(lost, TooLarge):
        return TOO_LARGE
    if status is not None and os.WIFSIGNALED(status) and os.WTERMSIG(status) != signal.SIGKILL:
        return CRASHED.format(signal=signal.Signals(os.WTERMSIG(status)).name)
    return LEFT
