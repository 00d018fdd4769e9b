"""Signing in with a link that the bot has sent in a private message, and signing out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from secrets import token_urlsafe

from mmbot.adapters.web.doorman import TOKEN_FIELD, Doorman, ForgedForm
from mmbot.adapters.web.sessions import form_token, is_form_token
from mmbot.adapters.web.visits import Arrived, Go, Shown
from mmbot.desk.limits import Limits
from mmbot.desk.page_link import PURPOSE
from mmbot.desk.permission import moderation_of
from mmbot.model import Person

CODE_LENGTH = 40


class TooOften(Exception):
    """Codes were tried too often; *seconds* until the next one is taken."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass
class Entrance:
    """Where moderators sign in and out; codes are tried at most six times at once from one address, then once in ten seconds.

    *before* is the name of the cookie that goes with the form while nobody is signed in yet: without it another site could sign a
    moderator in as somebody else.
    """

    doorman: Doorman
    before: str
    limits: Limits = field(default_factory=lambda: Limits((6, 10.0), (60, 1.0)))

    def show(self, arrived: Arrived) -> tuple[Shown, str]:
        """The page with the button, and the cookie that goes with it.

        Looking does not use the code up: chat programs fetch links to show a preview.
        """
        cookie = arrived.cookies.get(self.before) or token_urlsafe(32)
        return Shown("sign_in", {"code": arrived.parts["code"], "form_token": form_token(cookie)}), cookie

    def owner(self, arrived: Arrived) -> Person | None:
        """Whose link it is, which is used up by that; None where it is not good (any more). Raises TooOften, ForgedForm."""
        desk, now = self.doorman.desk, self.doorman.desk.clock()
        before = arrived.cookies.get(self.before, "")
        if not before or not is_form_token(arrived.form.get(TOKEN_FIELD, ""), before):
            raise ForgedForm
        seconds = self.limits.wait(arrived.address, "sign-in", now)
        if seconds:
            raise TooOften(seconds)
        code = arrived.parts["code"][:CODE_LENGTH]
        return moderation_of(desk).records.accounts.redeem(code, PURPOSE, now)

    def sign_in(self, person: Person, roles: Mapping[Person, frozenset[str]] | None) -> tuple[Go, str]:
        """The way on and the cookie of a session of *person*. Raises RolesUnknown, NoRole."""
        self.doorman.moderator(person, roles)
        return Go(self.doorman.to("queue", oldu="signed-in")), self.doorman.sessions.begin(person, self.doorman.desk.clock())

    def sign_out(self, arrived: Arrived) -> Go:
        """End the session. Raises Stranger, ForgedForm."""
        self.doorman.recognise(arrived)
        self.doorman.sessions.end(arrived.cookies.get(self.doorman.session, ""), self.doorman.desk.clock())
        return Go(self.doorman.to("welcome", oldu="signed-out"))
