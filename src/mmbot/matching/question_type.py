"""Which kind of answer a question wants: when, where, who … – and whether it asks for yes or no, and about which word.

The rules are word lists, Turkish and English, tried in order; nothing is guessed from the knowledge.
"""

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mmbot.matching.words import Word

ORDINALS = (
    "birinci", "ikinci", "ucuncu", "dorduncu", "besinci", "altinci", "yedinci", "sekizinci", "dokuzuncu", "onuncu",
    "on ?birinci", "on ?ikinci", "on ?ucuncu", "on ?dorduncu", "on ?besinci", "on ?altinci",
)  # fmt: skip
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_CLAUSE = re.compile(
    rf"\b(?:(?P<before>\d{{1,3}})(?: ?(?:inci|nci|uncu|ncu|th|st|nd|rd))? (?:no ?lu )?madde\w*|(?:madde\w*|md|mad) (?:no |numara )?(?P<after>\d{{1,3}})\b|"
    rf"article (?P<english>\d{{1,3}})\b|(?P<ordinal>{_ORDINAL}) madde\w*)"
)
_POLAR = re.compile(r"m[iu](?:d[iu]r|yd[iu]|ym[iu]s|s[iu]n[iu]z)?")
# “…, değil mi?”, “… diyorlar, aslı var mı?”: behind a statement, the wish to have it confirmed.
_TAG = re.compile(
    r"\b(?:(?:diyorlar|deniyor|deniliyor|diye bir sey|iddiasi|sozu|lafi) )?"
    r"(?:degil mi(?:ydi|dir)?|(?:bu )?(?:dogru|gercek) mu?i?(?:dur|ydu|ymus|dir)?|oyle mi(?:ydi)?|di mi|dimi|asli (?:astari )?(?:var|yok) mi\w*|asli nedir|"
    r"kaniti (?:var mi|ne\w*)|emin mi\w*|inanayim mi|diye (?:bili|hatirli)yor\w*|diye (?:duy|oku|ogren)(?:m[iu]s)?[td][iu][km]|"
    r"san(?:iyor\w*|irim|mistim)|zannedi?yor\w*|galiba|herhalde|sanki|deniyor|diyorlar|isn t it|right)(?: (?:bu|ya|acaba|hocam|peki))*$"
)
_ENGLISH_POLAR = frozenset({"did", "was", "were", "is", "are", "does", "has", "had"})
_NEGATED = re.compile(r".*m(?:[ae](?:d[iu]|m[iu]s|z|y[ae]c[ae]k)|[iu]yor)\w*")
_VERB_END = re.compile(r".*(?:[dt][iu](?:l[ae]r|k|m)?|m[iu]s(?:t[iu])?(?:l[ae]r)?|[iu]yor(?:du)?|[ae]c[ae]k(?:ti)?|[ae]r|var|yok)")

