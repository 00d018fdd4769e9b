"""The things that a question sets beside each other, and the date of each."""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mmbot.answering.decision import Known
from mmbot.answering.judging import judge
from mmbot.answering.reckoning_doers import goes_there, is_of_the_person, lists
from mmbot.answering.reckoning_moments import Moment, leading, of_named
from mmbot.dates import as_edtf, parse_edtf
from mmbot.matching.linking import Link
from mmbot.matching.question_type import Asked
from mmbot.matching.ranking import Ranking
from mmbot.matching.reading import Reading, read
from mmbot.matching.words import Word
from mmbot.model import Answered

Words = tuple[Word, ...]

_NEARLY, SURE_OF_NAME = 0.8, 0.8  # share of a name, and how surely it is said
ENOUGH_FOR_A_DATE = 0.4  # the date is shown beside the thing, so a slip would be seen
DATED_KINDS = ("treaty", "conference", "event", "document")
# What stands behind a place name that means what was done there, by the kind of that.
_HEADS = {"treaty": ("Antlaşması", "Mütarekesi"), "conference": ("Kongresi", "Konferansı"), "event": ("Savaşı", "ilanı")}
HEAD_NOUN = re.compile("(?:antlasma|anlasma|mutareke|kongre|konferans|kurultay|savas|muharebe|protokol|pakt)(?:y?[iu]|s[iu])")
_OBJECT = re.compile("y?[iu]")
_PLAIN_VERBS = frozenset({"oldu", "yapildi", "gerceklesti"})


def text_of(words: Sequence[Word]) -> str:
    """The words as they were typed."""
    return " ".join(f"{word.typed}'{word.tail}" if word.tail else word.typed for word in words)


def moment(known: Known, core: Words, verbs: Words = ()) -> Moment | None:
    """The dated thing that *core* names, with *verbs* telling what happened to it; None where it is not clear."""
    reading = read(known.index, text_of((*core, *verbs)))
    day = date_of(reading)
    if day:
        return day
    bare = _bare(known, read(known.index, text_of(core)))
    if bare and not _tells_more(reading, verbs):
        return leading(known, bare)
    return _asked_for(known, reading) if _names_something(known, reading) else None


def pair(known: Known, cores: Sequence[Words], verbs: Words = ()) -> tuple[Moment, ...] | None:
    """The moments of things set beside each other, where all of them are clear.

    A place name stands for what was signed or held there if all the others are such things: “Gümrü mü Moskova mı?”.
    """
    kinds = [_kind(known, core) for core in cores]
    itself = functools.cache(lambda core: moment(known, core, verbs))  # worked out once, however many ways are tried
    for kind in _standing_kinds(kinds):
        found = _if_all(
            itself(core) if own else _standing_for(known, core, verbs, kind) for core, own in zip(cores, kinds, strict=True)
        )
        if found is not None:
            return found
    for head in ("", *_HEADS):  # “Büyük Taarruz'dan Mudanya'ya”: what a place stands for need not be of the kind of the others
        found = _if_all(
            itself(core) or (_standing_for(known, core, verbs, head) if head and not own else None)
            for core, own in zip(cores, kinds, strict=True)
        )
        if found is not None:
            return found
    return None


def _if_all(found: Iterable[Moment | None]) -> tuple[Moment, ...] | None:
    """All that is *found*; None as soon as one of them is not clear, for each takes as long as an answer."""
    clear: list[Moment] = []
    for one in found:
        if one is None:
            return None
        clear.append(one)
    return tuple(clear)


def signed(known: Known, core: Words, verbs: Words) -> Moment | None:
    """The treaty that a place name stands for, where it is said to have been signed: “Mudanya imzalandı”."""
    if _kind(known, core) is not None or not any(word.folded.startswith("imza") for word in verbs):
        return None
    return _standing_for(known, core, verbs, "treaty")


def entry_of(known: Known, core: Words) -> str | None:
    """The entry that *core* names, and nothing else."""
    return _bare(known, read(known.index, text_of(core)), kinds=None)


def entries_of(known: Known, cores: Sequence[Words]) -> tuple[str, ...] | None:
    """The entries that the *cores* name, place names standing for treaties or conferences as in `pair`."""
    kinds = [_kind(known, core) for core in cores]
    for kind in _standing_kinds(kinds):
        found = [entry_of(known, core) if own else _entry_for(known, core, kind) for core, own in zip(cores, kinds, strict=True)]
        if all(found):
            return tuple(entry for entry in found if entry)
    named = [entry for core in cores if (entry := entry_of(known, core))]
    return tuple(named) if len(named) == len(cores) else None


def splits(reading: Reading, words: Words) -> Iterator[tuple[Words, Words]]:
    """Every way to cut *words* of *reading* into two parts without cutting through a name that it says.

    Before the noun that ends a name (“Tarafsızlık | antlaşması …”) it is only cut where there is no other way.
    """
    names = [found.places for found in reading.named if found.joined]
    found = []
    for cut in range(1, len(words)):
        left, right = ({word.place for word in part} for part in (words[:cut], words[cut:]))
        if not any(left & places and right & places for places in names):
            found.append(cut)
    whole = [cut for cut in found if not HEAD_NOUN.fullmatch(words[cut].folded)]
    return ((words[:cut], words[cut:]) for cut in whole or found)


