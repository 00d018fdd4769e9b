"""Methods about chats and who is in them."""

from typing import Any

from .chats import Chat, member_json
from .methods import method
from .params import Params
from .refusals import bad
from .world import World

Json = dict[str, Any]

_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


@method("getChat")
def get_chat(world: World, params: Params) -> Json:
    """A chat with what `ChatFullInfo` demands."""
    chat = _open_chat(world, params)
    return chat.as_json() | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _GIFTS}


@method("getChatMember")
def get_chat_member(world: World, params: Params) -> Json:
    """What a person is in a chat; somebody who was never there has `left`."""
    chat = _open_chat(world, params)
    user = world.users.get(params.number("user_id"))
    if user is None:
        raise bad("invalid user_id specified")
    if user is world.bot:
        return member_json(user, chat.bot_status)
    return member_json(user, "member" if chat.user is user else chat.statuses.get(user.id, "left"))


@method("getChatAdministrators")
def get_chat_administrators(world: World, params: Params) -> list[Json]:
    """The owner and the administrators, without other bots."""
    chat = _open_chat(world, params)
    if chat.type == "private":
        raise bad("there are no administrators in the private chat")
    ranks = chat.statuses | {world.bot.id: chat.bot_status}
    found = [(world.users[user_id], status) for user_id, status in ranks.items() if status in {"creator", "administrator"}]
    return [member_json(user, status) for user, status in found if user is world.bot or not user.is_bot]


@method("leaveChat")
def leave_chat(world: World, params: Params) -> bool:
    """The bot goes."""
    chat = _open_chat(world, params)
    if chat.type == "private":
        raise bad("chat member status can't be changed in private chats")
    chat.bot_status = "left"
    return True


def _open_chat(world: World, params: Params) -> Chat:
    chat = world.chat_of(params.text("chat_id"))
    if chat.migrated_to or chat.type != "private":
        chat.check_open()
    return chat
