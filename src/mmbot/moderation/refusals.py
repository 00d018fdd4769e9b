"""Why something is not done, said to the person who wanted it: which thing, what is wrong with it, the next step. In Turkish."""

from collections.abc import Sequence

from mmbot.knowledge.faults import Flaw
from mmbot.model import Fact
from mmbot.moderation.proposals import Proposal, Role

_ROLES: dict[Role, str] = {
    "reader": "okurların", "proposer": "öneri yapabilenlerin", "moderator": "moderatörlerin", "administrator": "yöneticilerin",
}  # fmt: skip


class Refusal(Exception):
    """Our own refusal; its text may be shown to whoever asked."""


class NotAllowed(Refusal):
    """The person may not do that; *needed* is the role that may."""

    def __init__(self, needed: Role, *, anonymous: bool = False, banned: bool = False) -> None:
        if anonymous:
            text = "Kim olduğunuz görünmüyor: grup adına (anonim) yazıyorsunuz. Bunu bana özel mesajla yapın."
        elif banned:
            text = "Öneri yapma izniniz kaldırılmış. Bir yöneticiye başvurun."
        else:
            text = f"Bu, yalnız {_ROLES[needed]} işidir. Rol, bot ayarlarıyla ya da bir yönetici tarafından verilir."
        super().__init__(text)
        self.needed = needed


class NoSuchProposal(Refusal):
    """There is no proposal with this number."""

    def __init__(self, proposal: object) -> None:
        super().__init__(f"“{proposal}” diye bir öneri yok. Kuyruğa bakmak için: /inceleme")


class NoSuchThing(Refusal):
    """An entry, fact or revision that is not there (any more)."""


class CannotApply(Refusal):
    """A draft that does not fit the entry as it is now."""


class MissingCitation(CannotApply):
    """A fact without a citation."""

    def __init__(self, fact: Fact) -> None:
        super().__init__(f"“{fact.name}” bilgisinin kaynağı yok. En az bir kaynak, sayfa ve dayanak ekleyin.")


class Unreadable(Refusal):
    """What was typed into *field* cannot be understood."""

    def __init__(self, field: str, text: str) -> None:
        super().__init__(text)
        self.field = field


class Flawed(Refusal):
    """The entry would have new *flaws*."""

    def __init__(self, flaws: Sequence[Flaw]) -> None:
        super().__init__("Bu hâliyle yayımlanamaz; önce düzeltin:\n" + "\n".join(f"– {told(flaw)}" for flaw in flaws))
        self.flaws = tuple(flaws)


class TooMany(Refusal):
    """Too many proposals at once."""


class OwnProposal(Refusal):
    """Nobody approves what he has proposed himself."""

    def __init__(self, proposal: Proposal) -> None:
        super().__init__(f"{proposal.id}. öneri sizin. Onay için ikinci bir göz gerekir: başka bir moderatör onaylasın.")


class ReasonMissing(Refusal):
    """A rejection without a reason."""

    def __init__(self) -> None:
        super().__init__("Reddetmek için gerekçe gerekir; öneren kişi onu okuyacak. Bir cümleyle yazın.")


class Changed(Refusal):
    """The proposal says something else than what the moderator saw when the button was drawn."""

    def __init__(self, proposal: Proposal) -> None:
        super().__init__(f"{proposal.id}. öneri siz bakarken düzenlendi. Yeni hâline bakıp öyle karar verin.")
        self.proposal = proposal


def told(flaw: Flaw) -> str:
    """One flaw in a line, in Turkish."""
    return f"{flaw.name} ({flaw.field}): {flaw.wrong.tr}. {flaw.remedy.tr}."
