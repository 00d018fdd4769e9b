"""Read a question: its telling words and their meanings, the entries named, the dates, the kind of answer wanted."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

from mmbot.dates import TypedDate, find_dates
from mmbot.matching.chatter import without_chatter
from mmbot.matching.index import Index
from mmbot.matching.lexicon import SURELY, Meaning
from mmbot.matching.linking import Link, link, named
from mmbot.matching.month_words import mend_months
from mmbot.matching.ordinal_words import mend_ordinals
from mmbot.matching.question_type import Asked, asked, is_verb
from mmbot.matching.question_words import mend
from mmbot.matching.words import Word, read_words

_LIKELY = 0.7  # a meaning less sure than this is two slips away, or a slip and a suffix
CLASSES = frozenset({
    "=antlasma", "=mutareke", "=ihtilal", "=kongre", "=konferans", "=savas", "=harekat", "=cemiyet", "=parti", "=gazete", "=ayaklanma", "=protokol",
})  # fmt: skip
# The same where they are a compound: Avrupa Birliği, Lozan heyeti, but not “Ankara'nın ordusu”, “ilk heyet”.
_OWNED = frozenset({
    "=birlik", "=cumhuriyet", "=ordu", "=yargi", "=komite", "=okul", "=cephe", "=kanun", "=heyet", "=meclis", "=ittifak",
})  # fmt: skip
_COMPOUND = re.compile(r"(?!askeri)\w{3,}[iu](?:n(?:[iu]n|[ae]|[iu]|[dt][ae]n?|c[ae])?|yl[ae])?")  # birligi, ordusunun, heyetinde
_GENITIVE = re.compile(r"\w{3,}[iu]n")
_SLIPPED = 0.9  # a meaning less sure than this is a slip of the finger, or another sense, at best
NATIONS = frozenset({"=turk", "=sovyet", "=ermeni", "=gurcu", "=azeri", "=yunan", "=ingiliz", "=fransiz", "=alman", "=italyan"})
COMMON_NAMES = NATIONS | {"=hukumet", "=meclis", "=elci", "=elcilik", "=baskan", "=ordu"}
_ORDER = {"sonra": "sonra", "sonraki": "sonra", "ardindan": "sonra", "once": "once", "onceki": "once"}
_ABLATIVE = re.compile("(?:^|.{3})[dt][ae]n$")
_DATIVE = re.compile("[yn]?[ae]")  # “Moskova'ya vardı” arrived, “hangi ilke vardı” there was
_PARTICIPLE = re.compile(r".{2,}(?:[dt][iu]g[iu](?:m[iu]z|n[iu]z)?|m[iu]s|[ae]c[ae]g[iu])")  # “imza attığı antlaşma” names none
_BARE = frozenset({
    "harp",
    "savas",
    "antlasma",
    "anlasma",
    "parti",
    "gazete",
    "kongre",
    "konferans",
    "protokol",
    "isyan",
    "devrim",
    "ihtilal",
})
LIFE = frozenset({"=olum", "=dogum"})
_DIED_IN_ASCII = frozenset({"oldu", "olmus", "olmustu", "olmustur"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A question read: its words, the telling ones, what they can mean, the entries named, the dates, the kind of answer wanted."""

    words: tuple[Word, ...]
    telling: tuple[Word, ...]
    meanings: Mapping[int, tuple[Meaning, ...]]
    links: Mapping[str, Link]
    named: tuple[Link, ...]
    dates: tuple[TypedDate, ...]
    asked: Asked
    said: frozenset[str] = frozenset()
    weight: float = 0.0
    predicate: frozenset[str] = frozenset()
    heads: tuple[tuple[Word, Word], ...] = ()
    name_places: frozenset[int] = frozenset()
    weights: Mapping[int, float] = field(default_factory=dict)
    key: str = ""  # the same for questions of the same words, see Index.key

    def is_name(self, word: Word) -> bool:
        """Whether *word* is part of a name said in full."""
        return word.place in self.name_places

    @property
    def unknown(self) -> tuple[Word, ...]:
        """Telling words that the knowledge does not have at all."""
        return tuple(word for word in self.telling if not self.meanings[word.place])


@functools.lru_cache(maxsize=8)  # a question is read as a follow-up, by itself, and where it is mended
def read(index: Index, text: str) -> Reading:
    """Read the question *text*."""
    noise, lexicon = index.vocabulary.is_noise, index.lexicon
    words = mend(
        index.vocabulary.joined(mend_ordinals(mend_months(read_words(without_chatter(index, text))))),
        lambda word: noise(word) or lexicon.knows(word),
        lambda word: noise(word) or lexicon.knows_surely(word),
    )
    want = asked(words)
    dates, dated = dates_of(words)
    meanings = _meanings(index, words, want.words | dated)
    telling = tuple(word for word in words if word.place in meanings)
    others = {
        word.place: index.lexicon.resolve(word) for word in words if word.place not in meanings and word.place not in want.words
    }
    links = link(index, words, meanings | others, frozenset(meanings))
    died = _perhaps_died(index, words, telling, named(links), want)
    if died:
        telling, meanings = (*telling, died), {**meanings, died.place: (("=olum", 1.0),)}
    said = frozenset(term for found in meanings.values() for term, sure in found if sure > SURELY)
    dated_terms = {term for word in words if word.place in dated for term in (index.vocabulary.meanings(word) or (word.folded,))}
    weights = {word.place: index.weights[meanings[word.place][0][0]] if meanings[word.place] else 1.0 for word in telling}
    weight = sum(weights.values())
    weight += sum(map(index.weights.__getitem__, dated_terms))
    predicate = _predicate(telling, meanings)
    heads = tuple(_heads(telling, meanings))
    names = tuple(named(links))
    places = _name_places(names, meanings)
    said, key = said | dated_terms, index.key(words)
    return Reading(words, telling, meanings, links, names, dates, want, said, weight, predicate, heads, places, weights, key)


