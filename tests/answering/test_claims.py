"""Claims checked against the embedded knowledge: the set of claims, invented ones, and what the words of a sentence do in it.

``claims.jsonl``: ``claim``, ``verdict`` (supported, contradicted, unknown; a list of them where a sentence makes several statements) and
``facts``, every fact that may be shown for it. A third, chosen by a hash of the claim, is kept back: it is counted, and not looked at while
rules are written.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from mmbot.answering.claims import LONGEST, MOST_STATEMENTS, Checked, check
from mmbot.answering.decision import Known
from mmbot.app import Prepared

FILE = Path(__file__).parent.parent / "claims.jsonl"
RIGHT_AT_LEAST = {False: 0.85, True: 0.8}
# What is told both ways is shown both ways: right where the claim is not the preferred reading. A question is nothing to be checked.
SAME_AS = {"disputed": "contradicted", "question": "unknown"}
Check = Callable[[str], tuple[Checked, ...]]


@pytest.fixture(scope="module")
def checking(embedded: Prepared) -> Check:
    known = Known(*embedded)
    return lambda text: check(known, text)


def _kept_back(claim: str) -> bool:
    return int(hashlib.sha256(claim.encode()).hexdigest(), 16) % 3 == 0


def _rows() -> list[dict[str, object]]:
    return [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


Outcomes = dict[bool, list[tuple[dict[str, object], list[str], set[str]]]]


def _wanted(row: dict[str, object]) -> list[str]:
    """The verdict of each statement of a row; of one that is given once, of all."""
    verdict = row["verdict"]
    return [str(one) for one in verdict] if isinstance(verdict, list) else [str(verdict)]


@pytest.fixture(scope="module")
def outcomes(checking: Check) -> Outcomes:
    """Per part of the set: the row, the verdicts of its statements, the facts shown."""
    found: Outcomes = {False: [], True: []}
    for row in _rows():
        told = checking(str(row["claim"]))
        verdicts = [SAME_AS.get(checked.verdict, checked.verdict) for checked in told]
        found[_kept_back(str(row["claim"]))].append((row, verdicts, {fact.name for checked in told for fact in checked.facts}))
    return found


def _is_wrong(wanted: list[str], verdicts: list[str]) -> bool:
    if len(wanted) == len(verdicts):
        return any(said not in (want, "unknown") for want, said in zip(wanted, verdicts, strict=True))
    return not set(verdicts) <= {*wanted, "unknown"}


def _is_right(wanted: list[str], verdicts: list[str]) -> bool:
    return verdicts == wanted or (len(wanted) == 1 and wanted[0] in verdicts)


@pytest.mark.parametrize("kept", [False, True], ids=["tuned-on", "kept-back"])
def test_nothing_is_falsely_supported_or_contradicted(outcomes: Outcomes, kept: bool) -> None:
    wrong = [(row["claim"], verdicts) for row, verdicts, _ in outcomes[kept] if _is_wrong(_wanted(row), verdicts)]
    assert wrong == []


@pytest.mark.parametrize("kept", [False, True], ids=["tuned-on", "kept-back"])
def test_most_claims_are_judged_right_and_shown_why(outcomes: Outcomes, kept: bool) -> None:
    right = Counter(
        _is_right(_wanted(row), verdicts) and (not row["facts"] or bool(shown & set(row["facts"])))  # type: ignore[call-overload]
        for row, verdicts, shown in outcomes[kept]
    )
    print(f"{right[True]} of {right.total()} right")
    assert right[True] / right.total() >= RIGHT_AT_LEAST[kept]


def test_the_set_is_large_and_its_facts_exist(embedded: Prepared) -> None:
    rows = _rows()
    assert len(rows) >= 400
    assert len({row["claim"] for row in rows}) == len(rows)
    assert {verdict for row in rows for verdict in _wanted(row)} == {"supported", "contradicted", "unknown"}
    assert {name for row in rows for name in row["facts"]} <= embedded[0].facts.keys()  # type: ignore[attr-defined]


def test_a_fact_with_another_year_is_never_supported(embedded: Prepared, checking: Check) -> None:
    """Every twelfth dated fact, each year moved: the changed part may not be taken for told."""
    dated = [fact for fact in embedded[0].facts.values() if fact.rank != "deprecated" and re.search(r"\b19\d\d\b", fact.says)]
    for fact in dated[::12]:
        moved = re.sub(r"\b19(\d\d)\b", lambda year: f"19{(int(year[1]) + 3) % 100:02}", fact.says)
        supported = [one.text for one in checking(moved) if one.verdict == "supported" and one.text not in fact.says]
        assert supported == [], fact.name


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param("Moskova Antlaşması 16 Mart 1921'de imzalandı.", "supported", id="as-told"),
        pytest.param("Moskova Antlaşması 16 Mart 1921'de imzalanmadı.", "contradicted", id="denied"),
        pytest.param("Moskova Antlaşması 16 Mart 1921'de imzalanacaktı.", "unknown", id="would"),
        pytest.param("Moskova Antlaşması 16 Mart 1921'de imzalandı mı?", "question", id="question"),
        pytest.param("Moskova Antlaşması 18 Mart 1921'de imzalandı.", "disputed", id="told-both-ways"),
        pytest.param("Gümrü Antlaşması 3 Aralık 1920'de imzalandı.", "disputed", id="one-of-two-days"),
        pytest.param("Gümrü Antlaşması yürürlüğe girmedi.", "supported", id="denied-by-the-sources"),
        pytest.param("Gümrü Antlaşması yürürlüğe girdi.", "contradicted", id="denied-only-by-the-sources"),
        pytest.param("Doğu harekâtı 28 Ekim 1920'de başladı.", "contradicted", id="a-part-is-not-the-whole"),
        pytest.param("Lenin 26 Nisan 1920'de Mustafa Kemal Paşa'ya mektup yazdı.", "unknown", id="giver-and-taker-swapped"),
        pytest.param("Ermenistan 7 Temmuz 1920'de Türkiye'ye ültimatom verdi.", "unknown", id="states-swapped"),
        pytest.param("Stalin 1929'da İstanbul'a geldi.", "unknown", id="subject-of-the-clause-before"),
        pytest.param("Kars'a geldi.", "unknown", id="nobody-named"),
        pytest.param("Moskova Antlaşması'nı imzaladı.", "unknown", id="the-one-who-did-it-is-left-out"),
        pytest.param(
            "Sevr Antlaşması'nın taslağı 18–27 Nisan 1920'de San Remo Konferansı'nda görüşüldü.", "unknown", id="end-of-a-span"
        ),
        pytest.param("Kars Antlaşması 13 Ekim 1921'de Moskova'da imzalandı.", "contradicted", id="right-day-wrong-place"),
        pytest.param("Enver Paşa 26 Ağustos 1920'de Bakü'ye geldi.", "unknown", id="date-of-the-converb"),
        pytest.param(
            "Gümrü Antlaşması'nı Ermenistan adına Kâzım Karabekir Paşa imzaladı.", "unknown", id="the-other-sides-signatory"
        ),
        pytest.param("Sevr Antlaşması'nı Damat Ferit Paşa imzaladı.", "contradicted", id="in-whose-name"),
        pytest.param("Ali Fuat Paşa Moskova'da öldü.", "unknown", id="died-is-not-was"),
        pytest.param(
            "Türkiye ile Türkiye arasındaki tarafsızlık antlaşması 30 Mayıs 1928'de imzalandı.", "unknown", id="said-twice"
        ),
        pytest.param("Sovyetler 10 milyon altın verdi.", "unknown", id="asked-for-is-not-given"),
        pytest.param(
            "26 Nisan 1920 teklifnamesinde ilk taksit olarak on milyon altın istendi.", "contradicted", id="another-number"
        ),
        pytest.param("Mustafa Kemal Paşa 1925'te Lenin'e telgraf çekti.", "unknown", id="what-happens-often"),
        pytest.param("Oltu saldırısı Temmuz 1920'de oldu.", "unknown", id="to-protest-is-not-to-do"),
        pytest.param("Moskova Antlaşması Türk tarihinin en önemli antlaşmasıdır.", "unknown", id="the-most-of-another-kind"),
        pytest.param("Lenin'e mektup TBMM'nin açılışından üç gün önce yazıldı.", "contradicted", id="before-is-not-after"),
        pytest.param("Moskova Antlaşması Türkiye ile İngiltere arasında imzalandı.", "contradicted", id="another-party"),
        pytest.param("Moskova Antlaşması'nı Türkiye adına Kâzım Karabekir Paşa imzaladı.", "contradicted", id="signed-for-nobody"),
        pytest.param("İzmir İktisat Kongresi Ankara'da düzenlendi.", "contradicted", id="names-written-large"),
        pytest.param("Mustafa Kemal Paşa 14 Aralık 1920'de Stalin'e mektup yazdı.", "supported", id="in-the-letter-that-he-wrote"),
        pytest.param("Fransa 7 Eylül 1920'de Belçika ile ittifak anlaşması imzaladı.", "supported", id="an-agreement-is-no-verb"),
        pytest.param("Ermenistan Aralık 1920'de Sovyet yönetimine geçti.", "supported", id="what-a-definition-defines"),
        pytest.param("Kars 30 Ekim 1920'de kurtarıldı.", "supported", id="taken-back-is-freed"),
        pytest.param("Kars, 30 Ekim 1921'de kurtarıldı.", "contradicted", id="freed-in-another-year"),
        pytest.param("İbrahim Abilov 23 Şubat 1923'te hayatını kaybetti.", "supported", id="lost-his-life"),
        pytest.param("Moskova Antlaşması 21 Temmuz 1921'de TBMM tarafından onaylandı.", "supported", id="resolved-by-the-assembly"),
        pytest.param("Moskova Antlaşması'nı TBMM 21 Ağustos 1921'de onayladı.", "contradicted", id="resolved-in-another-month"),
        pytest.param("1925 antlaşması 11 Şubat 1926'da TBMM'de onaylandı.", "supported", id="year-within-the-name"),
        pytest.param("Kars Antlaşması 11 Eylül 1922'de yürürlüğe girdi.", "supported", id="day-before-another-verb"),
        pytest.param("İngiltere 24 Mayıs 1927'de Sovyetler Birliği'yle ilişkilerini kesti.", "supported", id="with-written-on"),
        pytest.param("Londra Konferansı 12 Mart 1921'de sona erdi.", "supported", id="end-of-a-conference"),
        pytest.param("Londra Konferansı 21 Mart 1921'de başladı.", "contradicted", id="beginning-of-a-conference"),
        pytest.param("Mustafa Suphi 27 Mayıs 1920'de Bakü'ye geldi.", "supported", id="after-he-had-come"),
        pytest.param(
            "Milletler Cemiyeti 16 Aralık 1925'te Musul konusunda Türkiye aleyhine karar aldı.", "supported", id="took-a-decision"
        ),
        pytest.param(
            "Milletler Cemiyeti 16 Aralık 1925'te Musul konusunda Türkiye'nin lehine karar verdi.", "contradicted", id="in-favour"
        ),
        pytest.param("Troçki 12 Şubat 1929'da Ankara'ya geldi.", "contradicted", id="to-another-town-on-that-day"),
        pytest.param("Troçki 1929'da Ankara'ya geldi.", "unknown", id="to-another-town-in-that-year"),
        pytest.param("Mdivani 5 Nisan 1921'de güven mektubunu sundu.", "contradicted", id="all-but-the-date"),
    ],
)
def test_one_sentence(checking: Check, claim: str, verdict: str) -> None:
    assert [checked.verdict for checked in checking(claim)] == [verdict]


@pytest.mark.parametrize(
    ("claim", "verdicts"),
    [
        pytest.param(
            "Moskova Antlaşması imzalanarak Atlantis Türkiye'de kaldı.",
            [("Moskova Antlaşması imzalanarak", "supported"), ("Atlantis Türkiye'de kaldı.", "unknown")],
            id="converb",
        ),
        pytest.param(
            "Atlantis imzalanarak Türkiye'de kaldı.", [("Atlantis imzalanarak Türkiye'de kaldı.", "unknown")], id="nothing-told"
        ),
        pytest.param(
            "Londra Konferansı 12 Mart 1921'de sona erdi ve Kars 30 Ekim 1920'de geri alındı.",
            [("Londra Konferansı 12 Mart 1921'de sona erdi", "supported"), ("Kars 30 Ekim 1920'de geri alındı", "supported")],
            id="shown-as-typed",
        ),
    ],
)
def test_each_deed_of_a_sentence_is_judged(checking: Check, claim: str, verdicts: list[tuple[str, str]]) -> None:
    assert [(checked.text.rstrip("."), checked.verdict) for checked in checking(claim)] == [
        (text.rstrip("."), verdict) for text, verdict in verdicts
    ]


def test_what_a_fact_says_is_supported_word_for_word(embedded: Prepared, checking: Check) -> None:
    """Every tenth fact that stands, each of its sentences as it is written."""
    standing = [fact for fact in embedded[0].facts.values() if fact.rank != "deprecated" and not fact.disputes]
    for fact in standing[::10]:
        assert {checked.verdict for checked in checking(fact.says[:LONGEST])} <= {"supported", "question"}, fact.says


def test_a_paragraph_is_checked_statement_by_statement(checking: Check) -> None:
    text = "Gümrü Antlaşması yürürlüğe girmedi; Kars Antlaşması Moskova'da imzalandı. Türkiye 1952'de NATO'ya girdi. Peki neden?"
    found = checking(text)
    assert [checked.verdict for checked in found] == ["supported", "contradicted", "unknown", "question"]
    assert [checked.text for checked in found[:2]] == ["Gümrü Antlaşması yürürlüğe girmedi", "Kars Antlaşması Moskova'da imzalandı"]
    assert found[2].words == ("NATO",)


def test_two_facts_together_support_day_and_place(checking: Check) -> None:
    (found,) = checking("Kars Antlaşması 13 Ekim 1921'de Kars'ta imzalandı.")
    assert found.verdict == "supported"
    assert {fact.name for fact in found.facts} == {"kars-antlasmasi/imza-tarihi", "kars-antlasmasi/yer"}


@pytest.mark.parametrize(
    ("claim", "aspects", "rest_aspects", "rest"),
    [
        pytest.param(
            "Moskova Antlaşması 16 Mart 1921'de Ankara'da imzalandı.",
            ("place",), ("date",), ["moskova-antlasmasi/imza-tarihi"], id="right-day-wrong-place",
        ),
        pytest.param("Kars Antlaşması 12 Ekim 1921'de Moskova'da imzalandı.", ("date", "place"), (), [], id="both-wrong"),
        pytest.param("Moskova Antlaşması 18 Mart 1921'de Ankara'da imzalandı.", ("place",), (), [], id="disputed-day-wrong-place"),
        pytest.param("Moskova Antlaşması 16 Mart 1921'de imzalanmadı.", (), (), [], id="denied"),
    ],
)  # fmt: skip
def test_what_is_told_otherwise_is_told_apart(
    checking: Check, claim: str, aspects: tuple[str, ...], rest_aspects: tuple[str, ...], rest: list[str]
) -> None:
    (found,) = checking(claim)
    assert (found.verdict, found.aspects, found.rest_aspects) == ("contradicted", aspects, rest_aspects)
    assert [fact.name for fact in found.rest] == rest


def test_an_editors_note_is_told_as_one(checking: Check) -> None:
    (found,) = checking("Büyük Taarruz 26 Ağustos 1922'de başladı.")
    assert (found.verdict, found.noted) == ("supported", True)


@pytest.mark.parametrize("text", ["", "…", "!!!", "a " * LONGEST, "Kars. " * 50, "\u200b\n\n"])
def test_odd_texts_are_survived(checking: Check, text: str) -> None:
    assert len(checking(text)) <= MOST_STATEMENTS
    assert all(checked.verdict == "unknown" for checked in checking(text))
