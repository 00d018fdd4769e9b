"""A request in, a response out – both without the web library: who it is, which page, and what is said when something is wrong."""

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from mmbot.adapters.web.doorman import Doorman, ForgedForm, NoRole, RolesUnknown, Stranger
from mmbot.adapters.web.problems import AWAY, BROKEN, CANNOT_TELL, FORGED, NO_ROLE, Problem, too_often
from mmbot.adapters.web.rendered import Rendered
from mmbot.adapters.web.sessions import form_token
from mmbot.adapters.web.sign_in import Entrance, TooOften
from mmbot.adapters.web.visits import Arrived, Go, Missing, Outcome, Page, Shown, Visit
from mmbot.adapters.web.words import DONE, ROLES, labelled, who
from mmbot.desk.records import NotKept
from mmbot.model import Person
from mmbot.moderation.proposals import StaleRevision
from mmbot.moderation.refusals import NoSuchProposal, NoSuchThing, NotAllowed, Refusal

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Response:
    """What goes out: HTML, or *go*: the address to look at next. *cookies* are set; those with an empty value are taken away."""

    status: int
    html: str = ""
    go: str = ""
    cookies: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A page that has *begun*, of which something slow is missing yet: :meth:`Answers.finish` gives the *rest*, in a thread that answers nobody else."""

    status: int
    begun: str
    rest: Iterator[str]


@dataclass(frozen=True, slots=True)
class Asking:
    """Nobody here knows whether somebody moderates: the roles that *people*, all his accounts, have are to be asked for, then *go_on* with them.

    *anew*: what is remembered of him does not do, for something is about to be decided. *in_vain*: what to say where the platform does not tell.
    """

    people: tuple[Person, ...]
    anew: bool
    go_on: Callable[[Mapping[Person, frozenset[str]]], "Response | Unfinished | Asking"]
    in_vain: Callable[[], Response]


Outgoing = Response | Unfinished | Asking


class Answers:
    """Answers requests; every method but :meth:`finish` is called in the desk's thread."""

    def __init__(self, doorman: Doorman, entrance: Entrance, rendered: Rendered) -> None:
        self._doorman = doorman
        self._entrance = entrance
        self._rendered = rendered

    def page(self, page: Page, arrived: Arrived) -> Outgoing:
        """A moderator's page."""
        try:
            visit = self._doorman.admit(arrived)
            return self._outcome(_shown(page, visit), visit, arrived)
        except Stranger:
            return self._stranger(arrived)
        except RolesUnknown as error:
            return self._asking(error.people, arrived, lambda roles: self.page(page, replace(arrived, roles=roles)))
        except NoRole:
            return self.problem(NO_ROLE, cookies={self._doorman.session: ""})
        except ForgedForm:
            return self.problem(FORGED, typed=_typed(arrived))
        except NotKept as error:
            return self._away(error, arrived)
        except Exception:
            log.exception("A moderators' page failed: %s %s", arrived.method, arrived.path)
            return self.problem(BROKEN, typed=_typed(arrived))

    def finish(self, unfinished: Unfinished) -> str:
        """The rest of the page, with what is slow worked out."""
        return "".join(unfinished.rest)

    def link(self, arrived: Arrived) -> Outgoing:
        """The page behind a sign-in link, and its button."""
        try:
            if arrived.method == "GET":
                shown, cookie = self._entrance.show(arrived)
                return Response(200, self._html(shown), cookies={self._entrance.before: cookie})
            person = self._entrance.owner(arrived)
            return self._signed_in(person, arrived) if person else Response(403, self._html(Shown("code_over", {})))
        except TooOften as error:
            return self.problem(too_often(error.seconds), headers={"Retry-After": str(error.seconds)})
        except ForgedForm:
            return self.problem(FORGED)
        except NotKept as error:
            return self._away(error, arrived)
        except Exception:
            log.exception("Signing in failed")
            return self.problem(BROKEN)

    def _signed_in(self, person: Person, arrived: Arrived) -> Outgoing:
        try:
            go, cookie = self._entrance.sign_in(person, arrived.roles)
        except RolesUnknown as error:
            return self._asking(error.people, arrived, lambda roles: self._signed_in(person, replace(arrived, roles=roles)))
        except NoRole:
            return self.problem(NO_ROLE)
        return Response(303, go=go.to, cookies={self._doorman.session: cookie, self._entrance.before: ""})

    def _asking(
        self, people: tuple[Person, ...], arrived: Arrived, go_on: Callable[[Mapping[Person, frozenset[str]]], Outgoing]
    ) -> Asking:
        return Asking(people, arrived.method == "POST", go_on, lambda: self.problem(CANNOT_TELL, typed=_typed(arrived)))

    def welcome(self, arrived: Arrived) -> Response:
        """How to sign in."""
        return Response(200, self._html(Shown("welcome", {"done": _done(arrived), "typed": {}})))

    def sign_out(self, arrived: Arrived) -> Response:
        """The end of a session."""
        try:
            return Response(303, go=self._entrance.sign_out(arrived).to, cookies={self._doorman.session: ""})
        except Stranger:
            return Response(303, go=self._doorman.to("welcome"), cookies={self._doorman.session: ""})
        except ForgedForm:
            return self.problem(FORGED)

    def problem(
        self,
        problem: Problem,
        *,
        typed: Mapping[str, str] | None = None,
        cookies: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """A page that says what is wrong, with what was *typed*, so that it can be copied from there."""
        html = self._html(Shown("problem", {"problem": problem, "typed": typed or {}}))
        return Response(problem.status, html, cookies=cookies or {}, headers=headers or {})

    def _away(self, error: NotKept, arrived: Arrived) -> Response:
        self._doorman.desk.outage.notice(error)
        return self.problem(AWAY, typed=_typed(arrived))

    def _stranger(self, arrived: Arrived) -> Response:
        """Nobody is signed in: how to do it. What one of our own pages has sent is not lost."""
        taken = {self._doorman.session: ""} if self._doorman.session in arrived.cookies else {}
        shown = Shown("welcome", {"done": "", "typed": _typed(arrived)})
        return Response(401, self._html(shown), cookies=taken)

    def _outcome(self, outcome: Outcome, visit: Visit, arrived: Arrived) -> Response | Unfinished:
        if isinstance(outcome, Go):
            return Response(303, go=outcome.to)
        frame = {
            "form_token": form_token(arrived.cookies[self._doorman.session]),
            "signed_in": f"{who(visit.visitor.person, visit.desk.names)}, {ROLES[visit.role]}",
            "names": visit.desk.names,
            "waiting": len(visit.moderation.records.proposals.queue()),
            "done": _done(arrived),
        }
        framed = replace(outcome, values={**frame, **outcome.values})
        return self._begun(framed) if outcome.slow else Response(outcome.status, self._html(framed))

    def _begun(self, shown: Shown) -> Unfinished:
        slow = {name: partial(_worked_out, work) for name, work in shown.slow.items()}
        parts = self._rendered.parts(shown.template, {**shown.values, **slow})
        return Unfinished(shown.status, next(parts), parts)

    def _html(self, shown: Shown) -> str:
        return self._rendered(shown.template, {"signed_in": "", **shown.values})


def _shown(page: Page, visit: Visit) -> Outcome:
    """What *page* gives; our own refusals as a page that says them, with what was typed."""
    try:
        return page(visit)
    except (Missing, NoSuchProposal, NoSuchThing) as error:
        return _refused(404, "Burada bir şey yok", error, visit)
    except NotAllowed as error:
        return _refused(403, "Buna izniniz yok", error, visit)
    except (Refusal, StaleRevision) as error:
        return _refused(409, "Yapılamadı", error, visit)


def _worked_out(work: Callable[[], object]) -> object:
    """What *work* gives; None where it fails, for half of the page is on its way by then."""
    try:
        return work()
    except Exception:
        log.exception("Something slow on a moderators' page failed")
        return None


def _refused(status: int, title: str, error: Exception, visit: Visit) -> Shown:
    return Shown("problem", {"problem": Problem(status, title, str(error)), "typed": labelled(visit.form)}, status)


def _typed(arrived: Arrived) -> Mapping[str, str]:
    """What was typed, to be shown again – only where one of our own pages has sent it, so that nobody puts words here."""
    return labelled(arrived.form) if arrived.same_site else {}


def _done(arrived: Arrived) -> str:
    return DONE.get(arrived.query.get("oldu", ""), "")
