"""Photo credits and captions."""

from __future__ import annotations

import pytest

from cleaner.filters.captions import Captions
from cleaner.model import Kind, Strictness
from tests.factory import block, page


def reasons(*parts: object, strictness: Strictness = Strictness.BALANCED) -> dict[str, str]:
    """What goes, and why."""
    made = page(*parts, strictness=strictness)  # type: ignore[arg-type]
    return {drop.block.text: drop.reason for drop in Captions()(made, made.blocks)}


@pytest.mark.parametrize(
    "text",
    [
        "Photograph: Jane Doe/Harbour Pictures",
        "Image credit: Jane Doe",
        "(Photo by Jane Doe/Getty Images)",
        "Foto: Jana Muster/dpa",
        "Crédit photo : Jeanne Martin",
        "Foto de Juana Pérez",
        "The ferry leaves at dusk. Jane Doe/Reuters",
        "Idle cranes above the basin (AP)",
        "Die Fähre am Abend. © Jana Muster",
        "Photo courtesy of the Harbour Museum",
        "Die Fähre verlässt am Abend den Hafen Foto: Jana Muster/Hafenbilder",
        "Die Fähre verlässt den Hafen © Jana Muster",
        "Färjan lämnar hamnen. Foto: Jana Exempel.",
        "The ferry leaves at dusk Photo: Jane Doe",
        "The ferry leaves at dusk. (Jane de Vries/Harbour Pictures)",
        "写真：山田花子／アフロ",
        "夕暮れの港＝三日、山田花子撮影",
        "※写真はイメージです",
        "黄昏的港口。摄影：王小明",
        "图/新华社",
        "圖片來源：港口博物館",
    ],
)
def test_credit_line(text: str) -> None:
    """A line that is or ends with a credit goes, whatever its tag."""
    assert reasons(text) == {text: "photo-credit"}


@pytest.mark.parametrize(
    "text",
    [
        "Photo editors spoke of light, and nobody took a note.",
        "Two people close to the sale spoke to Reuters",
        "Getty Images sued the maker of the model.",
        "The gallery kept the picture, and showed it to all who asked.",
        "Her first camera was a gift from an uncle at AP",
        "Lange sprach er über das Foto: Es zeigt die Fähre bei Nacht",
        "Sie mochte das Bild: Es ist so.",
        "She had one word for the photo: Nonsense",
        "Copyright notices begin with ©",
        "The sign on the door had a © and the word Owner, and nobody knew why",
        "The ferry has two names. (Nobody uses the second/third one.)",
        "He liked both authors (Doe/Muster)",
        "写真はイメージを伝える道具にすぎない。",
        "写真は共同で使う部屋の壁に貼られた。",
        "图中的老人，今年九十岁。",
        "圖書館的牆上沒有照片。",
    ],
)
def test_prose_stands(text: str) -> None:
    """Sentences about pictures and agencies stay."""
    assert reasons(text) == {}


def test_long_paragraph_with_a_source_stands() -> None:
    """A whole paragraph is not dropped for what stands at its end."""
    assert reasons("The harbour was dredged for the first time in forty years. " * 6 + "Photo: Jane Doe") == {}


def test_caption_under_a_figure() -> None:
    """A caption goes, the lenient setting keeps it; one with a number belongs to the text that refers to it."""
    plain = block("The ferry at dusk, with the new crane behind it", Kind.CAPTION)
    figure, table = block("Figure 2. Tides by month", Kind.CAPTION), block("Abb. 3: Gezeiten", Kind.CAPTION)
    assert reasons(plain, figure, table) == {plain.text: "caption"}
    assert reasons(plain, strictness=Strictness.LENIENT) == {}
