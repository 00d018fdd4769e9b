"""Turkish questions in any number: frames and vocabulary of many domains, with correct suffixes.

A `Request` is one thing one may ask, in several wordings. Half of the vocabulary and half of the frames are for tuning
("dev"), the other half for reporting ("test"); they share nothing but everyday words.
"""

import random
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BACK, _ROUND, _HARD = "aıou", "ouöü", "çfhkpsşt"
_SLOT = re.compile(r"\{(\w)(?:\.(\w))?\}")
SOFT = {"ç": "c", "k": "ğ", "p": "b"}
SWAP = {"q": "p", "d": "c", "v": "u", "x": "t", "z": "y", "m": "n", "M": "N"}  # the second of a kind in a frame


def _sections(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for section in text.split("\n[")[1:]:
        name, _, entries = section.partition("]\n")
        frames = "{" in entries
        found[name] = entries.strip().split("\n") if frames else [entry.strip() for entry in entries.replace("\n", " ").split(",")]
    return found


WORDS = _sections((Path(__file__).parent / "turkish_vocabulary.txt").read_text(encoding="utf-8"))


def inflect(word: str, case: str) -> str:
    """*word* with a suffix: g genitive, a accusative, d dative, l locative, b ablative, s possessed genitive.

    >>> inflect("Kars", "l"), inflect("kitap", "a"), inflect("Sinop", "g")
    ("Kars'ta", 'kitabı', "Sinop'un")
    """
    name = word[0].isupper()
    sounds = [c for c in word.lower().replace("â", "a").replace("î", "i") if c in "aıoueiöü"]
    last = sounds[-1] if sounds else "e"
    wide = "a" if last in _BACK else "e"
    narrow = {"aı": "ı", "ou": "u", "ei": "i", "öü": "ü"}[next(g for g in ("aı", "ou", "ei", "öü") if last in g)]
    open_ = word[-1] in "aıoueiöüâî"
    tail = {
        "g": ("n" if open_ else "") + narrow + "n",
        "a": ("y" if open_ else "") + narrow,
        "d": ("y" if open_ else "") + wide,
        "l": ("t" if word[-1] in _HARD else "d") + wide,
        "b": ("t" if word[-1] in _HARD else "d") + wide + "n",
        "s": ("n" + narrow + "n") if open_ else narrow + "n",
    }[case]
    if not name and len(sounds) > 1 and tail[0] in "aeıiuü" and word[-1] in SOFT:
        word = word[:-1] + SOFT[word[-1]]
    return f"{word}'{tail}" if name else word + tail


def fit(stem: str, tail: str) -> str:
    """*tail*, written with e and i, in the vowels that follow *stem*."""
    vowels = [c for c in stem if c in "aıoueiöü"]
    back, round_ = vowels[-1] in _BACK, vowels[-1] in _ROUND
    narrow = ("u" if back else "ü") if round_ else ("ı" if back else "i")
    tail = ("y" + tail if tail[0] in "ie" else tail) if stem[-1] in "aıoueiöü" else tail
    return "".join({"e": "a" if back else "e", "i": narrow, "ı": narrow}.get(c, c) for c in tail)


@dataclass(frozen=True)
class Request:
    """One thing to ask: its wordings, and the slots that were filled."""

    wordings: tuple[str, ...]
    frame: str
    slots: tuple[tuple[str, str], ...]


def half(words: list[str], part: str) -> list[str]:
    """The words of *part*, "dev" or "test"; a word is in one of them only."""
    return [word for word in words if (zlib.crc32(word.encode()) >> 3) % 2 == (part == "test")]


class Writer:
    """Writes requests of one part ("dev" or "test") in an endless, repeatable row."""

    def __init__(self, part: str, seed: int = 0) -> None:
        self.random = random.Random(f"{part}{seed}")
        self.frames, self.help = WORDS["FRAMES"][part == "test" :: 2], WORDS["HELP"][part == "test" :: 2]
        kinds = {"c": "CITIES", "u": "COUNTRIES", "w": "WORKS", "i": "INSTITUTIONS", "t": "THINGS", "s": "SERVICES"}
        kinds |= {"a": "ANIMALS", "f": "FOODS", "e": "EVENTS"}
        self.vocabulary = {kind: half(WORDS[name], part) for kind, name in kinds.items()} | {"j": WORDS["ADJECTIVES"]}
        self.vocabulary |= {
            "N": half(WORDS["NOUNS"], part),
            "O": [h + t for h in half(WORDS["NAME_HEADS"], part) for t in WORDS["PLACE_TAILS"]],
        }
        self.vocabulary["k"] = [verb + fit(verb, tense) for verb in half(WORDS["VERBS"], part) for tense in WORDS["TENSES"]]
        self.last_made = [h + t for h in half(WORDS["NAME_HEADS"], part) for t in WORDS["NAME_TAILS"]]
        self.first, self.last = half(WORDS["FIRST_NAMES"], part), half(WORDS["LAST_NAMES"], part)

    def slot(self, kind: str) -> str:
        """A word or name of *kind*."""
        kind = SWAP.get(kind, kind)
        if kind == "p":
            last = self.last if self.random.random() < 0.4 else self.last_made
            return f"{self.random.choice(self.first)} {self.random.choice(last)}"
        if kind == "y":
            return str(self.random.choice((self.random.randint(1850, 2024), self.random.randint(1990, 2024))))
        if kind == "n":
            return str(self.random.randint(2, 6500))
        return self.random.choice(self.vocabulary[kind]).strip()

    def request(self, frames: list[str] | None = None) -> Request:
        """The next request, from *frames* if given."""
        frame = self.random.choice(frames or self.frames)
        return self.fill(frame, {kind: self.slot(kind) for kind in "pqcduvwitxsafejynmzNMOk"})

    def fill(self, frame: str, slots: dict[str, str]) -> Request:
        """The request that *frame* makes of *slots*."""
        wordings = []
        for wording in frame.split("|"):
            filled = _SLOT.sub(lambda slot: inflect(slots[slot[1]], slot[2]) if slot[2] else slots[slot[1]], wording)
            wordings.append(filled[0].replace("i", "İ").upper() + filled[1:])
        used = tuple((kind, word) for kind, word in slots.items() if f"{{{kind}" in frame.split("|", maxsplit=1)[0])
        return Request(tuple(wordings), frame, used)

    def requests(self, count: int, frames: list[str] | None = None) -> Iterator[Request]:
        """*count* requests no two of which may be asked in the same words."""
        seen: set[str] = set()
        while count:
            request = self.request(frames)
            if seen.isdisjoint(request.wordings):
                seen.update(request.wordings)
                count -= 1
                yield request
