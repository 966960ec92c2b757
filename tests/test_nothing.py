"""What is said of a page that nothing came out of."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import clean
from cleaner.nothing import NO_ARTICLE, UNFILLED, why_nothing

LOGIN_PAGE = (Path(__file__).parent.parent / "fixtures/login-page/page.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<body><div id='root'></div><script src='app.js'></script></body>", UNFILLED),
        ("<body><p>Loading…</p><script>start()</script></body>", UNFILLED),
        ("<body><div id='root'></div></body>", NO_ARTICLE),
        (f"{LOGIN_PAGE}<script src='app.js'></script>", NO_ARTICLE),
    ],
)
def test_page_that_waits_for_its_scripts(page: str, expected: str) -> None:
    """One without text and with scripts is told from one whose text is no article."""
    for source in (page, page.encode()):
        article = clean(source)
        assert article.text == ""
        assert why_nothing(article, source) == expected