# Tried in this order; the first that is found decides. Compiled when first tried: all of them together take as long as an answer.
_compiled = functools.cache(re.compile)
_RULES: tuple[tuple[str, str], ...] = tuple(
    (kind, rf"\b(?:{pattern})\b")
    for kind, pattern in (
        ("which-clause", r"(?:kacinci|hangi) madde\w*|which (?:article|clause)"),
        ("when", r"ne zaman\w*|ne vakit|ne zmn|nezaman|hangi (?:tarih|yil|sene|gun|ay|donem|zaman)\w*|kac (?:yilinda|senesinde|tarihinde)|kacta|kacinci (?:yil|gun)\w*|"
                 r"hangi (?:yillar|tarihler) aras\w*|when|what (?:year|date|day)|which (?:year|date|day)|in what year"),
        ("how-many", r"kac|kaca|kaci|kacar|kacta|kacinci\w*|kactir|kaciydi|kacini|ne kadar\w*|how (?:many|much|long)|sayisi"),
        ("why", r"neden\w*|nicin|niye|ne diye|ne (?:icin|amacla|maksatla|sebeple|gerekceyle)|"
            r"hangi (?:amac|maksat|sebep|neden|gerekce)\w*|ne sebep\w*|(?:\w+ )?sebeb\w*|sebep\w*|gerekce\w*|why|reason\w*|cause\w*"),
        ("places", r"nerele\w*|nereyi|nerenin|neresini|hangi (?:yerler|sehirler|bolgeler|iller|vilayetler|sancaklar|topraklar)\w*"),
        ("aim", r"amac\w*|gaye\w*|maksa[dt]\w*|hedef\w*|aim|purpose|goal"),
        ("where", r"nere(?:de|ye|den|si|ydi|deydi|sidir)\w*|nerde\w*|hangi (?:sehir|kent|yer|konum)\w*|where|which (?:city|town|country|place)|what (?:city|place)"),
        ("who", r"kim|kimdi|kimdir|kimler\w*|kimi|kimin|kime|kimden|kimle|kiminle|kimmis|kimlerle|(?:adlari|isimleri) ne\w*|who|whom|whose|"
                r"hangi (?:kisi|kisiler|komutan|lider|elci|pasa|devlet|devletler|taraf|taraflar|ulkeler|insan|heyet uyeleri)\w*"),
        ("how", r"nasil\w*|ne sekilde|how"),
        ("list", r"neler\w*|nelerdir|hangileri\w*|sirala\w*|listele\w*|say|sayar|list|maddeleri\w*|sirayla|sirasiyla"),
        ("what", r"ne|nedir|neydi|neyi|neyin|neye|neyle|neyden|neymis|hangi\w*|what|which"),
        ("how-many", r"kacti"),  # last: “yurt dışına neyle kaçtı” is another word
    )
)  # fmt: skip
# Nouns that tell what is wanted where no question word does (“kars antlaşması taraflar”).
_NOUNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("when", re.compile(r"\b(?:tarih|tarihi|tarihini|tarihinin|yili|yilini|date|zamani)\b")),
    (
        "who",
        re.compile(
            r"\b(?:imzaci\w*|imzalayan\w*|taraflar\w*|uyeler\w*|kurucu\w*|katilimci\w*|signator\w*|parties|members|founder\w*)\b"
        ),
    ),
    ("where", re.compile(r"\b(?:yeri|yerini|place|location)\b")),
    ("list", re.compile(r"\b(?:maddeler\w*|sartlar\w*|hukumler\w*|kosullar\w*|clauses|terms|provisions)\b")),
)
# Kinds whose question words say all that they say; “hangi komutan” also says komutan.
_USED_UP = frozenset({"which-clause", "when", "how-many", "why", "where", "how", "places", "aim"})
_DEFINITION = re.compile(
    r"\b(?:nedir|neydi|kimdir|kimdi|kimmis|ne demek\w*|ne demektir|what (?:is|was)|who (?:is|was)|hakkinda|anlat\w*|acikla\w*|tanit\w*|tanimla\w*)\b"
)

# What may answer a question of each kind, and how well.
FITS: Mapping[str, Mapping[str, float]] = {
    "when": {"when": 1.0},
    "where": {"where": 1.0},
    "who": {"who": 1.0, "list": 0.9, "what": 0.7, "when": 0.62},
    "why": {"why": 1.0, "how": 0.8, "what": 0.7},
    "places": {"where": 1.0, "list": 1.0, "what": 0.95, "how": 0.8},
    "aim": {"why": 1.0, "what": 0.95, "how": 0.9, "list": 0.9},
    "how": {"how": 1.0, "what": 0.85, "why": 0.8, "list": 0.8},
    "how-many": {"how-many": 1.0},
    "which-clause": {"clause": 1.0},
    "list": {"list": 1.0, "what": 0.92, "who": 0.9, "clause": 0.8, "why": 0.8, "how": 0.8},
    "what": {
        "what": 1.0,
        "list": 0.97,
        "how": 0.93,
        "why": 0.9,
        "who": 0.88,
        "clause": 0.93,
        "where": 0.85,
        "how-many": 0.85,
        "when": 0.75,
    },
    "any": {
        "what": 1.0,
        "list": 0.98,
        "who": 0.97,
        "when": 0.97,
        "where": 0.96,
        "why": 0.97,
        "how": 0.97,
        "how-many": 0.96,
        "clause": 0.96,
    },
}


