"""A corpus as varied as what people really ask: everyday questions of many fields, words of all frequencies, hand-written pairs.

`trial` gives what `turkish_noise.trial` gives, of other material: the vocabulary of the words that wordfreq knows
(`pip install wordfreq`; without it that share is left out), the frames of `turkish_everyday.txt`, the pairs of
`turkish_pairs.txt`. Half of the frames, pairs and words ("dev") is for tuning, the other ("test") for reporting.
"""

import random
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from mmbot.matching.phrase_words import FUNCTION_WORDS
from mmbot.turkish import fold
from turkish_noise import NOISES, Trial, Twins
from turkish_phrases import _BACK, _HARD, SOFT, Writer

_HERE = Path(__file__).parent
_SLOT = re.compile(r"\{x(?:\.(\w))?\}")
_VERB = re.compile(r"(?:yor|[ae]ca[kğ]|m[ıiuü]ş(?:t[ıiuü]r)?|[dt][ıiuü]|maktadır|mektedir|[aeıiuü]r|[aeıiuü]n[ıiuü]r)$")
_OF = re.compile(r"(?:n[ıiuü]n|[bcdfghjklmprstvyzğş][ıiuü]n)$")
_SHAPES = (
    "O N Q V",
    "O N N Q V",
    "N O N Q",
    "N N Q V",
    "O N Q N V",
    "N N N O N Q V",
    "O N N N V Q",
    "N Q V",
    "O O N N Q N V",
    "N N V N Q V",
    "N O N N N O N Q V",
)
_ASKED = (
    "ne zaman", "nerede", "kim", "kimdir", "nasıl", "neden", "hangi", "kaç", "ne kadar", "nedir", "nelerdir", "hangisidir", "kim tarafından",
    "hangi yılda", "niçin", "kaç yılında", "neresidir", "mı", "ne", "kaçtır", "kimin", "nereye", "nereden",
)  # fmt: skip

_TELL_NOTHING = FUNCTION_WORDS | {fold(word) for asked in _ASKED for word in asked.split()}


def _mine(text: str, part: str) -> bool:
    return (zlib.crc32(text.encode()) >> 3) % 2 == (part == "test")


