"""“Moskova ile Kars antlaşmalarının farkı”: two things side by side, aspect by aspect, from the facts of both."""

import re
from collections.abc import Iterator

from mmbot.answering import reckoning_texts as texts
from mmbot.answering.decision import Decision, Known
from mmbot.answering.judging import judge
from mmbot.answering.reckoning_between import disputed
from mmbot.answering.reckoning_moments import leading
from mmbot.answering.reckoning_sides import HEAD_NOUN, Words, entries_of, entry_of, splits, text_of
from mmbot.matching.reading import Reading, read
from mmbot.matching.words import read_words
from mmbot.model import DEFINITION, Answered, Entry, Fact

MOST_FACTS = 8
_COMPARES = re.compile("fark(?!l[iı]ca)[a-z]*|ayrim[a-z]*|karsilastir[a-z]*|kiyasla[a-z]*|benzerlik[a-z]*|difference[a-z]*|compare")
_FRAME = frozenset({
    "arasinda", "arasindaki", "ne", "nedir", "neler", "nelerdir", "neydi", "var", "vardir", "et", "eder", "edin", "edelim",
    "yap", "misin", "the", "is", "what", "between", "bana", "lutfen", "acaba", "peki", "temel", "baslica",
})  # fmt: skip
_JOINS = frozenset({"ile", "ve", "and", "with"})
_PLURAL = re.compile("(heyet|antlasma|anlasma|mutareke|kongre|konferans|mektub|nota)l[ae]r[a-z]{0,6}")
_OBJECT = re.compile("y?[iu]")
_FROM = re.compile("[dt][ae]n")
_WORDS_IN_COMMON = 2
# Terms that most facts about any treaty share.
_CLAUSE_TERMS = frozenset({
    "=antlasma", "=madde", "=taraf", "=imza", "=savas", "=ermeni", "=baris", "=turk", "=sovyet", "=hukumet",
    "=once", "=sonra", "=iste", "=soyle", "=isim",
})  # fmt: skip


def compared(known: Known, reading: Reading) -> Decision | None:
    """Two things of one kind side by side; None where no comparison is asked or a fact already tells the difference."""
    content = _content(reading)
    compares = any(_COMPARES.fullmatch(word.folded) for word in reading.words) or _names_two(content)
    if not compares or _difference_told(known, reading):
        return None
    for cores in _beside(reading, content):
        entries = entries_of(known, _with_head(cores)) or entries_of(known, cores) or _of_their_years(known, cores)
        if entries and len(set(entries)) == 2:
            one, other = (known.library.entries[entry] for entry in entries)
            return _side_by_side(known, reading, one, other) if one.kind == other.kind else None
    return None


def clause_compared(known: Known, reading: Reading) -> Decision | None:
    """“Moskova Antlaşması madde 8 ile Kars”: the clause, and what the other tells of the same matter."""
    if not reading.asked.kind.startswith("clause-"):
        return None
    number = reading.asked.kind.removeprefix("clause-")
    content = tuple(word for word in _content(reading) if word.place not in reading.asked.words)
    content = tuple(word for word in content if not word.folded.startswith("madde") and word.folded != number)
    for cores in _beside(reading, content):
        entries = entries_of(known, cores)
        if entries and len(set(entries)) == 2 and any(word.folded in _JOINS for word in content):
            return _clause_beside(known, reading, cores, entries)
    return None


def _difference_told(known: Known, reading: Reading) -> bool:
    answer = judge(known, reading, known.ranked(reading)).answer
    return isinstance(answer, Answered) and known.index.tells(known.index.number_of(answer.facts[0]), "=fark")


def _names_two(content: Words) -> bool:
    """“Bekir Sami ile Yusuf Kemal heyetleri”: two of a kind are named, and nothing is asked of them."""
    joined = sum(word.folded in _JOINS for word in content) == 1
    return joined and bool(content) and _PLURAL.fullmatch(content[-1].folded) is not None


def _with_head(cores: tuple[Words, Words]) -> tuple[Words, ...]:
    """Both things with the noun that stands in the plural behind them: “Bekir Sami (heyeti)”, “Yusuf Kemal heyeti”."""
    last = cores[1][-1]
    plural = _PLURAL.fullmatch(last.folded)
    if plural is None or not cores[1][:-1]:
        return cores
    head = last._replace(typed=plural[1] + "i", plain=plural[1] + "i", folded=plural[1] + "i", tail="")
    return (*cores[0], head), (*cores[1][:-1], head)


def _content(reading: Reading) -> Words:
    kept = (word for word in reading.words if word.folded not in _FRAME and not _COMPARES.fullmatch(word.folded))
    return tuple(word._replace(tail="") if _OBJECT.fullmatch(word.tail) else word for word in kept)  # “Kars'ı karşılaştır”


def _beside(reading: Reading, words: Words) -> Iterator[tuple[Words, Words]]:
    joins = [number for number, word in enumerate(words) if word.folded in _JOINS]
    for number in joins:
        if 0 < number < len(words) - 1 or (number == len(words) - 1 and number):
            one, other = words[:number], tuple(word for word in words[number + 1 :] if word.folded not in _JOINS)
            yield one, other
            if len(one) == 1 and len(other) > 1:  # “birinci ve ikinci Moskova heyeti”
                yield (*one, *other[1:]), other
    for one, other in splits(reading, words) if not joins else ():
        if _FROM.search((other[-1].tail or other[-1].folded)[-3:]):
            yield one, other


