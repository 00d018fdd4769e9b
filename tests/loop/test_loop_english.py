"""Whoever has his client in English is told everything in English: what is wrong with his draft, and what became of it."""

import re

import pytest
from town import ANSWER, FACT, QUESTION, Somebody, Town

from moderated import TREATY

TURKISH = re.compile("[çğıöşüÇĞİÖŞÜ]")  # an English sentence has none of these outside quotation marks


@pytest.fixture
def ann(town: Town) -> Somebody:
    user = town.api.user(50, "Ann", language_code="en-GB")
    return Somebody(town.api, user, town.api.private(user), town.script, town.clock)


def is_english(text: str) -> bool:
    """Quotations and examples aside: those are in Turkish, as the knowledge is."""
    return not TURKISH.search(re.sub(r"“[^”]*”|Örnek[^.,;)]*|Write it like[^\n]*|such as[^\n]*|One of these[^\n]*", "", text))


async def begin(ann: Somebody, *values: str) -> str:
    await ann.say("/oner Örnek Antlaşması")
    await ann.press("A new fact")
    for value in values:
        await ann.say(value)
    assert ann.heard is not None
    return ann.heard.text


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        pytest.param({1: "elma"}, "“elma” is neither a kind of question nor a date", id="kind-of-question"),
        pytest.param({2: "Örnek"}, "there is no page. Write the source and the page", id="page"),
        pytest.param({2: "Topal 2018, s. 3"}, "is no source that I know", id="source"),
        pytest.param({3: "bir iki üç dört beş altı yedi"}, "has 7 words. Write at most six", id="evidence"),
    ],
)
async def test_what_is_wrong_with_a_draft(town: Town, ann: Somebody, wrong: dict[int, str], told: str) -> None:
    async with town.served():
        said = await begin(ann, *(wrong.get(number, value) for number, value in enumerate(FACT)))
        assert told in said
        assert "Please mend this" in said
        assert is_english(said.partition("\n")[0]), said


async def test_flaws_and_limits(town: Town, ann: Somebody) -> None:
    async with town.served():
        said = await begin(ann, *FACT[:3], "yok böyle bir söz", FACT[4])
        assert "To be mended before approval:" in said
        assert "does not stand on ornek-2000, page 1" in said
        for number in range(4):
            await begin(ann, f"Örnek Antlaşması {number} maddeydi.", *FACT[1:4], "skip")
        assert "5 proposals of yours are waiting" in await begin(ann, "Örnek Antlaşması uzundu.", *FACT[1:4], "skip")


async def test_letters(town: Town, ann: Somebody) -> None:
    async with town.served() as world:
        await ann.say(QUESTION)
        await ann.tap("Tell me when it is answered")
        assert "Thank you. Proposal 1" in await begin(ann, *FACT)
        await town.defne.say("/inceleme 1")
        await town.defne.press("Onayla")
        letters = {(await ann.hear()).text for _ in range(2)}
        assert "Your proposal 1 was approved and is live: Örnek Antlaşması. Thank you." in letters
        answered = next(text for text in letters if text.startswith("There is an answer now"))
        assert ANSWER in answered
        assert "Part of this I have in Turkish only" in answered
        assert answered.splitlines()[-1].startswith("Source: ")
        await town.emre.say("/geri_al Örnek Antlaşması")
        await town.emre.press("Son değişikliği geri al")
        assert (await ann.hear()).text == "What your proposal had changed in “Örnek Antlaşması” was undone."
        await begin(ann, *FACT)
        await town.defne.say("/inceleme 2")
        await town.defne.press("Reddet")
        await town.defne.say("Yer adı geçmiyor.")
        assert (await ann.hear()).text.startswith("Your proposal 2 (Örnek Antlaşması) was not accepted. Reason: Yer adı geçmiyor.")
        assert world.moderation.living.number(TREATY) == 2
