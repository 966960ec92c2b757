"""The language of a text by its script and its function words."""

from __future__ import annotations

import time

import pytest

from cleaner.datafile import text_of
from cleaner.read.language import FUNCTION_WORDS, guess

SENTENCES = {
    "en": "The ferry to the island was late again, and nobody could say when it would be there.",
    "de": "Die Fähre zur Insel war wieder zu spät, und niemand konnte sagen, wann sie ankommen würde.",
    "fr": "Le bateau pour l'île était encore en retard, et personne ne savait quand il serait dans le port.",
    "es": "El barco de la isla llegó tarde otra vez, y nadie sabía cuándo iba a estar en el puerto.",
    "pt": "O barco da ilha chegou mais uma vez com atraso, e ninguém sabia quando é que ele ia para o porto.",
    "it": "Il traghetto per l'isola era di nuovo in ritardo, e nessuno sapeva quando sarebbe arrivato nel porto.",
    "nl": "De veerboot naar het eiland was weer te laat, en niemand wist wanneer hij in de haven zou zijn.",
    "sv": "Färjan till ön var sen igen, och ingen kunde säga när den skulle vara i hamnen, för det var inte lätt.",
    "da": "Færgen til øen var forsinket igen, og ingen kunne sige hvornår den blev færdig, men der er også andre.",
    "no": (
        "Fergen til øya var forsinket igjen, og ingen kunne si når den ble ferdig, men det er også mange etter oss."
    ),
    "fi": "Laiva oli taas myöhässä, ja kukaan ei tiennyt, milloin se on satamassa, mutta se on myös hyvä asia.",
    "is": "Ferjan var aftur of sein og það er ekki gott, en við vissum ekki hvað var að þessu sinni.",
    "pl": (
        "Prom na wyspę znowu się spóźnił i nikt nie wiedział, kiedy będzie w porcie, ale to jest już tylko jego sprawa."
    ),
    "cs": (
        "Loď na ostrov měla zase zpoždění a nikdo nevěděl, kdy bude v "
        "přístavu, ale to je jen jeho věc, která není nová."
    ),
    "sk": (
        "Loď na ostrov mala zase meškanie a nikto nevedel, kedy bude v "
        "prístave, ale to je len jeho vec, ktorá nie je nová."
    ),
    "sl": (
        "Ladja za otok je spet zamujala in nihče ni vedel, kdaj bo v "
        "pristanišču, ker je to tudi zelo težko, če ni vetra."
    ),
    "hr": (
        "Brod za otok opet je kasnio i nitko nije znao kada će biti u luci, što je već bio slučaj, ali ne kao prije."
    ),
    "hu": "A hajó megint késett, és senki nem tudta, hogy mikor lesz a kikötőben, de ez már csak az ő dolga.",
    "ro": (
        "Vaporul spre insulă a întârziat din nou și nimeni nu știa când va fi "
        "în port, dar este mai bine așa pentru toți."
    ),
    "tr": (
        "Adaya giden vapur yine geç kaldı ve kimse ne zaman geleceğini bilmiyordu, ama bu çok da önemli değil gibi."
    ),
    "id": (
        "Kapal itu terlambat lagi dan orang yang ada di pelabuhan tidak tahu "
        "kapan akan datang, karena ini sudah lebih dari biasa."
    ),
    "vi": "Con tàu ra đảo lại đến muộn và không một người nào trong cảng được biết khi nào nó sẽ đến.",
    "et": "Laev saarele oli jälle hiljaks jäänud ja keegi ei teadnud, kui kaua see aega võtab, aga see on ka nii.",
    "lv": "Kuģis uz salu atkal kavējās, un neviens nezināja, kad tas būs ostā, bet tas ir arī par to, kā to dara.",
    "lt": (
        "Laivas į salą vėl vėlavo, ir niekas nežinojo, kada jis bus uoste, bet tai yra dar ne viskas, kaip jau buvo."
    ),
    "ca": (
        "El vaixell de l'illa tornava a arribar tard, però ningú no sabia quan "
        "seria al port, i això és com sempre amb els seus."
    ),
    "eu": "Itsasontzia berandu iritsi da eta inork ez du jakin noiz izan den hemen, baina hori ere bat da.",
    "af": (
        "Die boot na die eiland was weer laat en niemand het geweet wanneer hy "
        "daar sou wees nie, maar dit is nie nuut nie."
    ),
    "sw": "Meli ya kwenda kisiwani ilichelewa tena na hakuna mtu wa bandari aliyejua, lakini hii ni kwa watu wake.",
    "tl": "Nahuli na naman ang bangka sa isla at hindi alam ng mga tao kung kailan ito darating para sa kanila.",
    "ru": "Паром на остров опять опоздал, и никто не знал, когда он будет в порту, но это было уже не так важно.",
    "uk": "Паром на острів знову запізнився, і ніхто не знав, коли він буде в порту, але це вже було не так важливо.",
    "bg": "Фериботът за острова отново закъсня и никой не знаеше кога ще бъде на пристанището, но това е като преди.",
    "sr": (
        "Брод за острво је опет каснио и нико није знао када ће бити у луци, што је већ био случај, али не као пре."
    ),
    "mk": "Бродот за островот пак доцнеше и никој не знаеше кога ќе биде во пристаништето, но тоа е како што беше.",
    "be": "Паром на востраў зноў спазніўся, і ніхто не ведаў, калі ён будзе ў порце, але гэта ўжо было не так важна.",
    "el": "Το πλοίο για το νησί άργησε πάλι, και κανείς δεν ήξερε πότε θα έφτανε στο λιμάνι.",
    "he": "המעבורת לאי איחרה שוב, ואיש לא ידע מתי היא תגיע לנמל.",
    "ar": "تأخرت العبارة إلى الجزيرة مرة أخرى، ولم يعرف أحد متى تصل إلى الميناء في هذا اليوم.",
    "fa": "کشتی جزیره باز هم دیر رسید و هیچ کس نمی دانست که کی به بندر می رسد، اما این را همه می دانند.",
    "ur": "جزیرے کی کشتی پھر دیر سے آئی اور کسی کو نہیں معلوم تھا کہ وہ کب بندرگاہ میں ہو گی۔",
    "hi": "द्वीप की नाव फिर देर से आई और किसी को नहीं पता था कि वह बंदरगाह में कब होगी।",
    "th": "เรือไปเกาะมาสายอีกแล้ว และไม่มีใครรู้ว่าจะมาถึงท่าเมื่อไร",
    "ja": "島へ行く船はまた遅れて、いつ港に着くのか誰にもわからなかった。",
    "zh": "去岛上的船又晚点了，谁也不知道什么时候能到港口。",
    "ko": "섬으로 가는 배가 또 늦었고 언제 항구에 도착할지 아무도 몰랐다.",
    "ka": "კუნძულზე მიმავალმა გემმა ისევ დაიგვიანა.",
}