def _meanings(index: Index, words: Sequence[Word], skip: Set[int]) -> dict[int, tuple[Meaning, ...]]:
    """What each word that tells something may mean, by its place; those at the places *skip* tell nothing."""
    there_was = {word.place for word in words if word.folded == "vardi" and not any(map(_is_dative, words[: word.place]))}
    telling = [word for word in words if word.place not in skip | there_was and not index.vocabulary.is_noise(word)]
    found = {
        word.place: meanings
        for word in telling
        if _is_likely(meanings := index.lexicon.resolve(word)) or not index.vocabulary.is_mistyped_noise(word)
    }
    return found | {word.place: (("=" + order, 1.0),) for word, order in _before_and_after(words)}


def _predicate(telling: Sequence[Word], meanings: Mapping[int, tuple[Meaning, ...]]) -> frozenset[str]:
    """The terms of what is done: of the verb at the end, and of being born and dying also as a noun: “Stalin'in ölümü”."""
    done = {term for term, _ in meanings[telling[-1].place]} if telling and is_verb(telling[-1]) else set[str]()
    return frozenset(done | (LIFE & {term for found in meanings.values() for term, _ in found}))


def _is_likely(found: tuple[Meaning, ...]) -> bool:
    """Whether a word has a meaning that explains it better than a slip would."""
    return bool(found) and found[0][1] >= _LIKELY


def _is_dative(word: Word) -> bool:
    """Whether *word* tells whither: “Moskova'ya ne zaman vardı?” arrived, “hangi ilke vardı?” there was."""
    return _DATIVE.fullmatch(word.tail) is not None or (len(word.folded) > 4 and word.folded.endswith(("aya", "eye", "uya", "iye")))


def _name_places(names: Sequence[Link], meanings: Mapping[int, tuple[Meaning, ...]]) -> frozenset[int]:
    """Where names stand, but for those that consist of words everybody uses all the time (Sovyetler, Türk hükümeti)."""
    return frozenset(
        place
        for found in names
        if found.sureness > SURELY
        and not all(any(term in COMMON_NAMES for term, _ in meanings.get(other, ())) for other in found.places)
        for place in found.places
    )


def _heads(telling: Sequence[Word], meanings: Mapping[int, tuple[Meaning, ...]]) -> Iterator[tuple[Word, Word]]:
    """Words that stand before “antlaşması”, “kongresi” … and tell which: (Fransız, ihtilali)."""
    for place, (before, word) in enumerate(pairwise(telling), start=2):
        if word.folded in _BARE and place < len(telling) and telling[place].place == word.place + 1:
            continue  # “Lenin harp gemilerini …”: the head is another word's
        terms = {term for term, _ in meanings[before.place]}
        known = _SLIPPED if before.capital else 0.0  # “Noterler” is a name, and no slip of a “nota”
        plain = not any(term.startswith("=") and sure > known for term, sure in meanings[before.place]) and not (
            _PARTICIPLE.fullmatch(before.folded) and not before.capital
        )
        tells = plain or terms & NATIONS
        if tells and word.place == before.place + 1 and _is_named(before, word, {term for term, _ in meanings[word.place]}):
            yield before, word


def _is_named(before: Word, word: Word, terms: Set[str]) -> bool:
    """Whether *word*, which means *terms*, is a thing that the word *before* it tells from others."""
    if not CLASSES.isdisjoint(terms):
        return True
    compound = not before.tail and not _GENITIVE.fullmatch(before.folded) and _COMPOUND.fullmatch(word.folded)
    return bool(compound) and not _OWNED.isdisjoint(terms)


def _before_and_after(words: Sequence[Word]) -> Iterator[tuple[Word, str]]:
    """The “sonra” of “Ali Fuat Paşa'dan sonra” changes what is asked; elsewhere such a word tells nothing."""
    for before, word in pairwise(words):
        if word.folded in _ORDER and _ABLATIVE.search(before.tail or before.folded):
            yield word, _ORDER[word.folded]


def _perhaps_died(index: Index, words: Sequence[Word], telling: Sequence[Word], names: Sequence[Link], want: Asked) -> Word | None:
    """The “oldu” of “lenin ne zaman oldu”: without Turkish letters, “öldü” (died) reads like “oldu” (happened), which nobody asks of a person."""
    if (
        want.kind not in ("when", "where", "how")
        or not names
        or any(index.entries[found.entry].kind != "person" for found in names)
    ):
        return None
    if any(all(word.place not in found.places for found in names) for word in telling):
        return None
    return next((word for word in words if word.folded in _DIED_IN_ASCII and word not in telling), None)


def dates_of(words: Sequence[Word]) -> tuple[tuple[TypedDate, ...], frozenset[int]]:
    """The dates among *words*, with the places of the words that they consist of."""
    text, starts = "", []
    for word in words:
        starts.append(len(text))
        text += word.folded + " "
    dates = tuple(find_dates(text))
    places = {place for place, start in enumerate(starts) for typed in dates if typed.start <= start < typed.end}
    return dates, frozenset(places)
