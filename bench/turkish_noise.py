"""What people do to a question, repeatably: lost letters, slips of a Turkish keyboard, suffixes, dropped words."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from turkish_phrases import Request, Writer

_ROWS = ("1234567890", "qwertyuıopğü", "asdfghjklşi", "zxcvbnmöç")
_LOST = str.maketrans("çğıöşüÇĞİÖŞÜâîû", "cgiosuCGIOSUaiu")
_TAILS = (
    "da",
    "de",
    "dan",
    "den",
    "ın",
    "in",
    "nın",
    "nin",
    "ı",
    "i",
    "yı",
    "yi",
    "a",
    "e",
    "ya",
    "ye",
    "lar",
    "ler",
    "ları",
    "leri",
    "daki",
    "deki",
    "lı",
    "li",
    "la",
    "le",
    "mı",
    "dır",
)
_SMALL_TALK = ("hocam", "acaba", "lütfen", "merhaba", "ya", "bi", "şu", "söyler misin", "arkadaşlar", "bilen var mı", "peki")


def _neighbours() -> dict[str, str]:
    near: dict[str, str] = {}
    for above, row in enumerate(_ROWS):
        for column, key in enumerate(row):
            others = row[max(0, column - 1) : column] + row[column + 1 : column + 2]
            for other in _ROWS[max(0, above - 1) : above] + _ROWS[above + 1 : above + 2]:
                others += other[max(0, column - 1) : column + 1]
            near[key] = "".join(c for c in others if c.isalpha()) or "e"
    return near


_NEAR = _neighbours()
Noise = Callable[[str, random.Random], str]


def lose_letters(text: str, dice: random.Random) -> str:
    """Type without Turkish letters, always or half of the time."""
    if dice.random() < 0.5:
        return text.translate(_LOST)
    return "".join(c.translate(_LOST) if dice.random() < 0.5 else c for c in text)


def slip(text: str, dice: random.Random) -> str:
    """One slip of the finger: a neighbouring key, a letter lost, doubled, added, or two swapped."""
    places = [i for i, c in enumerate(text) if c.isalpha()]
    if not places:
        return text
    at = dice.choice(places)
    key = text[at]
    near = dice.choice(_NEAR.get(key.lower(), "ae"))
    swapped = text[:at] + text[at + 1 : at + 2] + key + text[at + 2 :]
    return dice.choice((
        text[:at] + near + text[at + 1 :],
        text[:at] + text[at + 1 :],
        text[:at] + key + near + text[at + 1 :],
        swapped,
        text[:at] + near + text[at + 1 :],
    ))


def slip_twice(text: str, dice: random.Random) -> str:
    """Two slips."""
    return slip(slip(text, dice), dice)


def change_suffixes(text: str, dice: random.Random) -> str:
    """Give one or two words another ending."""
    words = text.rstrip("?!. ").split()
    for _ in range(dice.randint(1, 2)):
        at = dice.randrange(len(words))
        word = words[at]
        if "'" in word:
            stem = word.split("'")[0]
            words[at] = dice.choice((stem, stem + word.split("'")[1], f"{stem}'{dice.choice(_TAILS)}"))
        elif len(word) > 6 and dice.random() < 0.5:
            words[at] = word[: -dice.randint(1, 2)]
        elif word[-1].isalpha() and len(word) > 2:
            words[at] = word + dice.choice(_TAILS)
    return " ".join(words)


def drop_words(text: str, dice: random.Random) -> str:
    """Leave one word out, two of a long question."""
    words = text.split()
    for _ in range(1 if len(words) < 7 else dice.randint(1, 2)):
        if len(words) > 2:
            del words[dice.randrange(len(words))]
    return " ".join(words)


def change_case(text: str, dice: random.Random) -> str:
    """Capitals or small letters, by Turkish rules or by those of other languages."""
    turkish = text.replace("i", "İ").replace("ı", "I").upper()
    return dice.choice((text.upper(), turkish, text.lower(), text.title(), turkish.lower(), text.swapcase()))


def shuffle_words(text: str, dice: random.Random) -> str:
    """Another order: the end first, or any order at all."""
    words = text.rstrip("?!. ").split()
    if dice.random() < 0.5:
        cut = dice.randrange(len(words))
        return " ".join(words[cut:] + words[:cut])
    dice.shuffle(words)
    return " ".join(words)


def mix(text: str, dice: random.Random) -> str:
    """Everything at once: letters lost, two slips, a suffix, a word dropped, sometimes order, case and small talk."""
    return mix_kept(drop_words(text, dice), dice)


def mix_kept(text: str, dice: random.Random) -> str:
    """The rest of `mix`, when words have been dropped."""
    text = slip_twice(change_suffixes(text, dice), dice)
    if dice.random() < 0.5:
        text = shuffle_words(text, dice)
    if dice.random() < 0.3:
        text = f"{dice.choice(_SMALL_TALK)} {text}"
    if dice.random() < 0.3:
        at = text.find(" ", dice.randrange(len(text)))
        text = text[:at] + text[at + 1 :] if at > 0 else text
    return lose_letters(change_case(text, dice) if dice.random() < 0.3 else text, dice)


NOISES: dict[str, Noise] = {
    "letters": lose_letters,
    "typo": slip,
    "typos": slip_twice,
    "suffix": change_suffixes,
    "dropped": drop_words,
    "case": change_case,
    "order": shuffle_words,
    "mix": mix,
}


@dataclass
class Trial:
    """Phrases to index, and by kind what to ask: (query, the id that is right; -1 where none is)."""

    phrases: list[str]
    queries: dict[str, list[tuple[str, int]]] = field(default_factory=dict)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What `PhraseIndex.build` takes."""
        return [(str(number), phrase) for number, phrase in enumerate(self.phrases)]


