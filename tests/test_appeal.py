"""Appeals for money in running prose."""

from __future__ import annotations

from cleaner.appeal import appeals
from tests.factory import page

LEADS_UP = (
    "Whether it is the price of a ferry ticket or the last bed in a village clinic, our reporters are on the ground before "
    "the councillors are awake. We know what it takes to sort facts from harbour gossip: time, boots and a good lamp."
)
ASKS = (
    "That lamp burns money. We need reporters on the quayside this winter, and your donation allows us to put one at each "
    "end of the strait."
)
BELIEVES = (
    "Other news outlets ask for a card at the door; the Courier has no paywall, and we will never have one. Give what you "
    "can, so that those who have nothing to give can read us too."
)
NEWS = (
    "The port authority and the dockers' union met for the third time on Wednesday and parted after forty minutes, "
    "without a word on the night shifts that brought the cranes to a halt in March."
)
CHARITY = (
    "The lifeboat crew said that its appeal for donations had brought in forty thousand pounds, most of it from "
    "readers of the local paper, and that the support of the town had been beyond all hope."
)
TRADE = (
    "The paper put up its paywall in 2019, and its editor told journalists that members now pay for three in four of "
    "its reporters; those who cannot afford the price read it in the library."
)
GERMAN = (
    "Unabhängiger Journalismus braucht Zeit. Unsere Redaktion berichtet jeden Tag vom Hafen, ohne Bezahlschranke. "
    "Unterstützen Sie uns dabei: Ihre Spende hilft uns, frei zu bleiben."
)
FRENCH = (
    "Notre rédaction enquête en toute liberté, sans milliardaire. Un journalisme indépendant a un coût: votre soutien "
    "nous permet de continuer, alors faites un don."
)
SPANISH = (
    "Hacemos periodismo independiente y abierto, sin muro de pago. Nuestra redacción no depende de nadie: con tu apoyo "
    "podemos seguir, así que hazte socio."
)
POLISH = (
    "Nasza redakcja pisze o porcie codziennie, a niezależne dziennikarstwo kosztuje. Dzięki twojemu wsparciu możemy "
    "stać na nabrzeżu także zimą: wesprzyj nas, jeśli możesz."
)
CZECH = (
    "Naše redakce píše o přístavu každý den a nezávislá žurnalistika něco stojí. Díky vaší podpoře můžeme stát na "
    "nábřeží i v zimě: přispějte, kolik můžete."
)
RUSSIAN = (
    "Наша редакция пишет о порте каждый день, а независимая журналистика стоит денег. Благодаря вашей поддержке мы "
    "работаем и зимой: поддержите нас, если можете."
)
GREEK = (
    "Η συντακτική μας ομάδα γράφει για το λιμάνι κάθε μέρα και η ανεξάρτητη δημοσιογραφία κοστίζει. Με τη στήριξή σας "
    "συνεχίζουμε και τον χειμώνα: γίνετε μέλη, αν μπορείτε."
)
INDONESIAN = (
    "Redaksi kami meliput pelabuhan setiap hari, dan jurnalisme independen butuh biaya. Dengan dukungan Anda kami "
    "bekerja juga di musim badai: berdonasi jika bisa."
)
ARABIC = (
    "يكتب فريق تحريرنا عن الميناء كل يوم، والصحافة المستقلة لها ثمن. بفضل دعمكم نواصل العمل في الشتاء أيضا: ادعمونا إن "
    "استطعتم."
)
UKRAINIAN = (
    "Наша редакція пише про порт щодня, а незалежна журналістика коштує грошей. Завдяки вашій підтримці ми "
    "працюємо і взимку: підтримайте нас, якщо можете."
)
TURKISH = (
    "Limanı her gün yazıyoruz ve bağımsız gazetecilik para ister. Desteğinizle kışın da rıhtımda durabiliriz: "
    "elinizden geldiğince bize destek olun."
)
FINNISH = (
    "Toimituksemme kirjoittaa satamasta joka päivä, ja riippumaton journalismi maksaa. Tuellasi voimme seistä "
    "laiturilla talvellakin: lahjoita, jos voit."
)
SLAVIC_NEWS = (
    "Wydawca gazety ogłosił, że prenumerata podrożeje, a niezależni dziennikarze z portu poprosili czytelników o wsparcie.",
    "Vydavatel novin oznámil, že předplatné podraží, a nezávislí novináři z přístavu požádali čtenáře o podporu.",
    "Издатель газеты сообщил, что подписка подорожает, а независимые журналисты из порта попросили читателей о помощи.",
    "Видавець газети повідомив, що передплата подорожчає, а незалежні журналісти з порту попросили читачів про допомогу.",
)
AGGLUTINATIVE_NEWS = (
    "Gazetenin sahibi aboneliğin pahalanacağını duyurdu, limandaki bağımsız gazeteciler okurlardan destek istedi.",
    "Lehden kustantaja kertoi, että tilaus kallistuu, ja riippumattomat toimittajat pyysivät lukijoilta tukea.",
)
GREEK_NEWS = "Ο εκδότης της εφημερίδας ανακοίνωσε ότι η συνδρομή ακριβαίνει, και οι δημοσιογράφοι ζήτησαν στήριξη."
INDONESIAN_NEWS = "Penerbit koran itu menaikkan harga langganan, dan para wartawan meminta dukungan pembaca."
ARABIC_NEWS = "أعلن ناشر الصحيفة رفع ثمن الاشتراك، وطلب صحفيون مستقلون في الميناء دعم القراء."