def _of_their_years(known: Known, cores: tuple[Words, Words]) -> tuple[str, ...] | None:
    """Treaties that are called by their year; of several of one year the one that tells of the other: “1925 antlaşması ile 1929 protokolü”."""
    ways = [(entry,) if (entry := entry_of(known, core)) else tuple(_of_the_year(known, core)) for core in cores]
    pairs = [(one, other) for one in ways[0] for other in ways[1] if one != other]
    linked = [both for both in pairs if _tells_of(known, *both) or _tells_of(known, *reversed(both))]
    found = pairs if len(pairs) == 1 else linked
    return found[0] if len(found) == 1 else None


def _of_the_year(known: Known, core: Words) -> Iterator[str]:
    """The treaties of the year of *core* that are called by its noun: of “1929 protokolü”, every protocol of that year."""
    dates = read(known.index, text_of(core)).dates
    if len(core) != 2 or len(dates) != 1 or dates[0].month or not HEAD_NOUN.fullmatch(core[1].folded):
        return
    for entry in known.library.entries.values():
        when = leading(known, entry.id) if entry.kind == "treaty" else None
        called = any(word.folded == core[1].folded for name in entry.names for word in read_words(name))
        if when and called and dates[0].matches(when.when):
            yield entry.id


def _tells_of(known: Known, one: str, other: str) -> bool:
    return any(other in fact.links for fact in known.library.entries[one].facts)


def _side_by_side(known: Known, reading: Reading, one: Entry, other: Entry) -> Decision | None:
    shared = [(aspect, first, second) for aspect, first, second in _aspects(known, one, other) if first and second]
    told = [row for row in shared if row[0] != "definition"][: MOST_FACTS // 2]
    told = told if len(told) > 1 else shared[-1:] + told
    shown = {fact.name for aspect, first, second in told if aspect != "date" for fact in (first, second) if fact}
    told = [row for row in told if row[0] != "date" or not any(fact and fact.name in shown for fact in row[1:])]
    facts = tuple(dict.fromkeys(fact for _, first, second in told for fact in (first, second)))
    named = texts.COMMA.join(texts.ASPECTS[aspect] for aspect, _, _ in told)
    result = texts.SIDE_BY_SIDE.format(first=one.title, second=other.title, aspects=named)
    return Decision(Answered(facts, disputed(known, facts), result=result), reading, entries=(one.id, other.id))


def _aspects(known: Known, one: Entry, other: Entry) -> Iterator[tuple[str, Fact | None, Fact | None]]:
    dates = [leading(known, entry.id) for entry in (one, other)]
    yield "date", *(found.fact if found else None for found in dates)  # type: ignore[misc]
    for aspect, beginnings, kind in (
        ("place", ("imza-yeri", "yer", "tarih", "imza"), "where"),
        ("parties", ("taraf",), "who"),
        ("force", ("yurur",), ""),
        ("ratified", ("onay", "tbmm-onayi"), ""),
        ("signers", ("imzacilar",), "who"),
        ("members", ("uyeler",), ""),
        ("departure", ("hareket",), ""),
        ("arrival", ("varis",), ""),
        ("reception", ("karsilan",), ""),
        ("definition", (DEFINITION,), ""),
    ):
        yield aspect, _fact(one, beginnings, kind), _fact(other, beginnings, kind)


def _fact(entry: Entry, beginnings: tuple[str, ...], kind: str) -> Fact | None:
    """The fact of an aspect: the first whose id begins so and that answers *kind*, rivals left out."""
    for beginning in beginnings:
        for fact in entry.facts:
            if fact.id.startswith(beginning) and (not kind or kind in fact.answers) and not fact.disputes:
                return fact
    return None


def _clause_beside(known: Known, reading: Reading, cores: tuple[Words, Words], entries: tuple[str, ...]) -> Decision | None:
    number = reading.asked.kind.removeprefix("clause-")
    first = int(min(reading.asked.words) >= cores[1][0].place)
    first = first if _held(known, reading, entries[first]) else 1 - first
    one, other = known.library.entries[entries[first]], known.library.entries[entries[1 - first]]
    clause = _held(known, reading, one.id)
    if clause is None:
        return None
    beside = (_held(known, reading, other.id),) if _asked_of_both(reading) else _akin(known, clause, other)
    facts = (clause, *(fact for fact in beside if fact))
    several = texts.CLAUSE_BOTH if _asked_of_both(reading) else texts.CLAUSE_BESIDE
    text = several if len(facts) > 1 else texts.CLAUSE_ALONE
    result = text.format(first=one.title, number=number, second=other.title)
    return Decision(Answered(facts, disputed(known, facts), result=result), reading, entries=(one.id, other.id))


def _asked_of_both(reading: Reading) -> bool:
    """Whether the clause is said of both: “Moskova madde 8 ile Gümrü madde 8”, “… antlaşmalarının 8. maddeleri”."""
    said = [word for word in reading.words if word.folded.startswith("madde")]
    return len(said) > 1 or said[0].folded.startswith("maddeleri")


def _held(known: Known, reading: Reading, entry: str) -> Fact | None:
    """What the entry's clause of the asked number says."""
    return next(
        (fact for fact in known.library.entries[entry].facts if reading.asked.kind in fact.answers and not fact.disputes), None
    )


def _akin(known: Known, clause: Fact, other: Entry) -> tuple[Fact, ...]:
    """The facts of the other entry that share the words of the clause, best first, at most two."""
    index = known.index
    matter = index.terms(clause.says) - index.entry_terms[clause.entry] - index.entry_terms[other.id] - _CLAUSE_TERMS
    scored = []
    for number in index.facts_of[other.id]:
        fact = index.facts[number].fact
        common = matter & index.terms(fact.says)
        if fact.rank != "deprecated" and not fact.disputes and fact.id != DEFINITION and len(common) >= _WORDS_IN_COMMON:
            scored.append((sum(map(index.weight, common)), fact))
    scored.sort(key=lambda pair: (-pair[0], pair[1].id))
    return tuple(fact for weight, fact in scored[:2] if weight >= 1.0)
