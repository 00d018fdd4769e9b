"""A name that several bear is asked back about: “Kâzım kimdir?”, “Bekir Sami kimdir?”, “Türk Komünist Fırkası nedir?”, “Kars ne zaman?”."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from weakref import WeakKeyDictionary

from mmbot.answering.decision import Decision, Known
from mmbot.answering.phrasing import choices
from mmbot.answering.special import surest, tanim
from mmbot.matching.index import Index
from mmbot.matching.ranking import Ranked
from mmbot.matching.reading import Reading
from mmbot.matching.terms import Name
from mmbot.matching.words import Word, read_words
from mmbot.model import Ambiguous, Answered

_STYLES = frozenset({"bey", "pasa", "efendi", "hanim", "yoldas", "general", "mr"})  # borne by all, so they tell nobody apart
_MOST_OFFERED = 4
# The numbers of the names by their first words and terms; an index is replaced whole, and this with it.
_prepared: "WeakKeyDictionary[Index, dict[str, list[int]]]" = WeakKeyDictionary()


def namesakes(known: Known, reading: Reading) -> Decision | None:
    """Ask back where a question for the thing itself says no more than a name, and more than one bears it or begins with it."""
    if reading.asked.polar or not reading.asked.definition or not reading.telling:
        return None
    bearers, words = _bearers(known, reading)
    if reading.asked.person or len(bearers) > 1:
        begun = _people_beginning_so(known, words) if reading.asked.person else _things_beginning_so(known, reading)
        bearers += [entry for entry, name in begun if entry not in bearers and (not bearers or _longer(name, words))]
        bearers = list(dict.fromkeys(bearers))
    if len(bearers) < 2:
        return None
    found = [Ranked(tanim(known, entry), 1.0) for entry in bearers]
    found.sort(key=lambda ranked: -ranked.fact.significance)
    return Decision(Ambiguous(choices(known.library, found, count=_MOST_OFFERED)), reading, tuple(found))


def _bearers(known: Known, reading: Reading) -> tuple[list[str], list[Word]]:
    """The entries that have just what is said for a name, and its words – also those that would be noise elsewhere (Dirik)."""
    telling = {word.place for word in reading.telling}
    named = [found for found in surest(reading.named) if telling <= found.places]
    named = [found for found in named if reading.asked.person == (known.library.entries[found.entry].kind == "person")]
    places = telling.union(*(found.places for found in named))
    words = [word for word in reading.words if word.place in places and word.folded not in _STYLES]
    return [found.entry for found in named], words


def _people_beginning_so(known: Known, words: Sequence[Word]) -> Iterator[tuple[str, Name]]:
    """People with a name that begins with just these words: a bare first name begins many."""
    said = [word.folded for word in words]
    for name in _begun_by(known.index, said[:1]):
        described = "'" in name.written or "’" in name.written  # “Yahya Kâhya'nın adamı” is another man
        if not described and known.library.entries[name.entry].kind == "person" and _without_styles(name)[: len(said)] == said:
            yield name.entry, name


def _things_beginning_so(known: Known, reading: Reading) -> Iterator[tuple[str, Name]]:
    """Other things with a name that begins with what the words of the question mean."""
    said = [{term for term, sure in reading.meanings[word.place] if sure == 1.0} for word in reading.telling]
    for name in _begun_by(known.index, said[0] if said else ()):
        fits = len(name.order) >= len(said) and all(term in meant for term, meant in zip(name.order, said, strict=False))
        if fits and known.library.entries[name.entry].kind != "person":
            yield name.entry, name


def _begun_by(index: Index, begins: Iterable[str]) -> Iterator[Name]:
    """The names that begin with one of these words or terms, in the order of the index."""
    found = _prepared.get(index)
    if found is None:
        found = _prepared[index] = defaultdict(list)
        for number, name in enumerate(index.names):
            for begin in {name.order[0], *_without_styles(name)[:1]}:
                found[begin].append(number)
    numbers = {number for begin in begins for number in found.get(begin, ())}
    return map(index.names.__getitem__, sorted(numbers))


def _longer(name: Name, words: Sequence[Word]) -> bool:
    return len(_without_styles(name)) > len(words)


def _without_styles(name: Name) -> list[str]:
    return [word.folded for word in read_words(name.written) if word.folded not in _STYLES]


def stands_for(known: Known, reading: Reading) -> Decision | None:
    """“Kars ne zaman?”: a bare place has no date, so a treaty or a conference is meant that is called after it."""
    if reading.asked.kind != "when" or reading.asked.polar or reading.dates or not _is_bare_place(known, reading):
        return None
    from mmbot.answering.reckoning_moments import leading  # noqa: PLC0415  see below
    from mmbot.answering.reckoning_sides import called_after  # noqa: PLC0415  modules that most questions do not need

    entries = called_after(known, reading.telling)
    found = [Ranked(moment.fact, 1.0) for entry in entries if (moment := leading(known, entry)) and moment.fact]
    if len(found) > 1:
        return Decision(Ambiguous(choices(known.library, found, count=_MOST_OFFERED)), reading, tuple(found))
    if not found:
        return None
    fact = found[0].fact
    return Decision(Answered((fact,), known.library.siblings(fact), sure=False), reading, tuple(found), (fact.entry,))


def _is_bare_place(known: Known, reading: Reading) -> bool:
    telling = {word.place for word in reading.telling}
    named = [found for found in reading.named if telling and telling <= found.places]
    return bool(named) and all(known.library.entries[found.entry].kind == "place" for found in named)
