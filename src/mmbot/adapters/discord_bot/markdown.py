"""Text in Discord's markdown: escaped, so that nobody's words become formatting or a mention, and cut where reading allows it.

Lengths are counted in code points, as Discord counts them.
"""

import re
import unicodedata
from dataclasses import dataclass

# Discord takes an address as it stands, backslashes included (its own pattern); a longer one is cut like any text.
_ADDRESS = r"https?://[^\s<]{1,500}[^<.,:;\"'\]\s](?=[.,:;\"'\]]*(?:[\s<]|$))"
_ATOM = re.compile(rf"(?P<address>{_ADDRESS})|[\\*_~`|<\[]|@(?=everyone|here)")
_RUNS_ON = re.compile(r"[.,:;\"'\]]*<")  # the backslash before “<” would become part of an address before it
_AT_START = re.compile(r"(\s*)(?:([#>+-])|(\d+)\.)")
_UNSEEN = frozenset({"\u200e", "\u200f", "\u061c", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))})
_JOINERS = frozenset({"\u200d", "\ufe0e", "\ufe0f", "\u20e3"})
_CLUSTER = 30  # code points that are kept together at most: a family of emoji has eleven
_ROOM_AT_START = 1  # for the backslash of _at_start
_SET = re.compile(r"^(?:> |-# )|(?<!\\)\*\*|\\(?=[^\w\s])", re.MULTILINE)
_ENDS = ".!?…"
_CLOSING = "”’\"')]»✔"


@dataclass(frozen=True, slots=True)
class _Atom:
    """What must not be cut, as it was given and as it is sent."""

    raw: str
    sent: str


def clean(text: str) -> str:
    """*text* without control characters and without those that turn the direction of writing for all that follows."""
    return "".join(c for c in text if c in "\n\t" or (c not in _UNSEEN and unicodedata.category(c) not in {"Cc", "Cs"}))


def escape(line: str) -> str:
    r"""One line so that Discord shows it as it is.

    >>> print(escape("1. *a* <@1> @everyone https://a_b.c/*d"))
    1\. \*a\* \<@1> \@everyone https://a_b.c/*d
    """
    return _at_start("".join(atom.sent for atom in _atoms(line)))


def unescaped(text: str) -> str:
    r"""A message of the bot as it was before it was set for Discord.

    >>> print(unescaped(r"> **Not:** 1\. \*a\*"))
    Not: 1. *a*
    """
    return _SET.sub("", text)


def split(line: str, most: int) -> list[str]:
    """*line* escaped, in pieces of at most *most* (100 or more) code points: cut after a sentence, else at a space, never in an escape."""
    atoms, pieces = _atoms(line), []
    while atoms:
        fit = _fitting(atoms, most - _ROOM_AT_START)
        end = fit if fit == len(atoms) else _place_to_cut(atoms, fit)
        piece = _at_start("".join(atom.sent for atom in atoms[:end]).strip())
        if piece:
            pieces.append(piece)
        atoms = atoms[end:]
    return pieces


def _at_start(escaped: str) -> str:
    """Escape what only begins a heading, a quotation or a list at the start of a line; Discord would count a list anew."""
    found = _AT_START.match(escaped)
    if found is None:
        return escaped
    at = found.end() - 1
    return f"{escaped[:at]}\\{escaped[at:]}"


def _atoms(line: str) -> list[_Atom]:
    atoms: list[_Atom] = []
    at = 0
    while at < len(line):
        found = _ATOM.match(line, at)
        if found and found["address"]:
            atoms.append(_Atom(found[0], found[0]))
            at = found.end()
            if _RUNS_ON.match(line, at):
                atoms.append(_Atom("", " "))
            continue
        end = _cluster_end(line, at)
        raw = line[at:end]
        atoms.append(_Atom(raw, f"\\{raw}" if found else raw))
        at = end
    return atoms


def _cluster_end(line: str, at: int) -> int:
    """Where the character that begins at *at* ends for a reader: with its marks, joined emoji and skin tones."""
    end = at + 1
    while end < len(line) and end - at < _CLUSTER and _clings(line[end], line[end - 1]):
        end += 1
    return end


def _clings(character: str, before: str) -> bool:
    if character.isascii():
        return False
    return (
        before == "\u200d"
        or character in _JOINERS
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or unicodedata.combining(character) > 0
    )


def _fitting(atoms: list[_Atom], room: int) -> int:
    """How many of *atoms* fit into *room* code points."""
    length = 0
    for number, atom in enumerate(atoms):
        length += len(atom.sent)
        if length > room:
            return number
    return len(atoms)


def _place_to_cut(atoms: list[_Atom], fit: int) -> int:
    """After the last sentence that fits, unless most of the room would stay empty; else at the last space; else anywhere."""
    spaces = [number for number in range(1, fit + 1) if atoms[number].raw.isspace()]
    ends = [number for number in spaces if number > fit // 3 and _ends_sentence(atoms, number)]
    return ends[-1] if ends else spaces[-1] if spaces else fit


def _ends_sentence(atoms: list[_Atom], space: int) -> bool:
    before = "".join(atom.raw for atom in atoms[max(0, space - 3) : space]).rstrip(_CLOSING)
    after = next((atom.raw for atom in atoms[space:] if not atom.raw.isspace()), "")
    return before.endswith(tuple(_ENDS)) and not after[:1].islower() and not after[:1].isdigit()
