"""What is counted in a question for a length of time: “kaç gün”, “71 günde mi”, “ne kadar zaman”, “how many days”, “how long”."""

import re
from dataclasses import dataclass
from itertools import pairwise

from mmbot.answering.reckoning_beside import PARTICLE
from mmbot.answering.reckoning_sides import Words
from mmbot.matching.words import Word

UNITS = {
    "gun": "day", "hafta": "week", "ay": "month", "yil": "year", "sene": "year",
    "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month", "year": "year", "years": "year",
}  # fmt: skip
_UNIT = re.compile("(gun|hafta|ay|yil|sene)(d[ae]|l[iu]k|d[iu]r)?")
_LASTED = re.compile("surdu|surmus(?:tu|tur)?|surer|suruyor(?:du)?|sureliydi|last|lasted")
_ON_THE_WAY = re.compile("yolda|yol|yolculu[kg][a-z]{0,6}|journey|travel(?:l?ed)?|trip")
_ARRIVES = re.compile(
    "var(?:di|mis|abildi)(?:l[ae]r|t[iu]r)?|ulas(?:ti|mis)(?:l[ae]r|t[iu]r)?|gel(?:di|mis)(?:l[ae]r)?|git(?:ti|mis)(?:l[ae]r)?|gidildi|reach|arrive"
)
_FILLING = frozenset({
    "gecti", "gecmis", "gecmistir", "gecer", "geciyor", "gecirdi", "gecirmis", "var", "vardi", "vardir", "bulunur", "bulunuyor",
    "fark", "farki", "zaman", "sure", "toplam", "tam", "acaba", "peki", "oldu", "olmus", "devam", "etti", "etmis", "passed",
    "were", "there", "are", "the", "did", "pass", "was", "it", "kaldi", "kalmis", "hocam", "ya", "of", "take", "took", "spend", "on",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counted:
    """A question for a length of time: the words before “kaç gün”, those behind it, the unit; *within*: “kaç günde” – how long until done."""

    before: Words
    after: Words
    unit: str
    within: bool = False

    @property
    def lasts(self) -> bool:
        """Whether it is asked how long a thing itself lasted."""
        return any(lasted(word) for word in self.before + self.after) or any(word.folded == "devam" for word in self.after)

    @property
    def travels(self) -> bool:
        """Whether it is asked how long a way took."""
        words = self.before + self.after
        return any(_ON_THE_WAY.fullmatch(word.folded) for word in words) or (self.within and any(map(_arrives, words)))

    @property
    def matter(self) -> Words:
        """What the time is asked of: all words but those that only ask."""
        kept = (word for word in self.before + self.after if word.folded not in _FILLING)
        return tuple(word for word in kept if not lasted(word) and not _ON_THE_WAY.fullmatch(word.folded) and not _arrives(word))


def counted(words: Words) -> Counted | None:
    """Where *words* ask for a number of days, weeks, months or years; None where they do not."""
    for number, (word, following) in enumerate(pairwise(words)):
        unit = _UNIT.fullmatch(following.folded)
        if unit and (word.folded == "kac" or (word.folded.isdigit() and _is_doubted(words, number + 1))):
            inside = (unit[2] or following.tail or "").startswith("d") and not (unit[2] or following.tail or "").endswith("r")
            rest = tuple(other for other in words[number + 2 :] if word.folded == "kac" or not PARTICLE.fullmatch(other.folded))
            return Counted(words[:number], rest, UNITS[unit[1]], within=inside)
        if word.folded == "ne" and following.folded in ("kadar", "kadarda") and _of_time(words, words[number + 2 :]):
            rest = words[number + 2 :]
            bare = 1 if rest[0].folded in _SPANS else 0
            return Counted(words[:number], rest[bare:], "any", within=rest[0].folded in ("zamanda", "surede"))
        if word.folded == "gecen" and following.folded in _SPANS:
            return Counted(words[:number], words[number + 2 :], "any")
        if word.folded == "how" and following.folded == "many" and words[number + 2 :] and words[number + 2].folded in UNITS:
            return Counted(words[:number], words[number + 3 :], UNITS[words[number + 2].folded])
        if word.folded == "how" and following.folded == "long" and not number:
            return Counted((), words[2:], "any")
    return None


_SPANS = frozenset({"zaman", "sure", "vakit", "zamanda", "surede"})


def _of_time(words: Words, rest: Words) -> bool:
    kept = bool(rest) and rest[0].folded.startswith("kal") and any(_ON_THE_WAY.fullmatch(word.folded) for word in words)
    return kept or (bool(rest) and (rest[0].folded in _SPANS | {"sonra", "once"} or lasted(rest[0])))


def _is_doubted(words: Words, place: int) -> bool:
    """Whether yes or no is asked of the unit at *place* or of the verb behind it: “71 günde mi vardı?”, “71 gün geçti mi?”."""
    return any(PARTICLE.fullmatch(word.folded) for word in words[place + 1 :])


def lasted(word: Word) -> bool:
    """Whether *word* says that something lasted."""
    return _LASTED.fullmatch(word.folded) is not None


def _arrives(word: Word) -> bool:
    return _ARRIVES.fullmatch(word.folded) is not None


def without_filling(words: Words) -> Words:
    """*words* without those that say nothing of what the time is asked of."""
    return tuple(word for word in words if word.folded not in _FILLING)
