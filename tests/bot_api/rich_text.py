"""Telegram's HTML parse mode, refusing what the Bot API server refuses, with its texts.

The rules were read in TDLib's `parse_html`: an unknown `&name;` stays as it is, everything else that is wrong is an error.
"""

import re
from dataclasses import dataclass
from typing import Any

from .refusals import Refused, bad

Entity = dict[str, Any]

_KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler",
    "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote", "tg-emoji": "custom_emoji",
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]+)|#(?P<decimal>[0-9]+)|(?P<name>[a-zA-Z]+));?")
_TAG_NAME = re.compile(r"[^\s\0>]*")
_SPACE = re.compile(r"[\s\0]*")
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s\0=>]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<token>[A-Za-z0-9.-]*)(?=[\s>]))"""
)
_LINK = re.compile(r"(?:https?|tg|ton|tonsite)://\S+|(?:[\w-]+\.)+[\w-]{2,}(?:[/?#:]\S*)?", re.IGNORECASE)


def units(text: str) -> int:
    """The length of *text* in UTF-16 code units, as Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The plain text of *source* and its entities (offsets in UTF-16 code units), outermost first.

    Raises:
        Refused: 400 “can't parse entities: …”.
    """
    return _Parser(source).run()


@dataclass
class _Open:
    tag: str
    argument: str
    offset: int
    start: int


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.text = ""
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def run(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source):
            if self.source[self.at] != "<":
                self._plain()
            elif self.source.startswith("</", self.at):
                self._end_tag()
            else:
                self._start_tag()
        if self.open:
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return self.text, sorted(self.entities, key=lambda entity: (entity["offset"], -entity["length"]))

    def _plain(self) -> None:
        end = self.source.find("<", self.at)
        piece = _unescaped(self.source[self.at : end if end >= 0 else len(self.source)])
        self.at = end if end >= 0 else len(self.source)
        self.text += piece
        self.offset += units(piece)

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.source, self.at)
        self.at = found.end() if found else self.at
        return found[0] if found else ""

    def _here(self) -> str:
        return self.source[self.at : self.at + 1]

    def _start_tag(self) -> None:
        start = self.at
        where = f"at byte offset {len(self.source[:start].encode())}"
        self.at += 1
        tag = self._take(_TAG_NAME).lower()
        if not self._here():
            raise _unparsable(f"Unclosed start tag {where}")
        if tag not in _KINDS:
            raise _unparsable(f'Unsupported start tag "{tag}" {where}')
        attributes = self._attributes(tag, where)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _unparsable(f'Tag "span" must have class "tg-spoiler" {where}')
        self.open.append(_Open(tag, _argument(tag, attributes), self.offset, len(self.text)))

    def _attributes(self, tag: str, where: str) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while self._take(_SPACE) is not None and self._here() != ">":
            if not self._here():
                raise _unparsable(f"Unclosed start tag {where}")
            if tag == "blockquote" and self.source.startswith("expandable", self.at):
                self.at += len("expandable")
                attributes["expandable"] = "true"
                continue
            found = _ATTRIBUTE.match(self.source, self.at)
            if found is None:
                raise _unparsable(self._wrong_attribute(tag, where))
            attributes[found["name"]] = _unescaped(found["double"] or found["single"] or "") or (found["token"] or "").lower()
            self.at = found.end()
        self.at += 1
        return attributes

    def _wrong_attribute(self, tag: str, where: str) -> str:
        rest = self.source[self.at :]
        if rest.startswith("="):
            return f'Empty attribute name in the tag "{tag}" {where}'
        if re.match(r"[^\s=>]+\s*=", rest):
            return f"Unclosed start tag {where}"
        return f'Expected equal sign in declaration of an attribute of the tag "{tag}" {where}'

    def _end_tag(self) -> None:
        where = f"at byte offset {len(self.source[: self.at].encode())}"
        if not self.open:
            raise _unparsable(f"Unexpected end tag {where}")
        self.at += 2
        tag = self._take(_TAG_NAME).lower()
        self._take(_SPACE)
        if self._here() != ">":
            raise _unparsable(f"Unclosed end tag {where}")
        self.at += 1
        opened = self.open.pop()
        if tag not in {"", opened.tag}:
            raise _unparsable(f'Unmatched end tag {where}, expected "</{opened.tag}>", found "</{tag}>"')
        self._close(opened)

    def _close(self, opened: _Open) -> None:
        length = self.offset - opened.offset
        entity: Entity = {"type": _KINDS[opened.tag], "offset": opened.offset, "length": length}
        if length == 0:
            return
        if opened.tag == "a":
            entity["url"] = opened.argument or self.text[opened.start :]
            if not _LINK.fullmatch(entity["url"]):
                return  # Telegram shows the text without a link and says nothing
        elif opened.tag == "code" and opened.argument:
            entity["language"] = opened.argument
        elif opened.tag == "pre":
            self._adopt_language(entity)
        elif opened.argument:
            entity["type"] = opened.argument if opened.tag == "blockquote" else entity["type"]
            entity |= {"custom_emoji_id": opened.argument} if opened.tag == "tg-emoji" else {}
        self.entities.append(entity)

    def _adopt_language(self, pre: Entity) -> None:
        inner = self.entities[-1] if self.entities else {}
        same = (inner.get("offset"), inner.get("length")) == (pre["offset"], pre["length"])
        if inner.get("type") == "code" and same and "language" in inner:
            pre["language"] = self.entities.pop()["language"]


def _argument(tag: str, attributes: dict[str, str]) -> str:
    match tag:
        case "a":
            return attributes.get("href", "")
        case "code":
            return attributes["class"].removeprefix("language-") if attributes.get("class", "").startswith("language-") else ""
        case "tg-emoji":
            return attributes.get("emoji-id", "")
        case "blockquote":
            return "expandable_blockquote" if "expandable" in attributes else ""
        case _:
            return ""


def _unescaped(text: str) -> str:
    return _REFERENCE.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    if found["name"]:
        return _NAMED.get(found["name"], found[0])
    code = int(found["hex"], 16) if found["hex"] else int(found["decimal"])
    wrong = code == 0 or code >= 0x10FFFF or 0xD800 <= code <= 0xDFFF or len(found[0].rstrip(";")) >= 10
    return found[0] if wrong else chr(code)


def _unparsable(why: str) -> Refused:
    return bad(f"can't parse entities: {why}")