JAPANESE = (
    "独立したメディアであるために、私たちは企業の広告に頼らず、港の取材を続けています。調査報道には時間とお金がかかります。"
    "皆さまのご支援をお願いします。"
)
CHINESE = "我们是一家独立媒体，没有老板，也没有付费墙。我们的记者每天在码头采访，让我们继续报道真相的，是您的支持。"
TRADITIONAL = "調查報導需要時間，也需要錢。我們的記者守在港口，拒絕任何廣告主的要求。您的支持，讓我們可以繼續說真話。"


def found(*texts: str) -> list[str]:
    """The texts, among these and enough news, that are appeals."""
    blocks = page(*texts, *[f"{NEWS} ({number})" for number in range(8)]).blocks
    return [block.text for block, _ in appeals(blocks)]


def test_appeal_of_several_paragraphs() -> None:
    """The paragraphs that ask go, and with them the one that leads up to them."""
    assert found(LEADS_UP, ASKS, BELIEVES) == [LEADS_UP, ASKS, BELIEVES]


def test_leading_up_alone_is_prose() -> None:
    """A newsroom that speaks of itself without asking is left alone, also apart from an appeal."""
    assert found(LEADS_UP) == []
    assert found(LEADS_UP, NEWS, ASKS) == [ASKS]


def test_news_of_money_is_spared() -> None:
    """Reports on donations, charities, paywalls and members are news, even beside an appeal."""
    assert found(CHARITY, TRADE) == []
    assert found(CHARITY, ASKS, TRADE) == [ASKS]


def test_other_languages() -> None:
    """Appeals in other languages are known too; news of the trade is not taken."""
    assert found(GERMAN, NEWS, FRENCH, NEWS, SPANISH) == [GERMAN, FRENCH, SPANISH]
    assert found(POLISH, NEWS, CZECH, NEWS, RUSSIAN) == [POLISH, CZECH, RUSSIAN]
    assert found(GREEK, NEWS, GREEK_NEWS) == [GREEK]
    assert found(INDONESIAN, NEWS, INDONESIAN_NEWS) == [INDONESIAN]
    assert found(ARABIC, NEWS, ARABIC_NEWS) == [ARABIC]
    assert found(UKRAINIAN, NEWS, TURKISH, NEWS, FINNISH) == [UKRAINIAN, TURKISH, FINNISH]
    assert found(*SLAVIC_NEWS, *AGGLUTINATIVE_NEWS) == []
    assert found(JAPANESE, NEWS, CHINESE, NEWS, TRADITIONAL) == [JAPANESE, CHINESE, TRADITIONAL]


def test_news_of_money_in_unspaced_scripts() -> None:
    """Japanese and Chinese reports on donations and on the press are news."""
    assert (
        found("市は寄付を募り、三か月で四千万円を集めた。救助艇の乗組員は、町の人々の支援に驚いたと話している。") == []
    )
    assert found("記者会見で編集長は、調査報道の部署を閉じると述べ、購読者の支援に感謝した。") == []
    assert found("救生艇队说，募捐三个月收到四千万元，大多来自本地读者的支持。") == []
    assert found("主編說，調查報導的部門將會關閉，他感謝讀者的支持。") == []


def test_article_about_the_trade_is_kept() -> None:
    """Where appeals would be most of the text, the text is about them."""
    assert list(appeals(page(ASKS, BELIEVES, LEADS_UP, NEWS).blocks)) == []


def test_evidence_quotes_the_cues() -> None:
    """The evidence holds the words that ask."""
    [(_, evidence)] = appeals(page(ASKS, *[NEWS] * 3).blocks)
    assert "your donation" in evidence
