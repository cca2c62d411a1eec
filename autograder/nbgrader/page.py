"""A page with a student's notebook, made by nbgrader's templates, in which all that a student wrote is data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

import markupsafe
from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from mistune import import_plugin  # type: ignore[attr-defined]
from nbconvert.exporters import HTMLExporter
from nbconvert.filters import Highlight2HTML, ansi2html
from nbconvert.filters.markdown_mistune import InvalidNotebook, IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode
from traitlets import Bool, Dict

from autograder.course.text import Text
from autograder.nbgrader.safe_html import clean
from autograder.nbgrader.shown_notebook import shown_notebook
from autograder.pages.shell import styles

# MathJax reads this before it starts: a formula is a formula, and no link, style or name of something on the page.
FORMULAS = """<script type="text/x-mathjax-config">
MathJax.Hub.Config({Safe: {allow: {URLs: "none", classes: "none", cssIDs: "none", styles: "none", require: "none"}}});
</script>"""
MISSING = Text("缺少图片 {name}", "the image {name} is missing")
PLUGINS = ("strikethrough", "table", "url", "def_list")  # nbconvert's, but for task lists: their boxes are inputs

_highlight = Highlight2HTML(pygments_lexer="ipython3")  # type: ignore[no-untyped-call]


class SafePage(HTMLExporter):
    """Makes nbgrader's pages from nbgrader's own templates.

    Whatever a template shows is escaped, unless one of the filters here has made it: so what nobody thought of is shown
    as text. `head` comes first in the head of a page.
    """

    head: ClassVar[str] = f"{FORMULAS}\n<style>{styles('colours.css', 'card.css')}</style>"
    sanitize_html = Bool(True)
    filters = Dict({"highlight_code": lambda source, **_: Markup(_highlight(source))})

    def from_notebook_node(  # type: ignore[override]  # as nbconvert's own
        self, nb: NotebookNode, resources: Any = None, **options: Any
    ) -> tuple[str, Any]:
        """Return the page of a notebook."""
        page, resources = super().from_notebook_node(nb, resources, **options)
        return page.replace("<head>", f"<head>\n{self.head}", 1), resources

    def default_filters(self) -> Iterator[tuple[str, Any]]:
        """Yield nbconvert's filters, and those that return HTML once more: escaped or cleaned, and marked so."""
        yield from super().default_filters()  # type: ignore[no-untyped-call]
        yield "clean_html", clean
        yield "ansi2html", lambda text: Markup(ansi2html(text))  # type: ignore[no-untyped-call]
        yield "escape_html", markupsafe.escape
        yield "escape_html_keep_quotes", markupsafe.escape
        yield "strip_files_prefix", lambda html: html

    @pass_context
    def markdown2html(self, context: Context, source: str) -> Markup:
        """Return the HTML of a text, cleaned."""
        attachments = context.get("cell", {}).get("attachments", {})
        renderer = _Renderer(escape=False, attachments=attachments, exclude_anchor_links=True)
        return clean(MarkdownWithMath(renderer, plugins=map(import_plugin, PLUGINS)).render(source))

    def _create_environment(self) -> Environment:
        environment: Environment = super()._create_environment()  # type: ignore[no-untyped-call]
        environment.autoescape = True
        return environment

    def _preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Do everything that is done to a notebook before it is shown, and reduce it at the end."""
        nb, resources = super()._preprocess(nb, resources)  # type: ignore[no-untyped-call]
        resources["inlining"]["css"] = [Markup(css) for css in resources["inlining"]["css"]]
        return shown_notebook(nb), resources


class _Renderer(IPythonRenderer):
    """Markdown to HTML; an image that is not attached is one that is missing, not a broken notebook."""

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """Return an image, or the words that it is missing."""
        try:
            return super().image(text, url, title)
        except InvalidNotebook:
            return f"<em>{markupsafe.escape(MISSING.format(name=text or url).both())}</em>"
