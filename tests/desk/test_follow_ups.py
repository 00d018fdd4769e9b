"""What else an entry can tell: each kind of question once, by the fact that answers it best."""

from mmbot.desk.asking_texts import FOLLOW_UPS
from mmbot.desk.desk import Desk
from mmbot.desk.follow_ups import FollowUps, follow_ups
from mmbot.knowledge.library import make_library
from mmbot.model import Entry, Fact, Rank


def fact(name: str, *answers: str, significance: int = 2, rank: Rank = "normal", disputes: str | None = None) -> Fact:
    return Fact(name, "kars", answers, name, (), significance=significance, rank=rank, disputes=disputes)


def of(*facts: Fact) -> FollowUps:
    return FollowUps(Entry("kars", "treaty", "Kars Antlaşması", (), facts))


def test_a_kind_is_told_by_the_fact_that_answers_it_above_all_then_by_the_weightiest() -> None:
    approval, date = fact("approval", "when", "where", significance=4), fact("date", "when", significance=5)
    more = of(approval, date, fact("light", "where"), fact("signing", "where", significance=3))
    assert dict(more.others((), ())) == {"when": "kars/date", "where": "kars/signing"}


def test_what_was_told_or_answers_what_was_asked_is_not_offered_and_nothing_twice() -> None:
    more = of(fact("signing", "when", "where"), fact("envoys", "who", "why"))
    assert dict(more.others({"kars/signing"}, ())) == {"who": "kars/envoys"}
    assert dict(more.others((), {"who"})) == {"when": "kars/signing", "why": "kars/envoys"}


def test_a_slip_is_not_offered_and_a_disputed_reading_last() -> None:
    more = of(fact("slip", "when", rank="deprecated"), fact("other", "when", significance=5, disputes="kars/x"), fact("x", "when"))
    assert dict(more.others((), ())) == {"when": "kars/x"}


def test_other_knowledge_is_looked_at_anew(desk: Desk) -> None:
    library = desk.answering.library
    before = follow_ups(library, "moskova-antlasmasi")
    assert follow_ups(library, "moskova-antlasmasi") is before
    assert before.clauses
    entry = library.entries["moskova-antlasmasi"]
    bare = Entry(entry.id, entry.kind, entry.title, (), entry.facts[:1])
    other = make_library([bare], library.sources)
    assert {kind for kind, _ in follow_ups(other, bare.id).others((), ())} <= set(entry.facts[0].answers) & set(FOLLOW_UPS)
