"""What each HTML tag means to the walk over the tree."""

from __future__ import annotations

from cleaner.model import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# Content that is never text of the page: scripts, styles, fallbacks of media, form values, foreign drawings.
SKIPPED: Final = frozenset(
    (
        "script style svg iframe object embed applet audio video canvas map area select option optgroup "
        "datalist textarea template noembed noframes frameset progress meter annotation annotation-xml img "
        "input source track param col colgroup base bgsound wbr link meta title"
    ).split()
)

# Of these, the ones that say something of the page as a whole.
SAYING: Final = frozenset({"title", "meta", "link", "script"})

# Signs that documentation puts behind a heading as a link to it.
PERMALINKS: Final = frozenset("¶#§🔗⚓")

LISTS: Final = frozenset({"ul", "ol", "menu", "dir"})

CELLS: Final = frozenset({"td", "th"})

# Tags that a browser lays out as blocks, or that separate text as blocks do.
BLOCKS: Final = frozenset(
    (
        "html body address article aside blockquote center dd details dialog dir div dl dt fieldset "
        "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre "
        "search section summary table tbody td tfoot th thead tr ul caption noscript listing xmp plaintext"
    ).split()
)

# Inline boxes whose text is a thing of its own: cut out of the sentence around them.
DETACHED: Final = frozenset({"button", "label"})

STRONG: Final = frozenset({"b", "strong"})

KINDS: Final = {
    "h1": Kind.HEADING,
    "h2": Kind.HEADING,
    "h3": Kind.HEADING,
    "h4": Kind.HEADING,
    "h5": Kind.HEADING,
    "h6": Kind.HEADING,
    "blockquote": Kind.QUOTE,
    "pre": Kind.CODE,
    "listing": Kind.CODE,
    "xmp": Kind.CODE,
    "plaintext": Kind.CODE,
    "figcaption": Kind.CAPTION,
    "caption": Kind.CAPTION,
    "button": Kind.LABEL,
    "label": Kind.LABEL,
    "legend": Kind.LABEL,
    "summary": Kind.PARAGRAPH,
    "td": Kind.PARAGRAPH,
    "th": Kind.PARAGRAPH,
    "li": Kind.PARAGRAPH,
    "dd": Kind.PARAGRAPH,
    "dt": Kind.PARAGRAPH,
    "article": Kind.PARAGRAPH,
    "section": Kind.PARAGRAPH,
    "aside": Kind.PARAGRAPH,
    "nav": Kind.PARAGRAPH,
}

LEVELS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}

# Class names by which style sheets, across frameworks, hide text from the eye and leave it to screen readers.
SCREEN_READER_CLASSES: Final = frozenset(
    (
        "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only screenreader "
        "assistive-text u-visually-hidden is-visually-hidden element-invisible hidden-accessible a11y-hidden "
        "visually-hidden-focusable"
    ).split()
)
