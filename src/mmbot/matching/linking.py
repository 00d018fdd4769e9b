"""Which entries a question names, and by which of its words."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mmbot.matching.index import Index
from mmbot.matching.lexicon import Meaning
from mmbot.matching.terms import Name
from mmbot.matching.words import Word

FULL = 0.999  # share of a name's weight that must be there for the name to count as said


class Link(NamedTuple):
    """An entry named in a question: how much of its best name is said (0 to 1), how surely, by the words at *places*.

    *joined* tells whether those words stand together and in the order of the name.
    """

    entry: str
    completeness: float
    sureness: float
    places: frozenset[int]
    written: str
    joined: bool

    @property
    def full(self) -> bool:
        """Whether a whole name is said."""
        return self.completeness >= FULL


def link(
    index: Index, words: Sequence[Word], meanings: Mapping[int, Sequence[Meaning]], telling: frozenset[int]
) -> dict[str, Link]:
    """Every entry of whose names the most telling word is said, by id, with its best name.

    *meanings* are those of all words, *telling* the places of the words that carry matter: a name needs one of them.
    """
    said: dict[str, tuple[float, int]] = {}  # term → sureness and place
    for word in words:
        for term, sure in meanings.get(word.place, ()):
            held = said.get(term)
            if held is None or sure > held[0]:
                said[term] = (sure, word.place)
    links: dict[str, Link] = {}
    orders: dict[str, _Order] = {}
    for key in said:
        for number in index.names_by_key.get(key, ()):
            name = index.names[number]
            terms = {term: said[term] for term in name.order if term in said}
            places = frozenset([place for _, place in terms.values()])
            if telling.isdisjoint(places) and not all(map(str.isdigit, terms)):
                continue
            found = _link(index, number, terms, places, telling)
            order = _order(found)
            if name.entry not in orders or order > orders[name.entry]:
                links[name.entry], orders[name.entry] = found, order
    return links


_Order = tuple[bool, bool, int, float, str]


def _order(found: Link) -> _Order:
    full = found.completeness >= FULL
    return (full, found.joined, len(found.places) if full else 0, found.completeness * found.sureness, found.written)


def _link(index: Index, number: int, terms: Mapping[str, tuple[float, int]], places: frozenset[int], gaps: frozenset[int]) -> Link:
    name, weights = index.names[number], index.weights
    said = surely = 0.0
    for term, (sure, _) in terms.items():
        weight = weights[term]
        said += weight
        surely += weight * sure
    completeness = said / index.name_weight(number)
    if len(places) < len(terms) < len(set(name.order)):  # one word stands for two terms of a name, and others are missing
        completeness *= 0.9
    joined = len(terms) == 1 or _joined(name, terms, gaps)
    return Link(name.entry, min(1.0, completeness), surely / said, places, name.written, joined)


def _joined(name: Name, terms: Mapping[str, tuple[float, int]], gaps: frozenset[int]) -> bool:
    """Whether nothing telling stands between the words of the name, and they come in its order."""
    places = [terms[term][1] for term in name.order if term in terms]
    if not gaps.isdisjoint(set(range(min(places), max(places))).difference(places)):
        return False
    return places == sorted(places)


def named(links: Mapping[str, Link]) -> list[Link]:
    """The entries that are fully named, the longest names first.

    A name whose words are part of a longer one is left out (Moskova in Moskova Antlaşması), and so is one that is made up of words that
    belong to others (Ankara Antlaşması in “Kars Antlaşması Ankara'da mı imzalandı?”).
    """
    full = [found for found in links.values() if found.full]
    full.sort(key=lambda found: (not found.joined, -len(found.places), -found.sureness, found.entry))
    kept: list[Link] = []
    for found in full:
        if all(found.places.isdisjoint(other.places) or found.places == other.places for other in kept):
            kept.append(found)
    return kept
