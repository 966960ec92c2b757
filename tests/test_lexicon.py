"""Finding phrases in texts."""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from cleaner.datafile import mapped
from cleaner.errors import DataError
from cleaner.lexicon import Lexicon, lexicon
from cleaner.model import Strictness
from cleaner.phrase import Match


def test_match_says_what_it_saw() -> None:
    """A match quotes the page's own words and names the language of the rule."""
    match = lexicon().find("» Please log in or create an account to comment")
    assert match is not None
    assert (match.category, str(match)) == (
        "login-prompt",
        'matches "Please log in or create an account to comment" (en)',
    )
    assert match.start == 2


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Please reload this page or go to another page on the site to be automatically logged inPlease refresh your "
         "browser to be logged in", "login-prompt"),
        ("Sign up for our weekly newsletter. You can unsubscribe at any time. By signing up you agree to our terms of "
         "use and privacy policy.", "newsletter-prompt"),
        ("Share | Print | Save for later | Leave a comment", "share-prompt"),
        ("Newsletter abonnieren · Anmelden", "newsletter-prompt"),
        ("Diesen Artikel teilen", "share-prompt"),
        ("Déjà abonné ? Connectez-vous", "login-prompt"),
        ("Suscríbete a nuestro boletín", "newsletter-prompt"),
        ("Nie masz konta? Załóż konto", "registration-prompt"),
        ("Vaše e-mailová adresa nebude zveřejněna. Vyžadované informace jsou označeny *", "comment-prompt"),
        ("Нашли ошибку? Выделите её и нажмите Ctrl+Enter", "feedback-prompt"),
        ("Συνδεθείτε;", "login-prompt"),
        ("[사진=연합뉴스]", "photo-credit"),
        ("<관련기사>", "read-more"),
        ("ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ: Η βάρκα που δεν ήθελε να φύγει", "read-more"),
        ("Belum ada komentar. Jadilah yang pertama berkomentar!", "comment-prompt"),
        ("اقرأ أيضاً: القارب الذي رفض الإبحار", "read-more"),
        ("Якщо ви знайшли помилку, виділіть її та натисніть Ctrl+Enter", "feedback-prompt"),
        ("YORUM YAPMAK İÇİN GİRİŞ YAPIN | Üye Ol", "login-prompt"),
        ("Oletko jo tilaaja? Kirjaudu sisään · Unohditko salasanasi?", "login-prompt"),
        ("12 COMMENTS", "comment-prompt"),
        ("ログイン・会員登録", "login-prompt"),
        ("この記事をシェアする　LINEで送る　リンクをコピー", "share-prompt"),
        ("関連記事：船が出なかった港の一日", "read-more"),
        ("登录后即可发表评论", "login-prompt"),
        ("分享到微信 | 複製連結 | 列印", "share-prompt"),
        ("延伸閱讀：那艘開不走的船", "read-more"),
        ("관련기사: 떠나지 않은 배의 하루", "read-more"),
        ("등대일보 김하늘 기자 haneul@example.com", "byline"),
        ("Ți-a plăcut articolul? Distribuie pe Facebook", "feedback-prompt"),
        ("Citeşte şi: Barca ce nu voia să plece", "read-more"),
        ("Még nincs fiókja? Regisztráljon | Elfelejtett jelszó", "registration-prompt"),
    ],
)  # fmt: skip
def test_prompts_run_together(text: str, category: str) -> None:
    """A line of several prompts is caught whole, under the reason of the first."""
    match = lexicon().find(text)
    assert match is not None
    assert match.category == category


