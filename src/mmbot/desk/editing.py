"""“/ekle” and “/düzenle”: moderators fill in the same forms as everybody, and a second pair of eyes approves."""

from mmbot.desk.desk import Desk
from mmbot.desk.permission import for_role
from mmbot.desk.presses import pressed
from mmbot.desk.proposal_forms import find_form
from mmbot.desk.proposing import offer
from mmbot.desk.reply import Reply
from mmbot.desk.wanted import ANY, NONE
from mmbot.model import Visitor


@for_role("moderator")
def add(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """A new fact of the entry that *typed* names; it is asked for where nothing was typed."""
    if not typed.strip():
        return Reply(form=find_form(pressed("propose", "find", "fact", NONE), visitor.language), only_you=True)
    return offer(desk, "fact", typed, visitor)


@for_role("moderator")
def edit(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """What can be changed about the entry or fact that *typed* names."""
    if not typed.strip():
        return Reply(form=find_form(pressed("propose", "find", ANY, NONE), visitor.language), only_you=True)
    return offer(desk, ANY, typed, visitor)
