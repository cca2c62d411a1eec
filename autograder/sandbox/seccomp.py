"""The filter of system calls: it refuses those that a worker does not need and that could do harm."""

from __future__ import annotations

import errno
import functools
import tempfile

REFUSED = {
    "other processes": (
        "kill", "tkill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "pidfd_open", "pidfd_getfd",
        "pidfd_send_signal", "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "kcmp",
        "move_pages", "migrate_pages", "ioprio_set",
    ),
    "news of what others do with files": ("inotify_init", "inotify_init1", "inotify_add_watch"),
    "network, and sockets with a name": ("socket", "connect", "bind", "listen", "accept", "accept4"),
    "what outlives a process": (
        "shmget", "shmat", "shmctl", "semget", "semop", "semtimedop", "semctl", "msgget", "msgsnd", "msgrcv", "msgctl",
        "mq_open", "mq_unlink", "keyctl", "add_key", "request_key",
    ),
    "memory no limit counts": ("memfd_create", "memfd_secret"),
    "attributes of files, which Landlock leaves open": (
        "chmod", "fchmod", "fchmodat", "chown", "fchown", "lchown", "fchownat", "utime", "utimes", "futimesat",
        "utimensat", "setxattr", "lsetxattr", "fsetxattr", "removexattr", "lremovexattr", "fremovexattr", "truncate",
        "fanotify_init", "name_to_handle_at", "open_by_handle_at", "quotactl", "quotactl_fd",
    ),
    "namespaces and mounts": (
        "unshare", "setns", "mount", "umount2", "pivot_root", "chroot", "fsopen", "fsmount", "fsconfig", "fspick",
        "open_tree", "move_mount", "mount_setattr", "swapon", "swapoff",
    ),
    "other programs, which would begin with everything that was switched off": ("execve", "execveat"),
    "access to the kernel itself": (
        "bpf", "perf_event_open", "userfaultfd", "io_uring_setup", "io_uring_enter", "io_uring_register",
        "kexec_load", "kexec_file_load", "init_module", "finit_module", "delete_module", "reboot", "syslog", "acct",
        "settimeofday", "clock_settime", "adjtimex", "clock_adjtime", "sethostname", "setdomainname", "personality",
        "modify_ldt", "iopl", "ioperm", "lookup_dcookie", "vhangup", "nfsservctl", "uselib",
    ),
}  # fmt: skip
ONLY_ITSELF = (  # these take the id of a process, where 0 is the caller
    "prlimit64", "sched_setaffinity", "sched_setscheduler", "sched_setparam", "sched_setattr",
)  # fmt: skip
NEW_NAMESPACES = 0x7E020080  # every CLONE_NEW… flag of clone(2)
TERMINAL_INPUT = 0x5412, 0x541C  # TIOCSTI and TIOCLINUX write into a terminal as if somebody typed


@functools.cache
def filter_program() -> bytes:
    """Return the filter as the kernel's BPF instructions, empty without libseccomp; a refused call fails with EPERM.

    It is made outside the sandbox, because libseccomp cannot be found inside.
    """
    try:
        import pyseccomp  # type: ignore[import-untyped]
    except (ImportError, RuntimeError):  # the latter where the library behind it is missing
        return b""
    rules = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    refuse = pyseccomp.ERRNO(errno.EPERM)
    for name in (name for names in REFUSED.values() for name in names):
        if pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, name) >= 0:  # not every machine has every call
            rules.add_rule(refuse, name)
    for name in ONLY_ITSELF:
        rules.add_rule(refuse, name, pyseccomp.Arg(0, pyseccomp.NE, 0))
    for argument in (0, 1):  # PRIO_PROCESS and 0: this process, and not all of its user
        rules.add_rule(refuse, "setpriority", pyseccomp.Arg(argument, pyseccomp.NE, 0))
    for request in TERMINAL_INPUT:
        rules.add_rule(refuse, "ioctl", pyseccomp.Arg(1, pyseccomp.MASKED_EQ, 0xFFFFFFFF, request))
    for flag in (1 << bit for bit in range(32) if NEW_NAMESPACES >> bit & 1):
        rules.add_rule(refuse, "clone", pyseccomp.Arg(0, pyseccomp.MASKED_EQ, flag, flag))
    rules.add_rule(pyseccomp.ERRNO(errno.ENOSYS), "clone3")  # a filter cannot see its flags; libc falls back to clone
    with tempfile.TemporaryFile() as file:
        rules.export_bpf(file)
        file.seek(0)
        return bytes(file.read())
