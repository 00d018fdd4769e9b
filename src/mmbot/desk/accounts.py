"""“/bağla” and “/yetki”: two accounts of one person, and roles that are given in chat."""

import re
from dataclasses import replace
from typing import cast

from mmbot.desk import accounts_texts as texts
from mmbot.desk.commands import called
from mmbot.desk.desk import Desk
from mmbot.desk.permission import for_role, moderation_of
from mmbot.desk.permission_texts import ROLES
from mmbot.desk.presses import pressed, shortened
from mmbot.desk.reply import Button, Reply, line
from mmbot.model import Person, Platform, Visitor
from mmbot.moderation.proposals import Role
from mmbot.moderation.refusals import NotAllowed
from mmbot.moderation.roles import ANONYMOUS, role_of, written
from mmbot.rendering import Block
from mmbot.turkish import fold

LINK = "link"  # what a code is for
_PERSON = re.compile(r"(telegram|discord):([1-9]\d{0,19})")
_TAKEN = frozenset({"sil", "yok", "delete", "none"})


@for_role("reader")
def link(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """Without a code, a new one, in private; with the code of the other account, both are linked."""
    accounts, language = moderation_of(desk).records.accounts, visitor.language
    _demand_somebody(visitor)
    if not typed.strip():
        return _code(desk, visitor)
    other = accounts.redeem(typed.strip(), LINK, desk.clock())
    if other is None or other == visitor.person:
        return line((texts.OWN_CODE if other else texts.BAD_CODE).to(language)).said_to_one()
    accounts.link(other, visitor.person)
    return line(texts.LINKED.to(language, accounts=_all(accounts.linked(visitor.person)))).said_to_one()


@for_role("reader")
def unlink(desk: Desk, _typed: str, visitor: Visitor) -> Reply:
    """“Bağlantıyı çöz” was pressed."""
    _demand_somebody(visitor)
    loosened = moderation_of(desk).records.accounts.unlink(visitor.person)
    said = (texts.UNLINKED if loosened else texts.NOT_LINKED).to(visitor.language)
    return replace(line(said, toast=said), replaces=True, only_you=True)


@for_role("administrator")
def give_role(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """The roles given in chat; with a person and a role, give it to him."""
    moderation, language = moderation_of(desk), visitor.language
    accounts, policy = moderation.records.accounts, moderation.policy
    person, role, known = _read(typed)
    if person is None or not known:
        given = ", ".join(f"{written(one)} ({ROLES[what].to(language)})" for one, what in accounts.given().items()) or "–"
        told = [Block("answer", texts.GIVEN.to(language, given=given)), Block("hint", texts.HOW.to(language))]
        if typed.strip():
            told.insert(0, Block("note", texts.NOT_UNDERSTOOD.to(language, typed=shortened(typed.strip()))))
        return Reply(tuple(told), only_you=True)
    accounts.give(person, role, visitor.person, desk.clock())
    now = role_of(Visitor(person, "", private=True), policy, accounts)
    said = (texts.GAVE if role else texts.TOOK).to(language, who=written(person), role=ROLES[now].to(language))
    return line(said).said_to_one()


def _demand_somebody(visitor: Visitor) -> None:
    """An account that many share is linked with nobody's."""
    if visitor.anonymous or visitor.person == ANONYMOUS:
        raise NotAllowed("reader", anonymous=True)


def _code(desk: Desk, visitor: Visitor) -> Reply:
    accounts, language = moderation_of(desk).records.accounts, visitor.language
    if not visitor.private:
        return line(texts.ONLY_IN_PRIVATE.to(language, command=called("bagla", visitor.person.platform))).said_to_one()
    told = [Block("answer", texts.CODE.to(language, code=accounts.new_code(visitor.person, LINK, desk.clock())))]
    linked = accounts.linked(visitor.person)
    if len(linked) == 1:
        return Reply(tuple(told), only_you=True)
    told.append(Block("hint", texts.LINKED_WITH.to(language, accounts=_all(linked))))
    return Reply(tuple(told), ((Button(texts.UNLINK.to(language), pressed("unlink")),),), only_you=True)


def _all(people: tuple[Person, ...]) -> str:
    return ", ".join(map(written, people))


def _read(typed: str) -> tuple[Person | None, Role | None, bool]:
    """Who gets which role; None takes it away. The flag tells whether the role was understood."""
    found = _PERSON.search(typed)
    if found is None:
        return None, None, False
    word = fold(typed.replace(found[0], " ")).strip()
    person = Person(cast("Platform", found[1]), found[2])
    if word in _TAKEN:
        return person, None, True
    role = next((role for role, say in ROLES.items() if role != "proposer" and word in {role, fold(say.tr), fold(say.en)}), None)
    return person, role, role is not None
