"""Likeness by pieces of letters."""

import pytest

from mmbot.matching.pieces import Pieces

TEXTS = (
    ("Kars Antlaşması ne zaman imzalandı?", "Kars Antlaşması 13 Ekim 1921'de imzalandı."),
    ("Enver Paşa Batum'a neden geldi?", "Enver Paşa Anadolu'ya geçmek için Batum'a geldi."),
    ("Mustafa Suphi Trabzon'a neden sokulmadı?", "Suphi'nin yoldaşları Erzurum'da gösterilerle karşılandı."),
)


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return Pieces([*TEXTS, *TEXTS])  # twice, for a piece of one text alone does not count


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        pytest.param("Kars Antlaşması ne zaman imzalandı?", 0, id="as-written"),
        pytest.param("karsın antlaşmasının imzalanışı", 0, id="other-suffixes"),
        pytest.param("Suphi'ninkilerin sokulmayışlarının nedeni", 2, id="a-chain-of-suffixes"),
        pytest.param("batuma enverin gelisi", 1, id="without-turkish-letters"),
    ],
)
def test_the_most_like_fact(pieces: Pieces, question: str, fact: int) -> None:
    found = pieces.likeness(question)
    assert int(found.nearest.argmax()) == fact
    assert int(found.whole.argmax()) == fact


def test_a_written_text_is_wholly_alike(pieces: Pieces) -> None:
    assert float(pieces.likeness("Kars Antlaşması ne zaman imzalandı?").nearest[0]) == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize("question", ["", "?", "ab", "xyzq wqxz", "日本", "\n\n"])
def test_what_shares_no_piece_is_like_nothing(pieces: Pieces, question: str) -> None:
    found = pieces.likeness(question)
    assert not found.nearest.any()
    assert not found.whole.any()
    assert len(found.nearest) == len(found.whole) == 2 * len(TEXTS)


def test_pieces_do_not_reach_across_spaces_or_texts() -> None:
    pieces = Pieces([["kar santral"], ["kar santral"], ["kar"], ["santral"]])
    assert not pieces.likeness("rsan").whole.any()
