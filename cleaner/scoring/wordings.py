"""What each figure of the content model says, in words: a table, read only when somebody asks why.

A figure has wordings for ranges of its value: pairs of a bound and a wording, the first whose bound the value does not
pass. Fields of a wording are filled by `facts_in_words.py`: `{value}`, `{whole}` (rounded), `{percent}`, `{number}` (of
a logarithm), `{tag}`, `{kind}`, `{look}` (a score), `{words}` (those of the block that weighed most), `{side}` (in or
outside the container that holds most of what looks like article).
"""

from __future__ import annotations

from math import inf, log

from cleaner.scoring.containers import FLAGGED
from cleaner.scoring.page_type import NAMES as PAGE_TYPE

Ranges = tuple[tuple[float, str], ...]


def always(wording: str) -> Ranges:
    """The same for every value."""
    return ((inf, wording),)


def either(no: str, yes: str) -> Ranges:
    """For a figure that is 0 or less, or more."""
    return ((0.0, no), (inf, yes))


def known(absent: str, none: str, some: str) -> Ranges:
    """For a figure that is below 0 where there is nothing to measure."""
    return ((-1e-9, absent), (0.0, none), (inf, some))


def words_of(where: str, named: str = ": {words}") -> Ranges:
    """For a sum of the log-odds of words."""
    return (
        (-1e-9, f"{where} of boilerplate{named}"),
        (0.0, f"{where} that say nothing either way"),
        (inf, f"{where} of articles{named}"),
    )


# What pages of each sort are, by the types that their data name.
SORTS = {
    "article": "an article",
    "product": "a product",
    "list": "a list of things",
    "questions": "questions and answers",
    "business": "a business or a service",
    "guide": "a recipe, a course, a job or an event",
    "web": "a page of the web",
}

NO_ADDRESS = "the page gives no address"
FIRST_PAGE = "its address is that of the site's first page"

