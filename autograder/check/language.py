"""The language of a notebook; what stands outside of notebooks is in both."""

from __future__ import annotations

from .model import Text

_chosen = ["zh"]


def set_language(language: str) -> None:
    """Choose the language, `zh` or `en`, in which a notebook's checks answer."""
    if language not in Text._fields:
        raise ValueError(f"there is no language {language!r}: say 'zh' or 'en'")
    _chosen[0] = language


def chosen_language() -> str:
    """Return the language of the notebook, `zh` or `en`."""
    return _chosen[0]


def in_language(text: Text) -> str:
    """Return a text in the language of the notebook."""
    return text.zh if _chosen[0] == "zh" else text.en
