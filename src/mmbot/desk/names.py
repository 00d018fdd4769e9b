"""What those are called who propose and moderate, so that moderators read a name beside a number. Only in memory: names are kept nowhere."""

from collections import OrderedDict
from dataclasses import dataclass, field

from mmbot.model import Person, Visitor

MOST = 1000
LONGEST = 40  # characters


@dataclass(slots=True)
class Names:
    """The last names by which the platforms called people; after a restart nobody's is known until he comes again."""

    _known: "OrderedDict[Person, str]" = field(default_factory=OrderedDict)

    def note(self, visitor: Visitor) -> None:
        """Remember what *visitor* is called, where his platform tells."""
        name = _fitted(visitor.name)
        if not name:
            return
        self._known[visitor.person] = name
        self._known.move_to_end(visitor.person)
        while len(self._known) > MOST:
            self._known.popitem(last=False)

    def of(self, person: Person) -> str:
        """The name of *person*; the empty text where none is known."""
        return self._known.get(person, "")

    def forget(self, person: Person) -> None:
        """Know it no more."""
        self._known.pop(person, None)

    def beside(self, person: Person, number: str) -> str:
        """*number*, by which *person* is known for certain, with his name before it: anybody may call himself anything."""
        name = self.of(person)
        return f"{name} – {number}" if name else number


def _fitted(name: str) -> str:
    """*name* on one line, without characters that nobody sees, some of which turn the direction of what follows."""
    seen = "".join(character if character.isprintable() else " " for character in name)
    line = " ".join(seen.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
