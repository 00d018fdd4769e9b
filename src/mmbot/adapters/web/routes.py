"""Every address of the page, and what answers it. All of them are for moderators; what strangers may see is in ``sign_in``."""

from dataclasses import dataclass

from mmbot.adapters.web import deciding, entries, history, proposing, reviewing, statistics, unanswered
from mmbot.adapters.web.visits import Method, Page


@dataclass(frozen=True, slots=True)
class Route:
    """An address: its *name* for links, its *path*, what shows it, what takes its form."""

    name: str
    path: str
    get: Page | None = None
    post: Page | None = None

    @property
    def pages(self) -> dict[Method, Page]:
        """By method."""
        found: dict[Method, Page] = {}
        if self.get:
            found["GET"] = self.get
        if self.post:
            found["POST"] = self.post
        return found


ROUTES = (
    Route("queue", "/", reviewing.queue),
    Route("proposal", "/oneri/{id}", reviewing.proposal),
    Route("questions", "/oneri/{id}/sorular", reviewing.questions),
    Route("approve", "/oneri/{id}/onayla", post=deciding.approve),
    Route("reject", "/oneri/{id}/reddet", post=deciding.reject),
    Route("postpone", "/oneri/{id}/beklet", post=deciding.postpone),
    Route("rebase", "/oneri/{id}/tasi", post=deciding.rebase),
    Route("edit", "/oneri/{id}/duzenle", deciding.edit, deciding.amend),
    Route("history", "/gecmis", history.everything),
    Route("entry_history", "/gecmis/{entry}", history.of_entry),
    Route("undo", "/gecmis/{entry}/geri-al", post=history.undo),
    Route("unanswered", "/yanitsiz", unanswered.clusters),
    Route("cluster", "/yanitsiz/{id}", unanswered.cluster),
    Route("ignore", "/yanitsiz/{id}/yoksay", post=unanswered.ignore),
    Route("propose", "/oner/{kind}", proposing.form, proposing.hand_in),
    Route("statistics", "/istatistik", statistics.figures),
    Route("entries", "/madde", entries.find),
    Route("entry", "/madde/{entry}", entries.entry),
)
OPEN = {"sign_in": "/giris/{code}", "welcome": "/giris", "sign_out": "/cikis", "style": "/stil.css"}
PATTERNS = {route.name: route.path for route in ROUTES} | OPEN
