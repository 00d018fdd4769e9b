"""What the desk may rely on, whichever store it has."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mmbot.desk.records import Draft, Miss, Parcel, Records, Subscription, Waiting, private_place
from mmbot.model import Person

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
DAY = NOW.date()
AYSE, VELI, ANN = Person("telegram", "7"), Person("telegram", "8"), Person("discord", "7")
GROUP, SUPERGROUP = "telegram:-100", "telegram:-100200"


class TestSubscriptions:
    def test_comes_back_as_it_was_ordered(self, records: Records) -> None:
        ordered = Subscription(GROUP, time(8, 30), "Europe/Berlin", "en", AYSE)
        records.subscriptions.put(ordered)
        assert records.subscriptions.get(GROUP) == ordered

    def test_a_place_has_one(self, records: Records) -> None:
        records.subscriptions.put(Subscription(GROUP, time(8), by=AYSE))
        records.subscriptions.put(Subscription(GROUP, time(9)))
        assert records.subscriptions.all() == [Subscription(GROUP, time(9))]

    def test_all_are_in_the_order_of_places(self, records: Records) -> None:
        for place in ("telegram:9", "discord:5", GROUP):
            records.subscriptions.put(Subscription(place, time(8)))
        assert [each.place for each in records.subscriptions.all()] == ["discord:5", GROUP, "telegram:9"]

    def test_ends_once(self, records: Records) -> None:
        records.subscriptions.put(Subscription(GROUP, time(8)))
        assert records.subscriptions.end(GROUP)
        assert not records.subscriptions.end(GROUP)
        assert records.subscriptions.get(GROUP) is None


class TestMovingPlace:
    def test_everything_moves(self, records: Records) -> None:
        records.subscriptions.put(Subscription(GROUP, time(8), by=AYSE))
        records.posts.claim(GROUP, DAY, NOW)
        records.posts.sent(GROUP, DAY, ["a/b"])
        miss = records.misses.note("soru", "", NOW)
        records.misses.wait(miss, AYSE, GROUP)
        records.outbox.put("telegram", GROUP, "x", NOW)
        records.subscriptions.move(GROUP, SUPERGROUP)
        assert records.subscriptions.all() == [Subscription(SUPERGROUP, time(8), by=AYSE)]
        assert (records.posts.claimed(GROUP, DAY), records.posts.claimed(SUPERGROUP, DAY)) == (False, True)
        assert (records.posts.told_since(GROUP, DAY), records.posts.told_since(SUPERGROUP, DAY)) == (frozenset(), {"a/b"})
        assert records.misses.settle([miss], fact="a/b") == [Waiting(AYSE, SUPERGROUP)]
        parcel = records.outbox.take("telegram", NOW)
        assert parcel is not None
        assert parcel.place == SUPERGROUP

    def test_what_the_new_place_has_stays(self, records: Records) -> None:
        records.subscriptions.put(Subscription(GROUP, time(8)))
        records.subscriptions.put(Subscription(SUPERGROUP, time(9)))
        records.posts.sent(GROUP, DAY, ["a/old"])
        records.posts.claim(SUPERGROUP, DAY, NOW)
        records.posts.sent(SUPERGROUP, DAY - timedelta(1), ["a/new"])
        records.subscriptions.move(GROUP, SUPERGROUP)
        assert records.subscriptions.all() == [Subscription(SUPERGROUP, time(9))]
        assert records.posts.told_since(SUPERGROUP, DAY - timedelta(1)) == {"a/old", "a/new"}
        records.posts.release(SUPERGROUP, DAY)  # it was sent under the old name: it stays claimed
        assert records.posts.claimed(SUPERGROUP, DAY)

    def test_to_itself_changes_nothing(self, records: Records) -> None:
        records.subscriptions.put(Subscription(GROUP, time(8)))
        records.posts.sent(GROUP, DAY, ["a/b"])
        records.subscriptions.move(GROUP, GROUP)
        assert records.subscriptions.get(GROUP) is not None
        assert records.posts.told_since(GROUP, DAY) == {"a/b"}


class TestPosts:
    def test_a_claim_is_won_once(self, records: Records) -> None:
        assert not records.posts.claimed(GROUP, DAY)
        assert records.posts.claim(GROUP, DAY, NOW)
        assert not records.posts.claim(GROUP, DAY, NOW + timedelta(hours=1))
        assert records.posts.claimed(GROUP, DAY)

    def test_places_and_days_do_not_disturb_each_other(self, records: Records) -> None:
        assert records.posts.claim(GROUP, DAY, NOW)
        assert records.posts.claim(SUPERGROUP, DAY, NOW)
        assert records.posts.claim(GROUP, DAY + timedelta(1), NOW)

    def test_a_released_claim_can_be_won_again(self, records: Records) -> None:
        records.posts.claim(GROUP, DAY, NOW)
        records.posts.release(GROUP, DAY)
        assert not records.posts.claimed(GROUP, DAY)
        assert records.posts.claim(GROUP, DAY, NOW)

    def test_what_was_sent_cannot_be_released(self, records: Records) -> None:
        records.posts.claim(GROUP, DAY, NOW)
        records.posts.sent(GROUP, DAY, ["a/b"])
        records.posts.release(GROUP, DAY)
        assert not records.posts.claim(GROUP, DAY, NOW)

    def test_what_was_sent_counts_as_claimed(self, records: Records) -> None:
        records.posts.sent(GROUP, DAY, [])
        assert not records.posts.claim(GROUP, DAY, NOW)

    @pytest.mark.parametrize(
        ("since", "told"),
        [(DAY - timedelta(2), {"a/1", "a/2", "b/1"}), (DAY, {"a/2", "b/1"}), (DAY + timedelta(1), set())],
        ids=["both-days", "that-day-included", "later"],
    )
    def test_tells_what_was_told_since(self, records: Records, since: date, told: set[str]) -> None:
        records.posts.sent(GROUP, DAY - timedelta(1), ["a/1", "a/2"])
        records.posts.sent(GROUP, DAY, ["a/2", "b/1"])
        records.posts.sent(GROUP, DAY, ["a/2"])  # told twice is told
        records.posts.sent(SUPERGROUP, DAY, ["elsewhere/1"])
        assert records.posts.told_since(GROUP, since) == told


class TestMisses:
    def test_the_same_text_is_counted(self, records: Records) -> None:
        first = records.misses.note("sevr kim imzaladi", "", NOW)
        assert records.misses.note("sevr kim imzaladi", "sevr", NOW + timedelta(hours=1)) == first
        assert records.misses.note("sevr kim imzaladi", "", NOW + timedelta(minutes=1)) == first
        assert records.misses.get(first) == Miss(first, "sevr kim imzaladi", "sevr", 3, NOW + timedelta(hours=1))

    def test_the_most_frequent_comes_first(self, records: Records) -> None:
        for text in ("bir", "iki", "uc", "iki"):
            records.misses.note(text, "", NOW)
        records.misses.note("bir bucuk", "", NOW + timedelta(hours=1))
        assert [miss.folded for miss in records.misses.open()] == ["iki", "bir bucuk", "bir", "uc"]

    def test_forwarding_is_counted(self, records: Records) -> None:
        miss = records.misses.note("bir", "", NOW)
        assert records.misses.forward(miss)
        assert records.misses.forward(miss)
        assert [each.forwarded for each in records.misses.open()] == [2]

    def test_what_is_noted_apart_is_open_once_it_is_passed_on_or_waited_for_or_missed_otherwise(self, records: Records) -> None:
        numbers = [records.misses.note(text, "", NOW, apart=True) for text in ("hava", "futbol", "yemek", "borsa")]
        assert records.misses.open() == []
        assert records.misses.note("hava", "", NOW, apart=True) == numbers[0]
        records.misses.forward(numbers[0])
        records.misses.wait(numbers[1], AYSE, GROUP)
        records.misses.note("yemek", "", NOW)
        records.misses.note("yemek", "", NOW, apart=True)
        assert {miss.folded: miss.count for miss in records.misses.open()} == {"yemek": 3, "hava": 2, "futbol": 1}

    def test_what_is_gone_is_said_to_be_gone(self, records: Records) -> None:
        assert records.misses.get(99) is None
        assert not records.misses.forward(99)
        assert not records.misses.wait(99, AYSE, GROUP)
        assert records.misses.settle([99], fact="a/b") == []

    def test_each_who_waits_is_told_once(self, records: Records) -> None:
        one, two = records.misses.note("bir", "", NOW), records.misses.note("iki", "", NOW)
        for miss, person, place in [
            (one, AYSE, GROUP),
            (one, AYSE, GROUP),
            (two, AYSE, GROUP),
            (two, VELI, "telegram:8"),
            (one, ANN, "discord:1"),
        ]:
            assert records.misses.wait(miss, person, place, "en" if person == ANN else "tr")
        told = records.misses.settle([one, two], fact="a/b")
        assert Counter(told) == Counter([Waiting(AYSE, GROUP), Waiting(VELI, "telegram:8"), Waiting(ANN, "discord:1", "en")])
        assert records.misses.settle([one, two], fact="a/b") == []

    def test_a_settled_one_is_no_longer_open(self, records: Records) -> None:
        miss = records.misses.note("bir", "", NOW)
        records.misses.settle([miss], fact="a/b")
        assert records.misses.open() == []
        assert records.misses.get(miss) is not None
        assert not records.misses.wait(miss, AYSE, GROUP), "nobody would ever tell him"

    def test_a_settled_one_that_is_missed_again_is_open_again(self, records: Records) -> None:
        miss = records.misses.note("bir", "", NOW)
        records.misses.forward(miss)
        records.misses.settle([miss], fact="a/b")
        assert records.misses.note("bir", "", NOW) == miss
        assert records.misses.open() == [Miss(miss, "bir", "", 2, NOW, forwarded=0)]
        assert records.misses.wait(miss, AYSE, GROUP)

    def test_an_ignored_one_stays_ignored(self, records: Records) -> None:
        miss = records.misses.note("bir", "", NOW)
        records.misses.wait(miss, AYSE, GROUP)
        assert records.misses.settle([miss]) == [], "nobody is told of a question that is ignored"
        assert records.misses.note("bir", "", NOW) == miss
        assert records.misses.open() == []
        assert not records.misses.wait(miss, AYSE, GROUP)


class TestCounts:
    def test_outcomes(self, records: Records) -> None:
        for day, outcome, entry in [
            (DAY, "unknown", ""),
            (DAY, "answered", "a"),
            (DAY, "answered", "a"),
            (DAY - timedelta(1), "answered", "a"),
        ]:
            records.counts.add({(day, outcome, entry): 1})
        assert records.counts.outcomes(DAY) == [(DAY, "answered", "a", 2), (DAY, "unknown", "", 1)]
        assert len(records.counts.outcomes(DAY - timedelta(1))) == 3

    def test_complaints(self, records: Records) -> None:
        for fact, kind in [("a/1", "date"), ("b/1", "source"), ("b/1", "source")]:
            records.counts.feedback(fact, kind)
        assert records.counts.complaints() == [("b/1", "source", 2), ("a/1", "date", 1)]


class TestDrafts:
    def test_one_a_person(self, records: Records) -> None:
        records.drafts.put(AYSE, Draft("propose", {"fact": "a/1"}, 1, NOW))
        records.drafts.put(AYSE, Draft("correct", {"says": "Kâzım’ın"}, 2, NOW))
        records.drafts.put(ANN, Draft("propose"))
        assert records.drafts.get(AYSE) == Draft("correct", {"says": "Kâzım’ın"}, 2, NOW)
        assert records.drafts.get(ANN) == Draft("propose", {}, 0, None)
        assert records.drafts.get(VELI) is None

    def test_is_dropped_once(self, records: Records) -> None:
        records.drafts.put(AYSE, Draft("propose"))
        assert records.drafts.drop(AYSE)
        assert not records.drafts.drop(AYSE)


class TestOutbox:
    def test_hands_out_in_order_each_once(self, records: Records) -> None:
        for body in ("bir", "iki"):
            records.outbox.put("telegram", GROUP, body, NOW)
        taken = [records.outbox.take("telegram", NOW) for _ in range(3)]
        assert [parcel and parcel.body for parcel in taken] == ["bir", "iki", None]

    def test_each_platform_has_its_own(self, records: Records) -> None:
        records.outbox.put("telegram", GROUP, "x", NOW)
        assert records.outbox.take("discord", NOW) is None
        parcel = records.outbox.take("telegram", NOW)
        assert parcel == Parcel(parcel.id if parcel else 0, "telegram", GROUP, "x")

    def test_what_was_taken_is_never_handed_out_again_by_itself(self, records: Records) -> None:
        records.outbox.put("telegram", GROUP, "x", NOW)
        records.outbox.take("telegram", NOW)
        assert all(records.outbox.take("telegram", NOW + timedelta(hours=hours)) is None for hours in range(80))

    def test_what_is_given_back_comes_again_after_ever_longer_pauses_five_times_in_all(self, records: Records) -> None:
        records.outbox.put("telegram", GROUP, "x", NOW)
        assert _minutes_of_attempts(records) == [0, 1, 11, 71, 431]

    def test_is_dropped_after_three_days(self, records: Records) -> None:
        records.outbox.put("telegram", GROUP, "x", NOW)
        assert records.outbox.take("telegram", NOW + timedelta(days=3, seconds=1)) is None
        assert records.outbox.take("telegram", NOW + timedelta(days=3)) is not None

    def test_given_back_twice_is_given_back_once(self, records: Records) -> None:
        records.outbox.put("telegram", GROUP, "x", NOW)
        parcel = records.outbox.take("telegram", NOW)
        assert parcel is not None
        records.outbox.give_back(parcel)
        records.outbox.give_back(parcel)
        later = NOW + timedelta(minutes=1)
        assert [records.outbox.take("telegram", later), records.outbox.take("telegram", later)] == [parcel, None]

    def test_one_that_waits_does_not_hold_up_the_others(self, records: Records) -> None:
        records.outbox.put("telegram", GROUP, "bir", NOW)
        parcel = records.outbox.take("telegram", NOW)
        assert parcel is not None
        records.outbox.give_back(parcel)
        records.outbox.put("telegram", GROUP, "iki", NOW)
        following = records.outbox.take("telegram", NOW)
        assert following is not None
        assert following.body == "iki"


def _minutes_of_attempts(records: Records) -> list[int]:
    attempts = []
    for minute in (*range(440), *range(440, 3 * 24 * 60, 10)):
        parcel = records.outbox.take("telegram", NOW + timedelta(minutes=minute))
        if parcel is not None:
            attempts.append(minute)
            records.outbox.give_back(parcel)
    return attempts


class TestPeople:
    def _fill(self, records: Records, person: Person) -> None:
        records.subscriptions.put(Subscription(f"{GROUP}{person.id}{person.platform}", time(8), by=person))
        records.subscriptions.put(Subscription(private_place(person), time(9)))
        records.posts.sent(private_place(person), DAY, ["a/b"])
        records.misses.wait(records.misses.note("soru", "", NOW), person, GROUP)
        records.drafts.put(person, Draft("propose", {"says": "öyle değil"}))
        records.outbox.put(person.platform, private_place(person), "{}", NOW)

    def test_nothing_is_kept_about_a_stranger(self, records: Records) -> None:
        self._fill(records, AYSE)
        assert records.people.data_of(ANN) == {}
        assert records.people.forget(ANN) == 0

    def test_tells_all_that_is_kept(self, records: Records) -> None:
        self._fill(records, AYSE)
        data = records.people.data_of(AYSE)
        assert {kind: len(things) for kind, things in data.items()} == {
            "subscriptions": 2, "posts": 1, "waiting": 1, "drafts": 1, "outbox": 1,
        }  # fmt: skip
        assert data["drafts"] == ["propose: says=öyle değil"]
        assert data["waiting"] == [f"soru ({GROUP})"]

    def test_forgets_all_of_it_and_nothing_of_others(self, records: Records) -> None:
        for person in (AYSE, VELI, ANN):
            self._fill(records, person)
        before = [records.people.data_of(person) for person in (VELI, ANN)]
        assert records.people.forget(AYSE) == 6
        assert records.people.data_of(AYSE) == {}
        assert [records.people.data_of(person) for person in (VELI, ANN)] == before
        assert [miss.folded for miss in records.misses.open()] == ["soru"], "the question does not know who asked it"
        assert AYSE not in {one.person for one in records.misses.settle([1], fact="a/b")}
        assert records.outbox.take("telegram", NOW) != records.outbox.take("telegram", NOW), "only one is left"


class TestNotebook:
    def test_an_update_is_new_once_on_each_platform(self, records: Records) -> None:
        assert records.notebook.first_times("telegram", ["1"], NOW) == [True]
        assert records.notebook.first_times("discord", ["1"], NOW) == [True]
        assert records.notebook.first_times("telegram", ["1"], NOW + timedelta(hours=1)) == [False]

    def test_of_several_updates_each_is_new_once(self, records: Records) -> None:
        records.notebook.first_times("telegram", ["2"], NOW)
        assert records.notebook.first_times("telegram", ["1", "2", "3", "1"], NOW) == [True, False, True, False]
        assert records.notebook.first_times("telegram", ["3"], NOW) == [False]
        assert records.notebook.first_times("telegram", [], NOW) == []

    def test_reads_what_was_written_last(self, records: Records) -> None:
        assert records.notebook.read("menu") == ""
        records.notebook.write("menu", "abc")
        records.notebook.write("menu", "def")
        assert records.notebook.read("menu") == "def"


class TestPurge:
    @pytest.mark.parametrize(("days", "kept"), [(90, True), (91, False)])
    @pytest.mark.parametrize("fact", ["", "a/b", None], ids=["ignored", "settled", "open"])
    def test_misses(self, records: Records, days: int, kept: bool, fact: str | None) -> None:
        miss = records.misses.note("bir", "", NOW - timedelta(days=200))
        records.misses.note("bir", "", NOW)
        records.misses.wait(miss, AYSE, GROUP)
        if fact is not None:
            records.misses.settle([miss], fact=fact)
        records.purge(NOW + timedelta(days=days))
        assert (records.misses.get(miss) is not None) == kept
        if not kept:
            assert records.people.data_of(AYSE) == {}
            assert records.misses.note("bir", "", NOW) != miss, "an old button must not come to mean another question"

    @pytest.mark.parametrize(("days", "kept"), [(3, True), (4, False)])
    def test_handled_updates(self, records: Records, days: int, kept: bool) -> None:
        records.notebook.first_times("telegram", ["1"], NOW)
        records.purge(NOW + timedelta(days=days))
        assert records.notebook.first_times("telegram", ["1"], NOW) == [not kept]

    @pytest.mark.parametrize(("until", "kept"), [(NOW - timedelta(seconds=1), False), (NOW, True), (None, True)])
    def test_drafts(self, records: Records, until: datetime | None, kept: bool) -> None:
        records.drafts.put(AYSE, Draft("propose", until=until))
        records.purge(NOW)
        assert (records.drafts.get(AYSE) is not None) == kept

    @pytest.mark.parametrize(("days", "kept"), [(729, True), (732, False)])
    def test_posts(self, records: Records, days: int, kept: bool) -> None:
        records.posts.sent(GROUP, DAY, ["a/b"])
        records.purge(NOW + timedelta(days=days))
        assert records.posts.claimed(GROUP, DAY) == kept
        assert (records.posts.told_since(GROUP, DAY) == {"a/b"}) == kept

    def test_numbers_and_subscriptions_stay(self, records: Records) -> None:
        records.counts.add({(DAY, "answered", "a"): 1})
        records.counts.feedback("a/1", "date")
        records.subscriptions.put(Subscription(GROUP, time(8)))
        records.notebook.write("menu", "abc")
        records.purge(NOW + timedelta(days=9999))
        assert records.counts.outcomes(DAY)
        assert records.counts.complaints()
        assert records.subscriptions.all()
        assert records.notebook.read("menu")


@pytest.mark.parametrize("hours", [-12, 0, 3, 14])
def test_a_moment_is_the_same_in_every_time_zone(records: Records, hours: int) -> None:
    there = NOW.astimezone(timezone(timedelta(hours=hours)))
    miss = records.misses.note("bir", "", there)
    records.outbox.put("telegram", GROUP, "x", there)
    found = records.misses.get(miss)
    assert found is not None
    assert found.last == NOW
    assert found.last.utcoffset() == timedelta(0)
    assert records.outbox.take("telegram", NOW - timedelta(seconds=1)) is None
    assert records.outbox.take("telegram", NOW) is not None


def test_a_moment_without_time_zone_is_refused(records: Records) -> None:
    with pytest.raises(ValueError, match="has no time zone"):
        records.misses.note("bir", "", NOW.replace(tzinfo=None))
    assert records.misses.open() == []


def test_finishing_twice_is_finishing(records: Records) -> None:
    records.close()
    records.close()


# One database for all examples: to open one takes longer than to try ten.
FROM_ONE = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FROM_ONE
@given(values=st.dictionaries(st.text(), st.text()), form=st.text(), key=st.text(), step=st.integers(0, 99))
@example(
    values={"\0": "\x1a0"}, form="\x1a1\0", key="\0\x1a\x1a0", step=1
)  # NUL, which PostgreSQL does not keep, and what stands for it
def test_any_text_comes_back_as_it_went_in(records: Records, values: dict[str, str], form: str, key: str, step: int) -> None:
    person, draft = Person("telegram", key), Draft(form, values, step)
    records.drafts.put(person, draft)
    records.notebook.write(key, form)
    assert records.drafts.get(person) == draft
    assert records.notebook.read(key) == form
    assert len(records.people.data_of(person)["drafts"]) == 1


@FROM_ONE
@given(st.lists(st.sampled_from(["put", "take", "give back", "wait", "purge"]), max_size=60))
def test_no_parcel_is_in_two_hands_or_tried_more_than_five_times(records: Records, steps: list[str]) -> None:
    records.purge(NOW + timedelta(days=99))
    now, held, tried = NOW, list[Parcel](), Counter[str]()
    for number, step in enumerate(steps):
        if step == "put":
            records.outbox.put("telegram", GROUP, str(number), now)
        elif step == "take" and (parcel := records.outbox.take("telegram", now)):
            assert parcel not in held
            held.append(parcel)
            tried[parcel.body] += 1
        elif step == "give back" and held:
            records.outbox.give_back(held.pop(0))
        elif step == "wait":
            now += timedelta(hours=7)
        elif step == "purge":
            records.purge(now)
    assert not tried or max(tried.values()) <= 5
