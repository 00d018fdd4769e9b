"""What the pages say that neither their templates nor the desk say: names, and what was done."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from mmbot.dates import written_day
from mmbot.desk import permission_texts, proposing_texts
from mmbot.desk.feedback_texts import COMPLAINTS
from mmbot.desk.names import Names
from mmbot.knowledge.short_forms import locator
from mmbot.model import Citation, Person
from mmbot.moderation.deciding import KIND_NAMES
from mmbot.moderation.typed import KIND_NAMES as ENTRY_KINDS

KINDS = KIND_NAMES
STATES = {state: say.tr for state, say in permission_texts.STATES.items()}
OUTCOMES = {"answered": "yanıtlandı", "ambiguous": "geri soruldu", "unknown": "yanıtsız kaldı"}
FEEDBACK = {kind: say.tr for kind, say in COMPLAINTS.items()}
ENTRY_KIND_NAMES = ENTRY_KINDS
CHANGES = {"added": "yeni", "changed": "değişiyor", "removed": "kalkıyor"}
CHANGED = {"added": "eklendi", "changed": "değişti", "removed": "kalktı"}
PLATFORMS = {"telegram": "Telegram", "discord": "Discord", "terminal": "Terminal"}
ROLES: Mapping[str, str] = {role: say.tr for role, say in permission_texts.ROLES.items()}
DONE: Mapping[str, str] = {
    "approved": "Öneri onaylandı ve yayımlandı; öneren kişiye haber verilecek.",
    "rejected": "Öneri reddedildi; gerekçe öneren kişiye iletilecek.",
    "postponed": "Öneri bekletiliyor; kuyruğun sonuna alındı.",
    "amended": "Öneri düzenlendi. Son hâli aşağıda; onay ayrıca gerekir.",
    "rebased": "Öneri maddenin son sürümüne taşındı. Farklara yeniden bakın.",
    "undone": "Geri alındı: eski hâl, yeni bir sürüm olarak yayımlandı.",
    "handed-in": "Öneri kuyruğa eklendi; yayımlanması için onay gerekir.",
    "disputed": "Bu, eldeki bir bilgiyle çelişiyor: üzerine yazılmadı, ihtilaf olarak kuyruğa eklendi.",
    "ignored": "Sorular yoksayıldı; yeniden sorulsalar da bu listeye gelmeyecekler.",
    "signed-in": "Oturum açıldı. On iki saat sonra kendiliğinden kapanır.",
    "signed-out": "Oturum kapatıldı.",
}
FIELDS = {name: label.tr for name, (label, _) in proposing_texts.FIELDS.items()}


def labelled(form: Mapping[str, str]) -> dict[str, str]:
    """What somebody has typed into *form*, by the labels of its fields; hidden fields are left out."""
    return {FIELDS[name]: text for name, text in form.items() if name in FIELDS and text.strip()}


def page(citation: Citation) -> str:
    """Page and footnote of *citation*."""
    return locator(citation)


def day(on: date) -> str:
    """A day: “16 Mart 2026”."""
    return written_day(on)


def age(span: timedelta) -> str:
    """How long ago something was: “3 gün önce”."""
    return permission_texts.age(span, "tr")


def moment(at: datetime, zone: ZoneInfo) -> str:
    """A time in the operator's *zone*."""
    return permission_texts.moment(at, zone)


def who(person: Person | None, names: Names) -> str:
    """*person* as the pages name him: his number, and his name where it is known; it is not kept.

    >>> who(Person("telegram", "7"), Names()), who(None, Names())
    ('Telegram 7', 'silinmiş kullanıcı')
    """
    return names.beside(person, f"{PLATFORMS[person.platform]} {person.id}") if person else permission_texts.SOMEBODY.tr
