"""What stands already beside what somebody proposes: what says the same, what says otherwise. For while he is still typing."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace

from mmbot.answering.claims import check
from mmbot.answering.decision import Known
from mmbot.knowledge.contradictions import differs
from mmbot.model import Citation, Fact
from mmbot.moderation.checks import contradicting, same
from mmbot.moderation.drafting import Target, Values
from mmbot.moderation.moderating import Moderation
from mmbot.moderation.refusals import Unreadable
from mmbot.moderation.typed import infer_asked, lines, read_asked, sentence
from mmbot.turkish import fold

TELLING = frozenset({"title", "says", "asked", "questions"})  # the fields after which there may be something to show
MOST = 3


@dataclass(frozen=True, slots=True)
class Beside:
    """Facts that say the *same*, and that say *otherwise* (each with wherein, where a date or number tells); *entries* of that name."""

    same: tuple[Fact, ...] = ()
    otherwise: tuple[tuple[Fact, str], ...] = ()
    entries: tuple[str, ...] = ()

    @property
    def marks(self) -> frozenset[str]:
        """A name for each thing, by which it is known whether somebody has seen it."""
        return frozenset((*map(_same, self.same), *(_otherwise(fact) for fact, _ in self.otherwise), *self.entries))

    def without(self, seen: Iterable[str]) -> "Beside":
        """What of it is not among the marks *seen*."""
        known = set(seen)
        return Beside(
            tuple(fact for fact in self.same if _same(fact) not in known),
            tuple((fact, what) for fact, what in self.otherwise if _otherwise(fact) not in known),
            tuple(entry for entry in self.entries if entry not in known),
        )


def _same(fact: Fact) -> str:
    return f"={fact.name}"


def _otherwise(fact: Fact) -> str:
    return f"!{fact.name}"


def beside(moderation: Moderation, form: str, target: Target, values: Values) -> Beside:
    """What stands beside the *values* of *form* (see ``drafting.FIELDS``) about *target*; fields that are not filled in yet are missing."""
    if form == "phrasing":
        return Beside(_asked_for(moderation, lines(values.get("questions", ""))))
    if form == "entry":
        return replace(_told(moderation, values.get("says", "")), entries=_named(moderation, values.get("title", "")))
    new = _fact(form, target, values)
    if new is None:
        return Beside()
    own = target.fact.name if target.fact else ""
    if form == "change":
        what = differs(target.fact, new) if target.fact else ""
        return Beside(otherwise=((target.fact, what),) if target.fact and what else ())
    found = _told(moderation, new.says)
    alike = (*same(moderation.library, new), *found.same)
    other = (*contradicting(moderation.library, new), *found.otherwise)
    marked = {fact.name for fact in alike}
    return Beside(_each_once(alike), tuple(dict(_not(other, {own, *marked})).items())[:MOST])


def told_beside(moderation: Moderation, text: str) -> Beside:
    """The same for a *text* of which nothing else is known."""
    return _told(moderation, text)


def _fact(form: str, target: Target, values: Values) -> Fact | None:
    """The fact that *values* would make, as far as they go; None where they do not."""
    says = sentence(values.get("says", ""))
    if form not in {"fact", "change", "dispute"} or target.entry is None or not says:
        return None
    asked = infer_asked(says)
    if values.get("asked", "").strip():
        with suppress(Unreadable):
            asked = read_asked(values["asked"])
    answers = target.fact.answers if form == "dispute" and target.fact else asked.answers
    bare: tuple[Citation, ...] = ()
    made = Fact("", target.entry.id, answers, says, bare, date=asked.date, number=asked.number)
    return replace(made, questions=lines(values.get("questions", "")))


def _told(moderation: Moderation, says: str) -> Beside:
    """What the facts say to the statements in *says*: the same check as that of a pasted sentence, which is careful."""
    library, index = moderation.living.now()
    alike: list[Fact] = []
    other: list[tuple[Fact, str]] = []
    for one in check(Known(library, index), says) if says.strip() else ():
        if one.verdict in {"supported", "disputed"}:
            alike += one.facts
        elif one.verdict == "contradicted":
            other += [(fact, "") for fact in one.facts]
    return Beside(_each_once(alike), tuple(dict(other).items())[:MOST])


def _asked_for(moderation: Moderation, questions: Iterable[str]) -> tuple[Fact, ...]:
    asked = {fold(question) for question in questions} - {""}
    facts = moderation.library.facts.values() if asked else ()
    return _each_once(fact for fact in facts if asked & {fold(question) for question in fact.questions})


def _named(moderation: Moderation, title: str) -> tuple[str, ...]:
    wanted = fold(title)
    entries = moderation.library.entries.values() if wanted else ()
    return tuple(entry.id for entry in entries if wanted in {fold(name) for name in entry.names})[:MOST]


def _each_once(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple({fact.name: fact for fact in facts}.values())[:MOST]


def _not(found: Iterable[tuple[Fact, str]], names: set[str]) -> list[tuple[Fact, str]]:
    """*found* without the facts *names*; where one is found twice, wherein it differs stays told."""
    kept: dict[Fact, str] = {}
    for fact, what in found:
        if fact.name not in names:
            kept[fact] = kept.get(fact, "") or what
    return list(kept.items())
