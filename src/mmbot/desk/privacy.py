"""“/gizlilik”, “/verilerim”, “/unut”: what is kept about people, shown to each his own, and deleted when he says so."""

from collections.abc import Iterator, Sequence

from mmbot.desk import privacy_texts as texts
from mmbot.desk.desk import Desk
from mmbot.desk.presses import pressed, token
from mmbot.desk.reply import Button, Reply, line
from mmbot.model import Language, Person, Visitor
from mmbot.rendering import Block

MOST_SHOWN = 20  # things of a kind; the rest is counted


def privacy(_desk: Desk, _typed: str, visitor: Visitor) -> Reply:
    """What is kept, why, how long, who is responsible, what a person can do."""
    language = visitor.language
    told = [Block("heading", texts.PRIVACY.to(language)), Block("answer", texts.NOT_KEPT.to(language))]
    told.append(Block("answer", "\n".join(say.to(language) for say in (texts.KEPT, *texts.KEPT_LINES))))
    told += [Block("answer", texts.WHO.to(language)), Block("answer", texts.RIGHTS.to(language))]
    mine = Button(texts.SHOW_MINE.to(language), pressed("mine"))
    return Reply(tuple(told), ((mine, Button(texts.DELETE.to(language), pressed("unremember"))),))


def my_data(desk: Desk, _typed: str, visitor: Visitor) -> Reply:
    """Everything kept about the visitor; only where nobody else reads it."""
    language = visitor.language
    if not visitor.private:
        return line(texts.ONLY_IN_PRIVATE.to(language)).said_to_one()
    kept = {kind: things for kind, things in desk.records.people.data_of(visitor.person).items() if things}
    if not kept:
        return line(texts.NOTHING_KEPT.to(language))
    told = [Block("heading", texts.MINE.to(language))]
    told += [Block("answer", "\n".join(_listed(kind, things, language))) for kind, things in kept.items()]
    return Reply(tuple(told), ((Button(texts.DELETE.to(language), pressed("unremember")),),))


def ask_to_forget(_desk: Desk, _typed: str, visitor: Visitor) -> Reply:
    """Whether he is sure: what is deleted cannot be had back."""
    language, mine = visitor.language, _mark(visitor.person)
    yes, no = (
        Button(texts.YES.to(language), pressed("forget", "yes", mine)),
        Button(texts.NO.to(language), pressed("forget", "no", mine)),
    )
    return Reply((Block("answer", texts.SURE.to(language)),), ((yes, no),), only_you=True)


def forget(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """“Evet, sil” or “Hayır, kalsın” was pressed, ``yes:<mark>`` or ``no:<mark>``: only by him whom it is about."""
    language = visitor.language
    word, _, mark = typed.partition(":")
    if mark != _mark(visitor.person) or word not in {"yes", "no"}:
        said = texts.NOT_YOURS.to(language)
        return line(said, toast=said).said_to_one()
    if word == "no":
        return Reply((Block("answer", texts.LEFT.to(language)),), replaces=True, only_you=True)
    count = desk.records.people.forget(visitor.person)
    desk.names.forget(visitor.person)
    said = texts.FORGOTTEN.to(language, count=count) if count else texts.NOTHING_TO_FORGET.to(language)
    return Reply((Block("answer", said),), replaces=True, only_you=True)


def _listed(kind: str, things: Sequence[str], language: Language) -> Iterator[str]:
    yield f"{texts.KINDS[kind].to(language) if kind in texts.KINDS else kind}:"
    yield from (f"• {thing}" for thing in things[:MOST_SHOWN])
    if len(things) > MOST_SHOWN:
        yield texts.MORE.to(language, count=len(things) - MOST_SHOWN)


def _mark(person: Person) -> str:
    return token(f"{person.platform}:{person.id}")