@pytest.mark.parametrize(("language", "sentence"), SENTENCES.items(), ids=list(SENTENCES))
def test_one_sentence_is_enough(language: str, sentence: str) -> None:
    """Neighbours among the languages are told apart by their function words."""
    assert guess(sentence) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12.50 – 14.00",
        "…",
        "Kyoto Lima Oslo",
        "Canon EOS R100\nNikon Z50\nSony A7",
        "XS S M L XL XXL",
        "a i o u e y",
    ],
)
def test_no_answer_without_evidence(text: str) -> None:
    """Names, sizes and numbers are of no language."""
    assert guess(text) is None


def test_a_menu_at_the_beginning_does_not_decide() -> None:
    """An English interface around a German article."""
    menu = "Home\nNews\nAbout us\nSign in to the site\nWhat is new\nAll of the videos\n" * 6
    assert guess(menu + (SENTENCES["de"] + "\n") * 60) == "de"


def test_japanese_with_english_names_is_japanese() -> None:
    """Product names fill pages in other scripts."""
    assert guess("新しい MacBook Pro と iPhone 15 Pro Max を発売しました。価格は高いです。") == "ja"


def test_decomposed_accents_are_read() -> None:
    """Some systems write `é` as two characters."""
    assert (
        guess("La de\u0301cision e\u0301tait de\u0301ja\u0300 prise, et personne ne l'a su; c'est pas plus mal.")
        == "fr"
    )


def test_every_line_of_the_table_is_a_language_with_words() -> None:
    """A code of two letters, twenty words or more, none of them twice, all in small letters."""
    for line in text_of(FUNCTION_WORDS).splitlines():
        if not line.startswith("#"):
            language, *words = line.split()
            assert len(language) == 2
            assert len(words) >= 15, language
            assert len(set(words)) == len(words), (language, [word for word in set(words) if words.count(word) > 1])
            assert [word.lower() for word in words] == words


def test_a_long_text_costs_no_more_than_a_short_one() -> None:
    """Only three slices of it are read."""
    text = (SENTENCES["en"] + "\n") * 50_000
    started = time.perf_counter()
    for _ in range(20):
        assert guess(text) == "en"
    assert time.perf_counter() - started < 1
