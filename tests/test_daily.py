"""What is posted on a day: facts of one certain day that nobody disputes, the most significant first, or the nearest days."""

import re
from datetime import date, timedelta

import pytest

from mmbot.app import Prepared
from mmbot.daily import MOST, Calendar, DayOfYear, day, day_table, nearest_days
from mmbot.dates import parse_edtf
from mmbot.dates.periods import period_between, period_of
from mmbot.knowledge.library import Library, make_library
from mmbot.model import DEFINITION, Citation, Entry, Fact, Rank, Source
from mmbot.rendering import day_blocks, plain

SOURCES = {"topal-2018": Source("topal-2018", "Topal 2018", "")}
CITED = (Citation("topal-2018", "322", ("16 Mart",), verified=True),)


def fact(name: str, edtf: str | None, significance: int = 2, rank: Rank = "normal", disputes: str | None = None) -> Fact:
    when = parse_edtf(edtf) if edtf else None
    return Fact(name, "olay", ("when",), f"{name} oldu.", CITED, date=when, significance=significance, rank=rank, disputes=disputes)


def library(*facts: Fact) -> Library:
    return make_library([Entry("olay", "event", "Olay", (), facts)], SOURCES)


def names(table: dict[DayOfYear, tuple[Fact, ...]]) -> dict[DayOfYear, list[str]]:
    return {when: [one.id for one in facts] for when, facts in table.items()}


@pytest.mark.parametrize(
    "left_out",
    [
        pytest.param(fact("x", "1921-03-16", rank="deprecated"), id="deprecated"),
        pytest.param(fact("x", "1921-03-16", disputes="olay/a"), id="disputing"),
        pytest.param(fact("x", "1921-03"), id="month"),
        pytest.param(fact("x", "1921"), id="year"),
        pytest.param(fact("x", "1921-03-16~"), id="about"),
        pytest.param(fact("x", "1921-03-16?"), id="uncertain"),
        pytest.param(fact("x", "1921-03-16/1921-03-18"), id="span"),
        pytest.param(fact("x", None), id="no-date"),
    ],
)
def test_only_certain_undisputed_days_count(left_out: Fact) -> None:
    kept = fact("a", "1920-04-23", rank="preferred")
    assert names(day_table(library(kept, left_out))) == {(4, 23): ["a"]}


def test_what_an_entry_is_counts_only_where_the_day_has_nothing_else_of_it() -> None:
    told, what = fact("a", "1920-04-23"), fact("tanim", "1920-04-23")
    assert names(day_table(library(told, what))) == {(4, 23): ["a"]}
    assert names(day_table(library(what))) == {(4, 23): ["tanim"]}


def test_the_most_significant_leads_then_the_earliest() -> None:
    facts = (fact("son", "1922-03-16"), fact("ilk", "1920-03-16"), fact("önemli", "1923-03-16", significance=5))
    assert names(day_table(library(*facts))) == {(3, 16): ["önemli", "ilk", "son"]}


def test_a_day_with_many_events_shows_the_first_ones() -> None:
    facts = [fact(f"olay-{number}", f"19{number}-03-16") for number in range(11, 31)]
    found = day(library(*facts), 3, 16)
    assert [one.id for one in found.facts] == [f"olay-{number}" for number in range(11, 11 + MOST)]
    assert not found.nearest


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        pytest.param((1, 1), ["aralik-30", "ocak-5"], id="back-over-new-year"),
        pytest.param((12, 31), ["aralik-30", "ocak-5"], id="forward-over-new-year"),
        pytest.param((2, 29), ["mart-1", "ocak-5"], id="leap-day"),
        pytest.param((3, 2), ["mart-1", "ocak-5"], id="day-after"),
        pytest.param((9, 1), ["haziran-15", "aralik-30"], id="far-from-both"),
    ],
)
def test_nearest_days(asked: DayOfYear, nearest: list[str]) -> None:
    facts = (
        fact("ocak-5", "1921-01-05"),
        fact("mart-1", "1921-03-01"),
        fact("haziran-15", "1921-06-15"),
        fact("aralik-30", "1922-12-30"),
    )
    found = day(library(*facts), *asked)
    assert found.nearest
    assert found.asked == asked
    assert [one.id for one in found.facts] == nearest


