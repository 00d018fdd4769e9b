"""What the desk says around an entry."""

from collections.abc import Mapping

from mmbot.texts import Say

KINDS: Mapping[str, Say] = {
    "treaty": Say("antlaşma", "treaty"), "person": Say("kişi", "person"), "event": Say("olay", "event"),
    "organisation": Say("kuruluş", "organisation"), "concept": Say("kavram", "concept"), "place": Say("yer", "place"),
    "conference": Say("konferans ya da kongre", "conference or congress"), "document": Say("belge", "document"),
}  # fmt: skip
KIND = Say("Tür: {kind}", "Kind: {kind}")
ALSO_CALLED = Say("Öbür adları: {names}", "Also called: {names}")
PAGE = Say("Sayfa {page}/{pages} · {count} bilgi", "Page {page} of {pages} · {count} facts")
BACK = Say("◀ Önceki", "◀ Previous")
ON = Say("Sonraki ▶", "Next ▶")
WHICH_ENTRY = Say("Hangi maddeyi görmek istiyorsunuz?", "Which entry would you like to see?")
NO_ENTRY = Say("“{typed}” adlı bir madde yok.", "There is no entry called “{typed}”.")
PERHAPS = Say("Bunlardan biri olabilir:", "Perhaps it is one of these:")
NAME_ONE = Say(
    "Bir madde adı yazın; örneğin: /madde Moskova Antlaşması", "Write the name of an entry, such as: /madde Moskova Antlaşması"
)
