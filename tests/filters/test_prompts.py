"""Prompts and labels by their wording."""

from __future__ import annotations

import pytest

from cleaner.filters.prompts import Prompts
from cleaner.model import Drop, Kind, Strictness
from tests.factory import block, element, page

PROSE = "The ferry to Westhaven left on time for once, and those who had come to complain stood on the quay in silence."


def reasons(*parts: object, strictness: Strictness = Strictness.BALANCED) -> dict[str, str]:
    """What goes, and why."""
    made = page(*parts, strictness=strictness)  # type: ignore[arg-type]
    return {drop.block.text: drop.reason for drop in Prompts()(made, made.blocks) if isinstance(drop, Drop)}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Please log in to leave a comment", "login-prompt"),
        ("Create a free account to keep reading", "registration-prompt"),
        ("This article is only available to subscribers", "subscription-prompt"),
        ("Please donate to support our newsroom", "donation-appeal"),
        ("Sign up for our weekly newsletter", "newsletter-prompt"),
        ("By signing up, you agree to our terms of use.", "consent-notice"),
        ("Accept all cookies", "cookie-notice"),
        ("Notifications can be managed in the settings of your browser", "notification-prompt"),
        ("Download our app", "app-prompt"),
        ("Share this article on Facebook", "share-prompt"),
        ("Follow us on Instagram", "follow-prompt"),
        ("Join the conversation", "comment-prompt"),
        ("Advertisement", "advertisement-label"),
        ("Read the full analysis below:", "read-more"),
        ("You may also like", "read-more"),
        ("Vote in our poll", "poll-prompt"),
        ("Take our short survey", "survey-prompt"),
        ("Please verify that you are human", "bot-check"),
        ("Please enable JavaScript to view this page", "javascript-notice"),
        ("Was this article helpful? Yes No", "feedback-prompt"),
        ("Print this page", "share-prompt"),
        ("Play video", "media-control"),
        ("Skip to main content", "page-control"),
        ("About us | Contact us | Careers", "site-menu"),
        ("First name *", "form-label"),
        ("Buy now", "call-to-action"),
    ],
)
def test_reason(text: str, reason: str) -> None:
    """Each kind of prompt goes under its own stable reason."""
    assert reasons(PROSE, text, PROSE) == {text: reason}


def test_prose_stands() -> None:
    """Paragraphs of an article, long and short, are not touched."""
    assert (
        reasons(PROSE, "He signed up for the navy.", "“Share it,” she said.", "What do you think a bridge costs?") == {}
    )


def test_evidence_quotes_the_page() -> None:
    """The drop says which words of the page it knows, and in which language."""
    made = page(PROSE, "Jetzt anmelden")
    [drop] = Prompts()(made, made.blocks)
    assert str(drop.evidence) == 'matches "Jetzt anmelden" (de)'


def test_ambiguous_word_goes_only_in_company() -> None:
    """`Services` is a heading by itself and a menu entry among sure prompts; strict takes it anyway."""
    assert reasons(PROSE, "Services", PROSE) == {}
    assert "Services" in reasons(PROSE, "About us", "Services", "Careers", "Privacy policy", PROSE)
    assert reasons(PROSE, "Services", "FAQ", "Pricing", "Video", PROSE) == {}
    assert "Services" in reasons(PROSE, "Services", PROSE, strictness=Strictness.STRICT)


def test_lenient_takes_whole_lines_only() -> None:
    """The lenient setting keeps what only begins like a prompt."""
    texts = ("Log in", "Read more: the ferry that would not sail")
    assert reasons(*texts, strictness=Strictness.LENIENT) == {"Log in": "login-prompt"}


def test_steps_of_instructions_stand() -> None:
    """A numbered list tells the reader what to do; an item of another list is judged as any block."""
    numbered = block("Log in to your account", Kind.ITEM, element=element("li", element("ol")))
    loose = block("Log in to your account.", Kind.ITEM, element=element("li", element("ul")))
    assert reasons(numbered, loose) == {loose.text: "login-prompt"}


def test_quotations_stand_but_embeds_go() -> None:
    """A quoted slogan is the article's; the words of an embedded post's frame are not."""
    slogan, frame = block("Join us now!", Kind.QUOTE), block("View this post on Instagram", Kind.QUOTE)
    assert reasons(slogan, frame) == {frame.text: "media-control"}


def test_appeal_in_prose_goes() -> None:
    """A paragraph in which the newsroom asks for money goes with the other prompts; the lenient setting keeps it."""
    appeal = (
        "We need reporters on the quayside this winter, and we will never put up a paywall. Your donation allows us "
        "to send one to each end of the strait."
    )
    texts = [PROSE, appeal, *[f"{PROSE} {number}" for number in range(4)]]
    assert reasons(*texts) == {appeal: "donation-appeal"}
    assert reasons(*texts, strictness=Strictness.LENIENT) == {}
