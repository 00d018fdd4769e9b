"""What a definition does not tell: what somebody said, who all were there, on which day it was."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

from mmbot.matching.index import Index
from mmbot.matching.reading import Reading
from mmbot.matching.terms import FactTerms
from mmbot.model import DEFINITION

_SAYS = re.compile(
    r"(?:dedi|demis|diyor?|deniy?or?|denir|denmis|soyle(?:di|mis|r|niyor|nmis)|konus(?:tu|mus)|yaz(?:di|mis|iyor|ili))(?:d[iu]|t[iu])?(?:l[ae]r)?"
)
_TOLD = re.compile('[“”"]')  # its own words
_SAID = re.compile(
    r"\b(?:de[dmr]|diy|soyle|soz|belirt|yaz|anlat|iste|oner|acikla|bildir|savun|one sur|ileri sur|vurgu|uyar|elestir|kina|ov[dumg]|iddia|cagr|kutla|tesekkur|sor|yanit|"
    r"cevap|dile|dusun|gorus|goz|inan|kabul|redd|haber|ifade|niteled|deger|umut|umd|itiraf|yakin|say|ongor|icer|duyur|tanin|gelir|sart|hukum|madde|aktar|yorum|protesto|gore)"
)
_WHAT, _CONTENTS = re.compile("neler|ne|neyi"), frozenset({"what", "list", "why", "how"})
_WRITING = re.compile(r"(?:mektu[bp]|nota|telgraf|bildiri|genelge|met[in]|mesaj|rapor|cagri|beyanname|tezkere)\w*[dt][ae]")
_FATE = re.compile(r"basina ne(?:ler)? gel|akibeti n|\b\w+'(?:[yn]?[ae]) (?:sonra |sonunda |sonradan )?ne(?:ler)? ol(?:du|mus)")
_BEFELL = re.compile(
    r"\b(?:ol(?:du|um|en)|oldur|idam|mahkum|tutuk|surgun|sinir disi|kac|cekil|ayril|dus|hapis|ceza|yargi|katl|vur|bat|son|kapa|donus|dagi|devr|cevril|"
    r"beraat|yak|yan|bas[il]|isgal|kald|yenil|kayb|imzalan|fes|redd|geri|birak|gec|ele|tani|at[ai]n|tasi|bolse|serbest|sigin|don)"
)
_BECAUSE = re.compile(
    r"\b(?:cunku|icin|neden|yuzunden|uzerine|sonucu|diye|sayesinde|amac|dolay|zorla)|\w(?:mesiyle|masiyla|ince|inca|unca)\b"
)
_ALL_OF_THEM = re.compile(r"kimler(?:di|dir|den)?")
_MEMBERS = re.compile(r"(?:heyet|kurul|parti|firka|cemiyet|kafile|grub)\w*[dt][ae] kim(?:ler)? (?:vardi|yer|bulun|gorev)")
_BELONGS = re.compile(r"\b(?:vardi(?!g)|uye|olus|katil|bulunuyor|yer al|baskan|basinda|gitti|kisi)")
_SEVERAL = 2
_DAY = re.compile(r"\d{1,2} (?:Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık)")


def wants_words(reading: Reading) -> bool:
    """Whether it is asked what was said or written: “ne dedi?”, “neler yazıyor?”."""
    if reading.asked.kind not in ("what", "list"):
        return False
    last = {word.place for word in reading.words[-2:]}
    what = {word.place + 1 for word in reading.words if _WHAT.fullmatch(word.folded)}
    return any(_SAYS.fullmatch(word.folded) for word in reading.words if word.place in last | what)


def gives_no_words(terms: FactTerms) -> bool:
    """Whether the fact tells nothing of what was said: when it was, what a thing is, who were there."""
    fact = terms.fact
    if fact.id == DEFINITION:
        return _TOLD.search(fact.says) is None
    return _CONTENTS.isdisjoint(fact.answers) and not any(answer.startswith("clause-") for answer in fact.answers)


def wants_speech(index: Index, reading: Reading) -> bool:
    """Whether it is asked what somebody said: “Bekir Sami Bey Londra'da ne dedi?”."""
    what = any(_WHAT.fullmatch(word.folded) for word in reading.words)
    return what and wants_words(reading) and any(index.entries[found.entry].kind == "person" for found in reading.named)


def tells_no_speech(terms: FactTerms) -> bool:
    """Whether nobody says, writes, wants or thinks anything in the fact."""
    return _SAID.search(terms.plain) is None and _TOLD.search(terms.fact.says) is None


