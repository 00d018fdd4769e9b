"""Why something is not done, said to the person who wanted it: which thing, what is wrong with it, the next step."""

from collections.abc import Sequence

from mmbot.knowledge.faults import Flaw
from mmbot.model import Fact, Language
from mmbot.moderation import refusal_texts as texts
from mmbot.moderation.proposals import Proposal, Role
from mmbot.texts import Told, spoken

_FLAW = Told("– {flaw}", "– {flaw}")
_ROLES: dict[Role, Told] = {
    "reader": Told("okurların", "readers"), "proposer": Told("öneri yapabilenlerin", "people who may propose"),
    "moderator": Told("moderatörlerin", "moderators"), "administrator": Told("yöneticilerin", "administrators"),
}  # fmt: skip
_NAMELESS = Told(
    "Kim olduğunuz görünmüyor: grup adına (anonim) yazıyorsunuz. Bunu bana özel mesajla yapın.",
    "I cannot see who you are: you write in the group's name (anonymously). Please do this in a private message to me.",
)
_BANNED = Told(
    "Öneri yapma izniniz kaldırılmış. Bir yöneticiye başvurun.",
    "Your permission to propose was taken away. Please ask an administrator.",
)
_ONLY_FOR = Told(
    "Bu, yalnız {whose} işidir. Rol, bot ayarlarıyla ya da bir yönetici tarafından verilir.",
    "This is for {whose} only. A role is given in the bot's settings or by an administrator.",
)
_NO_PROPOSAL = Told(
    "“{number}” diye bir öneri yok. Kuyruğa bakmak için: /inceleme",
    "There is no proposal “{number}”. To look at the queue: /inceleme",
)
_OWN = Told(
    "{number}. öneri sizin. Onay için ikinci bir göz gerekir: başka bir moderatör onaylasın.",
    "Proposal {number} is yours. It takes a second pair of eyes: let another moderator approve it.",
)
_REASON = Told(
    "Reddetmek için gerekçe gerekir; öneren kişi onu okuyacak. Bir cümleyle yazın.",
    "A rejection needs a reason, which the proposer reads. Write it in a sentence.",
)
_CHANGED = Told(
    "{number}. öneri siz bakarken düzenlendi. Yeni hâline bakıp öyle karar verin.",
    "Proposal {number} was edited while you looked at it. Look at it as it is now, and decide then.",
)


class Refusal(Exception):
    """Our own refusal; its text may be shown to whoever asked."""

    def to(self, language: Language) -> str:
        """What is said to somebody who speaks *language*; in Turkish where there is nothing else."""
        return spoken(self.args[0] if self.args else "", language)


class NotAllowed(Refusal):
    """The person may not do that; *needed* is the role that may."""

    def __init__(self, needed: Role, *, anonymous: bool = False, banned: bool = False) -> None:
        if anonymous:
            text = _NAMELESS
        elif banned:
            text = _BANNED
        else:
            text = _ONLY_FOR.format(whose=_ROLES[needed])
        super().__init__(text)
        self.needed = needed


class NoSuchProposal(Refusal):
    """There is no proposal with this number."""

    def __init__(self, proposal: object) -> None:
        super().__init__(_NO_PROPOSAL.format(number=proposal))


class NoSuchThing(Refusal):
    """An entry, fact or revision that is not there (any more)."""


class CannotApply(Refusal):
    """A draft that does not fit the entry as it is now."""


class MissingCitation(CannotApply):
    """A fact without a citation."""

    def __init__(self, fact: Fact) -> None:
        super().__init__(texts.NO_CITATION.format(fact=fact.name))


class Unreadable(Refusal):
    """What was typed into *field* cannot be understood."""

    def __init__(self, field: str, text: str) -> None:
        super().__init__(text)
        self.field = field


class Flawed(Refusal):
    """The entry would have new *flaws*."""

    def __init__(self, flaws: Sequence[Flaw]) -> None:
        super().__init__(texts.FLAWED + Told("\n").join([_FLAW.format(flaw=told(flaw)) for flaw in flaws]))
        self.flaws = tuple(flaws)


class TooMany(Refusal):
    """Too many proposals at once."""


class OwnProposal(Refusal):
    """Nobody approves what he has proposed himself."""

    def __init__(self, proposal: Proposal) -> None:
        super().__init__(_OWN.format(number=proposal.id))


class ReasonMissing(Refusal):
    """A rejection without a reason."""

    def __init__(self) -> None:
        super().__init__(_REASON)


class Changed(Refusal):
    """The proposal says something else than what the moderator saw when the button was drawn."""

    def __init__(self, proposal: Proposal) -> None:
        super().__init__(_CHANGED.format(number=proposal.id))
        self.proposal = proposal


def told(flaw: Flaw) -> Told:
    """One flaw in a line."""
    where = f"{flaw.name} ({flaw.field})"
    return Told(f"{where}: {flaw.wrong.tr}. {flaw.remedy.tr}.", f"{where}: {flaw.wrong.en}. {flaw.remedy.en}.")
