"""What is asked of a thing – which ship, his illness, how many roubles – and whether a fact tells it.

A fact that fits in everything else is no answer: it names when he came, and is asked by which ship.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

from mmbot.matching.index import Index
from mmbot.matching.reading import CLASSES, Reading
from mmbot.matching.terms import FactTerms
from mmbot.matching.words import Word, read_words
from mmbot.model import DEFINITION

Told = Callable[[FactTerms], bool]
_WHAT_IS_IT = re.compile(r"ne(?:ydi|dir|ymis|lerdi|lerdir)")
_HOW_MUCH = re.compile(r"kadar(?:d[iu]r?|m[iu]s)?")  # “maaşı ne kadardı?”
_POSSESSED = re.compile(r".{2,}(?:s?[iu]|l[ae]r[iu])")
_NOMINAL = re.compile(
    r".+(?:[dt][iu]g|[ae]c[ae]g|[dt][iu]k|[ae]c[ae]k)(?:[iu]|l[ae]r[iu])"
)  # “istedikleri neydi?” asks for the deed
# Of these every fact tells one without the word: its own matter.
_OF_ALL = frozenset({
    "=olay",
    "=sebep",
    "=amac",
    "=isim",
    "=gun",
    "=soyle",
    "=iste",
    "=sonuc",
    "=gorus",
    "=onem",
    "=taraf",
    "=anlam",
    "=oner",
    "=fikir",
})
_OPEN = re.compile(
    r"(?:konu|is|hesa[bp]|tarih|gun|yil|ay|sene|zaman|nokta|husus|mesele|sey|durum|hangi|ad|met[in]|ilgili|tutum|gelisme|unsur|etken|ozellik|yon)\w{0,6}"
)
# What a thing has beside what is told of it: said only where the sentence itself says it.
_PARTICULAR = re.compile(
    r"(?:gemi|vapur|tren|odas?[iy]?n?d?a?|hastali|unvan|rutbe|otel|meslek|lakab|maas|adres|mimar|soyad|ilac)\w*|(?:yas|dil|boy|es)(?:i|l[ae]r|l[ae]ri)?(?:n[iu]|[yn]?l[ae])?"
)
_PLACES = frozenset({"=sehir", "=ulke", "=yer", "=bolge", "=il"})  # told by telling of one
_TIMES = frozenset({"bin", "milyon", "milyar", "yuz"})
_SPANS = re.compile(r"(?:gun|hafta|ay|yil|sene|saat|dakika|kisi|kez|kere|defa|tane|adet|maddel?i?)\w*")
_OTHER_NAME = frozenset({"on", "ilk", "gobek", "kod", "takma", "soy"})  # “ön adı”
_NAMED = frozenset({"adi", "ismi", "adlari", "isimleri"})
_BORNE_BY_SHIPS = re.compile(r"(?:gemi|vapur)\w*[iu]n")
_HUMAN = re.compile(
    r"(?:asker|subay|komutan|kaptan|tercuman|katip|elci|sefir|temsilci|gorevli|memur|polis|mimar|kurye|baskan|gazeteci|muhabir|tuccar|pilot|general|"
    r"bakan|vekil|mebus|kisi|adam|uye|lider)\w*[iu]n"
)
_PEOPLE = re.compile(r".*(?:[ae]n|uye|imzaci|gorevli|kisi|subay|delege|kurucu)l[ae]r[iu](?:n[iu])?n")  # “atanların”, “üyelerinin”
_OF_A_NAME = re.compile(r"(?:^|-)adi?(?:$|-)")
_GENITIVE = re.compile(r".+n[iu]n")
_NAMED_SO = re.compile(r"\b(?:adlı|adındaki|isimli|denen)\b")
_CALLED = re.compile(
    rf"{_NAMED_SO.pattern}|\b(?!Alman|Türk|Rus|Sovyet|İngiliz|Fransız|Yunan|İtalyan|Bir\b|Bu\b)"
    r"[A-ZÇĞİÖŞÜ]\w+[”\"]? (?:savaş |harp )?(?:gemi|vapur|zırhlı|kruvazör)"
)
_NUMBER = re.compile(
    r"(?:\d[\d.,]*|bir|iki|uc|dort|bes|alti|yedi|sekiz|dokuz|on|yirmi|otuz|kirk|elli|altmis|yetmis|seksen|doksan|yuz|bin|milyon|yarim|birkac)\w*"
)
_NEAR = 3  # words between a number and what it counts
_A_FORM = 0.93  # of a meaning of which the word is a plain inflection
_KNOWN = 0.8  # sureness of a meaning that counts


def gates(index: Index, reading: Reading) -> Iterator[Told]:
    """What can tell that a fact leaves out the noun that is asked for."""
    for tells in _demands(index, reading):
        yield partial(_leaves_out, tells)


def _leaves_out(tells: Told, fact: FactTerms) -> bool:
    return not tells(fact)


def _demands(index: Index, reading: Reading) -> Iterator[Told]:
    for before, word in pairwise(reading.words):
        if before.folded == "hangi" and reading.asked.kind in ("what", "any", "places", "who"):
            yield from _which(index, word)
        elif before.folded == "kac":
            yield from _unit(index, reading, word)
        elif before.folded == "ne" and _HOW_MUCH.fullmatch(word.folded) and before.place:
            yield from _noun(index, reading.words[before.place - 1])
        elif (
            (_WHAT_IS_IT.fullmatch(word.folded) or _ends_in_what(reading, before, word))
            and not before.tail
            and _POSSESSED.fullmatch(before.folded)
        ):
            owner = reading.words[before.place - 1] if before.place else before
            if owner.folded != "en":  # “en büyüğü neydi?”
                yield from _name(index, owner, before) if before.folded in _NAMED else _noun(index, before)


def _ends_in_what(reading: Reading, before: Word, word: Word) -> bool:
    """Whether a name is asked for by “adı ne” alone: “adı ne anlama geliyor?” asks for more."""
    after = reading.words[word.place + 1 : word.place + 2]
    return word.folded == "ne" and before.folded in _NAMED and all(other.capital for other in after)


def _noun(index: Index, word: Word) -> Iterator[Told]:
    """That *word* is told; by the sentence itself, where a question written down may well ask for it in vain."""
    meanings = index.lexicon.resolve(word)
    terms = {term for term, sure in meanings if sure >= _KNOWN}
    if _PARTICULAR.fullmatch(word.folded):
        yield lambda fact: _says(terms, fact) or (fact.fact.id == DEFINITION and _tells(index, terms, fact))
        return
    if not meanings or meanings[0][1] < _A_FORM or terms & (_OF_ALL | CLASSES):
        return
    if not _OPEN.fullmatch(word.folded) and not _NOMINAL.fullmatch(word.folded):
        yield lambda fact: _tells(index, terms, fact) or (not terms.isdisjoint(_PLACES) and _is_of_a_place(index, fact))


def _which(index: Index, word: Word) -> Iterator[Told]:
    """That the noun behind “hangi” is told, even where it is no form of a word of the knowledge: “hangi caddede?”."""
    meanings = index.lexicon.resolve(word)
    if meanings and meanings[0][1] >= _A_FORM:
        yield from _noun(index, word)
    elif not (word.capital or _OPEN.fullmatch(word.folded) or _NOMINAL.fullmatch(word.folded)):
        terms = {term for term, sure in meanings if sure >= _KNOWN}
        yield lambda fact: _tells(index, terms, fact) or (not terms.isdisjoint(_PLACES) and _is_of_a_place(index, fact))


def _unit(index: Index, reading: Reading, word: Word) -> Iterator[Told]:
    """That what is counted is told: of five million in gold nobody learns how many roubles."""
    counted = [word]
    while counted[-1].folded in _TIMES and counted[-1].place + 1 < len(reading.words):
        counted.append(reading.words[counted[-1].place + 1])
    terms = {term for term, sure in index.lexicon.resolve(counted[-1]) if sure >= _KNOWN}
    if any(term.startswith("=") for term in terms) and not _SPANS.fullmatch(counted[-1].folded):
        yield lambda fact: _says(terms, fact) or bool(terms & index.entry_terms[fact.fact.entry])
    if terms and not _SPANS.fullmatch(counted[-1].folded):
        yield lambda fact: _counts(index, terms, fact)


def _counts(index: Index, terms: set[str], fact: FactTerms) -> bool:
    """Whether a number stands beside one of *terms*: “Türk ordusu … bir ay bekledi” does not tell how many soldiers there were."""
    words = read_words(_text(fact))
    numbers = {word.place for word in words if _NUMBER.fullmatch(word.folded)}
    counted = (word.place for word in words if not terms.isdisjoint((word.folded, *index.vocabulary.meanings(word))))
    return any(not numbers.isdisjoint(range(place - _NEAR, place + 2)) for place in counted)


def _text(fact: FactTerms) -> str:
    note = fact.fact.editor_note
    return f"{fact.fact.says} {note.says}" if note else fact.fact.says


def _name(index: Index, owner: Word, word: Word) -> Iterator[Told]:
    """That the name asked for is told: of a ship, of persons, or another than the one that everybody knows."""
    if owner.folded in _OTHER_NAME:
        yield lambda fact: f"{owner.folded} ad" in fact.plain or _OF_A_NAME.search(fact.fact.id) is not None
    elif _BORNE_BY_SHIPS.fullmatch(owner.folded):
        yield lambda fact: _CALLED.search(fact.fact.says) is not None
    elif word.folded in ("adlari", "isimleri") and _PEOPLE.fullmatch(owner.folded):
        yield lambda fact: bool(fact.fact.people)
    elif not owner.capital and (_GENITIVE.fullmatch(owner.folded) or _HUMAN.fullmatch(owner.folded)):
        yield from _noun(index, owner)
        if _HUMAN.fullmatch(owner.folded):
            yield lambda fact: _names_somebody(index, fact)


def _names_somebody(index: Index, fact: FactTerms) -> bool:
    """Whether a person is named at all: “ateş eden asker” has no name where nobody has one."""
    is_person = index.entries[fact.fact.entry].kind == "person"
    return bool(fact.fact.people) or is_person or _NAMED_SO.search(_text(fact)) is not None


def _is_of_a_place(index: Index, fact: FactTerms) -> bool:
    return any(index.entries[link].kind == "place" for link in fact.links)


def _says(terms: set[str], fact: FactTerms) -> bool:
    return not terms.isdisjoint(fact.said) or not terms.isdisjoint(fact.topic)


def _tells(index: Index, terms: set[str], fact: FactTerms) -> bool:
    return not terms.isdisjoint(index.entry_terms[fact.fact.entry]) or any(index.tells(fact.number, term) for term in terms)
