"""Bytes to text: charsets right, wrong, unknown and missing; gzip; what is no page."""

from __future__ import annotations

import gzip
import random

import pytest

from cleaner.errors import UnreadableError
from cleaner.read import binary
from cleaner.read.decode import decode

# Two or three made-up sentences in each language, as a short page would have them.
RUSSIAN = (
    "Вчера вечером в городе открыли новый мост через реку. Жители ждали его больше десяти лет, и многие пришли "
    "посмотреть, как по нему проедет первый автобус."
)
UKRAINIAN = (
    "Учора ввечері в місті відкрили новий міст через річку. Мешканці "
    "чекали на нього понад десять років, і їх було багато."
)
POLISH = (
    "Wczoraj wieczorem w mieście otwarto nowy most nad rzeką. Mieszkańcy czekali na niego ponad dziesięć lat i wielu "
    "przyszło zobaczyć, jak przejedzie po nim pierwszy autobus. „Nareszcie” – powiedziała jedna z pań."
)
CZECH = (
    "Včera večer byl ve městě otevřen nový most přes řeku. Lidé na něj čekali déle než deset let a mnozí se přišli "
    "podívat, jak po něm přejede první autobus."
)
FRENCH = (
    "Hier soir, la ville a inauguré le nouveau pont sur la rivière. Les "
    "habitants l’attendaient depuis plus de dix ans, "
    "et beaucoup étaient là à l’arrivée du premier bus."
)
ENGLISH = (
    "The town’s new bridge opened at last – “ten years late”, as the mayor said with a smile… and for half the price."
)
GREEK = (
    "Χθες το βράδυ εγκαινιάστηκε στην πόλη η νέα γέφυρα του ποταμού. Οι "
    "κάτοικοι την περίμεναν για περισσότερα από δέκα χρόνια."
)
TURKISH = (
    "Dün akşam şehirde nehrin üzerindeki yeni köprü açıldı. Halk bunu on "
    "yıldan uzun bir süredir bekliyordu ve çok mutluydu."
)
HEBREW = (
    "אתמול בערב נפתח בעיר הגשר החדש על הנהר. התושבים חיכו לו יותר מעשר שנים, ורבים מהם באו לראות את האוטובוס הראשון."
)
ARABIC = (
    "افتتح في المدينة مساء أمس الجسر الجديد على النهر. وكان السكان "
    "ينتظرونه منذ أكثر من عشر سنوات، وجاء كثير منهم لرؤية أول حافلة."
)
THAI = "เมื่อวานนี้เมืองได้เปิดสะพานใหม่ข้ามแม่น้ำ ชาวเมืองรอมานานกว่าสิบปี และหลายคนมาดูรถเมล์คันแรกที่วิ่งข้ามสะพาน"
JAPANESE = (
    "昨日の夕方、町で新しい橋が開通しました。住民は十年以上も待っていたので、"
    "最初のバスが渡るのを見に来た人がたくさんいました。"
)
KOREAN = (
    "어제 저녁 도시에서 강을 건너는 새 다리가 열렸습니다. "
    "주민들은 십 년 넘게 기다려 왔고 많은 사람이 첫 버스를 보러 왔습니다."
)
CHINESE = "昨天晚上，市里新建的大桥通车了。居民们等了十多年，很多人都来看第一辆公共汽车开过大桥。"
TAIWANESE = "昨天晚上，市裡新建的大橋通車了。居民們等了十多年，很多人都來看第一輛公車開過大橋。"

PAGES = [
    (RUSSIAN, "windows-1251", "cp1251"),
    (RUSSIAN, "koi8-r", "koi8_r"),
    (RUSSIAN, "iso-8859-5", "iso8859_5"),
    (RUSSIAN, "ibm866", "cp866"),
    (UKRAINIAN, "koi8-u", "koi8_u"),
    (POLISH, "windows-1250", "cp1250"),
    (CZECH, "ISO-8859-2", "iso8859_2"),
    (FRENCH, "iso-8859-1", "cp1252"),  # browsers read Latin-1 as windows-1252, and so are its curly quotes meant
    (ENGLISH, "windows-1252", "cp1252"),
    (GREEK, "windows-1253", "cp1253"),
    (TURKISH, "iso-8859-9", "cp1254"),
    (HEBREW, "windows-1255", "cp1255"),
    (ARABIC, "windows-1256", "cp1256"),
    (THAI, "tis-620", "cp874"),
    (JAPANESE, "x-sjis", "cp932"),
    (JAPANESE, "euc-jp", "euc_jp"),
    (JAPANESE, "iso-2022-jp", "iso2022_jp"),
    (KOREAN, "ks_c_5601-1987", "cp949"),
    (CHINESE, "gb2312", "gb18030"),
    (TAIWANESE, "big5", "big5"),
]
IDS = [codec for _, _, codec in PAGES]


