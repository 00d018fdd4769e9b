"""What buttons carry: short, ASCII, the same in every process, harmless when forged."""

import subprocess
import sys

import pytest

from mmbot.app import Prepared
from mmbot.desk.presses import LABEL, Tokens, pressed, read_press, shortened, token, tokens
from mmbot.knowledge.library import make_library


def test_a_token_is_the_same_in_another_process() -> None:
    program = "from mmbot.desk.presses import token; print(token('moskova-antlasmasi/imza-tarihi'))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == token("moskova-antlasmasi/imza-tarihi") == "DPVQGKVLPQ"


def test_every_fact_entry_and_source_is_found_again(embedded: Prepared) -> None:
    library, _ = embedded
    known = tokens(library)
    assert all(known.fact(token(name)) == name for name in library.facts)
    assert all(known.entry(token(name)) == name for name in library.entries)
    assert all(known.source(token(name)) == name for name in library.sources)


def test_tokens_are_made_once_for_a_library_and_anew_for_another(embedded: Prepared) -> None:
    library, _ = embedded
    assert tokens(library) is tokens(library)
    other = make_library([], {})
    assert tokens(other).fact(token("moskova-antlasmasi/imza-tarihi")) is None
    assert isinstance(tokens(library), Tokens)


@pytest.mark.parametrize("arguments", [("fact", "ı"), ("fact", "x" * 60), ("ğ",)])
def test_what_does_not_fit_into_a_button_is_refused(arguments: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="64 bytes at most"):
        pressed(*arguments)


@pytest.mark.parametrize(
    ("data", "read"),
    [("fact:A", ("fact", ["A"])), ("a:b:c", ("a", ["b", "c"])), ("", ("", [])), (":", ("", [""])), ("x" * 90, ("x" * 64, []))],
)
def test_any_data_is_read(data: str, read: tuple[str, list[str]]) -> None:
    assert read_press(data) == read


def test_a_long_label_is_shortened_visibly() -> None:
    assert shortened("a" * LABEL) == "a" * LABEL
    assert len(shortened("ş" * 200)) == LABEL
    assert shortened("ş" * 200).endswith("…")