def test_a_day_without_events_is_said_to_be_one() -> None:
    known = library(fact("gümrü", "1920-12-02"))
    text = plain(day_blocks(known, day(known, 12, 5)))
    assert text.startswith("5 Aralık gününe ait kayıtlı olay yok. En yakın günler:\n• 2 Aralık 1920: ")


def test_no_days_at_all() -> None:
    assert plain(day_blocks(library(), day(library(), 3, 16))) == "Kayıtlı günlük olay yok."


def test_a_preferred_fact_with_a_rival_is_marked_as_disputed() -> None:
    known = library(fact("a", "1921-03-16", rank="preferred"), fact("b", "1921-03-18", disputes="olay/a"))
    assert plain(day_blocks(known, day(known, 3, 16))) == (
        "16 Mart\n• 16 Mart 1921 (tarihi tartışmalı): a oldu. (Kaynak: Topal 2018, s. 322 ✔)"
    )


def within(known: Library, first: str, last: str = "") -> list[str]:
    period = period_between(first, last or first)
    assert period
    return [one.id for one in Calendar(known).within(period)]


CONFERENCE = fact("konferans", "1920-04-18/1920-04-26")
NIGHT = (
    fact("gece", "1920-12-02/1920-12-03", rank="preferred"),
    fact("ilk-gün", "1920-12-02", disputes="olay/gece"),
    fact("ikinci-gün", "1920-12-03", disputes="olay/gece"),
    fact("başka-gün", "1920-12-04", disputes="olay/gece"),
)
CHRONICLE = (
    fact("mart-15", "1921-03-15"),
    fact("mart-16", "1921-03-16"),
    fact("mart", "1921-03"),
    fact("ilkbahar", "1921-03/1921-05"),
    fact("yıl", "1921"),
    fact("savaş", "1920-12-02/1921-10-13"),
    fact("yüzyıl", "1914/1923"),
    fact("başka-mart", "1922-03-16"),
    fact("dolayları", "1921-03-20~"),
    fact("yanlış", "1921-03-17", rank="deprecated"),
)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        pytest.param("1921-03", "", ["mart-15", "mart-16", "yanlış", "dolayları", "mart", "ilkbahar"], id="month"),
        pytest.param("1921", "", ["mart-15", "mart-16", "yanlış", "dolayları", "mart", "ilkbahar", "yıl"], id="year"),
        pytest.param("1921-03-16", "1921-03-31", ["mart-16", "yanlış", "dolayları"], id="days"),
        pytest.param("1921-03-01", "1921-03-31", ["mart-15", "mart-16", "yanlış", "dolayları", "mart"], id="all-days-of-the-month"),
        pytest.param("1921-05", "", ["ilkbahar"], id="months"),
        pytest.param("03-16", "", ["mart-16", "başka-mart"], id="day-of-every-year"),
        pytest.param("03", "", ["mart-15", "mart-16", "yanlış", "dolayları", "mart", "ilkbahar", "başka-mart"], id="month-of-every-year"),
        pytest.param("1914", "1923", ["savaş", "mart-15", "mart-16", "yanlış", "dolayları", "mart", "ilkbahar", "yıl", "başka-mart", "yüzyıl"], id="years"),
        pytest.param("1919", "", [], id="nothing"),
    ],
)  # fmt: skip
def test_a_period_is_told_in_order_of_date_what_is_known_less_finely_behind(first: str, last: str, told: list[str]) -> None:
    assert within(library(*CHRONICLE), first, last) == told


@pytest.mark.parametrize(
    ("first", "told"),
    [("1920-04-17", []), ("1920-04-18", ["konferans"]), ("04-26", ["konferans"]), ("1920-04-27", []), ("1920-04", ["konferans"])],
)
def test_a_span_is_told_on_each_of_its_days(first: str, told: list[str]) -> None:
    assert within(library(CONFERENCE), first) == told


def test_readings_that_lie_in_a_span_are_told_by_the_span() -> None:
    known = library(*NIGHT)
    assert within(known, "1920-12") == ["gece", "başka-gün"]
    assert within(known, "12-02") == ["gece"]
    assert within(known, "12-04") == ["başka-gün"]


