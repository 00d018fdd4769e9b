"""Questions that nearly ask what the knowledge tells, made from the written ones: how many are answered all the same, with the same fact.

python bench/near_misses.py [--show KIND] [--kept]

*sides*: the one who did it and the one to whom it was done change places; *third*: another state than any that the fact names is put in the
place of the one that did it; *year*: another year; *deed*: signed for ratified, arrived for departed. Each of them asks for something that
the fact does not tell, so the fact is no answer (another one may be). Half of them are kept back (``--kept``).
"""

import hashlib
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator

from mmbot.answering.decide import decide
from mmbot.app import knowledge_folder, prepared
from mmbot.matching.index import Index
from mmbot.matching.question_type import asked
from mmbot.matching.roles import BARE, FROM, TO, Somebody, pieces
from mmbot.matching.words import read_words
from mmbot.model import Answered, Fact
from mmbot.turkish import fold

MOST = 400  # questions of each kind
_STATES = (
    "Türkiye",
    "Sovyet Rusya",
    "Ermenistan",
    "Gürcistan",
    "Azerbaycan",
    "Yunanistan",
    "İngiltere",
    "Fransa",
    "Almanya",
    "İtalya",
    "İran",
    "Polonya",
)
_YEAR = re.compile(r"\b(19[12]\d)\b")
_DEEDS = (("imzalandı", "onaylandı"), ("onaylandı", "imzalandı"), ("imzaladı", "onayladı"), ("geldi", "ayrıldı"), ("vardı", "ayrıldı"), ("başladı", "bitti"),
          ("ayrıldı", "vardı"), ("açıldı", "kapandı"), ("atandı", "istifa etti"), ("kuruldu", "kapatıldı"), ("gönderdi", "aldı"))  # fmt: skip


def near_misses(index: Index, fact: Fact, question: str) -> Iterator[tuple[str, str]]:
    """What nearly asks *question*, which is written for *fact*, each with its kind."""
    yield from (("sides", text) for text in _exchanged(index, question))
    yield from (("third", text) for text in _by_a_third(fact, question))
    for year in _YEAR.findall(question)[:1]:
        other = str(int(year) + random.Random(question).choice((-2, -1, 1, 2)))
        if other not in fact.says and not (fact.date and str(fact.date).find(other) >= 0):
            yield "year", _YEAR.sub(other, question)
    for told, other in _DEEDS:
        if re.search(rf"\b{told}\?$", question) and fold(other)[:5] not in fold(fact.says):
            yield "deed", re.sub(rf"\b{told}\?$", f"{other}?", question)


def _exchanged(index: Index, question: str) -> Iterator[str]:
    people = [one for piece in pieces(question)[:1] for one in piece.people if _is_somebody(index, one)]
    doers, others = ([one for one in people if one.role in roles] for roles in ((BARE,), (TO, FROM)))
    if len(doers) == 1 and len(others) == 1:
        yield _swapped(question, doers[0], others[0])


def _is_somebody(index: Index, one: Somebody) -> bool:
    """Whether *one* is a state or a person; a town has no deeds."""
    persons = (index.entries[entry].kind == "person" for name in one.names for entry in index.entries_with.get(name, ()))
    return bool(one.sides) if not one.names else any(persons)


def _swapped(question: str, one: Somebody, other: Somebody) -> str:
    words = question.split()
    if max(one.last, other.last) >= len(words) or not all(words[span.last][:1].isupper() for span in (one, other)):
        return question  # what has its ending on a noun behind it would only change its place
    spans = sorted(((one.first, one.last), (other.first, other.last)))
    (a, b), (c, d) = spans
    first, second = words[a : b + 1], words[c : d + 1]
    tails = [span[-1].partition("'")[1:] for span in (first, second)]
    stems = [[*span[:-1], span[-1].partition("'")[0]] for span in (first, second)]
    stems.reverse()
    made = [[*stem[:-1], stem[-1] + "".join(tail)] for stem, tail in zip(stems, tails, strict=True)]
    return " ".join([*words[:a], *made[0], *words[b + 1 : c], *made[1], *words[d + 1 :]])


def _by_a_third(fact: Fact, question: str) -> Iterator[str]:
    text = fold(" ".join((fact.says, *fact.questions)))
    for state in _STATES:
        found = re.match(rf"{state} (?=\S)", question)
        others = [one for one in _STATES if fold(one)[:5] not in text and one != state]
        if found and others:
            yield random.Random(question).choice(others) + question[len(state) :]


def _kept(text: str) -> bool:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 2 == 1


def _made(index: Index, kept: bool) -> dict[str, list[tuple[str, Fact]]]:
    found: dict[str, list[tuple[str, Fact]]] = {}
    written = {
        index.key(read_words(question)) for entry in index.entries.values() for fact in entry.facts for question in fact.questions
    }
    for entry in index.entries.values():
        for fact in entry.facts:
            for question in fact.questions:
                if asked(read_words(question)).polar or not question.endswith("?"):
                    continue
                for kind, text in near_misses(index, fact, question):
                    if _kept(text) is kept and text != question and (kind == "sides" or index.key(read_words(text)) not in written):
                        found.setdefault(kind, []).append((text, fact))
    return {kind: random.Random(kind).sample(made, min(MOST, len(made))) for kind, made in found.items()}


def main() -> None:
    library, index = prepared(knowledge_folder())[:2]
    shown = sys.argv[sys.argv.index("--show") + 1] if "--show" in sys.argv else ""
    for kind, made in _made(index, "--kept" in sys.argv).items():
        counts: Counter[str] = Counter()
        for text, fact in made:
            answer = decide(library, index, text).answer
            same = isinstance(answer, Answered) and not answer.result and not answer.remark and fact in answer.facts[:1]
            counts["same fact" if same else "another" if isinstance(answer, Answered) else "declined"] += 1
            if shown == kind and same:
                print(f"  {text} → {fact.name}: {fact.says}")
        print(
            f"{kind}: {len(made)} asked, {100 * counts['same fact'] / len(made):.1f} % answered with the same fact; {dict(counts)}"
        )


if __name__ == "__main__":
    main()
