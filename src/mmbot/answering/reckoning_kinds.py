"""“Hangi kongreler toplandı?”, “mütarekeler”, “1920'deki konferanslar”: all entries that are called so, in order of time."""

import re

from mmbot.answering import reckoning_texts as texts
from mmbot.answering.decision import Decision, Known
from mmbot.answering.reckoning_between import disputed
from mmbot.answering.reckoning_moments import LEADING, Moment, leading
from mmbot.matching.reading import Reading
from mmbot.matching.words import Word, read_words
from mmbot.model import DEFINITION, Answered, Entry, Fact

LEAST, MOST = 2, 12
# What an entry is called by the noun that ends its name; the plural asks for all of them.
_KINDS = ("kongre", "kurultay", "konferans", "mutareke", "savas", "muharebe", "gazete", "firka", "parti", "protokol")
_SAME = {"kurultay": ("kongre", "kurultay"), "kongre": ("kongre", "kurultay"), "savas": ("savas", "muharebe"), "muharebe": ("savas", "muharebe"),
         "parti": ("firka", "parti"), "firka": ("firka", "parti")}  # fmt: skip
_PLURAL = re.compile(rf"({'|'.join(_KINDS)})l?l[ae]r[a-z]{{0,6}}")
_LISTS = frozenset({
    "tum", "butun", "hepsi", "hepsini", "hangi", "hangileri", "hangileridir", "neler", "nelerdir", "nedir", "neydi", "listele", "listesi", "sirala", "say",
    "yapilan", "yapildi", "toplandi", "toplanan", "duzenlenen", "imzalanan", "imzalandi", "kurulan", "kuruldu", "cikan", "var", "vardir", "vardi", "list", "all",
    "which", "goster", "bana", "oldu", "olan", "sirasiyla", "sirayla", "tarih", "kronolojik", "olarak", "ve", "ile", "misin", "yilinda", "deki", "daki",
})  # fmt: skip


def all_of_a_kind(known: Known, reading: Reading) -> Decision | None:
    """Every entry that is called what the plural says, those with a date first; None where no such list is asked, or anything else besides."""
    noun = next((found[1] for word in reading.words if (found := _PLURAL.fullmatch(word.folded))), None)
    if noun is None or reading.asked.polar or any(not _asks_only(reading, word) for word in reading.words):
        return None
    entries = [entry for entry in known.library.entries.values() if _is_called(entry, _SAME.get(noun, (noun,)))]
    dated = [(entry, _own_date(known, entry)) for entry in entries]
    if reading.dates:
        dated = [(entry, when) for entry, when in dated if when and all(typed.matches(when.when) for typed in reading.dates)]
    if len(dated) < LEAST:
        return None
    dated.sort(key=lambda pair: (pair[1] is None, pair[1].days if pair[1] else (), pair[0].title))
    return _answer(known, reading, dated)


def _asks_only(reading: Reading, word: Word) -> bool:
    """Whether *word* is the noun, a date, or only says that a list is wanted."""
    said = word.folded in _LISTS or _PLURAL.fullmatch(word.folded) is not None or word.folded.isdigit()
    return said or word.place not in {other.place for other in reading.telling}


def _is_called(entry: Entry, nouns: tuple[str, ...]) -> bool:
    """Whether the title ends with one of *nouns*, what stands in brackets aside: “Sivas Kongresi”."""
    words = read_words(entry.title.partition("(")[0])
    return (
        bool(words)
        and entry.kind != "person"
        and re.fullmatch(rf"(?:{'|'.join(nouns)})(?:y?[iu]|s[iu])?", words[-1].folded) is not None
    )


def _own_date(known: Known, entry: Entry) -> Moment | None:
    """When the entry itself began, was founded or signed; None where only something about it is dated (what a newspaper wrote)."""
    found = leading(known, entry.id)
    own = found and found.fact and (found.fact.id == DEFINITION or found.fact.id.startswith(LEADING))
    return found if own else None


def _answer(known: Known, reading: Reading, dated: list[tuple[Entry, Moment | None]]) -> Decision:
    told = [_fact(entry, when) for entry, when in dated]
    shown = tuple(told[:MOST])
    others = texts.SEMICOLON.join(entry.title for entry, _ in dated[MOST:])
    text = texts.FIRST_OF_KIND if len(told) > MOST else texts.ALL_OF_KIND
    result = text.format(count=len(told), shown=len(shown), others=others)
    return Decision(Answered(shown, disputed(known, shown) if len(shown) < MOST else (), result=result), reading, entries=())


def _fact(entry: Entry, when: Moment | None) -> Fact:
    """What dates the entry, or says what it is."""
    return when.fact if when and when.fact else next(fact for fact in entry.facts if fact.id == DEFINITION)
