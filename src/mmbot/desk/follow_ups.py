"""What else an entry can tell, for the buttons below an answer."""

from collections.abc import Container, Iterator, Mapping

from mmbot.desk.asking_texts import FOLLOW_UPS
from mmbot.desk.per_library import PerLibrary
from mmbot.knowledge.library import Library
from mmbot.model import Entry, Fact

_CLAUSE = "clause-"


class FollowUps:
    """The facts of *entry* that stand, put in order once: every answer about it asks for them."""

    def __init__(self, entry: Entry) -> None:
        standing = [fact for fact in entry.facts if fact.rank != "deprecated"]
        leading = sorted(standing, key=lambda fact: (fact.disputes is not None, -fact.significance))
        self._by_kind = {kind: _fitting(leading, kind) for kind in FOLLOW_UPS}
        self.clauses = _clauses(standing)  # in their order

    def others(self, told: Container[str], besides: Container[str]) -> Iterator[tuple[str, str]]:
        """Kinds of question and the name of the fact that answers each: none that was *told*, none twice, no kind that is in *besides*."""
        offered: set[str] = set()
        for kind, names in self._by_kind.items():
            name = next((name for name in names if name not in told and name not in offered), None)
            if kind not in besides and name is not None:
                offered.add(name)
                yield kind, name


def starts_a_clause(fact: Fact) -> bool:
    """Whether *fact* is told first of all as a clause of a treaty."""
    return fact.answers[0].startswith(_CLAUSE)


def _fitting(facts: list[Fact], kind: str) -> tuple[str, ...]:
    """Those that answer *kind*, first those that answer it above all: a signing “where” before a ratification “when, where”."""
    fitting = [fact for fact in facts if kind in fact.answers]
    return tuple(fact.name for fact in sorted(fitting, key=lambda fact: fact.answers[0] != kind))


def _clauses(facts: list[Fact]) -> tuple[Fact, ...]:
    numbered = [
        (int(answer.removeprefix(_CLAUSE)), fact) for fact in facts for answer in fact.answers if answer.startswith(_CLAUSE)
    ]
    return tuple(dict.fromkeys(fact for _, fact in sorted(numbered, key=lambda pair: pair[0])))


class _OfEntries:
    """The follow-ups of each entry of *library* that was asked about."""

    def __init__(self, library: Library) -> None:
        self._entries: Mapping[str, Entry] = library.entries
        self._made: dict[str, FollowUps] = {}

    def __call__(self, entry: str) -> FollowUps:
        found = self._made.get(entry)
        if found is None:
            found = self._made[entry] = FollowUps(self._entries[entry])
        return found


_of_entries = PerLibrary(_OfEntries)


def follow_ups(library: Library, entry: str) -> FollowUps:
    """What else can be asked of *entry*."""
    return _of_entries(library)(entry)
