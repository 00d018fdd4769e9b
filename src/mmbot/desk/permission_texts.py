"""What the desk says to somebody who may not, or whom another one was quicker than; names of roles, states and times."""

from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo

from mmbot.dates import written_day
from mmbot.desk.names import Names
from mmbot.model import Language, Person
from mmbot.moderation.proposals import Proposal, Role, State
from mmbot.moderation.roles import written
from mmbot.texts import Say

NO_MODERATION = Say(
    "Bu botta öneri alınmıyor, çünkü moderatörü yok. Soru sormayı sürdürebilirsiniz.",
    "This bot takes no proposals, for nobody moderates it. You can go on asking.",
)
GONE = Say(
    "Bu düğme artık geçerli değil: söz konusu olan değişmiş ya da kalkmış. Yeniden başlayın.",
    "This button is not valid any more: what it was about has changed or is gone. Please begin again.",
)
DECIDED = Say(
    "{number}. öneriye karar verilmiş: {state} ({who}, {when}).", "Proposal {number} was decided: {state} ({who}, {when})."
)
NOTE = Say(" Gerekçe: {note}", " Reason: {note}")
STATES: Mapping[State, Say] = {
    "open": Say("bekliyor", "waiting"), "approved": Say("onaylandı", "approved"), "rejected": Say("reddedildi", "rejected"),
    "postponed": Say("bekletiliyor", "postponed"), "withdrawn": Say("geri çekildi", "withdrawn"),
}  # fmt: skip
ROLES: Mapping[Role, Say] = {
    "reader": Say("okur", "reader"), "proposer": Say("öneri verebilir", "may propose"), "moderator": Say("moderatör", "moderator"),
    "administrator": Say("yönetici", "administrator"),
}  # fmt: skip
SOMEBODY = Say("silinmiş kullanıcı", "a deleted user")
JUST_NOW = Say("az önce", "just now")
MINUTES = Say("{count} dakika önce", "{count} minutes ago")
HOURS = Say("{count} saat önce", "{count} hours ago")
DAYS = Say("{count} gün önce", "{count} days ago")


def who(person: Person | None, language: Language, names: Names) -> str:
    """A person as moderators read him: “Ayşe – telegram:7”, or ``telegram:7`` where no name is known."""
    return names.beside(person, written(person)) if person else SOMEBODY.to(language)


def moment(at: datetime | None, zone: tzinfo) -> str:
    """A time as it is in *zone*: “16 Mart 2026 12.05”."""
    if at is None:
        return "–"
    local = at.astimezone(zone)
    return f"{written_day(local.date())} {local:%H.%M}"


def age(span: timedelta, language: Language) -> str:
    """How long ago, in its largest unit: “2 gün önce”."""
    minutes = int(span.total_seconds() // 60)
    for size, unit in ((1440, DAYS), (60, HOURS), (1, MINUTES)):
        if minutes >= size:
            return unit.to(language, count=minutes // size)
    return JUST_NOW.to(language)


def already_decided(proposal: Proposal, zone: tzinfo, language: Language, names: Names) -> str:
    """Who has decided, and what."""
    said = DECIDED.to(
        language,
        number=proposal.id,
        state=STATES[proposal.state].to(language),
        who=who(proposal.decided_by, language, names),
        when=moment(proposal.decided_at, zone),
    )
    return said + (NOTE.to(language, note=proposal.note) if proposal.note else "")