def date_of(reading: Reading) -> Moment | None:
    """The date that is all that *reading* says."""
    if reading.telling or len(reading.dates) != 1:
        return None
    edtf = as_edtf(reading.dates[0])
    when = parse_edtf(edtf) if edtf else None
    return Moment(str(when), when) if when else None


def _kind(known: Known, core: Words) -> str | None:
    """The kind of what *core* names; None for a place or half a name, which may stand for something else; ``date`` for a date."""
    reading = read(known.index, text_of(core))
    if date_of(reading):
        return "date"
    bare = _bare(known, reading)
    if bare:
        return known.library.entries[bare].kind
    meant = _covering(reading)
    if meant and all(known.library.entries[found.entry].kind == "place" for found in meant):
        return None
    return "other" if reading.named or len(reading.telling) != 1 else None


def _standing_kinds(kinds: Sequence[str | None]) -> tuple[str, ...]:
    """What place names among things of these *kinds* can stand for: the kind of all the others."""
    others = {kind for kind in kinds if kind}
    if None not in kinds or len(others) > 1 or not others <= set(_HEADS):
        return ()
    return tuple(others) or ("treaty", "conference")


def _standing_for(known: Known, core: Words, verbs: Words, kind: str) -> Moment | None:
    entry = _entry_for(known, core, kind)
    if entry is None or (
        verbs and verbs[-1].folded not in _PLAIN_VERBS and not _tells_more(read(known.index, text_of(verbs)), verbs)
    ):
        return None
    reading = read(known.index, f"{known.library.title(entry)} {text_of(verbs)}")
    return _asked_for(known, reading) if _tells_more(reading, verbs) else leading(known, entry)


def _entry_for(known: Known, core: Words, kind: str) -> str | None:
    if _OBJECT.fullmatch(core[-1].tail) or len(read(known.index, text_of(core)).telling) < len(core):
        return None  # “Kars'ı aldık” is about the town
    for head in _HEADS.get(kind, ()):
        found = _bare(known, read(known.index, f"{text_of(core)} {head}"))
        if found and known.library.entries[found].kind == kind:
            return found
    return None


def called_after(known: Known, core: Words) -> list[str]:
    """The treaties, conferences and wars that are called after the place *core*, treaties first."""
    found = (_entry_for(known, core, kind) for kind in _HEADS)
    return list(dict.fromkeys(entry for entry in found if entry))


def _tells_more(reading: Reading, verbs: Words) -> bool:
    """Whether the *verbs* at the end of *reading* hold a telling word."""
    first = len(reading.words) - len(verbs)
    return any(word.place >= first for word in reading.telling)


def _covering(reading: Reading) -> list[Link]:
    telling = {word.place for word in reading.telling}
    meant = [found for found in reading.named if telling and telling <= found.places and found.sureness > SURE_OF_NAME]
    return meant or ([] if reading.named else _nearly_named(reading, telling))


def _nearly_named(reading: Reading, telling: set[int]) -> list[Link]:
    """The one thing of whose name all that is told is nearly the whole: of “elçilik yangını”, Sovyet elçiliği yangını."""
    near = [
        found
        for found in reading.links.values()
        if found.joined and found.completeness >= _NEARLY and found.sureness > SURE_OF_NAME
    ]
    meant = [found for found in near if len(telling) > 1 and telling <= found.places]
    return meant if len(meant) == 1 else []


def _bare(known: Known, reading: Reading, kinds: tuple[str, ...] | None = DATED_KINDS) -> str | None:
    """The one entry whose name is all that *reading* says."""
    meant = [found for found in _covering(reading) if kinds is None or known.library.entries[found.entry].kind in kinds]
    top = max((found.sureness for found in meant), default=0.0)
    meant = [found for found in meant if found.sureness >= top - 0.02]
    return meant[0].entry if len(meant) == 1 else None


def _names_something(known: Known, reading: Reading) -> bool:
    """Whether a name is said, and something about it: “Lenin” alone has no date, “Lenin öldü” has."""
    names = [found for found in reading.named if known.library.entries[found.entry].kind in DATED_KINDS]
    return bool(names) or (bool(reading.named) and any(not reading.is_name(word) for word in reading.telling))


def _asked_for(known: Known, reading: Reading) -> Moment | None:
    """What answers “when?” to the words of *reading*."""
    when = replace(reading, asked=Asked("when"))
    ranked = Ranking(candidate for candidate in known.ranked(when).good if not lists(candidate.fact))
    decision = judge(known, when, ranked, enough=ENOUGH_FOR_A_DATE)
    answer = decision.answer
    if not isinstance(answer, Answered) or any(ranked.left for ranked in decision.ranked if ranked.fact is answer.facts[0]):
        return None
    fact, named = answer.facts[0], {found.entry for found in reading.named}
    if "when" not in fact.answers:
        return None
    matter = [word for word in reading.telling if not reading.is_name(word)]
    its_own = fact.entry in named or known.index.facts[known.index.number_of(fact)].subject in named
    if not answer.sure and (not its_own or len(matter) > 1):  # one word leaves less room for a wrong choice than two
        return None
    if not is_of_the_person(known, reading, fact) or not goes_there(known, reading, fact):
        return None
    own = known.library.entries[fact.entry].kind in DATED_KINDS
    return of_named(known, fact, known.library.title(fact.entry if own else reading.named[0].entry))
