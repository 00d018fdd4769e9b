"""Unanswered questions are put together; counts are added up without people."""

from datetime import UTC, date, datetime

import pytest

from mmbot.desk.records import Miss
from mmbot.moderation.clusters import cluster_of, clusters
from mmbot.moderation.figures import figures

NOW = datetime(2026, 3, 16, tzinfo=UTC)


def miss(number: int, text: str, count: int = 1, entry: str = "", forwarded: int = 0) -> Miss:
    return Miss(number, text, entry, count, NOW, forwarded)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        pytest.param("sevr ne zaman imzalandi", "sevr ne zaman imzalandi acaba", True, id="nearly-the-same"),
        pytest.param("sevr ne zaman imzalandi", "sevr antlasmasi ne zaman imzalandi", True, id="more-words"),
        pytest.param("sevr antlasmasi ne zaman imzalandi", "sevr ne zaman imzalandi", True, id="fewer-words"),
        pytest.param("sevr ne zaman imzalandi", "lozan ne zaman imzalandi", False, id="another-matter"),
        pytest.param("sevr ne zaman imzalandi", "sevri kim imzaladi", False, id="another-kind-of-question"),
    ],
)
def test_what_asks_the_same_is_one_cluster(one: str, other: str, together: bool) -> None:
    found = clusters([miss(1, one, 2), miss(2, other)])
    assert len(found) == (1 if together else 2)
    assert found[0].text == one


def test_another_entry_is_another_cluster() -> None:
    assert len(clusters([miss(1, "kac sayfa", entry="kars"), miss(2, "kac sayfa", entry="moskova")])) == 2


def test_the_most_wanted_come_first() -> None:
    found = clusters([miss(1, "elma nedir", 9), miss(2, "armut nerede", 1, forwarded=2), miss(3, "kiraz kim", 4)])
    assert [one.text for one in found] == ["armut nerede", "elma nedir", "kiraz kim"]


def test_a_cluster_is_found_by_any_of_its_questions() -> None:
    misses = [miss(1, "sevr ne zaman imzalandi", 5), miss(2, "sevr antlasmasi ne zaman imzalandi", 1), miss(3, "lozan nerede", 1)]
    found = cluster_of(misses, 2)
    assert found is not None
    assert (found.id, found.ids, found.count) == (1, (1, 2), 6)
    assert cluster_of(misses, 9) is None
    assert clusters([]) == []


def test_figures() -> None:
    monday, tuesday = date(2026, 3, 16), date(2026, 3, 17)
    outcomes = [
        (monday, "answered", "kars", 3),
        (monday, "unknown", "", 2),
        (tuesday, "ambiguous", "kars", 1),
        (tuesday, "answered", "moskova", 1),
    ]
    found = figures(outcomes, [("kars/tanim", "date", 2), ("kars/tanim", "source", 1), ("moskova/tanim", "date", 1)])
    assert (found.asked, found.total) == (7, {"answered": 4, "ambiguous": 1, "unknown": 2})
    assert [(day, counts["answered"]) for day, counts in found.days] == [(tuesday, 1), (monday, 3)]
    assert [entry for entry, _ in found.entries] == ["kars", "moskova"]
    assert found.complaints[0] == ("kars/tanim", {"date": 2, "source": 1})
    assert figures([], []).asked == 0
