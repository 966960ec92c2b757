"""The charset that a page declares, as the codec a browser would read it with."""

from __future__ import annotations

import codecs
import re

DECLARED = re.compile(
    rb"<meta\b[^>]{0,1000}?\bcharset\s*=\s*[\"']?\s*([\w.:+-]+)"
    rb"|<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:+-]+)",
    re.IGNORECASE,
)

# Labels, without case and separators, that a browser reads otherwise than their name says (WHATWG Encoding Standard,
# section 4.2), mostly as a superset, and those that Python does not know.
READ_AS = {
    "cp1252": "ascii usascii iso88591 latin1 l1 cp819 ibm819 isoir100 ansix341968 iso646us ansi",
    "cp1254": "iso88599 latin5 l5 isoir148",
    "cp874": "iso885911 tis620 dos874 windows874 thai",
    "gb18030": "gb2312 gbk xgbk gb231280 chinese csgb2312 isoir58 gb18030 euccn xeuccn cp936 cngb hzgb2312",
    "big5hkscs": "big5 big5hkscs cnbig5 xxbig5 csbig5 cp950 big5eten",
    "cp932": "shiftjis sjis xsjis shiftjs mskanji windows31j csshiftjis ms932 cp932",
    "cp949": "euckr ksc56011987 ksc56011989 ksc5601 korean windows949 isoir149 cseuckr cp949 uhc",
    "euc_jp": "eucjp xeucjp cseucpkdfmtjapanese ujis",
    "iso2022_jp_ext": "iso2022jp csiso2022jp",
    "koi8_r": "koi koi8 koi8r cskoi8r",
    "koi8_u": "koi8u koi8ru",
    "mac_roman": "macintosh mac xmacroman macroman csmacintosh",
    "mac_cyrillic": "xmaccyrillic xmacukrainian maccyrillic",
    "iso8859_2": "latin2 l2 isoir101 csisolatin2",
    "iso8859_15": "latin9 l9 csisolatin9",
    "iso8859_6": "arabic ecma114 asmo708 iso88596e iso88596i csiso88596e csiso88596i",
    "iso8859_7": "greek greek8 elot928 ecma118 suneugreek",
    "iso8859_8": "hebrew visual logical iso88598i iso88598e csiso88598e csiso88598i",
    "cp866": "866 ibm866 csibm866",
    "utf-8": "utf8 unicode11utf8 unicode20utf8 xunicode20utf8 utf8mb4",
}
CODECS = {label: codec for codec, labels in READ_AS.items() for label in labels.split()}

SEPARATORS = re.compile(r"[\s_.:+-]+")
WINDOWS = re.compile(r"(?:x?cp|windows|win)(125\d)")
ISO_8859 = re.compile(r"(?:iso)?8859(\d\d?)")
CODE_PAGE = re.compile(r"(?:cp|ibm)(\d{3})")


def codec_of(label: str) -> str | None:
    """Python's name of the codec that a browser uses for a charset label (`ISO-8859-1`: `cp1252`); None: unknown.

    A declared UTF-16 counts as unknown: where the declaration can be read at all, it is not true.
    """
    short = SEPARATORS.sub("", label.lower())
    if short in CODECS:
        return CODECS[short]
    for pattern, name in ((WINDOWS, "cp"), (CODE_PAGE, "cp"), (ISO_8859, "iso8859_")):
        found = pattern.fullmatch(short)
        if found:
            codec = name + found[1]
            try:
                codecs.lookup(codec)
            except LookupError:
                return None
            return codec
    return None


def declared(data: bytes) -> str | None:
    """The codec of the first known charset that a page of these bytes declares; None when it declares none."""
    for found in DECLARED.finditer(data):
        codec = codec_of((found[1] or found[2]).decode("ascii", "replace"))
        if codec:
            return codec
    return None
