"""Who may come in: the session, the role – asked for anew at every request –, and whether a form is one of ours."""

from dataclasses import dataclass

from mmbot.adapters.web.addresses import Addresses
from mmbot.adapters.web.sessions import Sessions, is_form_token
from mmbot.adapters.web.visits import Arrived, Visit
from mmbot.desk.desk import Desk
from mmbot.desk.permission import moderation_of, visitor_may
from mmbot.desk.records import private_place
from mmbot.model import Person, Visitor
from mmbot.moderation.roles import role_of

TOKEN_FIELD = "form_token"  # noqa: S105  the name of a field


class Stranger(Exception):
    """Nobody is signed in with this cookie (any more)."""


class NoRole(Exception):
    """The person who is signed in does not moderate (any more); the session is ended."""


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
        """The visit that *arrived* is. Raises Stranger, NoRole, ForgedForm."""
        cookie = arrived.cookies.get(self.session, "")
        person = self.sessions.person(cookie, self.desk.clock()) if cookie else None
        if person is None:
            raise Stranger
        visitor = visitor_of(person)
        if not visitor_may(self.desk, visitor, "moderator"):
            self.sessions.end(cookie, self.desk.clock())
            raise NoRole
        if arrived.method == "POST" and not is_form_token(arrived.form.get(TOKEN_FIELD, ""), cookie):
            raise ForgedForm
        moderation = moderation_of(self.desk)
        role = role_of(visitor, moderation.policy, moderation.records.accounts)
        return Visit(self.desk, self.to, visitor, role, arrived.parts, arrived.query, arrived.form)


def visitor_of(person: Person) -> Visitor:
    """*person* on the page: by himself, with nothing that a chat would grant him there."""
    return Visitor(person, private_place(person), private=True)
