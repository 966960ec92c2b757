"""Shadow trees in templates: what a browser shows of them is text of the page."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.read.shadow import opened
from tests.factory import STORY


@pytest.mark.parametrize("attribute", ['shadowrootmode="open"', "shadowrootmode=closed", "shadowroot='open' id=a"])
def test_article_in_a_shadow_tree_is_found(attribute: str) -> None:
    """With what its host holds beside it, in the order of the page."""
    inner = "".join(f"<p>{text}</p>" for text in STORY[:-1])
    page = f"<h1>Night bus stays</h1><x-story><template {attribute}>{inner}</template><p>{STORY[-1]}</p></x-story>"
    assert clean(page.encode()).text.split("\n\n") == STORY


def test_other_templates_stay_as_they_are() -> None:
    """Also inside a shadow tree, and a tree inside one of them; an end without a beginning is passed over."""
    page = (
        "</template><template id=a>one</template><TEMPLATE SHADOWROOTMODE=open>two<template>three"
        "<template shadowrootmode=open>four</template></template>five</TEMPLATE>six"
    )
    assert opened(page) == (
        "</template><template id=a>one</template><shadow-root>two<template>three"
        "<shadow-root>four</shadow-root></template>five</shadow-root>six"
    )


@pytest.mark.parametrize("page", ["", "<template>a</template>", "<template data-shadowroot=on shadowrootmode>"])
def test_page_without_a_shadow_tree_is_untouched(page: str) -> None:
    """The same object comes back."""
    assert opened(page) is page


def test_tree_that_does_not_end_loses_nothing() -> None:
    """All that follows stands in it."""
    assert opened("<template shadowrootmode=open><p>one") == "<shadow-root><p>one"
