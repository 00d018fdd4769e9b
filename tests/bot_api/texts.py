"""What Telegram makes of a text: cleaned, trimmed, measured, with the entities that it finds by itself."""

import re
from typing import Any

from .refusals import bad
from .rich_text import Entity, parse_html, units

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024

# TDLib's patterns. ASCII only, and a word boundary after: "/bugün" is no command, neither is "/bugun@".
_COMMAND = re.compile(r"(?<![\w/<>])/(?:[A-Za-z0-9_]{1,64}@[A-Za-z0-9_]{3,32}(?![\w/<>])|[A-Za-z0-9_]{1,64}(?![\w/<>@]))")
_PATTERNS = (
    ("bot_command", _COMMAND),
    ("mention", re.compile(r"(?<!\w)@[A-Za-z0-9_]{4,32}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#])#(?=\d*[^\W\d])\w{1,256}(?![\w#])")),
    ("url", re.compile(r"(?<!\w)https?://[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"]*[^\s<>\".,:;?!()'`])?", re.IGNORECASE)),
)
_REMOVED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")  # TDLib's clean_input_string; U+202E is the right-to-left override
_CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f]")
_INVISIBLE = re.compile("[\\s\u00ad\u180e\u200b-\u200f\u2028-\u202f\u205f-\u2064\u2800\u3000\u3164\ufe0f\ufeff\ufffc]*")
_OPAQUE = {"code", "pre", "text_link", "text_mention"}


def cleaned(text: str) -> str:
    """*text* without what Telegram takes out of it: control characters (NUL too) become spaces, line separators and bidi overrides go."""
    return _CONTROL.sub(" ", _REMOVED.sub("", text))


def find_entities(text: str) -> list[Entity]:
    """The entities that Telegram sees in a plain *text*: commands, mentions, hashtags, addresses."""
    return [
        {"type": kind, "offset": units(text[: found.start()]), "length": units(found[0])}
        for kind, pattern in _PATTERNS
        for found in pattern.finditer(text)
    ]


def compose(text: str, *, parse_mode: str, entities: list[Any] | None, caption: bool = False) -> tuple[str, list[Entity]]:
    """The text that people will see and its entities, of what the bot sent.

    Raises:
        Refused: 400, when it cannot be parsed, is empty (a text, not a caption) or too long.
    """
    plain, marked = _parsed(text, parse_mode, entities)
    plain, marked = trimmed(cleaned(plain), marked)
    if not caption and _INVISIBLE.fullmatch(plain):
        raise bad("message text is empty")
    if units(plain) > (CAPTION_LIMIT if caption else TEXT_LIMIT):
        raise bad("message caption is too long" if caption else "message is too long")
    return plain, _merged(marked, find_entities(plain))


def _parsed(text: str, parse_mode: str, entities: list[Any] | None) -> tuple[str, list[Entity]]:
    match parse_mode.lower():
        case "html":
            return parse_html(cleaned(text))
        case "":
            return text, [_checked(entity, units(text)) for entity in entities or []]
        case "markdown" | "markdownv2":
            raise bad("can't parse entities: parse mode not supported by the test server")
        case _:
            raise bad("unsupported parse_mode")


def _checked(entity: object, length: int) -> Entity:
    if not isinstance(entity, dict) or not {"type", "offset", "length"} <= entity.keys():
        raise bad("can't parse MessageEntity: expected an Object with type, offset and length")
    if entity["offset"] < 0 or entity["length"] < 1 or entity["offset"] + entity["length"] > length:
        raise bad("entity is out of the text")
    return dict(entity)


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """*text* without white space around it, the entities moved and cut to fit."""
    left = units(text) - units(text.lstrip())
    short = text.strip()
    return short, [fitted for entity in entities if (fitted := _fitted(entity, left, units(short)))]


def _fitted(entity: Entity, left: int, length: int) -> Entity | None:
    start = max(entity["offset"] - left, 0)
    end = min(entity["offset"] + entity["length"] - left, length)
    return entity | {"offset": start, "length": end - start} if end > start else None


def _merged(marked: list[Entity], found: list[Entity]) -> list[Entity]:
    opaque = [entity for entity in marked if entity["type"] in _OPAQUE]
    free = [entity for entity in found if not any(_overlap(entity, other) for other in opaque)]
    return sorted(marked + free, key=lambda entity: (entity["offset"], -entity["length"]))


def _overlap(one: Entity, other: Entity) -> bool:
    return bool(one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"])
