"""HTML that a student wrote, reduced to what can be read: text, tables, code, links and images."""

from __future__ import annotations

import re
from collections import Counter

import nh3
from markupsafe import Markup, escape
from pygments.token import STANDARD_TYPES  # type: ignore[import-untyped]

from autograder.results.model import ExerciseStatus

TEXTS = {"blockquote", "br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "ul"}
WORDS = {"a", "abbr", "b", "cite", "del", "dfn", "em", "i", "ins", "mark", "q", "s", "small", "span", "strong", "u"}
CODE = {"code", "kbd", "pre", "samp", "sub", "sup", "var"}
TABLES = {"caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}
OTHERS = {"details", "figcaption", "figure", "img", "summary"}
CELL = {"colspan", "rowspan", "style"}
ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "details": {"open"},
    "img": {"alt", "height", "src", "title", "width"},
    "ol": {"start"},
    "td": CELL,
    "th": CELL,
}
CLASSES = {  # those of highlighted code, of tables made by pandas, and of our own cards; none that a page acts on
    "div": {"alert", "alert-info", "highlight", "autograder-feedback", "grids", "mistake", *ExerciseStatus},
    "p": {"known", "section", "soft"},
    "span": {"sign", "soft", *STANDARD_TYPES.values()},
    "table": {"dataframe", "grid"},
    "td": {"first", "seen", "wrong"},
    "ul": {"checks"},
}
# Addresses are whole ones: `http:page.html` would be a file next to the page, where a student's other files are.
ADDRESSES = {
    "href": re.compile(r"https?://[\w.:-]+([/?#]\S*)?|mailto:\S+"),
    "src": re.compile(r"data:image/(png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=\s]+"),
}
TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
NEVER_CLOSED = {"br", "hr", "img"}
MOST_NESTED = 30  # browsers and parsers repeat open tags, so that a short text becomes a page of megabytes


def clean(html: object) -> Markup:
    """Return HTML that runs nothing, asks no server for anything and changes nothing around it.

    One in which tags are nested beyond reason is returned as the text it is.
    """
    text = str(html).encode("utf-8", "replace").decode("utf-8")
    return Markup(_cleaner.clean(text)) if _nesting(text) <= MOST_NESTED else as_written(text)


def as_written(text: str) -> Markup:
    """Return HTML that shows a text letter by letter."""
    return Markup("<pre>{}</pre>").format(escape(text))


def _nesting(html: str) -> int:
    """Return how many tags are open at most; one that is never closed counts to the end."""
    opened: Counter[str] = Counter()
    depth = deepest = 0
    for closing, name in TAG.findall(html):
        if not closing and name not in NEVER_CLOSED:
            opened[name] += 1
            depth += 1
        elif closing and opened[name]:
            opened[name] -= 1
            depth -= 1
        deepest = max(deepest, depth)
    return deepest


def _address(_tag: str, attribute: str, value: str) -> str | None:
    """Return the value of an attribute, or None for an address that is not shown."""
    allowed = ADDRESSES.get(attribute)
    return value if allowed is None or allowed.fullmatch(value) else None


_cleaner = nh3.Cleaner(
    tags=TEXTS | WORDS | CODE | TABLES | OTHERS,
    attributes=ATTRIBUTES,
    attribute_filter=_address,
    allowed_classes=CLASSES,
    filter_style_properties={"text-align"},
    set_tag_attribute_values={"a": {"target": "_blank"}},
    url_schemes={"data", "http", "https", "mailto"},
    url_relative="deny",
)
