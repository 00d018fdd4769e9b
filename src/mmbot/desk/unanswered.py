"""“/yanıtsız”: what people asked in vain, put together; each becomes a phrasing, a new fact, or is ignored for good."""

from dataclasses import replace

from mmbot.answering.decide import decide
from mmbot.desk import unanswered_texts as texts
from mmbot.desk.commands import called
from mmbot.desk.desk import Desk
from mmbot.desk.permission import for_role
from mmbot.desk.presses import number_in, pressed, shortened, token
from mmbot.desk.records import Miss
from mmbot.desk.reply import Button, Reply, line
from mmbot.model import Language, Visitor
from mmbot.moderation.clusters import Cluster, cluster_of, clusters
from mmbot.rendering import Block
from mmbot.texts import Say

MOST_LISTED = 8
MOST_NEAR = 5
MOST_WORDINGS = 6


@for_role("moderator")
def unanswered(desk: Desk, _typed: str, visitor: Visitor) -> Reply:
    """The clusters, the most wanted first."""
    found = clusters(desk.records.misses.open())
    if not found:
        return line(texts.NOTHING.to(visitor.language)).said_to_one()
    lines = [
        texts.LIST.to(visitor.language, count=len(found)),
        *(_told(desk, one, texts.LISTED, visitor.language) for one in found[:MOST_LISTED]),
    ]
    rows = tuple((Button(shortened(one.text), pressed("missed", one.id)),) for one in found[:MOST_LISTED])
    return Reply((Block("answer", "\n".join(lines)),), rows, only_you=True)


@for_role("moderator")
def cluster(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """One cluster, and what can be done about it."""
    found, language = _cluster(desk, typed), visitor.language
    if found is None:
        return line(texts.GONE.to(language)).said_to_one()
    told = [Block("answer", _told(desk, found, texts.CLUSTER, language))]
    if len(found.misses) > 1:
        others = " · ".join(f"“{miss.folded}”" for miss in found.misses[1 : MOST_WORDINGS + 1])
        told.append(Block("hint", texts.ALSO.to(language, texts=others)))
    entry = found.entry if found.entry in desk.answering.library.entries else ""
    fact = pressed("propose", "fact", token(entry) if entry else "", found.id)
    first = (Button(texts.PHRASING.to(language), pressed("missed_near", found.id)), Button(texts.NEW_FACT.to(language), fact))
    second = [Button(texts.IGNORE.to(language), pressed("missed_ignore", found.id))]
    behind = _behind(desk, found)
    if behind:
        second.append(Button(texts.NEXT.to(language), pressed("missed", behind.id)))
    return Reply(tuple(told), (first, tuple(second)), only_you=True)


@for_role("moderator")
def near(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """“Soru biçimi yap” was pressed: the facts that it may ask for."""
    found, language = _cluster(desk, typed), visitor.language
    if found is None:
        return line(texts.GONE.to(language)).said_to_one()
    facts = _near(desk, found)
    rows = tuple(
        (Button(shortened(desk.answering.library.facts[name].says), pressed("propose", "phrasing", token(name), found.id)),)
        for name in facts
    )
    other = (Button(texts.OTHER_FACT.to(language), pressed("propose", "phrasing", "", found.id)),)
    return Reply(
        (
            Block(
                "answer", (texts.WHICH if facts else texts.NO_NEAR).to(language, command=called("duzenle", visitor.person.platform))
            ),
        ),
        (*rows, other),
        only_you=True,
    )


@for_role("moderator")
def ignore(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """“Yok say” was pressed: for good, and nobody is told."""
    found = _cluster(desk, typed)
    if found is None:
        return line(texts.GONE.to(visitor.language)).said_to_one()
    behind = _behind(desk, found)
    desk.records.misses.settle(found.ids)
    said = texts.IGNORED.to(visitor.language, text=shortened(found.text), count=len(found.ids))
    onward = ((Button(texts.NEXT.to(visitor.language), pressed("missed", behind.id)),),) if behind else ()
    return replace(line(said, toast=said), buttons=onward, replaces=True, only_you=True)


def _cluster(desk: Desk, typed: str) -> Cluster[Miss] | None:
    number = number_in(typed)
    return None if number is None else cluster_of(desk.records.misses.open(), number)


def _behind(desk: Desk, found: Cluster[Miss]) -> Cluster[Miss] | None:
    ordered = clusters(desk.records.misses.open())
    place = next((number for number, one in enumerate(ordered) if one.id == found.id), -1)
    others = [*ordered[place + 1 :], *ordered[:place]] if place >= 0 else ordered
    return others[0] if others else None


def _near(desk: Desk, found: Cluster[Miss]) -> list[str]:
    """Names of the facts that fit best what was asked: of its entry first."""
    library = desk.answering.library
    ranked = decide(library, desk.answering.index, found.text).ranked
    names = list(dict.fromkeys(candidate.fact.name for candidate in ranked))
    if found.entry in library.entries:
        own = [fact.name for fact in library.entries[found.entry].facts]
        names = [*(name for name in names if name in own), *own, *names]
    return list(dict.fromkeys(names))[:MOST_NEAR]


def _told(desk: Desk, found: Cluster[Miss], said: Say, language: Language) -> str:
    library = desk.answering.library
    about = texts.ABOUT.to(language, title=library.title(found.entry)) if found.entry in library.entries else ""
    forwarded = texts.FORWARDED.to(language, count=found.forwarded) if found.forwarded else ""
    return said.to(language, text=found.text, asked=found.count, about=about, forwarded=forwarded)
