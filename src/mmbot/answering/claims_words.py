"""Whether a word of a statement is the same as one of a clause: stem, synonym, case, polarity. Stricter than matching questions."""

import re
from enum import Enum

from mmbot.matching.index import Index
from mmbot.matching.words import Word
from mmbot.turkish import common_prefix, likeness

FORM = 0.86  # likeness from which two words are forms of one
# Groups of synonyms in which any member says the same. The other groups are good enough to find a fact, not to confirm one.
_SAME = frozenset({
    "=antlasma", "=mutareke", "=protokol", "=imza", "=onay", "=yururluk", "=elci", "=elcilik", "=heyet", "=mektup", "=telgraf",
    "=savas", "=baris", "=dostluk", "=gelis", "=gidis", "=donus", "=gonder", "=ata", "=guven", "=basla", "=acil", "=olum", "=isgal",
    "=madde", "=katil", "=sinir", "=topla", "=hukumet", "=meclis", "=kongre", "=konferans", "=sovyet", "=turk", "=ermeni", "=gurcu",
    "=azeri", "=yunan", "=ingiliz", "=fransiz", "=alman", "=italyan", "=yardim", "=altin", "=silah", "=cephane", "=ihtilal",
    "=ayaklanma", "=gazete", "=cumhuriyet", "=saltanat", "=komunist", "=ziyaret", "=yangin", "=baskin", "=oldur", "=kur", "=iste",
    "=cevap", "=sorun", "=yonetim", "=protesto", "=ultimatom", "=nota", "=taslak", "=paraf", "=tarafsizlik", "=saldirmazlik",
    "=sefer", "=kurtar", "=fark", "=karar", "=boy", "=millet", "=parti", "=uye", "=harekat", "=secim", "=temsil", "=kapitulasyon", "=ozerk",
})  # fmt: skip
_LIGHT = re.compile(r"(?:et|ed|yap|ol|eyle|kil)(?!m[ae]k)[a-z]*")
_NEGATED = re.compile(
    r"(?P<stem>.{2,}?)(?:y?[ae])?m[ae](?:d[iu]|m[iu]s|y[ae]c[ae]k|z|yor|y[iu]n)[a-z]{0,6}|.{2,}m[iu]yor[a-z]{0,4}|"
    r"degil[a-z]{0,4}|yok(?:tu|tur|mus)?"
)
_NEVER = frozenset({"hic", "asla", "hicbir", "katiyen", "degil", "degildi", "degildir", "ne"})
_VOICE_AND_TENSE = re.compile(
    r"(?P<stem>.{2,}?)(?:t?[iu]?r)?(?:[iu]?[lns]|n[iu]l)?(?:y?[ae]?m[ae])?(?:[dt][iu]|m[iu]s|[iu]yor|y?[ae]c[ae]k|m[ae]z|y?[ae]n|y?[ae]r[ae]k|y?[iu]p|[ae]r|[iu]r)"
    r"(?:t[iu]r|[dt][iu]|d[iu]r|t[iu])?(?:l[ae]r)?"
)
_PASSIVE = re.compile(r".{2,}(?:[iu]l|[aeiu]n)(?:[dt][iu]|m[iu]s)(?:t[iu]r|[dt][iu]r|[dt][iu])?(?:l[ae]r)?")
_MOODS = (
    ("would", re.compile(r".+[ae]c[ae]k(?:t[iu]|m[iu]s|l[ae]r|t[iu]r)?(?:l[ae]r)?")),
    ("must", re.compile(r".+m[ae]l[iu](?:yd[iu]|d[iu]r)?")),
    ("if", re.compile(r".+(?:s[ae](?:yd[iu])?|s[ae]l[ae]r)")),
    ("can", re.compile(r".+[ae]bil(?:ir|di|iyor|ecek|mis)[a-z]{0,4}")),
)


class Case(Enum):
    """What a noun does in its sentence, as far as its ending tells; ANY where it does not."""

    BARE = "bare"  # subject, or object that is not certain
    OBJECT = "object"
    OF = "of"
    TO = "to"
    AT = "at"
    FROM = "from"
    WITH = "with"
    ANY = "any"


