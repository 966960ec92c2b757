"""Made-up pages of any size: an ordinary one, and those that quadratic programs stumble over."""

from __future__ import annotations

from itertools import count, islice

SUBJECTS = "ferry bridge bakery library orchard lighthouse market railway brewery theatre quarry harbour".split()
HEAD = "<!doctype html><html lang='en'><head><title>The ferry is late</title><meta charset='utf-8'></head><body>"


def sentence(number: int) -> str:
    """One of many sentences."""
    subject, other = SUBJECTS[number % 12], SUBJECTS[(number * 5 + 3) % 12]
    return (
        f"The {subject} was closed on Monday after {number + 3} people had waited there in the rain, "
        f"and nobody at the {other} could say when it would open again."
    )


def part(number: int) -> str:
    """A stretch of an ordinary page: paragraphs of its story, with the boxes that stand between them."""
    story = "".join(
        f"<p class='story__text story__text--body'>{' '.join(sentence(number * 9 + at) for at in range(first, first + 3))}</p>"
        for first in (0, 3, 6)
    )
    links = "".join(
        f"<li class='related__item'><a class='related__link' href='/news/{number}/{at}'>Another story, number {number + at}</a></li>"
        for at in range(3)
    )
    picture = f"<figure class='story__figure'><img src='/img/{number}.jpg' alt=''><figcaption>The {SUBJECTS[number % 12]}</figcaption></figure>"
    return f"<section class='story__part' data-part='{number}'>{story}{picture}</section><div class='related'><ul>{links}</ul></div>"


def ordinary(size: int) -> str:
    """An ordinary page of about so many bytes: a menu, a story with boxes in it, a footer."""
    menu = "".join(f"<li><a href='/{word}'>{word.title()}</a></li>" for word in SUBJECTS)
    body: list[str] = []
    room = size - len(HEAD) - len(menu)
    for number in count():
        if room <= 0:
            break
        body.append(part(number))
        room -= len(body[-1])
    return (
        f"{HEAD}<nav><ul>{menu}</ul></nav><main><article class='story'><h1>The ferry is late</h1>{''.join(body)}</article></main>"
        "<footer><p>Terms of use</p></footer></body></html>"
    )


def links(number: int) -> str:
    """A page of links."""
    rows = "".join(f"<li><a href='/page/{at}'>Link {at}</a></li>" for at in range(number))
    return f"{HEAD}<ul>{rows}</ul></body></html>"


def identical(number: int) -> str:
    """One paragraph again and again."""
    return f"{HEAD}{'<p>The same paragraph stands here again, word for word.</p>' * number}</body></html>"


def one_paragraph(size: int) -> str:
    """One paragraph of about so many bytes."""
    return f"{HEAD}<p>{' '.join(islice(map(sentence, count()), size // 140))}</p></body></html>"


def dots(number: int) -> str:
    """A paragraph of dots."""
    return f"{HEAD}<p>{'.' * number}</p></body></html>"


def hostile(scale: float = 1.0) -> dict[str, str]:
    """The hard pages by name; at a scale of 1 with 100,000 links, 200,000 paragraphs, 3 MB, 400,000 dots."""
    return {
        "links": links(int(100_000 * scale)),
        "identical paragraphs": identical(int(200_000 * scale)),
        "one paragraph": one_paragraph(int(3_000_000 * scale)),
        "dots": dots(int(400_000 * scale)),
    }
