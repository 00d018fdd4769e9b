"""Who may come in: the session, the role – asked for anew at every request –, and whether a form is one of ours."""

from collections.abc import Mapping
from dataclasses import dataclass

from mmbot.adapters.web.addresses import Addresses
from mmbot.adapters.web.sessions import Sessions, is_form_token
from mmbot.adapters.web.visits import Arrived, Visit
from mmbot.desk.desk import Desk
from mmbot.desk.permission import moderation_of, visitor_may
from mmbot.desk.records import private_place
from mmbot.model import Person, Visitor
from mmbot.moderation.roles import depends_on_places, role_of

TOKEN_FIELD = "form_token"  # noqa: S105  the name of a field


class Stranger(Exception):
    """Nobody is signed in with this cookie (any more)."""


class NoRole(Exception):
    """The person who is signed in does not moderate (any more); the session is ended."""


class RolesUnknown(Exception):
    """Whether somebody moderates depends on what one of *people*, who are all himself, is in a server or group: their platforms are to be asked."""

    def __init__(self, people: tuple[Person, ...]) -> None:
        super().__init__(people)
        self.people = people


class ForgedForm(Exception):
    """The form does not carry the token of the session: it may have been sent by another site, or is from an older session."""


@dataclass(frozen=True, slots=True)
class Doorman:
    """Lets moderators in. *session* is the name of the cookie."""

    desk: Desk
    to: Addresses
    sessions: Sessions
    session: str

    def admit(self, arrived: Arrived) -> Visit:
        """The visit that *arrived* is. Raises Stranger, RolesUnknown, NoRole, ForgedForm."""
        person = self.recognise(arrived)
        try:
            visitor = self.moderator(person, arrived.roles)
        except NoRole:
            self.sessions.end(arrived.cookies[self.session], self.desk.clock())
            raise
        moderation = moderation_of(self.desk)
        role = role_of(visitor, moderation.policy, moderation.records.accounts)
        return Visit(self.desk, self.to, visitor, role, arrived.parts, arrived.query, arrived.form)

    def recognise(self, arrived: Arrived) -> Person:
        """Who has sent *arrived*, whatever he may do. Raises Stranger, ForgedForm."""
        cookie = arrived.cookies.get(self.session, "")
        person = self.sessions.person(cookie, self.desk.clock()) if cookie else None
        if person is None:
            raise Stranger
        if arrived.method == "POST" and not is_form_token(arrived.form.get(TOKEN_FIELD, ""), cookie):
            raise ForgedForm
        return person

    def moderator(self, person: Person, roles: Mapping[Person, frozenset[str]] | None) -> Visitor:
        """*person* on the page, where he moderates; *roles*: what the platforms say of his accounts. Raises RolesUnknown, NoRole."""
        known = roles or {}
        elsewhere = frozenset((other, role) for other, held in known.items() if other != person for role in held)
        own = known.get(person, frozenset[str]())
        visitor = Visitor(person, private_place(person), private=True, roles=own, elsewhere=elsewhere)
        if visitor_may(self.desk, visitor, "moderator"):
            return visitor
        moderation = moderation_of(self.desk)
        people = moderation.records.accounts.linked(person) if roles is None else ()
        if asked := tuple(one for one in people if depends_on_places(one, moderation.policy)):
            raise RolesUnknown(asked)
        raise NoRole