_CASES = (
    (Case.AT, re.compile(r"n?[dt][ae](?:k[iu]\w*|yd[iu]|d[iu]r)?")),
    (Case.FROM, re.compile(r"n?[dt][ae]n(?:d[iu]r)?")),
    (Case.WITH, re.compile(r"y?l[ae]")),
    (Case.OF, re.compile(r"n?[iu]n")),
    (Case.TO, re.compile(r"[yn]?[ae]")),
    (Case.OBJECT, re.compile(r"[yn][iu]")),
    (Case.BARE, re.compile(r"|(?:[dt][iu]r|yd[iu]|[dt][iu])")),
)


def same(index: Index, one: Word, other: Word) -> bool:
    """Whether both words say the same: forms of one word, or true synonyms."""
    if _died(one) is not _died(other):
        return False
    if one.folded == other.folded:
        return True
    if one.folded.isdigit() or other.folded.isdigit():
        return False
    if likeness(one.folded, other.folded) >= FORM:
        return True
    meanings = index.vocabulary.meanings
    return bool(_SAME.intersection(meanings(one)).intersection(meanings(other)))


def same_name(index: Index, one: Word, other: Word) -> bool:
    """Whether *one*, a word of a name, is the same as *other*: a name is written large (Kars is not in “karşın”)."""
    return same(index, one, other) and (other.capital or not one.capital or bool(index.vocabulary.meanings(one)))


def _died(word: Word) -> bool:
    return word.plain.startswith("öl")  # folded, “öldü” (died) is “oldu” (was)


def same_deed(index: Index, one: Word, other: Word) -> bool:
    """Whether both verbs tell the same deed, whatever their voice, tense and polarity."""
    if is_light(one) and is_light(other):
        return True
    if same(index, one, other):
        return True
    stems = verb_stem(one.folded), verb_stem(other.folded)
    return _died(one) is _died(other) and stems[0] == stems[1] and len(stems[0]) >= 2


def verb_stem(folded: str) -> str:
    """What is left of a verb without voice, negation and tense.

    >>> verb_stem("cozemedi"), verb_stem("cozdu"), verb_stem("toplandi")
    ('coz', 'coz', 'top')
    """
    found = _VOICE_AND_TENSE.fullmatch(folded)
    return found["stem"] if found else folded


def is_light(verb: Word) -> bool:
    """Whether *verb* only makes a verb of the noun before it (“işgal etti”)."""
    return _LIGHT.fullmatch(verb.folded) is not None and not _died(verb)


def is_passive(verb: Word) -> bool:
    """Whether *verb* looks like “işgal edildi”, “imzalandı”: its subject is what it is done to."""
    return _PASSIVE.fullmatch(verb.folded) is not None


def is_negated(words: tuple[Word, ...]) -> bool:
    """Whether a clause of *words* denies its verb.

    >>> from mmbot.matching.words import read_words
    >>> [is_negated(tuple(read_words(text))) for text in ("girmedi", "onaylandı", "doğru değildi", "istenmeyecekti")]
    [True, False, True, True]
    """
    denied = sum(_NEGATED.fullmatch(word.folded) is not None for word in words[-2:] if not word.capital or len(words) == 1)
    return bool(denied % 2) or any(word.folded in _NEVER for word in words[:-1])


def mood(verb: Word) -> str:
    """Whether *verb* tells what happened (“”), or what would, must, can happen, or if it had."""
    return next((name for name, pattern in _MOODS if pattern.fullmatch(verb.folded)), "")


def cases(one: Word, other: Word) -> tuple[Case, Case]:
    """The case of each of two forms of one word, told by what differs between them."""
    if one.tail or other.tail:
        if one.folded == other.folded:
            return _case(one.tail), _case(other.tail)
        return (_case(one.tail) if one.tail else Case.ANY), (_case(other.tail) if other.tail else Case.ANY)
    shared = common_prefix(one.folded, other.folded)
    if shared < 3 or one.folded == other.folded:
        return (Case.BARE, Case.BARE) if shared >= 3 else (Case.ANY, Case.ANY)
    return _case(one.folded[shared:]), _case(other.folded[shared:])


def _case(ending: str) -> Case:
    return next((case for case, pattern in _CASES if pattern.fullmatch(ending)), Case.ANY)


def fits(claimed: Case, told: Case, *, acts: bool) -> bool:
    """Whether a noun in the case *told* can be what it is in the case *claimed*; *acts*: it is somebody who can do something."""
    if Case.ANY in (claimed, told) or claimed is told:
        return True
    return not acts and {claimed, told} == {Case.BARE, Case.OBJECT}  # “antlaşma imzalandı”, “antlaşmayı imzaladı”