_PERSON = re.compile(r"\b(?:kim\w*|who)\b")


@dataclass(frozen=True, slots=True)
class Asked:
    """What kind of answer is wanted.

    *kind* is a key of FITS or ``clause-N``; *definition* that the thing itself is asked about; *polar* that yes or no is asked, with *focus*
    the place of the word that is doubted (None where it is the verb), and *statement* that any part of what is said may be the doubted one
    (“…, değil mi?”, “Kremlin'de ölmedi mi?”); *words* the places that the rules used up, *person* that a person is asked for.
    """

    kind: str
    definition: bool = False
    polar: bool = False
    focus: int | None = None
    statement: bool = False
    words: frozenset[int] = frozenset()
    person: bool = False

    def fit(self, answers: Sequence[str]) -> float:
        """How well a fact with *answers* can answer, 0 to 1; 0 where it cannot."""
        return _fit(self.kind, tuple(answers))


@functools.lru_cache(maxsize=4096)
def _fit(kind: str, answers: tuple[str, ...]) -> float:
    if kind.startswith("clause-"):
        return 1.0 if kind in answers else 0.0
    fits = FITS[kind]
    return max(fits.get("clause" if answer.startswith("clause-") else answer, 0.0) for answer in answers)


def asked(words: Sequence[Word]) -> Asked:
    """Read the kind of question off its *words*."""
    text = " ".join(word.folded for word in words)
    clause = _CLAUSE.search(text)
    if clause:
        return Asked(f"clause-{_clause_number(clause)}", words=_places(words, text, clause))
    tag = _TAG.search(text)
    if tag:  # “…, değil mi?”: a statement to be confirmed
        return Asked("any", polar=True, statement=True, words=_places(words, text, tag))
    polar = _polar(words)
    if polar:
        return polar
    for kind, rule in _RULES:
        found = _compiled(rule).search(text)
        if found:
            used = _places(words, text, found) if kind in _USED_UP else frozenset()
            person = _PERSON.search(text) is not None
            return Asked(kind, definition=_DEFINITION.search(text) is not None, words=used, person=person)
    for kind, pattern in _NOUNS:
        if pattern.search(text):
            return Asked(kind)
    return Asked("any", definition=_DEFINITION.search(text) is not None)


def _clause_number(found: re.Match[str]) -> int:
    if found["ordinal"]:
        return next(number for number, ordinal in enumerate(ORDINALS, 1) if re.fullmatch(ordinal, found["ordinal"]))
    return int(found["before"] or found["after"] or found["english"])


def _places(words: Sequence[Word], text: str, found: re.Match[str]) -> frozenset[int]:
    first = text.count(" ", 0, found.start())
    last = text.count(" ", 0, found.end())
    return frozenset(word.place for word in words[first : last + 1])


def is_verb(word: Word) -> bool:
    """Whether *word* looks like the verb of a Turkish sentence (“imzalandı”, “gelmişti”)."""
    return not word.tail and len(word.folded) > 3 and _VERB_END.fullmatch(word.folded) is not None


def _polar(words: Sequence[Word]) -> Asked | None:
    particles = [word for word in words if _POLAR.fullmatch(word.folded)]
    if len(particles) > 1:  # “zırhlı mı, kruvazör mü?” asks which of two
        return Asked("any", polar=True, statement=True, words=frozenset(word.place for word in particles))
    for number, word in enumerate(words):
        if number and _POLAR.fullmatch(word.folded):
            before = words[number - 1]
            focus = None if _is_verb(before, words, number) else before.place
            statement = focus is None and _NEGATED.fullmatch(before.folded) is not None
            return Asked("any", polar=True, focus=focus, statement=statement, words=frozenset({word.place}))
    if words and words[0].folded in _ENGLISH_POLAR and len(words) > 2:
        return Asked("any", polar=True, words=frozenset({words[0].place}))
    return None


def _is_verb(word: Word, words: Sequence[Word], number: int) -> bool:
    """A verb stands last, before the particle and perhaps one more word: “imzaladı mı ya?” – but “Lenin mi imzaladı?”."""
    return number >= len(words) - 2 and is_verb(word) and not word.capital
