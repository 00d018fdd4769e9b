"""Words that people use for one another in everyday Turkish questions, read from ``phrase_synonyms.txt``."""

from collections.abc import Sequence
from importlib.resources import files

from mmbot.matching.phrase_stems import hardened

_OWN = 0.8  # how like two forms of one short stem are


def _table() -> dict[str, dict[str, float]]:
    """For every stem the stems that may stand for it, itself among them, and how like they are, the likest last."""
    table: dict[str, dict[str, float]] = {}
    lines = (files(__package__) / "phrase_synonyms.txt").read_text(encoding="utf-8").splitlines()
    for section in "\n".join(line for line in lines if not line.startswith("#")).split("[")[1:]:
        name, _, groups = section.partition("]")
        if name == "stems":
            groups, name = ",".join(groups.split()), "0"
        for group in groups.split(","):
            stems = [hardened(word) for word in group.split()]
            for stem in stems:
                others = table.setdefault(stem, {stem: _OWN})
                others.update({other: max(float(name), others.get(other, 0.0)) for other in stems if other != stem})
    return {stem: dict(sorted(others.items(), key=lambda item: item[1])) for stem, others in table.items()}


SYNONYMS = _table()


def sense_of(stems: Sequence[str]) -> str:
    """The longest of *stems* that has synonyms; empty if none has."""
    for stem in stems:
        if stem in SYNONYMS:
            return stem
    return ""


def senses_of(stems: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    """For every stem with synonyms the numbers of the words that have it; *stems* has those of each word."""
    senses: dict[str, list[int]] = {}
    for number, some in enumerate(stems):
        sense = sense_of(some)
        if sense:
            senses.setdefault(sense, []).append(number)
    return senses