class Twins:
    """Keeps the dropping of words fair: what is left must not fit another phrase as well."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self.phrases = phrases
        self.holders: dict[str, set[int]] = {}
        for number, phrase in enumerate(phrases):
            for word in phrase.split():
                self.holders.setdefault(word, set()).add(number)

    def tell_apart(self, noise: Noise, at: int, dice: random.Random) -> str:
        """*noise* on phrase *at*; a word that tells the phrase from its twins stays."""
        phrase = self.phrases[at]
        if noise is drop_words:
            return self._dropped(phrase, dice)
        if noise is mix:
            return mix_kept(self._dropped(phrase, dice), dice)
        return noise(phrase, dice)

    def _dropped(self, phrase: str, dice: random.Random) -> str:
        for _ in range(20):
            left = drop_words(phrase, dice)
            if len(set.intersection(*(self.holders[word] for word in left.split()))) == 1:
                return left
        return phrase


def trial(part: str, size: int, per_kind: int = 250, seed: int = 0) -> Trial:
    """A whole trial: *size* phrases, *per_kind* queries of every kind of noise, paraphrases, near misses and short forms."""
    writer = Writer(part, seed)
    dice = random.Random(f"noise{part}{seed}")
    first_help = size - min(size // 20, 300)
    requests = [*writer.requests(first_help), *writer.requests(size - first_help, writer.help)]
    made = Trial([request.wordings[0] for request in requests])
    twins = Twins(made.phrases)
    for kind, noise in NOISES.items():
        made.queries[kind] = [(twins.tell_apart(noise, at, dice), at) for at in dice.choices(range(size), k=per_kind)]
    made.queries["paraphrase"] = _other_wordings(requests[:first_help], dice, per_kind)
    made.queries["faq"] = _other_wordings(requests[first_help:], dice, per_kind, first_help)
    known = set(made.phrases)
    made.queries["near"] = [(query, -1) for query in near_misses(requests, writer, 2 * per_kind) if query not in known]
    return made


def _other_wordings(requests: Sequence[Request], dice: random.Random, count: int, first: int = 0) -> list[tuple[str, int]]:
    chosen = dice.choices(range(len(requests)), k=count)
    return [(dice.choice(requests[at].wordings[1:]), first + at) for at in chosen]


def strange_name(dice: random.Random) -> str:
    """A name that looks Turkish and is none.

    >>> strange_name(random.Random(1))
    'Fendüşşük'
    """
    syllables = [
        dice.choice("bcçdfghklmnprsştvyz") + dice.choice("aeıioöuü") + dice.choice(["", "", "n", "r", "l", "k", "ş"])
        for _ in range(3)
    ]
    return "".join(syllables).capitalize()


def near_misses(requests: Sequence[Request], writer: Writer, count: int) -> list[str]:
    """Questions of the index with another name, number, place or thing."""
    made = []
    while len(made) < count:
        request = writer.random.choice(requests)
        if not request.slots:
            continue
        kind, old = writer.random.choice(request.slots)
        new = writer.slot(kind)
        if writer.random.random() < 0.3 and kind == "p":  # only the surname differs
            new = f"{old.split()[0]} {new.split()[1]}"
        if writer.random.random() < 0.4 and not old[0].isdigit():  # a name that no phrase holds
            new = strange_name(writer.random) if old[0].isupper() else strange_name(writer.random).lower()
        if new != old:
            made.append(writer.fill(request.frame, dict(request.slots) | {kind: new}).wordings[0])
    return made


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """How often a positive score is above a negative one; a tie counts half."""
    ranked = sorted([(score, 1) for score in positive] + [(score, 0) for score in negative])
    above = ties = seen_negative = 0.0
    at = 0
    while at < len(ranked):
        end = at
        while end < len(ranked) and ranked[end][0] == ranked[at][0]:
            end += 1
        group = ranked[at:end]
        positives = sum(label for _, label in group)
        above += positives * seen_negative
        ties += positives * (len(group) - positives)
        seen_negative += len(group) - positives
        at = end
    return (above + ties / 2) / max(1, len(positive) * len(negative))
