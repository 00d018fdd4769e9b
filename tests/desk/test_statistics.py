"""“/istatistik”: numbers without people."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fakes import FakeClock
from moderated import TREATY, World, open_world, said


@pytest.fixture
def world(folder: Path, articles: Path, clock: FakeClock) -> Iterator[World]:
    yield from open_world(folder, articles, clock)


def test_by_day_entry_and_complaint(world: World) -> None:
    world.ask("Örnek Kongresi kaç gün sürdü?")
    world.clock.advance(days=1)
    world.ask("Örnek Kongresi kaç gün sürdü?")
    world.ask("Sevr ne zaman imzalandı?")
    world.records.counts.feedback(f"{TREATY}/imza-tarihi", "date")
    assert said(world.run("istatistik")).splitlines() == [
        "Son 7 gün: 3 soru",
        "yanıtlandı 2 · geri soruldu 0 · bilinmedi 1",
        "Günlere göre (yanıtlandı / geri soruldu / bilinmedi):",
        "• 17 Mart 2026: 1 / 0 / 1",
        "• 16 Mart 2026: 1 / 0 / 0",
        "En çok sorulan maddeler:",
        "• Örnek Kongresi: 2 / 0 / 0",
        "Hata bildirimleri (bugüne dek):",
        "• ornek-antlasmasi/imza-tarihi: Tarih yanlış 1",
    ]
    assert "telegram" not in said(world.run("istatistik"))
    assert said(world.run("istatistik", "1")).startswith("Son 1 gün: 2 soru")


NO_NUMBER = "bir gün sayısı değil"
DAYS = [
    ("30", "Son 30 günde hiç soru"),
    ("30 gün", "Son 30 günde"),
    ("366", "Son 366"),
    *((typed, NO_NUMBER) for typed in ("0", "367", "elma", "9" * 99)),
]


@pytest.mark.parametrize(("typed", "told"), DAYS)
def test_the_figures_are_of_the_days_asked_for(world: World, typed: str, told: str) -> None:
    assert told in said(world.run("istatistik", typed))
