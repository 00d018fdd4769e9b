"""Who asks to be forgotten is not to be found in the file any more."""

from datetime import UTC, datetime, time
from pathlib import Path

from mmbot.desk.records import Draft, Subscription, private_place
from mmbot.model import Person
from mmbot.store.sqlite import SqliteRecords

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)


def test_not_even_in_the_free_pages(path: str) -> None:
    records = SqliteRecords(path)
    for person in (Person("telegram", "7700770077"), Person("discord", "8800880088")):
        here = private_place(person)
        records.subscriptions.put(Subscription(here, time(9), by=person))
        records.posts.sent(here, NOW.date(), ["a/b"])
        records.misses.wait(records.misses.note("soru", "", NOW), person, here)
        records.drafts.put(person, Draft("propose", {"name": person.id}))
        for _ in range(200):
            records.outbox.put(person.platform, here, person.id, NOW)
        records.outbox.take(person.platform, NOW)
    records.people.forget(Person("telegram", "7700770077"))
    records.close()
    content = Path(path).read_bytes()
    assert b"8800880088" in content
    assert b"7700770077" not in content
