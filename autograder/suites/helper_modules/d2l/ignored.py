"""What stands for a name that is not known here."""

from __future__ import annotations

from collections.abc import Iterator


class Ignored:
    """An object with which everything can be done and nothing happens, so that no line that plots raises an error."""

    def __init__(self, *_args: object, **_options: object) -> None:
        pass

    def __call__(self, *args: object, **_options: object) -> object:
        """Return itself, or the only argument if that is a function or a class: this may be a decorator."""
        return args[0] if len(args) == 1 and callable(args[0]) and not isinstance(args[0], Ignored) else self

    def __getattr__(self, name: str) -> Ignored:
        """Return itself."""
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __mro_entries__(self, _bases: tuple[object, ...]) -> tuple[type, ...]:
        return ()  # a class that is derived from this has no such base

    def __getitem__(self, _key: object) -> Ignored:
        return self

    def __setitem__(self, _key: object, _value: object) -> None:
        pass

    def __iter__(self) -> Iterator[Ignored]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __enter__(self) -> Ignored:
        return self

    def __exit__(self, *_error: object) -> None:
        pass

    def __format__(self, _specification: str) -> str:
        return ""

    def _arithmetic(self, *_others: object) -> Ignored:
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __neg__ = _arithmetic