def wants_contents(reading: Reading) -> bool:
    """Whether it is asked what stands in a letter, a note, a telegram."""
    return wants_words(reading) and any(_WRITING.fullmatch(word.folded) for word in reading.words)


def tells_of_somebody(index: Index, terms: FactTerms) -> bool:
    """Whether the fact tells of a person: all that he wrote, perhaps, and not what stood there."""
    return index.entries[terms.fact.entry].kind == "person"


def wants_fate(reading: Reading) -> bool:
    """Whether it is asked what became of somebody: “başına ne geldi?”, “Ethem'e ne oldu?”, “akıbeti ne?”."""
    text = " ".join(f"{word.folded}'{word.tail}" if word.tail else word.folded for word in reading.words)
    return reading.asked.kind in ("what", "list") and _FATE.search(text) is not None


def tells_no_fate(people: frozenset[str], terms: FactTerms) -> bool:
    """Whether the fact tells nothing of an end or a turn for the worse, or that of another than *people*."""
    if people and people.isdisjoint((terms.fact.entry, terms.subject)):
        return True
    return _BEFELL.search(terms.plain) is None


def wants_all(reading: Reading) -> bool:
    """Whether it is asked who all they were."""
    return reading.asked.kind == "who" and any(_ALL_OF_THEM.fullmatch(word.folded) for word in reading.words)


def names_too_few(terms: FactTerms) -> bool:
    """Whether the fact only says what a thing is, and names its head at most."""
    return terms.fact.id == DEFINITION and 0 < len(terms.fact.people) < _SEVERAL


def wants_members(reading: Reading) -> bool:
    """Whether it is asked who belonged to a delegation or a party: “heyetinde kimler vardı?”."""
    return reading.asked.kind == "who" and _MEMBERS.search(" ".join(word.folded for word in reading.words)) is not None


def of_which(index: Index, reading: Reading) -> frozenset[str]:
    """The delegations, congresses and parties that are named."""
    return frozenset(
        found.entry for found in reading.named if index.entries[found.entry].kind in ("event", "conference", "organisation")
    )


def tells_no_members(entries: frozenset[str], terms: FactTerms) -> bool:
    """Whether the fact does not tell who belonged to something, or to another than one of *entries*."""
    if entries and entries.isdisjoint((terms.fact.entry, *terms.links)):
        return True
    return "list" not in terms.fact.answers and _BELONGS.search(terms.plain) is None


def wants_day(reading: Reading) -> bool:
    """Whether it is asked on which day."""
    return any(before.folded == "hangi" and word.folded in ("gun", "gunde", "gunu") for before, word in pairwise(reading.words))


def tells_no_day(terms: FactTerms) -> bool:
    """Whether the fact tells a month or a year at most."""
    return not (terms.fact.date and terms.fact.date.is_day) and _DAY.search(terms.fact.says) is None


def wants_reason(reading: Reading) -> bool:
    """Whether it is asked why."""
    return reading.asked.kind == "why"


def gives_no_reason(index: Index, terms: FactTerms) -> bool:
    """Whether the fact only says what a thing is, and of nothing why; what is told of a person may be why people speak of him so."""
    fact = terms.fact
    if fact.id != DEFINITION or "why" in fact.answers or index.entries[fact.entry].kind == "person":
        return False
    return _BECAUSE.search(terms.plain) is None


# What is wanted, with the test of a fact that lacks it.
_WANTS: tuple[tuple[Callable[[Reading], bool], Callable[[FactTerms], bool]], ...] = (
    (wants_words, gives_no_words),
    (wants_all, names_too_few),
    (wants_day, tells_no_day),
)


def gates(index: Index, reading: Reading) -> Iterator[Callable[[FactTerms], bool]]:
    """What can tell that a fact says what a thing is and not what is asked of it."""
    for wants, lacks in _WANTS:
        if wants(reading):
            yield lacks
    if wants_reason(reading):
        yield partial(gives_no_reason, index)
    if wants_fate(reading):
        people = [found.entry for found in reading.named if index.entries[found.entry].kind == "person"]
        yield partial(tells_no_fate, frozenset(people))
    if wants_contents(reading):
        yield partial(tells_of_somebody, index)
    if wants_speech(index, reading):
        yield tells_no_speech
    if wants_members(reading):
        yield partial(tells_no_members, of_which(index, reading))
