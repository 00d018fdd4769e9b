"""A text by what stands between its spaces, folded for patterns, so that words can be taken out and the rest stays as it was typed."""

import re

from mmbot.turkish import fold

_TOKEN = re.compile(r"\S+")
_MARKS = '.,;:!?…“”"()'
_ENDS = ",;:"  # marks that divide what stands before from what stands behind


class Tokens:
    """The tokens of *text*; *folded* has them without marks, in small plain letters, with a space between any two."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._typed = _TOKEN.findall(text)
        # What is folded to several words (“Seyyare-i”) stays one token: spaces are counted.
        self.words = [fold(token.strip(_MARKS)).replace(" ", "-") for token in self._typed]
        self.folded = " ".join(self.words)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.words)

    def divides(self, place: int) -> bool:
        """Whether a mark behind the token at *place* divides the text there."""
        return self._typed[place][-1] in _ENDS

    def cut(self, first: int, last: int, instead: str = "") -> str:
        """The text without the tokens from *first* up to *last*, that not among them; a mark that divides stays."""
        mark = (
            self._typed[last - 1][-1] if first and last > first and self.divides(last - 1) and not self.divides(first - 1) else ""
        )
        return " ".join(self._typed[:first]) + (instead or mark) + " " + " ".join(self._typed[last:])

    def without(self, start: int, end: int, instead: str = "") -> str:
        """The same for the characters of *folded* from *start* up to *end*."""
        return self.cut(self.folded.count(" ", 0, start), self.folded.count(" ", 0, end) + 1, instead)