@pytest.mark.parametrize(
    ("day", "around"),
    [
        ("1921-03-16", ["1921-03-15", "1922-03-16"]), ("1921-03-15", ["1921-03-16"]), ("1922-03-16", ["1921-03-16"]), ("1930-01-01", ["1922-03-16"]),
        ("03-16", ["03-15"]), ("03-15", ["03-16"]), ("01-01", ["03-15", "03-16"]),
    ],
)  # fmt: skip
def test_the_days_around_a_day(day: str, around: list[str]) -> None:
    period = period_between(day, day)
    assert period
    assert period.day
    found = Calendar(library(*CHRONICLE)).around(period.day)
    assert sorted(period_of(one).ends[0] for one in found) == around


def test_nearest_days_go_over_new_year() -> None:
    assert nearest_days({(12, 30), (1, 5), (6, 1)}, 1, 1) == [(12, 30), (1, 5)]


@pytest.fixture(scope="module")
def table(embedded: Prepared) -> dict[DayOfYear, tuple[Fact, ...]]:
    return day_table(embedded[0])


def test_enough_days_of_the_year_have_an_event(table: dict[DayOfYear, tuple[Fact, ...]]) -> None:
    print(f"days of the year with an event: {len(table)} of 366")
    assert len(table) >= 150


def test_no_fact_of_the_table_is_deprecated_or_disputes_another(table: dict[DayOfYear, tuple[Fact, ...]]) -> None:
    shown = [one for facts in table.values() for one in facts]
    assert [one.name for one in shown if one.rank == "deprecated" or one.disputes or not (one.date and one.date.is_day)] == []


def test_every_fact_of_the_table_stands_alone(embedded: Prepared, table: dict[DayOfYear, tuple[Fact, ...]]) -> None:
    """The sentence tells the day, the post its year; it does not begin with a word that points back at another sentence."""
    pointing = re.compile(r"(Bu|O|Şu|Bunun|Buna|Bunu|Onun|Ona|Aynı|Orada|Burada|Sonra|Ardından|Böylece)\b")
    for when, facts in table.items():
        for one in facts:
            assert re.search(rf"(?<!\d){when[1]}(?!\d)", one.says), f"{one.name}: {one.says}"
            assert not pointing.match(one.says), f"{one.name}: {one.says}"
    lines = plain(day_blocks(embedded[0], day(embedded[0], 3, 16))).splitlines()
    assert len(lines) >= 3
    assert [line for line in lines[1:] if not re.match(r"• 16 Mart 19\d\d", line) or "Kaynak: " not in line] == []


def test_every_day_of_the_year_has_something_to_say(embedded: Prepared, table: dict[DayOfYear, tuple[Fact, ...]]) -> None:
    for number in range(366):
        when = date(2000, 1, 1) + timedelta(days=number)
        found = day(embedded[0], when.month, when.day)
        assert found.facts
        assert found.nearest is ((when.month, when.day) not in table)


def test_the_day_of_the_moscow_treaty_leads_with_it(table: dict[DayOfYear, tuple[Fact, ...]]) -> None:
    assert table[3, 16][0].name == "moskova-antlasmasi/imza-tarihi"
    told = [one.significance for one in table[3, 16]]
    assert len(told) > 1
    assert told == sorted(told, reverse=True)


def test_an_event_leads_its_day_also_where_its_definition_tells_it(table: dict[DayOfYear, tuple[Fact, ...]]) -> None:
    leading = {when: [one.name for one in facts][:2] for when, facts in table.items()}
    assert "istanbulun-isgali/tanim" in leading[3, 16]
    assert "karsin-kurtulusu/tanim" in leading[10, 30]
    assert leading[11, 1][0] == "saltanatin-kaldirilmasi/tanim"
    assert leading[2, 23][0] == "ardahan-artvin-alinisi/tanim"


def test_who_a_person_is_is_no_event_of_a_day(embedded: Prepared, table: dict[DayOfYear, tuple[Fact, ...]]) -> None:
    kinds = {entry.id: entry.kind for entry in embedded[0].entries.values()}
    assert [one.name for facts in table.values() for one in facts if one.id == DEFINITION and kinds[one.entry] == "person"] == []


def test_what_the_editors_correct_is_not_posted_without_their_note(
    embedded: Prepared, table: dict[DayOfYear, tuple[Fact, ...]]
) -> None:
    noted = [(when, one) for when, facts in table.items() for one in facts if one.editor_note]
    assert noted
    posts = {when: plain(day_blocks(embedded[0], day(embedded[0], *when))) for when, _ in noted}
    assert [one.name for when, one in noted if one.says in posts[when] and "Editör notu" not in posts[when]] == []
