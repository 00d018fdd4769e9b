"""A draft and an entry give another entry; nothing is ever deleted."""

from pathlib import Path

import pytest

from mmbot.app import prepare
from mmbot.knowledge.library import Library
from mmbot.model import DEFINITION, Citation, Entry, Fact
from mmbot.moderation.applying import apply
from mmbot.moderation.drafting import Target, draft_from, form_of, values_of
from mmbot.moderation.proposals import Draft
from mmbot.moderation.refusals import CannotApply, MissingCitation
from moderated import PAGE_1, PAGE_2, TREATY, change, fact, phrasing

NEW = Draft(
    "entry",
    "yeni-yer",
    "",
    {"title": "Yeni Yer", "kind": "place", "says": "Yeni Yer bir yerdir.", "aliases": "Yer\nYenice"},
    (PAGE_1,),
)
DISPUTE = Draft(
    "dispute",
    TREATY,
    "imza-tarihi",
    {"says": "Örnek Antlaşması 18 Mart 1921'de imzalandı.", "date": "1921-03-18"},
    (PAGE_2,),
    "Anılarda böyle.",
)
SLIP = Draft(
    "deprecation",
    TREATY,
    "imza-tarihi",
    {"note_says": "Doğrusu 17 Mart'tır.", "note_reference": "genel kabul"},
    (),
    "Kaynak yanılıyor.",
)


@pytest.fixture
def library(folder: Path) -> Library:
    return prepare(folder)[0]


@pytest.fixture
def entry(library: Library) -> Entry:
    return library.entries[TREATY]


def by_id(entry: Entry) -> dict[str, Fact]:
    return {one.id: one for one in entry.facts}


def test_new_entry() -> None:
    made = apply(NEW, None)
    assert (made.id, made.kind, made.title, made.aliases) == ("yeni-yer", "place", "Yeni Yer", ("Yer", "Yenice"))
    assert [(one.id, one.answers, one.says) for one in made.facts] == [(DEFINITION, ("what",), "Yeni Yer bir yerdir.")]


def test_new_fact_gets_an_id_from_its_words_that_is_unique(entry: Entry) -> None:
    once = apply(fact(), entry)
    twice = apply(fact(), once)
    assert [one.id for one in twice.facts] == ["tanim", "imza-tarihi", "kars-imzalandi", "kars-imzalandi-2"]
    assert twice.facts[2].name == f"{TREATY}/kars-imzalandi"


def test_change_touches_only_its_fields(entry: Entry) -> None:
    after = by_id(apply(change("Örnek Antlaşması 16 Mart 1921 günü imzalandı."), entry))["imza-tarihi"]
    before = by_id(entry)["imza-tarihi"]
    assert after.says != before.says
    assert (after.date, after.citations, after.answers, after.questions) == (
        before.date,
        before.citations,
        before.answers,
        before.questions,
    )


def test_change_of_names(entry: Entry) -> None:
    after = apply(Draft("change", TREATY, "", {"title": "Örnek Andlaşması", "aliases": "Örnek Muahedesi\nÖrnek Antlaşması"}), entry)
    assert (after.title, after.aliases) == ("Örnek Andlaşması", ("Örnek Muahedesi", "Örnek Antlaşması"))
    assert after.facts == entry.facts


def test_phrasings_are_added_once_each(entry: Entry) -> None:
    after = apply(phrasing("Ne gün imzalandı?\nNE GÜN IMZALANDI\nHangi gün?"), entry)
    assert by_id(after)["imza-tarihi"].questions == ("Ne gün imzalandı?", "Hangi gün?")


@pytest.mark.parametrize("leads", ["standing", "new"])
def test_dispute_keeps_both_and_ranks_one(entry: Entry, leads: str) -> None:
    draft = Draft("dispute", TREATY, "imza-tarihi", {**DISPUTE.fields, "preferred": leads}, DISPUTE.citations, DISPUTE.reason)
    facts = by_id(apply(draft, entry))
    standing, new = facts["imza-tarihi"], facts["18-mart-1921-imzalandi"]
    lead, other = (standing, new) if leads == "standing" else (new, standing)
    assert (lead.rank, lead.disputes, other.rank, other.disputes) == ("preferred", None, "normal", lead.name)
    assert lead.reason
    assert other.reason
    assert new.answers == standing.answers


