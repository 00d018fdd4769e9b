"""“Hangi kongreler toplandı?”, “mütarekeler”, “1920'deki konferanslar”: all entries that are called so, in order of time."""

import re
from datetime import date

from mmbot.answering import reckoning_texts as texts
from mmbot.answering.decision import Decision, Known
from mmbot.answering.reckoning_between import disputed
from mmbot.answering.reckoning_doers import whither
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


_DELEGATION = re.compile("heyet[a-z]{0,6}")
_DELEGATIONS = re.compile("heyet(?:l[ae]r[a-z]{0,6})|delegations")
_CAME = re.compile(
    "gel(?:en|di|mis)[a-z]*|var(?:an|di)|ulas[a-z]+|gid(?:en|ildi)|git[a-z]+|gonderil[a-z]+|hangi[a-z]*|nel?er[a-z]*|tum|butun|yabanci"
)
_MOVES = frozenset({"=gelis"})


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


def delegations(known: Known, reading: Reading) -> Decision | None:
    """“Ankara'ya gelen heyetler”: what tells of each delegation that it came to the town, in order of time; None where no such list is asked."""
    if reading.asked.polar or not any(_DELEGATIONS.fullmatch(word.folded) for word in reading.words):
        return None
    towns = whither(reading.words)
    others = (word for word in reading.telling if not whither([word]) and not _DELEGATIONS.fullmatch(word.folded))
    if len(towns) != 1 or any(from_there for _, from_there in towns) or any(not _CAME.fullmatch(word.folded) for word in others):
        return None
    entries = [entry for entry in known.library.entries.values() if entry.kind == "event" and _is_delegation(entry)]
    came = [fact for entry in entries if (fact := _coming(known, entry, towns))]
    came = [fact for fact in came if fact.date and all(typed.matches(fact.date) for typed in reading.dates)]
    if len(came) < LEAST:
        return None
    facts = tuple(sorted(came, key=lambda fact: (fact.date.first if fact.date else date.min, fact.name)))
    result = texts.ALL_OF_KIND.format(count=len(facts), shown=len(facts), others="")
    return Decision(Answered(facts, disputed(known, facts), result=result), reading, entries=())


def _is_delegation(entry: Entry) -> bool:
    return any(_DELEGATION.fullmatch(word.folded) for name in entry.names for word in read_words(name))


def _coming(known: Known, entry: Entry, towns: set[tuple[str, bool]]) -> Fact | None:
    """The dated fact that tells that the delegation came to the town: in its id, or as what defines it."""
    for fact in entry.facts:
        terms = known.index.facts[known.index.number_of(fact)]
        moves = fact.id == DEFINITION or bool(terms.topic & _MOVES)
        if fact.date and moves and towns <= whither(read_words(fact.says)) and fact.rank != "deprecated" and not fact.disputes:
            return fact
    return None


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
