"""Who may use a service: checked with every command, every press and every form, whatever the menu has shown."""

from collections.abc import Callable, Mapping
from functools import wraps

from mmbot.desk import permission_texts as texts
from mmbot.desk.desk import Desk, FormService, Service
from mmbot.desk.reply import Form, Reply
from mmbot.model import Visitor
from mmbot.moderation.moderating import Moderation
from mmbot.moderation.proposals import AlreadyDecided, Role, StaleRevision
from mmbot.moderation.refusals import Refusal
from mmbot.moderation.roles import may, require, role_of
from mmbot.rendering import Block
from mmbot.texts import Told

NEEDS: dict[str, Role] = {}  # what each guarded service needs, by its full name: for the test that tries them all


class NoModeration(Refusal):
    """Nobody moderates this bot."""

    def __init__(self) -> None:
        super().__init__(Told(texts.NO_MODERATION.tr, texts.NO_MODERATION.en))


def moderation_of(desk: Desk) -> Moderation:
    """What moderates at *desk*. Raises NoModeration."""
    if desk.moderation is None:
        raise NoModeration
    return desk.moderation


def visitor_may(desk: Desk, visitor: Visitor, needed: Role) -> bool:
    """Whether *visitor* may do here what takes *needed*."""
    if desk.moderation is None:
        return False
    return may(role_of(visitor, desk.moderation.policy, desk.moderation.records.accounts), needed)


def refused(desk: Desk, error: Refusal | AlreadyDecided | StaleRevision, visitor: Visitor) -> Reply:
    """A refusal as a reply that only the visitor needs to see."""
    language = visitor.language
    if isinstance(error, AlreadyDecided):
        said = texts.already_decided(error.proposal, desk.zone, language, desk.names)
    else:
        said = error.to(language)
    return Reply((Block("note", said),), only_you=True)


def for_role(needed: Role) -> Callable[[Service], Service]:
    """Let only those in who have the role *needed*; our own refusals become replies."""

    def guarded(service: Service) -> Service:
        NEEDS[f"{service.__module__}.{service.__name__}"] = needed

        @wraps(service)
        def checked(desk: Desk, typed: str, visitor: Visitor) -> Reply:
            try:
                moderation = moderation_of(desk)
                require(visitor, needed, moderation.policy, moderation.records.accounts)
                if needed != "reader":
                    desk.names.note(visitor)
                return service(desk, typed, visitor)
            except (Refusal, AlreadyDecided, StaleRevision) as error:
                return refused(desk, error, visitor)

        return checked

    return guarded


def guarded_form(needed: Role, form: FormService) -> FormService:
    """The same form, for those only who have the role *needed*."""

    def build(desk: Desk, form_id: str, visitor: Visitor) -> Form | None:
        return form.build(desk, form_id, visitor) if visitor_may(desk, visitor, needed) else None

    def submit(desk: Desk, form_id: str, values: Mapping[str, str], visitor: Visitor) -> Reply:
        @for_role(needed)
        def submitted(desk: Desk, _typed: str, visitor: Visitor) -> Reply:
            return form.submit(desk, form_id, values, visitor)

        return submitted(desk, "", visitor)

    return FormService(build, submit, form.look)
