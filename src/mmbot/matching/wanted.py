"""What a sentence must tell to answer at all: a cause, an end, what came after, the very thing that is counted, the office that is asked for."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

from mmbot.matching.index import Index
from mmbot.matching.question_type import is_verb
from mmbot.matching.reading import Reading
from mmbot.matching.terms import FactTerms
from mmbot.model import DEFINITION

Gate = Callable[[FactTerms], bool]
_CAUSE = re.compile(
    r"\b(?:icin|uzere|amac|neden|cunku|yuzunden|dolayi|diye|gerekce|sebe[bp]|uzerine|iste|sagla|hedef|maksa|gaye|gorev|zorun|gerek|dayan|bagl|ugr|yarar|"
    r"kork|kaygi|endise|cekin|onle|etki|yol ac|sonuc|kars[iı]|umut|umu|bekle|durumu|konu)"
)
_ENDED = re.compile(r"son(?:a|landi)[ _]?(?:er\w*)?|sonlandi\w*|bit(?:ti|mis|er)\w*|bitis\w*|sona")
_TELLS_AN_END = re.compile(r"\b(?:son|bit|kapan|dol|dagi|fes|kadar|dek|surdu|sure|kalk|kaldir|yik|yok|cekil|birak|dus|dur|tamam)")
_WHAT_THEN = re.compile(r"ne(?:ler)? (?:ol(?:du|mus)|degis)\w*|hangi (?:sorun|olay|gelisme)l[ae]r\w* \w+")
_LATER = re.compile(r"\b(?:sonra(?:si\w*)?|ardindan)\b")
_AFTERWARDS = re.compile(
    r"\b(?:sonra|ardindan|ardi|uzerine|sonuc|sonun|ertesi|yol ac|boylece|artik|sona|etki|dogur|dogdu|bund?an|surdu|surd|basla|olunca|edince|yerine|devr|gec[ti])"
)
_CONTENTS = frozenset({"what", "list"})
_COUNTED_PEOPLE = re.compile(r"\bkisilik (\w+)")
_HOW_MANY_PEOPLE = re.compile(r"\bkac kisi")
_STEM = 5  # letters by which two nouns are taken for forms of one
_WEIGHED = re.compile(r"\b(?:onem|nasil)")
_OFFICES = frozenset({"=bakan", "=komutan"})
_PARTICIPLE = re.compile(r".{2,}[ae]n")
_LONG_ENOUGH = 6  # letters of a verb that says something by itself: “yerini kim aldı” does not
_ENOUGH = 0.8


def gates(index: Index, reading: Reading) -> Iterator[Gate]:
    """What can tell that a fact leaves out what an answer needs."""
    text, kind = " ".join(word.folded for word in reading.words), reading.asked.kind
    if reading.asked.polar:
        return
    if kind in ("why", "aim") and not _WEIGHED.search(text):
        yield tells_no_cause
    if kind == "when" and any(_ENDED.fullmatch(word.folded) for word in reading.words[-2:]):
        yield tells_no_end
    if kind in ("what", "list") and _LATER.search(text) and _WHAT_THEN.search(text) and _tells_when(reading):
        yield tells_nothing_after
    if kind == "how-many" and _HOW_MANY_PEOPLE.search(text):
        yield partial(counts_others, text)
    if kind == "who":
        yield from _offices(index, reading)
        yield from _deeds(reading)


def _tells_when(reading: Reading) -> bool:
    """Whether more is said than a name: what came after Lausanne is worked out from dates."""
    return any(not (reading.is_name(word) or word.capital) and not _LATER.fullmatch(word.folded) for word in reading.telling)


def tells_no_cause(terms: FactTerms) -> bool:
    """Whether the fact gives no reason and no purpose."""
    asked_why = "why" in terms.fact.answers or ("why" in terms.kinds and terms.fact.id != DEFINITION)
    return not asked_why and _CAUSE.search(terms.plain) is None


def tells_no_end(terms: FactTerms) -> bool:
    """Whether the fact does not say that anything ended."""
    return _TELLS_AN_END.search(f"{terms.plain} {terms.fact.id}") is None


def tells_nothing_after(terms: FactTerms) -> bool:
    """Whether the fact says what a thing is or when it was, and nothing of what came after it."""
    if terms.fact.id == DEFINITION or _CONTENTS.isdisjoint(terms.fact.answers):
        return True
    return _AFTERWARDS.search(terms.plain) is None


def counts_others(asked: str, terms: FactTerms) -> bool:
    """Whether all that the fact counts is something else than is *asked* for: “dört kişilik askerî ataşelik” is no delegation."""
    counted = _COUNTED_PEOPLE.findall(terms.plain)
    return bool(counted) and not any(noun == "bir" or noun[:_STEM] in asked for noun in counted)


def _offices(index: Index, reading: Reading) -> Iterator[Gate]:
    """That just the office is told: of a foreign minister nobody learns who was minister of the interior."""
    for before, word in pairwise(reading.telling):
        meant = [term for term, sure in reading.meanings[word.place] if sure >= _ENOUGH]
        if (
            word.place != before.place + 1
            or _OFFICES.isdisjoint(meant)
            or reading.is_name(word)
            or before.tail
            or _PARTICIPLE.fullmatch(before.folded)
        ):
            continue
        ones = [term for term, sure in reading.meanings[before.place] if sure >= _ENOUGH]
        if ones:
            yield partial(_leaves_apart, index, frozenset(ones), frozenset(meant))


def _leaves_apart(index: Index, ones: frozenset[str], others: frozenset[str], terms: FactTerms) -> bool:
    names = (index.entry_terms.get(entry, frozenset()) for entry in (terms.fact.entry, *terms.links))
    return terms.number not in index.side_by_side(ones, others) and not any(ones & of and others & of for of in names)


def _deeds(reading: Reading) -> Iterator[Gate]:
    """That the deed is told of which it is asked who did it: “kim tutukladı?”."""
    for before, word in pairwise(reading.words):
        last = word == reading.words[-1] and len(word.folded) >= _LONG_ENOUGH and is_verb(word)
        if last and before.folded in ("kim", "kimler") and word.place in reading.meanings:
            yield partial(_does_not_tell, frozenset(term for term, sure in reading.meanings[word.place] if sure >= _ENOUGH))


def _does_not_tell(meant: frozenset[str], terms: FactTerms) -> bool:
    return bool(meant) and meant.isdisjoint(terms.said | terms.topic | terms.predicates)