def page(text: str, head: str = "") -> str:
    """A small page around a text."""
    return f"<html><head>{head}<title>Bridge</title></head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize(("text", "label", "codec"), PAGES, ids=IDS)
def test_a_declared_charset_is_read(text: str, label: str, codec: str) -> None:
    """A page says what it is written in, by the name that the web uses."""
    source = page(text, f'<meta http-equiv="Content-Type" content="text/html; charset={label}">')
    assert decode(source.encode(codec)) == source


@pytest.mark.parametrize(("text", "label", "codec"), PAGES, ids=IDS)
def test_a_charset_is_found_without_a_declaration(text: str, label: str, codec: str) -> None:
    """Nothing but the bytes tells the charset."""
    assert decode(page(text).encode(codec)) == page(text)


@pytest.mark.parametrize("wrong", ["utf-8", "iso-8859-1", "x-no-such-charset", "", "utf-16"])
@pytest.mark.parametrize(("text", "label", "codec"), PAGES, ids=IDS)
def test_a_wrong_or_unknown_declaration_does_not_lose_the_page(text: str, label: str, codec: str, wrong: str) -> None:
    """The template says one charset, the text is in another."""
    source = page(text, f"<meta charset='{wrong}'>")
    assert decode(source.encode(codec)) == source


@pytest.mark.parametrize("wrong", ["windows-1251", "gb2312", "shift_jis", "iso-8859-2", "ascii"])
def test_utf8_is_utf8_whatever_it_says(wrong: str) -> None:
    """Text in another charset does not pass for UTF-8 by chance, so a declaration that says otherwise is wrong."""
    source = page(RUSSIAN + JAPANESE, f'<meta charset="{wrong}">')
    assert decode(source.encode()) == source


def test_an_xml_declaration_is_read() -> None:
    """XHTML pages say their charset in the first line, if anywhere."""
    source = '<?xml version="1.0" encoding="windows-1250"?>' + page("Źle.")
    assert decode(source.encode("cp1250")) == source


def test_a_declaration_after_a_long_script_is_read() -> None:
    """Where the text is too short to tell, a declaration counts that stands far down."""
    source = page("žlutý", f"<script>{'var a = 1; ' * 1000}</script><meta charset=iso-8859-2>")
    assert decode(source.encode("iso8859_2")) == source


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_goes(codec: str) -> None:
    """The mark tells the charset, against any declaration, and is no part of the text."""
    source = page(RUSSIAN, "<meta charset=iso-8859-1>")
    assert decode(source.encode(codec)) == source


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [page(ENGLISH), page(JAPANESE), f"{CHINESE}\n{CHINESE} 2024\n"])
def test_utf16_is_found_without_a_mark(text: str, codec: str) -> None:
    """Every other byte of ASCII text is NUL; even a Chinese text has line breaks and digits."""
    assert decode(text.encode(codec)) == text


def test_broken_bytes_leave_a_utf8_page_in_utf8() -> None:
    """A letter that was cut in half becomes U+FFFD, and all others are read."""
    data = page(POLISH).encode().replace("mieście".encode(), "mieś".encode()[:-1] + b" ") + "ż".encode()[:1]
    text = decode(data)
    assert "mie\ufffd " in text
    assert "Mieszkańcy czekali" in text
    assert text.endswith("\ufffd")


def test_windows_1252_in_a_utf8_page_is_read_as_meant() -> None:
    """Quotes and letters that were pasted in from elsewhere are what they were, not U+FFFD."""
    pasted = b"<p>She said \x93yes\x94, in a caf\xe9 \x96 na\xefve as she was, at 5 \x80.</p>"
    assert decode(page(FRENCH).encode() + pasted).endswith("“yes”, in a café – naïve as she was, at 5 €.</p>")


def test_utf8_in_a_windows_1252_page_is_read_as_meant() -> None:
    """The other way round: most of the page is windows-1252, a box of it was pasted in as UTF-8."""
    data = page(FRENCH).encode("cp1252") + "<p>Un café à côté</p>".encode()
    assert decode(data) == page(FRENCH) + "<p>Un café à côté</p>"


def test_a_lone_curly_quote_is_read() -> None:
    """One byte beyond ASCII in an English page, and no declaration."""
    assert decode(b"<p>It is the town\x92s new bridge, and it is open.</p>").count("town’s") == 1


