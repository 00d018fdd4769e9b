"""What moderation may rely on, whichever store it has."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Protocol

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mmbot.dates import parse_edtf
from mmbot.desk.records import Records
from mmbot.model import Citation, Entry, Fact, Person
from mmbot.moderation.proposals import AlreadyDecided, Draft, StaleRevision, State
from mmbot.moderation.records import ModerationRecords
from mmbot.store.opening import open_records
from mmbot.store.tables.everything import StoredRecords
from postgres_server import PostgresServer

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
AYSE, VELI, ANN = Person("telegram", "7"), Person("telegram", "8"), Person("discord", "7")
CITATION = Citation("ornek-2000", "1", ("örnek antlaşması", "a, b"), "5", verified=True)
FACT = Fact("tanim", "ornek", ("what",), "Örnek bir antlaşmadır.", (CITATION, replace(CITATION, page="2", verified=False)))
ENTRY = Entry("ornek", "treaty", "Örnek: Antlaşma", ("Örnek Muahedesi",), (FACT,))
DRAFT = Draft("change", "ornek", "tanim", {"says": "Başka: söz", "questions": "bir\niki"}, (CITATION,), "Çünkü öyle.")


class Everything(Records, ModerationRecords, Protocol):
    """What the desk and moderation need, kept by one object."""


def saying(text: str, entry: str = "ornek") -> Entry:
    return Entry(entry, "treaty", text, (), (replace(FACT, entry=entry, date=parse_edtf("1921-03-16")),))


class TestRevisions:
    def test_an_entry_comes_back_as_it_was_given(self, records: Everything) -> None:
        made = records.revisions.append(ENTRY, 0, AYSE, NOW, "Çünkü.")
        assert (made.number, made.entry, made.by, made.at, made.why, made.proposal) == (1, ENTRY, AYSE, NOW, "Çünkü.", None)
        assert records.revisions.of("ornek") == [made]

    def test_ids_count_through_all_entries_and_numbers_within_one(self, records: Everything) -> None:
        made = [records.revisions.append(saying("a", entry), seen, AYSE, NOW, "") for entry, seen in [("a", 0), ("b", 0), ("a", 1)]]
        assert [revision.number for revision in made] == [1, 1, 2]
        assert made[0].id < made[1].id < made[2].id
        assert records.revisions.since(0) == made
        assert records.revisions.since(made[0].id) == made[1:]
        assert records.revisions.since(made[2].id) == []
        assert records.revisions.of("a") == [made[2], made[0]]
        assert records.revisions.latest() == {"a": made[2], "b": made[1]}
        assert [records.revisions.number(entry) for entry in ("a", "b", "c")] == [2, 1, 0]

    @pytest.mark.parametrize("seen", [0, 2], ids=["behind", "ahead"])
    def test_a_stale_one_is_refused(self, records: Everything, seen: int) -> None:
        first = records.revisions.append(ENTRY, 0, AYSE, NOW, "")
        with pytest.raises(StaleRevision) as refused:
            records.revisions.append(saying("anders"), seen, VELI, NOW, "")
        assert (refused.value.entry, refused.value.seen, refused.value.now) == ("ornek", seen, 1)
        assert records.revisions.since(0) == [first]

    def test_an_entry_whose_making_was_undone_has_no_facts(self, records: Everything) -> None:
        undone = replace(ENTRY, facts=())
        records.revisions.append(ENTRY, 0, AYSE, NOW, "")
        assert records.revisions.append(undone, 1, AYSE, NOW, "geri").entry == undone
        assert records.revisions.latest()["ornek"].entry == undone

    def test_nobody_made_it(self, records: Everything) -> None:
        assert records.revisions.append(ENTRY, 0, None, NOW, "import").by is None

    @pytest.mark.parametrize(
        "statement",
        [
            "DELETE FROM revisions",
            "UPDATE revisions SET why = 'x'",
            "UPDATE revisions SET content = 'x', by_platform = NULL, by_person = NULL",
            "UPDATE revisions SET by_platform = 'telegram', by_person = '8'",
            "INSERT INTO revisions SELECT * FROM revisions",
            "INSERT INTO revisions SELECT 9, entry, 3, content, verified, NULL, NULL, at, why, NULL FROM revisions",
            "UPDATE revisions SET number = 2",
        ],
        ids=["delete", "change", "change-by-nobody", "another-person", "again", "leave-one-out", "renumber"],
    )
    def test_history_cannot_be_changed(self, records: StoredRecords, statement: str) -> None:
        made = records.revisions.append(ENTRY, 0, AYSE, NOW, "")
        with pytest.raises(Exception, match="revision"), records._connection.writing() as database:
            database.execute(statement)
        assert records.revisions.of("ornek") == [made]

    @pytest.mark.parametrize(
        "statement", ["INSERT OR REPLACE INTO revisions SELECT * FROM revisions", "UPDATE OR REPLACE revisions SET number = 2"]
    )
    def test_nor_by_what_only_sqlite_has(self, path: str, statement: str) -> None:
        self._refused(open_records(f"sqlite:///{path}"), statement)

    def test_nor_by_what_only_postgresql_has(self, postgres: PostgresServer) -> None:
        self._refused(open_records(postgres.emptied()), "TRUNCATE revisions")

    def _refused(self, records: StoredRecords, statement: str) -> None:
        self.test_history_cannot_be_changed(records, statement)
        records.close()


class TestProposals:
    def test_comes_back_as_it_was_handed_in(self, records: Everything) -> None:
        made = records.proposals.add(DRAFT, 3, AYSE, NOW, [4, 5])
        assert records.proposals.get(made.id) == made
        assert (made.draft, made.revision, made.by, made.at, made.state, made.misses) == (DRAFT, 3, AYSE, NOW, "open", (4, 5))
        assert records.proposals.get(made.id + 1) is None

    def test_an_approval_is_a_decision_and_a_revision(self, records: Everything) -> None:
        proposal = records.proposals.add(DRAFT, 0, AYSE, NOW)
        made = records.proposals.approve(proposal.id, ENTRY, 0, VELI, NOW + timedelta(hours=1), "Çünkü öyle.")
        assert (made.number, made.entry, made.by, made.proposal, made.why) == (1, ENTRY, VELI, proposal.id, "Çünkü öyle.")
        assert records.revisions.since(0) == [made]
        decided = records.proposals.get(proposal.id)
        assert decided == replace(proposal, state="approved", decided_by=VELI, decided_at=NOW + timedelta(hours=1))

    def test_of_two_approvals_the_second_is_told_of_the_first(self, records: Everything) -> None:
        proposal = records.proposals.add(DRAFT, 0, AYSE, NOW)
        made = records.proposals.approve(proposal.id, ENTRY, 0, VELI, NOW, "")
        with pytest.raises(AlreadyDecided) as refused:
            records.proposals.approve(proposal.id, saying("anders"), 1, ANN, NOW, "")
        assert refused.value.proposal.decided_by == VELI
        assert records.revisions.since(0) == [made]

    def test_a_stale_approval_changes_nothing(self, records: Everything) -> None:
        proposal = records.proposals.add(DRAFT, 0, AYSE, NOW)
        first = records.revisions.append(ENTRY, 0, ANN, NOW, "")
        with pytest.raises(StaleRevision):
            records.proposals.approve(proposal.id, saying("anders"), 0, VELI, NOW, "")
        assert records.proposals.get(proposal.id) == proposal
        assert records.revisions.since(0) == [first]

    @pytest.mark.parametrize("state", ["rejected", "withdrawn"])
    def test_what_is_decided_stays_so(self, records: Everything, state: State) -> None:
        proposal = records.proposals.add(DRAFT, 0, AYSE, NOW)
        decided = records.proposals.decide(proposal.id, state, VELI, NOW, "Kaynak yok.")
        assert (decided.state, decided.decided_by, decided.note) == (state, VELI, "Kaynak yok.")
        for again in (
            lambda: records.proposals.decide(proposal.id, "postponed", ANN, NOW, ""),
            lambda: records.proposals.approve(proposal.id, ENTRY, 0, ANN, NOW, ""),
            lambda: records.proposals.amend(proposal.id, DRAFT, 0),
        ):
            with pytest.raises(AlreadyDecided, match=state):
                again()
        assert records.proposals.get(proposal.id) == decided
        assert records.revisions.since(0) == []

    def test_what_is_postponed_can_be_decided(self, records: Everything) -> None:
        proposal = records.proposals.add(DRAFT, 0, AYSE, NOW)
        records.proposals.decide(proposal.id, "postponed", VELI, NOW, "Makale gelsin.")
        amended = records.proposals.amend(proposal.id, replace(DRAFT, reason="Yeni."), 2)
        assert (amended.state, amended.draft.reason, amended.revision) == ("postponed", "Yeni.", 2)
        assert records.proposals.approve(proposal.id, ENTRY, 0, VELI, NOW, "").number == 1

    @pytest.mark.parametrize("state", ["approved", "open"])
    def test_there_is_no_approval_without_a_revision(self, records: Everything, state: State) -> None:
        proposal = records.proposals.add(DRAFT, 0, AYSE, NOW)
        with pytest.raises(ValueError, match="no decision"):
            records.proposals.decide(proposal.id, state, VELI, NOW, "")

    def test_the_queue_has_open_ones_first_each_oldest_first(self, records: Everything) -> None:
        ids = [records.proposals.add(DRAFT, 0, AYSE, NOW).id for _ in range(6)]
        for number, state in ((0, "postponed"), (2, "rejected"), (4, "postponed")):
            records.proposals.decide(ids[number], state, VELI, NOW, "")
        records.proposals.approve(ids[3], ENTRY, 0, VELI, NOW, "")
        assert [proposal.id for proposal in records.proposals.queue()] == [ids[1], ids[5], ids[0], ids[4]]

    def test_of_a_person_the_newest_comes_first(self, records: Everything) -> None:
        mine = [records.proposals.add(DRAFT, 0, AYSE, NOW).id for _ in range(2)]
        records.proposals.add(DRAFT, 0, ANN, NOW)
        assert [proposal.id for proposal in records.proposals.by(AYSE)] == mine[::-1]

    def test_a_number_that_was_never_given(self, records: Everything) -> None:
        with pytest.raises(KeyError):
            records.proposals.decide(99, "rejected", VELI, NOW, "")


class TestTogether:
    def test_all_of_it_or_nothing(self, records: Everything) -> None:
        proposal = records.proposals.add(DRAFT, 0, AYSE, NOW)
        with pytest.raises(ZeroDivisionError), records.together():  # noqa: PT012 - what it raises at its end is the matter
            records.proposals.approve(proposal.id, ENTRY, 0, VELI, NOW, "")
            records.outbox.put("telegram", "telegram:7", "x", NOW)
            raise ZeroDivisionError
        assert records.proposals.queue() == [proposal]
        assert records.revisions.since(0) == []
        assert records.outbox.take("telegram", NOW) is None
        with records.together():
            records.proposals.approve(proposal.id, ENTRY, 0, VELI, NOW, "")
            records.outbox.put("telegram", "telegram:7", "x", NOW)
        assert records.outbox.take("telegram", NOW) is not None
        assert records.revisions.number("ornek") == 1

    def test_what_fails_inside_is_undone_alone(self, records: Everything) -> None:
        proposal = records.proposals.add(DRAFT, 0, AYSE, NOW)
        with records.together():
            records.revisions.append(ENTRY, 0, ANN, NOW, "")
            with pytest.raises(StaleRevision):
                records.proposals.approve(proposal.id, saying("anders"), 0, VELI, NOW, "")
            records.notebook.write("a", "b")
        assert records.proposals.queue() == [proposal]
        assert records.revisions.number("ornek") == 1
        assert records.notebook.read("a") == "b"


class TestRoles:
    def test_given_and_taken(self, records: Everything) -> None:
        assert records.accounts.role(AYSE) is None
        records.accounts.give(AYSE, "moderator", VELI, NOW)
        records.accounts.give(ANN, "administrator", VELI, NOW)
        assert records.accounts.role(AYSE) == "moderator"
        assert records.accounts.given() == {ANN: "administrator", AYSE: "moderator"}
        records.accounts.give(AYSE, None, VELI, NOW)
        assert records.accounts.role(AYSE) is None
        assert records.accounts.given() == {ANN: "administrator"}

    def test_a_ban_outlasts_forgetting_without_naming_anybody(self, records: Everything) -> None:
        records.accounts.give(AYSE, "reader", VELI, NOW)
        records.accounts.give(ANN, "moderator", AYSE, NOW)
        assert records.people.forget(AYSE) == 2
        assert records.accounts.role(AYSE) == "reader"
        assert records.accounts.role(VELI) is None
        assert AYSE not in records.accounts.given()
        assert records.people.data_of(AYSE) == {}
        assert records.people.forget(AYSE) == 0
        assert records.accounts.given() == {ANN: "moderator"}
        records.accounts.give(AYSE, None, VELI, NOW)
        assert records.accounts.role(AYSE) is None

    def test_any_other_role_is_forgotten(self, records: Everything) -> None:
        records.accounts.give(AYSE, "moderator", VELI, NOW)
        records.people.forget(AYSE)
        assert records.accounts.role(AYSE) is None


class TestLinks:
    def test_nobody_is_linked(self, records: Everything) -> None:
        assert records.accounts.linked(AYSE) == (AYSE,)
        assert not records.accounts.unlink(AYSE)

    def test_both_ways_and_over_a_third(self, records: Everything) -> None:
        records.accounts.link(AYSE, ANN)
        assert records.accounts.linked(AYSE) == (AYSE, ANN)
        assert records.accounts.linked(ANN) == (ANN, AYSE)
        records.accounts.link(VELI, ANN)
        assert records.accounts.linked(VELI) == (VELI, ANN, AYSE)
        assert records.accounts.unlink(ANN)
        assert records.accounts.linked(VELI) == (VELI, AYSE)
        assert records.accounts.linked(ANN) == (ANN,)
        assert records.accounts.unlink(VELI)
        assert not records.accounts.unlink(AYSE)

    def test_with_himself_is_no_link(self, records: Everything) -> None:
        records.accounts.link(AYSE, AYSE)
        assert not records.accounts.unlink(AYSE)

    def test_two_groups_become_one(self, records: Everything) -> None:
        others = [Person("discord", str(number)) for number in range(2)]
        records.accounts.link(AYSE, others[0])
        records.accounts.link(VELI, others[1])
        records.accounts.link(AYSE, VELI)
        assert set(records.accounts.linked(others[0])) == {AYSE, VELI, *others}


class TestCodes:
    def test_is_good_once(self, records: Everything) -> None:
        code = records.accounts.new_code(AYSE, "link", NOW)
        assert records.accounts.redeem(code, "link", NOW) == AYSE
        assert records.accounts.redeem(code, "link", NOW) is None

    @pytest.mark.parametrize("typed", ["{upper}", " {code} ", "{bare}", "{code}\n"], ids=["capitals", "spaces", "bare", "line"])
    def test_is_understood_as_people_type_it(self, records: Everything, typed: str) -> None:
        code = records.accounts.new_code(AYSE, "link", NOW)
        typed = typed.format(upper=code.upper(), code=code, bare=code.replace("-", ""))
        assert records.accounts.redeem(typed, "link", NOW) == AYSE

    def test_for_another_purpose_it_is_wrong(self, records: Everything) -> None:
        code = records.accounts.new_code(AYSE, "link", NOW)
        assert records.accounts.redeem(code, "web", NOW) is None
        assert records.accounts.redeem(code, "link", NOW) == AYSE

    @pytest.mark.parametrize(("later", "found"), [(timedelta(minutes=10, seconds=-1), AYSE), (timedelta(minutes=10), None)])
    def test_is_good_for_ten_minutes(self, records: Everything, later: timedelta, found: Person | None) -> None:
        code = records.accounts.new_code(AYSE, "link", NOW)
        assert records.accounts.redeem(code, "link", NOW + later) == found

    def test_a_new_one_takes_the_place_of_the_last(self, records: Everything) -> None:
        old, new = records.accounts.new_code(AYSE, "link", NOW), records.accounts.new_code(AYSE, "link", NOW)
        assert records.accounts.redeem(old, "link", NOW) is None
        assert records.accounts.redeem(new, "link", NOW) == AYSE

    def test_after_five_wrong_attempts_it_is_worth_nothing(self, records: Everything) -> None:
        code, other = records.accounts.new_code(AYSE, "link", NOW), records.accounts.new_code(ANN, "link", NOW)
        wrong = code[:-1] + ("a" if code[-1] != "a" else "b")
        for _ in range(5):
            assert records.accounts.redeem(wrong, "link", NOW) is None
        assert records.accounts.redeem(code, "link", NOW) is None
        assert records.accounts.redeem(other, "link", NOW) == ANN

    @pytest.mark.parametrize("typed", ["", "?", "abcd", "a" * 5000, "\x00", "' OR 1=1"])
    def test_anything_else_is_wrong(self, records: Everything, typed: str) -> None:
        records.accounts.new_code(AYSE, "link", NOW)
        assert records.accounts.redeem(typed, "link", NOW) is None

    def test_is_nowhere_to_be_read(self, records: StoredRecords) -> None:
        code = records.accounts.new_code(AYSE, "link", NOW)
        with records._connection.reading() as database:
            kept = str(list(database.query("SELECT * FROM codes")))
        records.close()
        assert code[:4] in kept
        assert code.replace("-", "")[4:] not in kept

    def test_is_purged_when_it_is_too_old(self, records: Everything) -> None:
        records.accounts.new_code(AYSE, "link", NOW)
        records.purge(NOW + timedelta(minutes=9))
        assert records.people.data_of(AYSE).keys() == {"codes"}
        records.purge(NOW + timedelta(minutes=10))
        assert records.people.data_of(AYSE) == {}


class TestPeople:
    def test_everything_is_told_and_forgotten(self, records: Everything) -> None:
        mine, yours = records.proposals.add(DRAFT, 0, AYSE, NOW), records.proposals.add(DRAFT, 0, VELI, NOW)
        records.proposals.decide(yours.id, "rejected", AYSE, NOW, "Yok.")
        records.proposals.approve(mine.id, ENTRY, 0, AYSE, NOW, "Çünkü.")
        records.accounts.give(AYSE, "moderator", AYSE, NOW)
        records.accounts.link(AYSE, ANN)
        records.accounts.new_code(AYSE, "web", NOW)
        told = records.people.data_of(AYSE)
        assert {kind: len(things) for kind, things in told.items()} == {
            "revisions": 1, "proposals": 1, "decisions": 3, "role": 1, "link": 1, "codes": 1,
        }  # fmt: skip
        assert told["link"] == ["discord:7"]
        assert told["revisions"] == [f"ornek 1 ({NOW.isoformat(timespec='microseconds')}): Çünkü."]
        assert records.people.forget(AYSE) == 8
        assert records.people.data_of(AYSE) == {}
        assert records.revisions.of("ornek")[0].by is None
        left = [records.proposals.get(each.id) for each in (mine, yours)]
        assert [(each.by, each.decided_by) for each in left if each] == [(None, None), (VELI, None)]
        assert records.accounts.linked(ANN) == (ANN,)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3)), max_size=12))
def test_numbers_never_have_gaps_whatever_is_tried(records: Everything, tries: list[tuple[str, int]]) -> None:
    round_ = len(records.revisions.since(0))  # entries of its own for each example
    expected: dict[str, int] = {}
    for letter, seen in tries:
        entry = f"{letter}-{round_}"
        if seen == expected.get(entry, 0):
            expected[entry] = records.revisions.append(saying("x", entry), seen, AYSE, NOW, "").number
        else:
            with pytest.raises(StaleRevision):
                records.revisions.append(saying("x", entry), seen, AYSE, NOW, "")
    assert {entry: records.revisions.number(entry) for entry in expected} == expected
