"""From what is typed to terms: chatter, genitives, words that only begin like others, and terms packed as numbers."""

import pickle

import pytest

from mmbot.app import Prepared
from mmbot.matching.chatter import without_chatter
from mmbot.matching.excluded import without_excluded
from mmbot.matching.question_type import asked
from mmbot.matching.terms import PairTable, TermTable
from mmbot.matching.words import read_words


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("valla aklıma takıldı, Lenin ne zaman öldü?", "Lenin ne zaman öldü"),
        ("sınavda çıkar mı bilmem ama Kars Antlaşması'nı kim imzaladı", " Kars Antlaşması'nı kim imzaladı"),
        ("Moskova Antlaşması, ne zaman imzalandı?", "Moskova Antlaşması, ne zaman imzalandı?"),
        ("selam, merhaba", "selam, merhaba"),
        ("Lenin 1924'te öldü, değil mi?", "Lenin 1924'te öldü, değil mi?"),
        ("Lozan'a ruslar hangi şartla katılmış bilen var mı", "Lozan'a ruslar hangi şartla katılmış"),
        ("o kitabın ismini bilen var mı?", "o kitabın ismini bilen var mı?"),
        ("Kars 1920'de alındı sanıyordum, yanlış mı biliyorum?", "Kars 1920'de alındı, doğru mu"),
        ("Çar Petro'dan söz eden mebusun ismini bulamadım", "Çar Petro'dan söz eden mebusun kimdi?"),
        ("Locarno ile Londra'yı karıştırıyorum; Londra'dakini kim imzaladı", "Londra'dakini kim imzaladı"),
    ],
)
def test_what_people_say_of_themselves_is_left_out(embedded: Prepared, typed: str, left: str) -> None:
    assert without_chatter(embedded[1], typed).replace(" ", "").rstrip("?") == left.replace(" ", "").rstrip("?")


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("Çiçerin'in haziran değil temmuz mektubunda ne yazıyordu?", "Çiçerin'in temmuz mektubunda ne yazıyordu?"),
        ("11 Kasım 1920 mesajını değil 9 Aralık notasını soruyorum", "9 Aralık notasını soruyorum"),
        ("niye Ankara'da ya da Moskova'da değil de Paris'te imzalanmış", "niye Paris'te imzalanmış"),
        ("Bekir Sami'nin değil Yusuf Kemal'in heyeti ne zaman vardı?", "Bekir Yusuf Kemal'in heyeti ne zaman vardı?"),
        ("Roma'daki büyükelçimiz kimdi, Moskova'daki değil?", "Roma'daki büyükelçimiz kimdi,"),
        ("Lozan'da antlaşmanın imzasını sormuyorum, konferans ne zaman başladı?", "Lozan'da, konferans ne zaman başladı?"),
        ("Moskova Antlaşması'nı Lenin değil Çiçerin mi imzaladı?", "Moskova Antlaşması'nı Lenin değil Çiçerin mi imzaladı?"),
        ("Batum'da tek değil birkaç antlaşma varmış", "Batum'da tek değil birkaç antlaşma varmış"),
        ("Sevr geçerli değil mi?", "Sevr geçerli değil mi?"),
    ],
)
def test_what_is_named_only_to_be_left_out_is_left_out(typed: str, left: str) -> None:
    assert without_excluded(typed).split() == left.split()


@pytest.mark.parametrize(
    ("word", "stretched"),
    [
        ("Korkmasov", False),
        ("Terakkiperver", False),
        ("kurulduğu", False),
        ("hükümdarı", True),
        ("imzalanmış", False),
        ("Armenians", False),
    ],
)
def test_a_word_that_goes_on_as_no_form_of_a_group_is_stretched(embedded: Prepared, word: str, stretched: bool) -> None:
    assert embedded[1].vocabulary.is_stretched(read_words(word)[0]) is stretched


@pytest.mark.parametrize(("typed", "tail"), [("Lenin's", ""), ("Lenin'in", "in"), ("Kur'an", "")])
def test_genitives(typed: str, tail: str) -> None:
    assert read_words(typed)[0].tail == tail


def test_the_english_genitive_is_split_off() -> None:
    assert read_words("Lenin's death")[0].folded == "lenin"


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Borçlar Moskova Antlaşması'nın kaçıncı maddesiyle silindi?", "which-clause"),
        ("Moskova Antlaşması'nın 3. maddesi ne diyor?", "clause-3"),
        ("Which article cancelled the debts?", "which-clause"),
        ("Antlaşma kaç maddedir?", "how-many"),
    ],
)
def test_which_clause_is_asked(question: str, kind: str) -> None:
    assert asked(read_words(question)).kind == kind


def test_terms_come_back_from_bytes() -> None:
    table = TermTable()
    packed = table.pack([frozenset({"=imza", "kars"}), frozenset(), frozenset({"lenin"})])
    again: TermTable = pickle.loads(pickle.dumps(table))  # noqa: S301  our own bytes
    assert [set(terms) for terms in again.unpack(packed)] == [{"=imza", "kars"}, set(), {"lenin"}]


def test_a_pair_of_terms_has_its_order() -> None:
    table = TermTable()
    pairs = PairTable([table.pack_pairs([("kars", "=antlasma")]), table.pack_pairs([("=antlasma", "kars")])])
    kars, treaty = table.numbers(["kars"]), table.numbers(["=antlasma"])
    assert (pairs.get(kars, treaty), pairs.get(treaty, kars), pairs.get(kars, kars)) == ({0}, {1}, set())
    assert table.numbers(["yok"]) == []