def test_gzip_is_opened() -> None:
    """Also of several members, and wrapped twice, as crawlers leave it."""
    source = page(RUSSIAN)
    data = source.encode("cp1251")
    assert decode(gzip.compress(data)) == source
    assert decode(gzip.compress(data[:100]) + gzip.compress(data[100:])) == source
    assert decode(gzip.compress(gzip.compress(data))) == source


def test_cut_gzip_is_refused() -> None:
    """Half a page would look like a whole one."""
    with pytest.raises(UnreadableError, match="gzip data is cut short"):
        decode(gzip.compress(page(RUSSIAN).encode())[:-20])


def test_damaged_gzip_is_refused() -> None:
    """Neither an exception of zlib nor one of gzip comes through."""
    data = bytearray(gzip.compress(page(RUSSIAN).encode()))
    for place in (15, 60, len(data) - 6):
        damaged = bytearray(data)
        damaged[place] ^= 0xFF
        with pytest.raises(UnreadableError, match="gzip data is"):
            decode(bytes(damaged))


def test_a_gzip_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """What unpacks to more than any page has is not unpacked to its end."""
    monkeypatch.setattr(binary, "MAX_UNPACKED", 1024 * 1024)
    with pytest.raises(UnreadableError, match="more than 1 MB"):
        decode(gzip.compress(b"<p>" + b"a" * (1024 * 1024)))
    assert decode(gzip.compress(b"<p>" + b"a" * (1024 * 1024 - 3))).startswith("<p>aaa")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "a JPEG image"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00", "a zip archive"),
        (b"MZ\x90\x00\x03\x00\x00\x00", "a program"),
        (b"RIFF\x24\x08\x00\x00WEBPVP8 ", "a WebP image"),
        (b"\x00\x00\x00\x18ftypmp42", "a video"),
        (gzip.compress(b"notes.txt" + b"\x00" * 248 + b"ustar  \x00" + b"\x00" * 300), "a tar archive"),
        (b"\x00\x01\x02\x03" * 50, "binary data"),
        (random.Random(3).randbytes(3000), "binary data"),
    ],
)
def test_binary_data_is_refused_by_name(data: bytes, what: str) -> None:
    """The message says what the input looks like."""
    with pytest.raises(UnreadableError, match=f"{what}.*not a page"):
        decode(data)


@pytest.mark.parametrize(
    "text", ["ID3 tags name the songs of a file.", "MZ is a hash of letters.", "GIF is a format.", "PK won the cup."]
)
def test_a_text_may_begin_like_a_file_format(text: str) -> None:
    """Letters that begin a file format also begin words."""
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", gzip.compress(b""), gzip.compress(b" ")]
)
def test_empty_input_is_refused(data: bytes) -> None:
    """White space is no page either."""
    with pytest.raises(UnreadableError, match="empty"):
        decode(data)


def test_a_stray_nul_goes() -> None:
    """A few NULs in a text do not make it binary, and do not come through."""
    assert (
        decode(b"<p>one\x00 two three four five six seven eight</p>")
        == "<p>one two three four five six seven eight</p>"
    )


def test_terminal_colours_are_no_shift_sequence() -> None:
    """The escape character also begins a charset's shifts; a coloured log is plain UTF-8."""
    assert decode("\x1b[31mété\x1b[0m and more".encode()) == "\x1b[31mété\x1b[0m and more"


@pytest.mark.parametrize(("text", "label", "codec"), PAGES, ids=IDS)
def test_any_cut_of_a_page_is_read(text: str, label: str, codec: str) -> None:
    """A page cut in the middle of a letter still gives its text, whatever its charset."""
    data = page(text).encode(codec)
    assert decode(data[: len(data) - 40])[:40] == page(text)[:40]


def test_decoding_is_linear_in_a_hostile_page() -> None:
    """A megabyte of half letters, of declarations and of long scripts is read at once."""
    for data in (
        b"<meta " * 200_000 + b"\xe9",
        b"\xe9" * 1_000_000 + b" a",
        b"a" * 1_000_000 + b"\xe9 and the rest of it",
    ):
        assert decode(data)


def test_a_charset_that_came_with_the_bytes_is_heeded() -> None:
    """It goes before one that stands in the page, and neither is believed against UTF-8 bytes."""
    text = "<meta charset=windows-1252><p>Žluťoučký kůň úpěl ďábelské ódy, a nikdo ve vsi ho už dávno neposlouchal."
    assert decode(text.encode("iso8859_2"), "ISO-8859-2") == text
    assert decode(text.encode(), "ISO-8859-2") == text
    assert decode(text.encode("iso8859_2"), "no-such-charset")
