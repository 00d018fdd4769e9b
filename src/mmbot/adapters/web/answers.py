"""A request in, a response out – both without the web library: who it is, which page, and what is said when something is wrong."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from mmbot.adapters.web.doorman import Doorman, ForgedForm, NoRole, Stranger
from mmbot.adapters.web.rendered import Rendered
from mmbot.adapters.web.sessions import form_token
from mmbot.adapters.web.sign_in import Entrance, TooOften
from mmbot.adapters.web.visits import Arrived, Go, Missing, Outcome, Page, Shown, Visit
from mmbot.adapters.web.words import DONE, ROLES, labelled, who
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
    """A page of which something slow is missing yet: to be given to :meth:`Answers.finish` in a thread that answers nobody else."""

    shown: Shown


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong and what to do: a *title*, a sentence or two."""

    status: int
    title: str
    text: str


NOT_FOUND = Problem(404, "Böyle bir sayfa yok", "Adres yanlış yazılmış ya da sayfa kalkmış olabilir.")
NOT_THAT_WAY = Problem(405, "Bu adres böyle kullanılmaz", "Bir form düğmesiyle açılan sayfaya doğrudan gidilemez.")
TOO_LARGE = Problem(413, "Gönderilen metin çok uzun", "Metni kısaltıp yeniden gönderin.")
NOT_UNDERSTOOD = Problem(400, "İstek anlaşılamadı", "Önceki sayfaya dönüp yeniden deneyin.")
WRONG_HOST = Problem(421, "Yanlış adres", "Bu sayfa yalnız kendi adresinden açılır. Bottan yeni bir bağlantı isteyin: /sayfa")
BROKEN = Problem(500, "Beklenmeyen bir hata oldu", "Hata kaydedildi. Biraz sonra yeniden deneyin.")
NO_ROLE = Problem(403, "Bu sayfa moderatörler içindir", "Rolünüz yok ya da artık yok; oturumunuz kapatıldı.")
FORGED = Problem(
    403, "Form kabul edilmedi", "Sayfa eskimiş olabilir ya da form başka bir yerden gönderilmiş. Sayfayı yeniden açıp gönderin."
)
TOO_OFTEN = "Çok sık denendi. {seconds} saniye sonra yeniden deneyin; bağlantınız on dakika geçerlidir."


class Answers:
    """Answers requests; every method but :meth:`finish` is called in the desk's thread."""

    def __init__(self, doorman: Doorman, entrance: Entrance, rendered: Rendered) -> None:
        self._doorman = doorman
        self._entrance = entrance
        self._rendered = rendered

    def page(self, page: Page, arrived: Arrived) -> Response | Unfinished:
        """A moderator's page."""
        try:
            visit = self._doorman.admit(arrived)
            return self._outcome(_shown(page, visit), visit, arrived)
        except Stranger:
            return self._stranger(arrived)
        except NoRole:
            return self.problem(NO_ROLE, cookies={self._doorman.session: ""})
        except ForgedForm:
            return self.problem(FORGED, typed=_typed(arrived))
        except Exception:
            log.exception("A moderators' page failed: %s %s", arrived.method, arrived.path)
            return self.problem(BROKEN, typed=_typed(arrived))

    def finish(self, unfinished: Unfinished) -> Response:
        """The page, with what is slow worked out."""
        shown = unfinished.shown
        try:
            worked_out = {name: work() for name, work in shown.slow.items()}
            return Response(shown.status, self._html(replace(shown, values={**shown.values, **worked_out})))
        except Exception:
            log.exception("A moderators' page failed: %s", shown.template)
            return self.problem(BROKEN)

    def link(self, arrived: Arrived) -> Response:
        """The page behind a sign-in link, and its button."""
        try:
            if arrived.method == "GET":
                shown, cookie = self._entrance.show(arrived)
                return Response(200, self._html(shown), cookies={self._entrance.before: cookie})
            outcome, cookie = self._entrance.sign_in(arrived)
        except TooOften as error:
            busy = Problem(429, "Biraz bekleyin", TOO_OFTEN.format(seconds=error.seconds))
            return self.problem(busy, headers={"Retry-After": str(error.seconds)})
        except ForgedForm:
            return self.problem(FORGED)
        except NoRole:
            return self.problem(NO_ROLE)
        except Exception:
            log.exception("Signing in failed")
            return self.problem(BROKEN)
        if isinstance(outcome, Shown):
            return Response(outcome.status, self._html(outcome))
        return Response(303, go=outcome.to, cookies={self._doorman.session: cookie, self._entrance.before: ""})

    def welcome(self, arrived: Arrived) -> Response:
        """How to sign in."""
        return Response(200, self._html(Shown("welcome", {"done": _done(arrived), "typed": {}})))

    def sign_out(self, arrived: Arrived) -> Response:
        """The end of a session."""
        try:
            return Response(303, go=self._entrance.sign_out(arrived).to, cookies={self._doorman.session: ""})
        except (Stranger, NoRole):
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
            "signed_in": f"{who(visit.visitor.person)}, {ROLES[visit.role]}",
            "waiting": len(visit.moderation.records.proposals.queue()),
            "done": _done(arrived),
        }
        framed = replace(outcome, values={**frame, **outcome.values})
        return Unfinished(framed) if outcome.slow else Response(outcome.status, self._html(framed))

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


def _refused(status: int, title: str, error: Exception, visit: Visit) -> Shown:
    return Shown("problem", {"problem": Problem(status, title, str(error)), "typed": labelled(visit.form)}, status)


def _typed(arrived: Arrived) -> Mapping[str, str]:
    """What was typed, to be shown again – only where one of our own pages has sent it, so that nobody puts words here."""
    return labelled(arrived.form) if arrived.same_site else {}


def _done(arrived: Arrived) -> str:
    return DONE.get(arrived.query.get("oldu", ""), "")
