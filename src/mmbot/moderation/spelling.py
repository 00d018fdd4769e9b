"""Questions are kept folded, without Turkish letters: here they get them back, as far as the knowledge has their words.

What comes of it is a proposal for a person to look at. A folded word can be two words (“kar”, “kâr”): the one that the knowledge has
more often is taken.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from mmbot.knowledge.library import Library
from mmbot.turkish import fold, is_ending, is_suffix, lower, upper_first, with_ending

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_PARTICLE = re.compile(r"m[iu](?:y[dm][iu]s?|d[iu]r|s[iu]n(?:[iu]z)?)?")  # “mi” goes with the vowels of the word before it
_BRACKETS = str.maketrans("", "", "()")
_STEM = 4  # letters from which a word is taken for another with an ending
_LONGEST_NAME = 6  # words; a name of one word is spelled as the texts mostly have it
# In hardly a text of the knowledge, in many a question.
_OF_QUESTIONS = "kaç kaçıncı niçin nasıl niye hangi kimdir açıkla açıklar mısın nedir hakkında önce sonra göre şart şartları"


@dataclass(frozen=True, slots=True)
class Spelled:
    """A question with its letters; *unknown* are those words, as they are kept, that the knowledge does not have."""

    text: str
    unknown: tuple[str, ...] = ()


class Spelling:
    """Spells folded questions by the words of *library*."""

    def __init__(self, library: Library) -> None:
        forms: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for word, count in _counted(library).items():
            forms[fold(word)][word] = count
        self._written = {folded: min(found, key=lambda form: (-found[form], form)) for folded, found in forms.items()}
        names = [
            *(entry.title for entry in library.entries.values()),
            *(name for one in library.entries.values() for name in one.names),
        ]
        # Where two are spelled alike, a title counts. Nobody types the brackets of “Adnan (Adıvar)”.
        self._names = {fold(name): name.translate(_BRACKETS) for name in reversed(names) if " " in name}

    def spell(self, folded: str) -> Spelled:
        """*folded* as a question, spelled."""
        words, spelled, unknown = folded.split(), list[str](), list[str]()
        while words:
            taken, name = self._name(words)
            known = name or self._word(words[0])
            if spelled and _PARTICLE.fullmatch(words[0]):
                known = with_ending(spelled[-1], words[0])[len(spelled[-1]) :]
            spelled.append(known or words[0])
            if not known and not words[0].isdigit():
                unknown.append(words[0])
            del words[:taken]
        text = upper_first(" ".join(spelled))
        return Spelled(f"{text}?" if text else "", tuple(dict.fromkeys(unknown)))

    def _name(self, words: list[str]) -> tuple[int, str]:
        """How many of *words* begin them as a name of an entry, and how that is written with its suffix; (1, "") where none does."""
        for count in range(min(_LONGEST_NAME, len(words)), 1, -1):
            before, last = words[: count - 1], words[count - 1]
            for head, tail in _cut(last):
                name = self._names.get(" ".join((*before, head)))
                if name:
                    return count, _suffixed(name, tail)
        return 1, ""

    def _word(self, folded: str) -> str:
        """*folded* as the texts have it, or a word of theirs with an ending; empty where they have neither."""
        if folded in self._written:
            return self._written[folded]
        head, apostrophe, tail = folded.partition("'")
        if apostrophe:
            known = self._word(head) or (head if head.isdigit() else "")
            return _suffixed(known, tail) if known else ""
        for cut in range(len(folded) - 1, _STEM - 1, -1):
            stem = self._written.get(folded[:cut])
            if stem and is_ending(folded[cut:]):
                return _suffixed(stem, folded[cut:])
        return ""


def _suffixed(word: str, tail: str) -> str:
    """A name takes an apostrophe before its suffix."""
    if not tail:
        return word
    last = word.rsplit(maxsplit=1)[-1]
    if last[0] != lower(last[0]) or word.isdigit():
        return f"{word}'{with_ending(word, tail)[len(word) :]}"
    return with_ending(word, tail)


def _cut(word: str) -> Iterator[tuple[str, str]]:
    """*word* itself, what stands before its apostrophe, and each shorter beginning that may carry the rest as suffixes."""
    head, apostrophe, tail = word.partition("'")
    if apostrophe:
        yield head, tail
        return
    yield word, ""
    yield from ((word[:cut], word[cut:]) for cut in range(len(word) - 1, 2, -1) if is_suffix(word[cut:]))


def _counted(library: Library) -> Counter[str]:
    """How often the texts have each word, as it is written; one that only begins a sentence counts as written small too.

    Questions that begin small were typed in haste and spell nothing for others.
    """
    inside, first = Counter(_OF_QUESTIONS.split() * 2), Counter[str]()
    for entry in library.entries.values():
        inside.update(_WORD.findall(entry.title))
        for fact in entry.facts:
            for text in (fact.says, *(question for question in fact.questions if question[:1].isupper())):
                words = _WORD.findall(text)
                first.update(words[:1])
                inside.update(words[1:])
    for word, count in list(inside.items()):
        head, apostrophe, _ = word.partition("'")
        if apostrophe:
            inside[head] += count
    for word, count in first.items():
        small = lower(word)
        inside[small if small in inside else word] += count
    return inside
