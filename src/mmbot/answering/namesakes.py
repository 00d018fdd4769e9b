"""A name that several bear is asked back about: “Kâzım kimdir?”, “Bekir Sami kimdir?”, “Türk Komünist Fırkası nedir?”, “Kars ne zaman?”."""

from collections.abc import Iterator

from mmbot.answering.decision import Decision, Known
from mmbot.answering.phrasing import choices
from mmbot.answering.special import surest, tanim
from mmbot.matching.index import Name
from mmbot.matching.ranking import Ranked
from mmbot.matching.reading import Reading
from mmbot.model import Ambiguous, Answered

_STYLES = frozenset({"bey", "pasa", "efendi", "hanim", "yoldas", "general", "mr"})  # borne by all, so they tell nobody apart
_MOST_OFFERED = 4


def namesakes(known: Known, reading: Reading, within: tuple[str, ...]) -> Decision | None:  # noqa: ARG001  the same form as its siblings
    """Ask back where a question for the thing itself says no more than a name, and more than one bears it or begins with it."""
    if reading.asked.polar or not reading.asked.definition or not reading.telling:
        return None
    telling = {word.place for word in reading.telling}
    bearers = [found.entry for found in surest(reading.named) if telling <= found.places]
    bearers = [entry for entry in bearers if reading.asked.person == (known.library.entries[entry].kind == "person")]
    if reading.asked.person or len(bearers) > 1:
        bearers += [entry for entry in _beginning_so(known, reading) if entry not in bearers]
    if len(bearers) < 2:
        return None
    found = [Ranked(tanim(known, entry), 1.0) for entry in bearers]
    found.sort(key=lambda ranked: -ranked.fact.significance)
    return Decision(Ambiguous(choices(known.library, found, count=_MOST_OFFERED)), reading, tuple(found))


def _beginning_so(known: Known, reading: Reading) -> Iterator[str]:
    """The entries one of whose names begins with the words of the question, styles apart: a bare first name begins many."""
    said = [{term for term, sure in reading.meanings[word.place] if sure == 1.0} - _STYLES for word in reading.telling]
    said = [terms for terms in said if terms]
    person = reading.asked.person
    seen: set[str] = set()
    for name in known.index.names if said else ():
        fits = name.entry not in seen and (known.library.entries[name.entry].kind == "person") == person
        if fits and _begins(name, said):
            seen.add(name.entry)
            yield name.entry


def _begins(name: Name, said: list[set[str]]) -> bool:
    order = [term for term in name.order if term not in _STYLES]
    described = "'" in name.written or "’" in name.written  # “Yahya Kâhya'nın adamı” is another man
    return not described and len(order) >= len(said) and all(term in meant for term, meant in zip(order, said, strict=False))


def stands_for(known: Known, reading: Reading, within: tuple[str, ...]) -> Decision | None:
    """“Kars ne zaman?”: a bare place has no date, so a treaty or a conference is meant that is called after it."""
    if reading.asked.kind != "when" or reading.asked.polar or reading.dates or not _is_bare_place(known, reading):
        return None
    from mmbot.answering.reckoning_sides import called_after, leading  # noqa: PLC0415  modules that most questions do not need

    entries = called_after(known, reading.telling)
    entries = [entry for entry in entries if entry in within] or entries
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
