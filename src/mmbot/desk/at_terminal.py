"""What a desk does for one person at a terminal, where nothing is kept and nobody moderates: it asks no promise of anybody."""

from mmbot.desk import at_terminal_texts as texts
from mmbot.desk.desk import Desk, Services
from mmbot.desk.reply import Reply, line
from mmbot.desk.services import SERVICES
from mmbot.model import Visitor

# What needs records that last, moderators or a chat that is written to.
_COMMANDS = frozenset({
    "abone", "abonelik", "oner", "bagla", "verilerim", "unut", "inceleme", "ekle", "duzenle", "gecmis", "geri_al", "yanitsiz", "istatistik", "sayfa", "yetki",
})  # fmt: skip
_PRESSES = frozenset({"forward", "wait", "report", "complain", "propose", "sub"})


def elsewhere(_desk: Desk, _typed: str, visitor: Visitor) -> Reply:
    """Where this is possible, and what is possible here."""
    return line(texts.ELSEWHERE.to(visitor.language))


AT_TERMINAL = Services(
    commands={name: elsewhere if name in _COMMANDS else service for name, service in SERVICES.commands.items()},
    presses={verb: service for verb, service in SERVICES.presses.items() if verb not in _PRESSES},
    forms=SERVICES.forms,
)
