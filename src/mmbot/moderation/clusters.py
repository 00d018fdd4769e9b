"""Unanswered questions that ask the same, put together: about the same entry, of the same kind, in nearly the same words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from mmbot.matching import PhraseIndex
from mmbot.matching.question_type import asked
from mmbot.matching.words import read_words

ALIKE = 0.5  # likeness (0–1, see PhraseIndex) from which two questions are taken for one
MOST = 500  # questions that are compared, the most frequent ones


class Missed(Protocol):
    """An unanswered question, as the desk's records keep it."""

    @property
    def id(self) -> int:
        """Its number."""

    @property
    def folded(self) -> str:
        """Its text, folded."""

    @property
    def entry(self) -> str:
        """The id of the entry that was understood, or the empty text."""

    @property
    def count(self) -> int:
        """How often it was asked."""

    @property
    def forwarded(self) -> int:
        """How often somebody asked the moderators to look at it."""


M = TypeVar("M", bound=Missed)


@dataclass(frozen=True, slots=True)
class Cluster(Generic[M]):
    """Questions that ask the same, the most frequent first."""

    misses: tuple[M, ...]

    @property
    def id(self) -> int:
        """The number of the most frequent one stands for all."""
        return self.misses[0].id

    @property
    def text(self) -> str:
        """The most frequent wording, folded."""
        return self.misses[0].folded

    @property
    def entry(self) -> str:
        """The entry that they are about, or the empty text."""
        return self.misses[0].entry

    @property
    def count(self) -> int:
        """How often they were asked, all together."""
        return sum(miss.count for miss in self.misses)

    @property
    def forwarded(self) -> int:
        """How often somebody asked the moderators to look."""
        return sum(miss.forwarded for miss in self.misses)

    @property
    def ids(self) -> tuple[int, ...]:
        """The numbers of all."""
        return tuple(miss.id for miss in self.misses)


def clusters(misses: Iterable[M]) -> list[Cluster[M]]:
    """The clusters of *misses*: those that were forwarded first, then the most frequent."""
    ordered = sorted(misses, key=lambda miss: (-miss.count, miss.id))[:MOST]
    groups: dict[tuple[str, str], list[M]] = defaultdict(list)
    for miss in ordered:
        groups[miss.entry, asked(read_words(miss.folded)).kind].append(miss)
    found = [Cluster(tuple(some)) for group in groups.values() for some in _gathered(group)]
    return sorted(found, key=lambda cluster: (-cluster.forwarded, -cluster.count, cluster.id))


def cluster_of(misses: Iterable[M], number: int) -> Cluster[M] | None:
    """The cluster that holds the question *number*; None where that is settled, ignored or gone."""
    return next((cluster for cluster in clusters(misses) if number in cluster.ids), None)


def _gathered(group: Sequence[M]) -> list[list[M]]:
    """Each question joins the first cluster that holds one like it, whichever of the two has the more words."""
    index = PhraseIndex.build((number, miss.folded) for number, miss in enumerate(group))
    like: dict[int, set[int]] = defaultdict(set)
    for number, miss in enumerate(group):
        for hit in index.search(miss.folded, 12):
            if hit.score >= ALIKE and isinstance(hit.id, int):
                like[number].add(hit.id)
                like[hit.id].add(number)
    home: dict[int, list[M]] = {}
    gathered: list[list[M]] = []
    for number, miss in enumerate(group):
        into = next((home[other] for other in sorted(like[number]) if other in home), None)
        if into is None:
            into = []
            gathered.append(into)
        into.append(miss)
        home[number] = into
    return gathered