def test_a_third_reading_joins_the_dispute(entry: Entry) -> None:
    once = apply(DISPUTE, entry)
    third = {"says": "Örnek Antlaşması 20 Mart 1921'de imzalandı.", "date": "1921-03-20"}
    joined = by_id(apply(Draft("dispute", TREATY, "18-mart-1921-imzalandi", third, (PAGE_1,), "Başka anı."), once))
    assert joined["20-mart-1921-imzalandi"].disputes == f"{TREATY}/imza-tarihi"
    led = by_id(apply(Draft("dispute", TREATY, "18-mart-1921-imzalandi", {**third, "preferred": "new"}, (PAGE_1,), "Belge."), once))
    assert {one.id: (one.rank, one.disputes) for one in led.values() if one.id != "tanim"} == {
        "imza-tarihi": ("normal", f"{TREATY}/20-mart-1921-imzalandi"),
        "18-mart-1921-imzalandi": ("normal", f"{TREATY}/20-mart-1921-imzalandi"),
        "20-mart-1921-imzalandi": ("preferred", None),
    }


def test_slip_of_a_source_stays_with_what_is_right_beside_it(entry: Entry) -> None:
    after = by_id(apply(SLIP, entry))["imza-tarihi"]
    assert (after.rank, after.reason, after.says) == ("deprecated", "Kaynak yanılıyor.", by_id(entry)["imza-tarihi"].says)
    assert after.editor_note is not None
    assert (after.editor_note.says, after.editor_note.reference) == ("Doğrusu 17 Mart'tır.", "genel kabul")


def test_a_slip_never_leads_a_dispute(entry: Entry) -> None:
    facts = by_id(apply(DISPUTE, apply(SLIP, entry)))
    assert facts["18-mart-1921-imzalandi"].rank == "preferred"
    assert (facts["imza-tarihi"].rank, facts["imza-tarihi"].disputes) == ("deprecated", f"{TREATY}/18-mart-1921-imzalandi")


@pytest.mark.parametrize("draft", [fact(), change("Başka bir cümle."), phrasing(), DISPUTE, SLIP], ids=lambda draft: draft.kind)
def test_nothing_is_deleted(entry: Entry, draft: Draft) -> None:
    after = by_id(apply(draft, entry))
    for name, old in by_id(entry).items():
        assert set(old.citations) <= set(after[name].citations)
        assert set(old.questions) <= set(after[name].questions)


