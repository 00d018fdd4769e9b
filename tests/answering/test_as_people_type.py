"""Questions with what people put around them, as they say it, and with statements to be confirmed."""

import pytest

from mmbot.answering.decide import decide
from mmbot.app import Prepared
from mmbot.matching.chatter import without_chatter
from mmbot.matching.question_type import asked
from mmbot.matching.words import read_words
from mmbot.model import Answered


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("hocam bi türlü aklımda kalmıyo, misakı milli hangi gün kabul edilmişti", "misak-i-milli/kabul-tarihi"),
        ("nolur yardım edin yarın sunumum var, sivas kongresi hangi günler arasındaydı", "sivas-kongresi/tarih"),
        ("selam millet, meclisin dış politikada aldığı ilk karar neydi, quizde çıktı bilemedim", "tbmm-dis-politikasi/ilk-karar"),
        ("arkadaşlar denge politikası ne demek oluyor, ödevde çıktı da", "denge-politikasi/tanim"),
        ("furnze türkiyeye nden geldi", "frunze-heyeti/amac"),
        ("Ittihatci pasalar 1918de yurt disina neyle kacti", "ittihat-ve-terakki/nereye-nasil-gittiler"),
        ("Kars Antlaşması'nda Fransa da taraf mıydı, bi yerde öyle okudum", "kars-antlasmasi/taraflar"),
        ("meclis 19 mayısta açılmadı mı", "tbmmnin-acilisi/tarih"),
        ("Musul'u Lozan'da İngilizlere verdik deniyor, aslı var mı", "lozan-antlasmasi/cozulmeyen-musul"),
        ("lenin sınavda çıktı, ne zaman öldü", "leninin-hastaligi-ve-olumu/olumu"),
    ],
)
def test_what_stands_around_a_question_is_no_part_of_it(embedded: Prepared, question: str, fact: str) -> None:
    answer = decide(*embedded[:2], question).answer
    assert isinstance(answer, Answered)
    assert answer.facts[0].name == fact


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("moskova antlaşması neden önemli", "moskova-antlasmasi/onemi-topal"),
        ("önemli bir soru: kars antlaşması ne zaman imzalandı", "kars-antlasmasi/imza-tarihi"),
        ("kars antlasmasi nezamn imzalndı", "kars-antlasmasi/imza-tarihi"),
        ("hariciye vekilleri kimlerdi", "icra-vekilleri-heyeti/hariciye-vekilleri"),
        ("dışişleri bakanları kimdi", "icra-vekilleri-heyeti/hariciye-vekilleri"),
        ("ilk hariciye vekili kimdi", "icra-vekilleri-heyeti/bekir-sami-hariciye"),
    ],
)
def test_what_new_people_ask_first(embedded: Prepared, question: str, fact: str) -> None:
    answer = decide(*embedded, question).answer
    assert isinstance(answer, Answered)
    assert answer.facts[0].name == fact


def test_why_it_is_important_is_not_answered_with_where_it_was_signed(embedded: Prepared) -> None:
    assert not isinstance(decide(*embedded, "kars antlaşması neden önemli").answer, Answered)


def test_a_doubt_of_who_signed_is_not_answered_with_another_treaty(embedded: Prepared) -> None:
    answer = decide(*embedded[:2], "Moskova Antlaşması'nı bizim adımıza İsmet Paşa imzalamadı mı?").answer
    assert not isinstance(answer, Answered) or answer.facts[0].entry == "moskova-antlasmasi"


def test_who_ever_did_so_is_no_answer_to_whether_somebody_did(embedded: Prepared) -> None:
    assert not isinstance(decide(*embedded[:2], "Rıza Nur sonradan yurt dışına kaçmamış mıydı?").answer, Answered)


def test_the_day_is_not_what_months_are_told_of(embedded: Prepared) -> None:
    assert not isinstance(decide(*embedded[:2], "13 Ekim 1923'te hangi olay yaşandı?").answer, Answered)


def test_whether_it_was_he_is_declined_where_nobody_tells_of_the_deed(embedded: Prepared) -> None:
    assert not isinstance(decide(*embedded[:2], "Erzurum Kongresi'nde başkanlığa Mustafa Kemal mi seçildi?").answer, Answered)


def test_who_somebody_is_asks_of_himself_whatever_else_is_nearly_so_written(embedded: Prepared) -> None:
    answer = decide(*embedded[:2], "Litvinov kimdir?").answer
    assert isinstance(answer, Answered)
    assert answer.facts[0].name == "maksim-litvinov/tanim"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("bu soru sınavda çıktı, lenin ne zaman öldü", " lenin ne zaman öldü"),
        ("1921 sınavda çıktı, kim imzaladı", "1921 sınavda çıktı,  kim imzaladı"),  # a number may be what it is about
        ("ödevim Lenin hakkında, ne zaman öldü", "ödevim Lenin hakkında,  ne zaman öldü"),
    ],
)
def test_a_part_that_names_something_stays(embedded: Prepared, text: str, kept: str) -> None:
    assert without_chatter(embedded[1], text) == kept


@pytest.mark.parametrize(
    "question",
    [
        "Kars beş nüsha imzalanmış, peki Moskova Antlaşması kaç nüshaydı?",
        "Frunze 40 kişiyle gelmiş, Buhara heyeti kaç kişiydi?",
        "Mdivani hastalıktan ayrıldı, Natsarenus niçin ayrıldı?",
        "Kellogg'u SSCB ilk onayladı, Locarno'yu ilk hangi devlet onayladı?",
    ],
)
def test_what_is_told_of_one_is_not_the_answer_about_another(embedded: Prepared, question: str) -> None:
    assert not isinstance(decide(*embedded[:2], question).answer, Answered)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [("çalışıyodu", "calisiyordu"), ("benimsiyo", "benimsiyor"), ("yapıyomuş", "yapiyormus"), ("istiyolar", "istiyorlar"),
     ("radyo", "radyo"), ("komisyon", "komisyon"), ("milyonlar", "milyonlar")],
)  # fmt: skip
def test_a_verb_as_it_is_said_is_the_verb_as_it_is_written(typed: str, folded: str) -> None:
    assert [word.folded for word in read_words(typed)] == [folded]


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Lenin Kremlin'de ölmedi mi?", True),
        ("Musul'u Lozan'da verdik deniyor, aslı var mı?", True),
        ("Ankara razı olmuş, doğru mu bu?", True),
        ("Lenin öldü mü?", False),
        ("Moskova Antlaşması'nı Lenin mi imzaladı?", False),
    ],
)
def test_a_statement_to_be_confirmed_is_told_from_a_question(question: str, *, statement: bool) -> None:
    found = asked(read_words(question))
    assert found.polar
    assert found.statement is statement


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("İstiklal Harbi'nde Şark Cephesi kumandanı kimdi?", "kazim-karabekir/tanim"),
        ("Kurtuluş Savaşı'nda Yunan askerleri arasında komünist propaganda yapıldı mı?", "yunan-ordusunda-propaganda/tanim"),
        ("Kurtuluş Savaşı'nda kaç kişi öldü?", ""),  # beside the war it names nothing
    ],
)
def test_the_war_in_which_all_of_it_happened_is_no_subject_beside_another(embedded: Prepared, question: str, fact: str) -> None:
    answer = decide(*embedded[:2], question).answer
    assert (answer.facts[0].name if isinstance(answer, Answered) else "") == fact