WORDINGS: dict[str, Ranges] = {
    # the text itself
    "size": (
        (log(26), "a very short text, {number} characters"),
        (log(81), "a short text, {number} characters"),
        (log(301), "a text of {number} characters"),
        (inf, "a long text, {number} characters"),
    ),
    "words": always("number of words: {whole}"),
    "word-length": always("words of {value} characters on average"),
    "link-share": (
        (0.0, "no links in its text"),
        (0.995, "links make up {percent} of its text"),
        (inf, "all its text is links"),
    ),
    "sentence-ends": either("no sentence ends in it", "{value} sentence ends in 100 characters"),
    "commas": either("no commas", "{value} commas in 100 characters"),
    "ends-sentence": either("does not end like a sentence", "ends like a sentence"),
    "ends-colon": either("does not end in a colon", "ends in a colon"),
    "ends-ellipsis": either("does not break off with an ellipsis", "breaks off with an ellipsis"),
    "ends-question": either("is no question", "ends in a question mark"),
    "starts-lower": either("does not begin with a small letter", "begins with a small letter"),
    "digits": known("longer than a line", "no figures in it", "{percent} of its words are figures"),
    "capitals": known("longer than a line", "no capitalised words", "{percent} of its words are capitalised"),
    "kind": always("its kind: {kind}"),
    "level": either("neither a heading nor the item of a list", "level {whole} as a heading or item"),
    "strong": either("not in bold type", "{percent} of it in bold type"),
    "text-words": words_of("words"),
    "text-words-low": ((-1e-9, "a word of boilerplate: {words}"), (inf, "no word of boilerplate")),
    "text-words-high": either("no word of articles", "a word of articles: {words}"),
    "title-share": known("no title to compare with", "no word of the title", "{percent} of its words are in the title"),
    "is-title": either("is not the title", "is the title"),
    "in-description": known(
        "no description to compare with", "not in the page's description", "in the page's description"
    ),
    "in-body": known(
        "the page's data hold no article", "not in the article of the page's data", "in the article of the page's data"
    ),
    "lines": either("no line breaks", "line breaks in it: {whole}"),
    "twins": ((1.0, "its text stands once on the page"), (inf, "its text stands {whole} times on the page")),
    "first-twin": either("the same text stood before", "the text has not stood before"),
    # its place
    "place": always("stands {percent} of the way down the page"),
    "chars-before": always("{percent} of the page's text stands before it"),
    "page-blocks": always("the page has {number} blocks"),
    "page-prose": always("the page has {number} characters of prose"),
    "page-link-share": always("links make up {percent} of the page"),
    "comments-prose": either("no prose of the page is comments", "comments make up {percent} of the page's prose"),
    "articles": either("no <article> on the page", "number of <article> on the page: {whole}"),
    "after-title": (
        (-1.5, "the title is not among the page's text"),
        (-1e-9, "stands above the title"),
        (0.0, "stands where the title does"),
        (inf, "stands {percent} of the page below the title"),
    ),
    "since-heading": always("blocks since the last heading: {whole}"),
    "marks": words_of("inline elements with names"),
    # blocks with the same tag and classes
    "shape-count": always("blocks with its tag and classes: {number}"),
    "shape-size": always("blocks with its tag and classes have {number} characters"),
    "shape-link-share": always("links make up {percent} of the text with its tag and classes"),
    "shape-prose": always("blocks with its tag and classes hold {percent} of the page's prose"),
    "shape-score": always("the text with its tag and classes {look}"),
    "shape-mass": always("blocks with its tag and classes hold {percent} of what looks like article"),
    # its containers
    "tag": either("stands in an uncommon element", "stands in <{tag}>"),
    "parent-tag": known("stands in no container", "its container is an uncommon element", "its container is <{tag}>"),
    "depth": always("stands {whole} levels deep"),
    "own-names": words_of("its element has names"),
    "parent-names": words_of("its container has names"),
    "chain-names": words_of("its containers have names"),
    "chain-names-low": ((-1e-9, "stands in an element named {words}"), (inf, "no container has a name of boilerplate")),
    "chain-names-high": either("no container has a name of articles", "stands in an element named {words}"),
    **{f"in-{tag}": either(f"not in <{tag}>", f"stands in <{tag}>") for tag in FLAGGED},
    "hidden": either("in no hidden element", "stands in a hidden element"),
    "in-comments": either("not among comments", "stands among comments"),
    "from-title": known(
        "the title is not among the page's text",
        "the title stands in the same element",
        "containers between it and the title: {whole}",
    ),
    "landmark-number": either("in the first section of its sort", "sections of the same sort before its own: {whole}"),
    # what the page says of itself
    "og-type": (
        (0.0, "the page does not say of what type it is (og:type)"),
        (1.0, "the page says that it is an article (og:type)"),
        (2.0, "the page says that it is a part of a site (og:type)"),
        (3.0, "the page says that it is a product (og:type)"),
        (inf, "the page says that it is something else than an article (og:type)"),
    ),
    **{
        f"says-{sort}": either(f"the page's data do not speak of {what}", f"the page's data speak of {what}")
        for sort, what in SORTS.items()
    },
    "dated": either("the page gives no date", "the page gives its date"),
    "signed": either("the page names no author", "the page names its author"),
    "body-stated": either("the page's data hold no article", "the page's data hold the article"),
    "path-parts": known(NO_ADDRESS, FIRST_PAGE, "parts of the page's address: {whole}"),
    "path-last": known(NO_ADDRESS, FIRST_PAGE, "the last part of its page's address has {whole} characters"),
    "path-hyphens": known(NO_ADDRESS, "no hyphens in the page's address", "hyphens in the page's address: {whole}"),
    "path-digits": known(NO_ADDRESS, "no figures in the page's address", "{percent} of the page's address is figures"),
    "path-file": known(NO_ADDRESS, "the page's address is not a file's", "the page's address is a file's"),
    "path-slash": known(NO_ADDRESS, "the page's address ends in no slash", "the page's address ends in a slash"),
    # the whole page, after the first pass
    "score": always("by itself it {look}"),
    "before15-score": always("the text right before it {look}"),
    "after15-score": always("the text right after it {look}"),
    "page-mass": always("{number} characters of the page look like article"),
    "page-score": always("{percent} of the page looks like article"),
    "outside-mass": always("outside comments {number} characters look like article"),
    "comments-mass": either("no comments look like article", "comments hold {percent} of what looks like article"),
    "outside-sure": always("outside comments {number} characters are surely article"),
    "page-sure": always("{number} characters of the page are surely article"),
    "largest-mass": always("the largest blocks hold {percent} of what looks like article"),
    "likely-blocks": always("blocks that look like article: {whole}"),
    "mass-before": always("{percent} of what looks like article stands before it"),
    "mass-after": always("{percent} of what looks like article stands after it"),
    "sure-before": (
        (1.0, "right after what is surely article"),
        (49.0, "blocks since the last that is surely article: {whole}"),
        (inf, "far below anything that is surely article"),
    ),
    "sure-after": (
        (1.0, "right before what is surely article"),
        (49.0, "blocks to the next that is surely article: {whole}"),
        (inf, "far above anything that is surely article"),
    ),
    "in-best": always("{side} the container of the article"),
    "best-mass": always("{side} the container that holds {percent} of what looks like article"),
    "best-score": always("{side} the container of the article, which {look}"),
    "best-size": always("{side} the container of the article, which holds {percent} of the page"),
    "best-depth": always("{side} the container of the article, {whole} levels deep"),
}  # fmt: skip

