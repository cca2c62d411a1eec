"""The shell of a page: it stands alone, runs nothing but its own script, and can be read in either language."""

from __future__ import annotations

import re
from html import unescape

import pytest
from markupsafe import Markup

from autograder.course.text import Text
from autograder.pages.say import say
from autograder.pages.shell import page

TITLE = Text("标题 <b>", "A title <b>")
WORDS = Text("你好", "Hello there")
ATTACK = Markup("<script>alert(1)</script><img src=x onerror=alert(2)><p style='color: red'>x</p>")


def test_a_page_loads_nothing_from_anywhere():
    html = page(TITLE, say(WORDS))
    assert re.findall(r"(?:src|href)=\"(?!data:,|#)", html) == []
    assert "default-src 'none'" in unescape(html)


def test_the_title_is_escaped_and_in_both_languages_or_in_one():
    assert "<title>标题 &lt;b&gt; / A title &lt;b&gt;</title>" in page(TITLE, Markup())
    assert "<title>A title &lt;b&gt;</title>" in page(TITLE, Markup(), ["en"])


def test_a_page_of_one_language_has_no_other_and_no_switch():
    html = page(TITLE, say(WORDS, ["en"]), ["en"])
    assert '<html lang="en">' in html
    assert not re.search(r"[\u4e00-\u9fff]", html)
    assert 'type="radio"' not in html


def test_each_language_is_marked_with_its_own():
    assert say(WORDS) == '<span class="zh" lang="zh-CN">你好</span><span class="en" lang="en">Hello there</span>'


def test_what_somebody_wrote_is_shown_as_it_is():
    shown = say(Text("<script>\x1b[31m`a`\u202e", "</style>`<b>`"))
    assert shown == (
        '<span class="zh" lang="zh-CN">&lt;script&gt;�[31m<code>a</code>�</span>'
        '<span class="en" lang="en">&lt;/style&gt;<code>&lt;b&gt;</code></span>'
    )


def test_a_script_runs_only_if_the_page_names_it(visit):
    own = page(TITLE, Markup("<p>before</p>"), script="document.querySelector('p').textContent = 'after'")
    assert "after" in visit(own, "shell-own").text
    said = visit(page(TITLE, ATTACK), "shell-foreign").said
    assert {"1", "2"} & {*said} == set()
    assert len([line for line in said if "Content Security Policy" in line]) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_switch_needs_no_script_and_no_rule_fails(visit, scheme):
    html = page(Text("页", "Page"), Markup("<h1>{}</h1><p>{}</p>").format(say(WORDS), say(WORDS)))
    chinese, english = visit(html, "shell-zh", scheme), visit(html, "shell-en", scheme, press="#show-en")
    assert "你好" in chinese.text
    assert "Hello" not in chinese.text
    assert "Hello" in english.text
    assert "你好" not in english.text
    for seen in (chinese, english):
        assert (seen.said, seen.asked, seen.failing) == ([], [], [])


def test_a_page_shows_first_the_language_that_is_named_first():
    html = page(TITLE, say(WORDS, ["en", "zh"]), ["en", "zh"])
    assert '<html lang="en">' in html
    assert html.index('class="en"') < html.index('class="zh"')
    assert html.index('id="show-en" checked') < html.index('id="show-zh"')
