"""The catalogue: every sentence in both languages, with the same values in both."""

import importlib
import pkgutil
import re
import string
from collections.abc import Iterator, Mapping

import pytest

import mmbot
from mmbot.dates import parse_edtf
from mmbot.texts import Say, Told, in_english

# What is called texts, ends so, or lies in a package that is called so.
MODULES = sorted(one.name for one in pkgutil.walk_packages(mmbot.__path__, "mmbot.") if re.search(r"[._]texts(\.|$)", one.name))


def sentences(value: object) -> Iterator[Say | Told]:
    if isinstance(value, Say | Told):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from sentences(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from sentences(one)


def both(sentence: Say | Told) -> tuple[str, str]:
    return (str(sentence), sentence.en) if isinstance(sentence, Told) else (sentence.tr, sentence.en)


def values(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("module", MODULES)
def test_every_sentence_is_there_in_both_languages_with_the_same_values(module: str) -> None:
    for name, value in vars(importlib.import_module(module)).items():
        for sentence in sentences(value):
            turkish, english = both(sentence)
            assert turkish.strip("., ;") == "" or english.strip(), name
            assert values(turkish) == values(english), name


def test_the_catalogue_is_looked_at_whole() -> None:
    found = [one for module in MODULES for value in vars(importlib.import_module(module)).values() for one in sentences(value)]
    assert len(found) > 300


def test_what_is_put_together_is_put_together_in_both_languages() -> None:
    day = parse_edtf("1921-03-16")
    told = Told("{day}: {sum}", "{day} is {sum}").format(day=day, sum=Told(" ve ", " and ").join([Told("bir", "one"), "2"])) + Told(
        "!", "?"
    )
    assert (str(told), told.en) == ("16 Mart 1921: bir ve 2!", "16 March 1921 is one and 2?")
    assert in_english("Kars") == "Kars"