def pairs(part: str, written: str = "turkish_pairs.txt") -> dict[str, list[tuple[str, str]]]:
    """The hand-written pairs of *part*: section, what is indexed, how it is asked."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in (_HERE / written).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            here = found.setdefault(line.strip("[]").lower(), [])
        elif line and not line.startswith("#"):
            left, right = line.split(" | ")
            if _mine(left, part):
                here.append((left, right))
    return found


def ending(thing: str, case: str) -> str:
    """*thing* with a case; one that ends in * wears a possessive already.

    >>> ending("kredi kartı*", "a"), ending("kitap", "b"), ending("kedi", "p")
    ('kredi kartını', 'kitaptan', 'kediyle')
    """
    possessed, word = thing.endswith("*"), thing.rstrip("*")
    last = next(c for c in reversed(word) if c in "aıoueiöüâ")
    wide = "a" if last in _BACK + "â" else "e"
    narrow = {"a": "ı", "ı": "ı", "â": "ı", "o": "u", "u": "u", "e": "i", "i": "i", "ö": "ü", "ü": "ü"}[last]
    between = "n" if possessed else "y" if word[-1] in "aıoueiöü" else ""
    hard = "t" if word[-1] in _HARD else "nd" if possessed else "d"
    tails = {
        "a": between + narrow,
        "d": between + wide,
        "l": hard + wide,
        "b": f"{hard}{wide}n",
        "p": f"{'y' if between else ''}l{wide}",
    }
    tail = {**tails, "g": ("n" if between else "") + narrow + "n"}[case]
    if not between and tail[0] in "aeıiuü" and word[-1] in SOFT and len(word) > 4:
        word = word[:-1] + SOFT[word[-1]]
    return word + tail


def everyday(part: str) -> list[str]:
    """All questions about the things of daily life, in the frames of *part*."""
    domains: list[tuple[list[str], list[str]]] = []
    text = (_HERE / "turkish_everyday.txt").read_text(encoding="utf-8")
    for section in text.split("\n[")[1:]:
        things, _, frames = section.partition("]\n")[2].partition("---\n")
        domains.append(([thing.strip() for thing in things.split(",") if thing.strip()], frames.strip().split("\n")))
    every = domains.pop()[1]
    made = [
        _SLOT.sub(lambda slot, thing=thing: ending(thing, slot[1]) if slot[1] else thing.rstrip("*"), frame)
        for things, frames in domains
        for thing in things
        for frame in [*frames, *every]
    ]
    return [question[0].replace("i", "İ").upper() + question[1:] for question in dict.fromkeys(made) if _mine(question[:-1], part)]


def common_words(part: str) -> list[str]:
    """Turkish words from the commonest on, half of the rarer ones for each part."""
    try:
        from wordfreq import top_n_list  # noqa: PLC0415  optional
    except ImportError:
        return []
    words = [word for word in top_n_list("tr", 120_000) if word.isalpha() and 2 < len(word) < 18 and not set(word) & set("wqx")]
    return words[150:3000] + [word for word in words[3000:] if _mine(word, part)]


class Sayer:
    """Questions of common and rare words in their usual places, without sense: what counts is how their words look and how rare they are."""

    def __init__(self, part: str, seed: int = 0) -> None:
        self.random = random.Random(f"say{part}{seed}")
        words = common_words(part)
        self.words = {"V": [w for w in words if _VERB.search(w)], "O": [w for w in words if _OF.search(w)]}
        self.words["N"] = [w for w in words if not _VERB.search(w) and not _OF.search(w)]

    def word(self, kind: str) -> str:
        """A word of *kind* (V verb, O genitive, N other), the commoner the likelier; now and then a name or year."""
        if kind == "N" and self.random.random() < 0.06:
            return str(self.random.randint(1200, 2024))
        some = self.words[kind]
        word = some[int(len(some) * self.random.random() ** 2.5)]
        return word[0].replace("i", "İ").upper() + word[1:] if kind == "O" and self.random.random() < 0.5 else word

    def questions(self) -> Iterator[str]:
        """Questions without end."""
        while True:
            shape = self.random.choice(_SHAPES).split()
            said = " ".join(self.random.choice(_ASKED) if kind == "Q" else self.word(kind) for kind in shape)
            yield said[0].replace("i", "İ").upper() + said[1:] + "?"


def corpus(part: str, size: int, seed: int = 0) -> list[str]:
    """*size* different questions: the pairs', then a third everyday, a quarter of frames, the rest of any words."""
    dice = random.Random(f"corpus{part}{seed}")
    found = dict.fromkeys(left for some in pairs(part).values() for left, _ in some)
    daily = everyday(part)
    dice.shuffle(daily)
    found.update(dict.fromkeys(daily[: size // 3]))
    said = Sayer(part, seed)
    framed = size // 4 if said.words["N"] else size - len(found)
    found.update(dict.fromkeys(request.wordings[0] for request in Writer(part, seed).requests(framed)))
    more = said.questions() if said.words["N"] else (request.wordings[0] for request in Writer(part, seed + 1).requests(2 * size))
    while len(found) < size:
        found[next(more)] = None
    return list(found)[:size]


def near_misses(phrases: list[str], part: str, count: int, dice: random.Random) -> list[str]:
    """Questions of the index with one telling word exchanged for another of its kind, and some that are wholly other ones."""
    known, said = set(phrases), Sayer(part, 7)
    others = iter(corpus(part, len(phrases) + 400, 9)[::-1])
    kinds = [[word for phrase in dice.sample(phrases, 500) for word in phrase.rstrip("?").split()[at:]][:2000] for at in (0, -1)]
    made: list[str] = []
    while len(made) < count:
        if dice.random() < 0.25:
            made += [other for other in [next(others)] if other not in known]
            continue
        words = dice.choice(phrases).rstrip("?.").split()
        at = dice.randrange(len(words))
        if len(words) < 3 or len(words[at]) < 4:
            continue
        old, last = words[at], at == len(words) - 1
        words[at] = said.word("V" if last else "N") if said.words["N"] and dice.random() < 0.7 else dice.choice(kinds[last])
        if fold(words[at]) in _TELL_NOTHING or fold(old) in _TELL_NOTHING:
            continue
        if words[at] != old and f"{' '.join(words)}?" not in known:
            made.append(f"{' '.join(words)}?")
    return made


def trial(part: str, size: int, per_kind: int = 250, seed: int = 0) -> Trial:
    """A whole trial: *size* phrases, *per_kind* queries of every noise, near misses, and every hand-written pair of *part*."""
    made = Trial(corpus(part, size, seed))
    dice = random.Random(f"everyday{part}{seed}")
    twins = Twins(made.phrases)
    for kind, noise in NOISES.items():
        made.queries[kind] = [(twins.tell_apart(noise, at, dice), at) for at in dice.choices(range(size), k=per_kind)]
    at = {phrase: number for number, phrase in enumerate(made.phrases)}
    for section, some in pairs(part).items():
        made.queries[section] = [(asked, at[left]) for left, asked in some]
    made.queries["near"] = [(query, -1) for query in near_misses(made.phrases, part, 4 * per_kind, dice)]
    return made


def help_pages(part: str) -> dict[str, Trial]:
    """Help pages by themselves: their questions, and their answers, of both parts as phrases; asked as *part* asks."""
    found = {}
    for section in ("faq", "answer"):
        phrases = [left for some in ("dev", "test") for left, _ in pairs(some)[section]]
        found[section] = Trial(phrases, {section: [(asked, phrases.index(left)) for left, asked in pairs(part)[section]]})
    return found


def plain(part: str, size: int) -> Trial:
    """The pairs of `turkish_plain.txt` that are *part*'s, asked of the questions of all its pairs among others, *size* together."""
    written = {half: pairs(half, "turkish_plain.txt") for half in ("dev", "test")}
    own = [left for sections in written.values() for some in sections.values() for left, _ in some]
    phrases = list(dict.fromkeys([*own, *corpus(part, size)]))[:size]
    return Trial(
        phrases, {section: [(asked, phrases.index(left)) for left, asked in some] for section, some in written[part].items()}
    )