@pytest.mark.parametrize(
    "text",
    [
        "",
        "…",
        "Sign up for our newsletter. The mayor of Lowhaven did so on the day that it began.",
        "Share prices fell in Tokyo as investors weighed a donation of shares to the family's foundation.",
        "Log houses keep their warmth, and a log in the stove lasts the night.",
        "The paywall that the paper put up in 2019 now brings in more than its advertisements do.",
        "Cookies made with brown butter keep for a week, if nobody finds the tin.",
        "Members of the gym who wish to cancel a subscription must now write a letter.",
        "Comments by the chairman moved the market more than the figures had.",
        "“Join us,” she said, and moved her chair to make room at the table.",
        "ログインして最初に見たのは、亡くなった祖父からの手紙だった。",
        "人気の記事には、必ず影の書き手がいる。",
        "コメントを求めたが、会社は答えなかった。",
        "このレシピでは、クッキーを一晩寝かせてから焼く。",
        "登录这座小岛的人，要先在码头报到。",
        "评论这场比赛的人，没有一个去过现场。",
        "我們使用兩種麵粉做這種餅乾。",
        "Prenumerata tygodnika podrożała, lecz czytelnicy dalej płacą za newsletter o porcie.",
        "Komentáře pod článkem o přístavu četl starosta celou noc, odpovědět nestihl.",
        "댓글 12개를 읽고 그는 밤을 새웠다.",
        "Citește și scrie de la patru ani, dar farul nu l-a desenat niciodată.",
        "A hozzászólásokat a polgármester egész éjjel olvasta, válaszolni nem ért rá.",
        "Подписка на газету подорожала, но читатели всё равно платят за новости порта.",
        "Η συνδρομή στην εφημερίδα ακρίβυνε, αλλά οι αναγνώστες διαβάζουν ακόμα τις ειδήσεις του λιμανιού.",
        "Langganan koran itu naik harganya, tetapi pembaca tetap membayar berita pelabuhan.",
        "شارك في السباق مئة بحار، وتابع الصيادون النتائج على فيسبوك حتى الفجر.",
        "Передплата газети подорожчала, та читачі все одно платять за новини порту.",
        "Gazete aboneliği pahalandı, ama okurlar limanın haberi için yine para veriyor.",
        "Lehden tilaus kallistui, mutta lukijat maksavat yhä sataman uutisista.",
        "post()",
        "'username'",
        "/login",
        "User.name",
    ],
)
def test_prose_is_spared(text: str) -> None:
    """Prose that speaks of the same things is no prompt, nor is a prompt with a sentence of prose, nor code."""
    assert lexicon().find(text, None, Strictness.STRICT) is None


def test_categories_narrow_the_answer() -> None:
    """A text counts only under the category that it has."""
    assert lexicon().find("Advertisement", {"advertisement-label"}) is not None
    assert lexicon().find("Advertisement", {"login-prompt"}) is None


def test_strictness() -> None:
    """Lenient takes whole lines alone, strict a word that is a menu entry here and a heading there."""
    find = lexicon().find
    opening, word, line = "Read more: the ferry that would not sail", "Services", "Log in"
    taken = {
        level: [text for text in (opening, word, line) if find(text, None, level)] for level in Strictness
    }  # fmt: skip
    assert taken == {
        Strictness.LENIENT: [line],
        Strictness.BALANCED: [opening, line],
        Strictness.STRICT: [opening, word, line],
    }


def test_short_labels_of_two_kinds_need_a_border() -> None:
    """Two labels side by side may be a heading of two words; with a mark between them they are a menu."""
    find = lexicon().find
    assert find("Advertisement Print") is None
    assert find("Advertisement | Print") is not None


def test_part_of_a_line_break_block_is_not_enough() -> None:
    """A block of several lines is not taken for the credit under its last one."""
    assert lexicon().find("Doors open at six\nThe tide turns at nine\nHarbour Hall © 2031 Harbour Hall") is None


def test_cues_are_found_inside_prose() -> None:
    """Evidence is collected anywhere in a text, with the words as they stand."""
    cues = lexicon().cues("This winter we need reporters on the quay, and your donation allows us to send them.")
    assert {match.category for match in cues} >= {"appeal-ask", "appeal-we", "appeal-press"}
    assert "your donation allows" in {match.phrase for match in cues}


@pytest.mark.parametrize("table", [b"", b"1 2", b"no table at all\n" * 20])
def test_broken_table(table: bytes) -> None:
    """A text that is no phrase table is refused."""
    with pytest.raises(DataError):
        Lexicon(table)


def test_threads_agree() -> None:
    """The shared lexicon gives the same answers from many threads."""
    texts = [f"Sign up for our {name} newsletter" for name in ("daily", "weekly", "free", "harbour")] * 25
    alone = [lexicon().find(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lexicon().find, texts)) == alone


def test_what_is_remembered_may_go_at_any_time() -> None:
    """Another thread may let go of all remembered texts between any two steps of a look-up."""

    class Forgetful(dict[str, Match | None]):
        def __contains__(self, text: object) -> bool:
            found = super().__contains__(text)
            self.clear()
            return found

    table = Lexicon(mapped("phrases.bin"))
    table.known = Forgetful()
    assert [match and match.category for match in map(table.find, ["Share", "Share"])] == ["share-prompt"] * 2


@pytest.mark.parametrize(
    "text", ["share " * 200_000, "." * 400_000, "sign up for the " * 50, "a b " * 220, "Read more: " * 60]
)
def test_no_text_takes_long(text: str) -> None:
    """Neither a huge text nor one that keeps phrases open takes noticeable time."""
    lexicon().find("Log in")
    began = time.process_time()
    lexicon().find(text)
    assert time.process_time() - began < 0.1


def test_cold_start_reads_no_phrase_files() -> None:
    """Looking something up needs neither the TOML files nor their parser."""
    import subprocess

    code = (
        "import sys, cleaner.lexicon as it; it.lexicon().find('Log in');"
        "print('tomllib' in sys.modules, 'cleaner.phrasebook' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
