"""Find what a Turkish question means: general phrase search, names of the field, question types, ranking of facts."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mmbot.matching.phrases import Hit, PhraseIndex

__all__ = ["Hit", "PhraseIndex"]


def __getattr__(name: str) -> object:
    """Import the phrase index only for those who use it: an answer does not."""
    if name in __all__:
        from mmbot.matching import phrases  # noqa: PLC0415

        return getattr(phrases, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