# The same for every block of a page: such a figure moves the scores of all of them, and explains none.
PAGE_WIDE = frozenset(PAGE_TYPE) | frozenset(
    (
        "page-blocks page-prose page-link-share comments-prose articles page-mass page-score "
        "outside-mass comments-mass outside-sure page-sure largest-mass likely-blocks"
    ).split()
)

# Containers by how far up they stand; the first pass begins at 1.
REGIONS = {
    "region0": "its element",
    "region1": "its container",
    "region2": "the container above that",
    "region3": "the container three up",
    "region4": "the container four up",
    "landmark": "its section of the page",
}
for region, where in REGIONS.items():
    WORDINGS |= {
        f"{region}-prose": always(f"{where} holds {{percent}} of the page's prose"),
        f"{region}-link-share": always(f"links make up {{percent}} of {where}"),
        f"{region}-blocks": always(f"{where} has {{number}} blocks"),
        f"{region}-mean-size": always(f"the blocks of {where} have {{number}} characters on average"),
        f"{region}-sentences": always(f"{where} has {{number}} sentences"),
        f"{region}-score": always(f"the text of {where} {{look}}"),
        f"{region}-mass": always(f"{where} holds {{percent}} of what looks like article"),
        f"{region}-count-score": always(f"the average block of {where} {{look}}"),
    }

# Neighbours by how far away they stand.
NEIGHBOURS = {
    -3: "the third block before it",
    -2: "the block before the last",
    -1: "the block before it",
    1: "the block after it",
    2: "the block after the next",
    3: "the third block after it",
}
for shift, where in NEIGHBOURS.items():
    name = f"{'before' if shift < 0 else 'after'}{abs(shift)}"
    none = f"the page {'begins' if shift < 0 else 'ends'} here"
    WORDINGS |= {
        f"{name}-size": known(none, none, f"{where} has {{number}} characters"),
        f"{name}-link-share": known(none, f"no links in {where}", f"links make up {{percent}} of {where}"),
        f"{name}-kind": ((-1e-9, none), (inf, f"{where} is of the kind {{kind}}")),
        f"{name}-ends-sentence": known(none, f"{where} does not end like a sentence", f"{where} ends like a sentence"),
        f"{name}-text-words": words_of(f"{where} has words", ""),
        f"{name}-names": words_of(f"{where} stands in elements with names", ""),
        f"score{shift:+d}": ((-1e-9, none), (inf, f"{where} {{look}}")),
    }
