"""A decision with all that follows from it, as one thing: the proposer is told, those who wait for an answer are told, it is live.

For the chat and for the moderators' page alike. The letters are written together with the decision, so that no kill parts them.
"""

from collections.abc import Sequence

from mmbot.answering.decide import decide
from mmbot.desk import verdict_texts as texts
from mmbot.desk.commands import called
from mmbot.desk.delivery import pack
from mmbot.desk.desk import Desk
from mmbot.desk.permission import moderation_of
from mmbot.desk.records import Miss, private_place
from mmbot.desk.reply import Reply, line
from mmbot.knowledge.library import Library
from mmbot.matching.index import Index
from mmbot.model import Answered, Entry, Fact, Language, Person, Visitor
from mmbot.moderation import deciding, history
from mmbot.moderation.checks import changed_facts
from mmbot.moderation.deciding import Approved, Ready
from mmbot.moderation.moderating import Moderation
from mmbot.moderation.proposals import Proposal, Revision
from mmbot.moderation.reviewing import title_of
from mmbot.rendering import Block, blocks, only_turkish
from mmbot.texts import Say
from mmbot.turkish import split_words

MOST_MISSES = 15  # unanswered questions that are asked again before an approval; each takes some milliseconds
LEAST_SHARED = 2  # words that such a question has in common with what is new


def approve(desk: Desk, number: int, visitor: Visitor, seen: str = "") -> Approved:
    """Approve the proposal *number*; it is live when this returns. *seen*: the mark of what was looked at. Raises what deciding.ready raises."""
    moderation = moderation_of(desk)
    made = deciding.ready(moderation, number, visitor, seen)
    library, index = moderation.living.trial(made.after)
    answered = _answered_misses(desk, made, library, index)
    fact = _leading(made.before, made.after)
    with moderation.records.together():
        approved = deciding.carry_out(moderation, made, visitor, desk.clock())
        waiting = desk.records.misses.settle(answered, fact=fact.name)
        for person, place, language in waiting:
            _leave(desk, person, place, _answer(library, fact, language))
        _tell_proposer(desk, made.proposal, visitor, texts.APPROVED, number=number, title=made.after.title)
    moderation.living.catch_up()
    return approved


def reject(desk: Desk, number: int, visitor: Visitor, reason: str, seen: str = "") -> Proposal:
    """Reject it, with the reason that the proposer reads. Raises what deciding.reject raises."""
    moderation = moderation_of(desk)
    with moderation.records.together():
        rejected = deciding.reject(moderation, number, visitor, desk.clock(), reason, seen)
        told = {"number": number, "title": title_of(moderation, rejected), "reason": rejected.note}
        _tell_proposer(desk, rejected, visitor, texts.REJECTED, **told)
    return rejected


def undo(desk: Desk, entry: str, visitor: Visitor, *, seen: int, to: int | None = None) -> Revision:
    """Back to an earlier revision; it is live when this returns, and whose proposals are undone is told. Raises what history.undo raises."""
    moderation = moderation_of(desk)
    moderation.living.catch_up()  # before the transaction: it may take its time
    with moderation.records.together():
        revision = history.undo(moderation, entry, visitor, desk.clock(), seen=seen, to=to)
        for proposal in _undone(moderation, entry, seen, seen - 1 if to is None else to):
            _tell_proposer(desk, proposal, visitor, texts.UNDONE, title=revision.entry.title)
    moderation.living.catch_up()
    return revision


def _undone(moderation: Moderation, entry: str, seen: int, to: int) -> list[Proposal]:
    """The proposals that were approved between the revisions *to* and *seen*, one of each proposer."""
    numbers = [one.proposal for one in moderation.records.revisions.of(entry) if to < one.number <= seen and one.proposal]
    found = [proposal for number in numbers if (proposal := moderation.records.proposals.get(number))]
    return list({proposal.by: proposal for proposal in found}.values())


def _answered_misses(desk: Desk, made: Ready, library: Library, index: Index) -> list[int]:
    """The unanswered questions that this settles: those that it was proposed for, and those that what is new answers."""
    new = changed_facts(made.before, made.after)
    names = {fact.name for fact in new}
    found = list(made.proposal.misses)
    for miss in perhaps_answered(desk.records.misses.open(), made.after, new):
        answer = decide(library, index, miss.folded).answer
        if isinstance(answer, Answered) and answer.facts and answer.facts[0].name in names:
            found.append(miss.id)
    return list(dict.fromkeys(found))


def perhaps_answered(misses: list[Miss], entry: Entry, new: Sequence[Fact]) -> list[Miss]:
    """Those of *misses* that have words in common with *entry* and its *new* facts, those with the most first.

    Each of them is asked while others wait for their answers; of thousands, hardly one is about what has just changed.
    """
    words = _beginnings(*entry.names, *(text for fact in new for text in (fact.says, *fact.questions)))
    shared = {miss.id: len(words & _beginnings(miss.folded)) + (miss.entry == entry.id) for miss in misses}
    likely = [miss for miss in misses if shared[miss.id] >= LEAST_SHARED]
    return sorted(likely, key=lambda miss: -shared[miss.id])[:MOST_MISSES]


def _beginnings(*texts: str) -> set[str]:
    """The first four letters of every longer word: what follows them changes with every suffix."""
    return {word[:4] for text in texts for word in split_words(text) if len(word) >= 4}


def _leading(before: Entry | None, after: Entry) -> Fact:
    """The fact that a change is about: a new one, else one that changed."""
    known = {fact.id for fact in before.facts} if before else set()
    new = changed_facts(before, after)
    return next((fact for fact in new if fact.id not in known), (new or after.facts)[0])


def _tell_proposer(desk: Desk, proposal: Proposal, visitor: Visitor, say: Say, **values: object) -> None:
    accounts = moderation_of(desk).records.accounts
    if proposal.by is not None and proposal.by not in accounts.linked(visitor.person):
        said = say.to(proposal.language, command=called("oner", proposal.by.platform), **values)
        _leave(desk, proposal.by, private_place(proposal.by), line(said))


def _answer(library: Library, fact: Fact, language: Language) -> Reply:
    """The answer to a question that had none, for who waited for it."""
    answer = Answered((fact,), library.siblings(fact))
    *said, citation = blocks(library, answer, language)
    apology = only_turkish((fact, *(sibling.fact for sibling in answer.disputed)), language)
    return Reply((Block("hint", texts.ANSWERED_NOW.to(language)), *said, *apology, citation))


def _leave(desk: Desk, person: Person, place: str, reply: Reply) -> None:
    if person.platform != "terminal":
        desk.records.outbox.put(person.platform, place, pack(reply), desk.clock())