@pytest.mark.parametrize(
    ("draft", "advice"),
    [
        pytest.param(Draft("fact", TREATY, "", {"says": "Kaynaksız."}), "kaynağı yok", id="no-citation"),
        pytest.param(Draft("fact", TREATY, "", {"says": ""}, (PAGE_1,)), "cümlesi yok", id="no-sentence"),
        pytest.param(Draft("fact", TREATY, "", {"says": "X.", "answers": ""}, (PAGE_1,)), "hangi soruyu", id="no-kind-of-question"),
        pytest.param(
            Draft("fact", TREATY, "", {"says": "X.", "answers": "wen"}, (PAGE_1,)), "“wen” bir soru türü değil", id="bad-answers"
        ),
        pytest.param(Draft("fact", TREATY, "", {"says": "X.", "date": "dün"}, (PAGE_1,)), "“dün” bir tarih değil", id="bad-date"),
        pytest.param(Draft("fact", TREATY, "", {"says": "X.", "rank": "best"}, (PAGE_1,)), "preferred, normal", id="bad-rank"),
        pytest.param(
            Draft("fact", TREATY, "", {"says": "X."}, (Citation("a", "", ("b",)),)), "kaynak gösterme eksik", id="no-page"
        ),
        pytest.param(Draft("fact", TREATY, "tanim", {"says": "X."}, (PAGE_1,)), "zaten var", id="id-taken"),
        pytest.param(Draft("change", TREATY, "yok", {"says": "X."}), "bilgisi yok", id="no-such-fact"),
        pytest.param(Draft("change", TREATY, "imza-tarihi", {}), "hiçbir şey değişmiyor", id="nothing-changes"),
        pytest.param(
            Draft("change", TREATY, "imza-tarihi", {"title": "X"}), "title alanı değiştirilemez", id="field-of-something-else"
        ),
        pytest.param(Draft("phrasing", TREATY, "imza-tarihi", {"questions": "?!"}), "zaten var", id="no-phrasing"),
        pytest.param(
            Draft("dispute", TREATY, "imza-tarihi", DISPUTE.fields, (PAGE_1,)), "gerekçesi yok", id="dispute-without-reason"
        ),
        pytest.param(Draft("deprecation", TREATY, "imza-tarihi", SLIP.fields), "gerekçe gerekir", id="slip-without-reason"),
        pytest.param(
            Draft("deprecation", TREATY, "imza-tarihi", {}, (), "Yanlış."), "doğrusu yazılmamış", id="slip-without-what-is-right"
        ),
        pytest.param(
            Draft("deprecation", TREATY, "imza-tarihi", {"note_says": "X."}, (), "Y."),
            "dayanağı eksik",
            id="note-without-reference",
        ),
        pytest.param(Draft("entry", TREATY, "", NEW.fields, (PAGE_1,)), "zaten var", id="entry-taken"),
        pytest.param(Draft("undo", TREATY), "/geri-al", id="undo-is-no-proposal"),
    ],
)
def test_what_cannot_be_applied_says_what_to_do(entry: Entry, draft: Draft, advice: str) -> None:
    with pytest.raises(CannotApply, match=advice):
        apply(draft, entry)


def test_missing_citation_has_its_own_name(entry: Entry) -> None:
    with pytest.raises(MissingCitation, match="En az bir kaynak"):
        apply(Draft("fact", TREATY, "", {"says": "Kaynaksız."}), entry)


@pytest.mark.parametrize("draft", [fact(), change("X."), phrasing(), DISPUTE, SLIP], ids=lambda draft: draft.kind)
@pytest.mark.parametrize("gone", [None, Entry(TREATY, "treaty", "Örnek Antlaşması", (), ())], ids=["never", "withdrawn"])
def test_an_entry_that_is_not_there_is_proposed_first(draft: Draft, gone: Entry | None) -> None:
    with pytest.raises(CannotApply, match="Önce maddeyi önerin"):
        apply(draft, gone)


@pytest.mark.parametrize(
    "draft",
    [
        NEW,
        fact(date="1921-03-16", number="12 gün"),
        change("Başka bir cümle 16 Mart 1921.", answers="when\nwhat"),
        Draft("change", TREATY, "imza-tarihi", {}, (PAGE_1, PAGE_2), "Sayfa."),
        Draft("change", TREATY, "", {"title": "Başka Ad", "aliases": "Bir\nİki"}, (), "Ad."),
        phrasing("Bir?\nİki?"),
        DISPUTE,
        SLIP,
    ],
    ids=lambda draft: f"{draft.kind}-{draft.fact}",
)
def test_a_draft_comes_back_from_its_form_as_it_was(library: Library, entry: Entry, draft: Draft) -> None:
    """What a moderator edits is exactly what was proposed, and what he leaves alone stays."""
    standing = next((one for one in entry.facts if one.id == draft.fact), None)
    target = Target(None if draft.kind == "entry" else entry, standing)
    again = draft_from(form_of(draft), target, values_of(draft, target, library), library)
    before = None if draft.kind == "entry" else entry
    wanted = apply(draft, before)
    if draft.kind == "entry":  # aliases are given later, with a change
        wanted = Entry(wanted.id, wanted.kind, wanted.title, (), wanted.facts)
    assert apply(again, before) == wanted
