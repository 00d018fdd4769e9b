"""Methods that make, change and remove messages."""

import asyncio
import time
from typing import Any

from .chats import Chat
from .keyboards import read_markup
from .methods import method
from .params import Params, Upload
from .records import Sent, shown
from .refusals import bad
from .rich_text import Entity
from .texts import compose
from .world import World

Json = dict[str, Any]

_ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document", "choose_sticker",
    "find_location", "record_video_note", "upload_video_note",
})  # fmt: skip


@method("sendMessage")
def send_message(world: World, params: Params) -> Json:
    """A text to a chat."""
    chat = world.chat_of(params.text("chat_id"))
    text, entities = _text(params, "text")
    return _send(world, params, chat, {"text": text} | ({"entities": entities} if entities else {}))


@method("sendDocument")
def send_document(world: World, params: Params) -> Json:
    """A file, uploaded or by the id of one that was uploaded, with a caption."""
    chat = world.chat_of(params.text("chat_id"))
    upload = _document(world, params)
    caption, entities = _text(params, "caption")
    file_id = next((key for key, value in world.files.items() if value is upload), f"file{world.number()}")
    world.files[file_id] = upload
    document = {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_name": upload.name, "file_size": len(upload.content)}
    content: Json = (
        {"document": document} | ({"caption": caption} if caption else {}) | ({"caption_entities": entities} if entities else {})
    )
    return _send(world, params, chat, content, upload)


@method("sendChatAction")
def send_chat_action(world: World, params: Params) -> bool:
    """“… is typing”."""
    chat = world.chat_of(params.text("chat_id"))
    chat.check_writable()
    _thread(chat, params)
    if params.text("action") not in _ACTIONS:
        raise bad("wrong parameter action in request")
    world.actions.append((chat.id, params.text("action")))
    return True


@method("editMessageText")
def edit_message_text(world: World, params: Params) -> Json | bool:
    """Another text and keyboard in place of the old ones; without `reply_markup` the keyboard goes."""
    chat, message = _editable(world, params)
    text, entities = _text(params, "text")
    if "text" not in message and chat is not None:
        raise bad("there is no text in the message to edit")
    return _edit(world, params, chat, message, {"text": text, "entities": entities})


@method("editMessageReplyMarkup")
def edit_message_reply_markup(world: World, params: Params) -> Json | bool:
    """Another keyboard, or none."""
    chat, message = _editable(world, params)
    return _edit(world, params, chat, message, {})


@method("deleteMessage")
def delete_message(world: World, params: Params) -> bool:
    """The bot's own messages; in private chats and as an administrator those of others too."""
    chat = world.chat_of(params.text("chat_id"))
    chat.check_open()
    message_id = params.number("message_id")
    if message_id not in chat.messages:
        raise bad("message to delete not found")
    if message_id not in chat.own and chat.type != "private" and chat.bot_status != "administrator":
        raise bad("message can't be deleted")
    del chat.messages[message_id]
    return True


def _text(params: Params, name: str) -> tuple[str, list[Entity]]:
    caption = name == "caption"
    entities = params.rows("caption_entities" if caption else "entities", "MessageEntity array")
    return compose(params.text(name), parse_mode=params.text("parse_mode"), entities=entities, caption=caption)


def _document(world: World, params: Params) -> Upload:
    given = params.text("document")
    upload = params.files.get(given.removeprefix("attach://") if given else "document") or world.files.get(given)
    if upload is None:
        raise bad("wrong file identifier/HTTP URL specified" if given else "there is no document in the request")
    if not upload.content:
        raise bad("file must be non-empty")
    return upload


def _send(world: World, params: Params, chat: Chat, content: Json, document: Upload | None = None) -> Json:
    chat.check_writable()
    markup = read_markup(params)
    params.table("link_preview_options", "link preview options")
    place = _place(world, chat, params)
    world.rates.check(chat, asyncio.get_running_loop().time())
    inline = {"reply_markup": markup} if markup and "inline_keyboard" in markup else {}
    sender = {"sender_chat": chat.as_json()} if chat.type == "channel" else {}
    message = world.new_message(chat, None if sender else world.bot, **sender, **place, **content, **inline)
    chat.own.add(message["message_id"])
    world.record(_sent("sendDocument" if document else "sendMessage", params, message, markup=markup, document=document))
    return message


def _place(world: World, chat: Chat, params: Params) -> Json:
    thread = _thread(chat, params)
    replied = _replied(world, chat, params)
    if replied and not thread and chat.is_forum:
        thread = replied.get("message_thread_id", 0)  # a reply stays in its topic
    place: Json = {"message_thread_id": thread, "is_topic_message": True} if thread else {}
    return place | ({"reply_to_message": {k: v for k, v in replied.items() if k != "reply_to_message"}} if replied else {})


def _thread(chat: Chat, params: Params) -> int:
    thread = params.number("message_thread_id")
    if thread and not (chat.is_forum and thread in chat.topics):
        raise bad("message thread not found")
    return thread


def _replied(world: World, chat: Chat, params: Params) -> Json | None:
    reply = params.table("reply_parameters", "reply parameters") or {
        "message_id": params.number("reply_to_message_id"),
        "allow_sending_without_reply": params.flag("allow_sending_without_reply"),
    }
    if not reply.get("message_id"):
        return None
    other = world.chat_of(str(reply["chat_id"])) if reply.get("chat_id") else chat
    replied = other.messages.get(reply["message_id"])
    if replied is None and not reply.get("allow_sending_without_reply"):
        raise bad("message to be replied not found")
    if replied and reply.get("quote") and reply["quote"] not in shown(replied)[0]:
        raise bad("QUOTE_TEXT_INVALID")
    return replied


def _editable(world: World, params: Params) -> tuple[Chat | None, Json]:
    if inline_id := params.text("inline_message_id"):
        if inline_id not in world.inline_messages:
            raise bad("MESSAGE_ID_INVALID")
        return None, world.inline_messages[inline_id]
    chat = world.chat_of(params.text("chat_id"))
    chat.check_open()
    message_id = params.number("message_id")
    if message_id not in chat.messages:
        raise bad("message to edit not found" if message_id else "message identifier is not specified")
    if message_id not in chat.own:
        raise bad("message can't be edited")
    return chat, chat.messages[message_id]


def _edit(world: World, params: Params, chat: Chat | None, message: Json, content: Json) -> Json | bool:
    markup = read_markup(params, only_inline=True)
    wanted = content | {"reply_markup": markup}
    if all((message.get(key) or None) == (value or None) for key, value in wanted.items()):
        same = "specified new message content and reply markup are exactly the same as a current content and reply markup of the message"
        raise bad(f"message is not modified: {same}")
    message |= {key: value for key, value in wanted.items() if value}
    for key in [key for key, value in wanted.items() if not value]:
        message.pop(key, None)
    message["edit_date"] = int(time.time())
    method_name = "editMessageText" if content else "editMessageReplyMarkup"
    world.record(_sent(method_name, params, message, markup=markup))
    return message if chat else True


def _sent(name: str, params: Params, message: Json, *, markup: Json | None, document: Upload | None = None) -> Sent:
    html = params.text("caption" if document else "text") if params.text("parse_mode").lower() == "html" else ""
    return Sent(
        method=name,
        chat_id=message.get("chat", {}).get("id", 0),
        message_id=message.get("message_id", 0),
        text=shown(message)[0],
        entities=list(shown(message)[1]),
        html=html,
        markup=markup,
        thread_id=message.get("message_thread_id"),
        reply_to=message.get("reply_to_message", {}).get("message_id"),
        document=document,
        message=dict(message),
        inline_message_id=params.text("inline_message_id"),
    )
