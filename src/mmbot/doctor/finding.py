"""What a look at one thing has found."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is well, and what was found or what to do."""

    about: str
    well: bool
    says: str

    def __str__(self) -> str:
        """One line for a terminal."""
        return f"{'ok ' if self.well else 'BAD'}  {self.about}: {self.says}"


def tried(about: str, look: Callable[[], str]) -> Finding:
    """What *look* found, or the error that it raised, in one line."""
    try:
        return Finding(about, True, look())
    except Exception as error:  #  whatever is wrong with it is what we are asked for
        return Finding(about, False, " ".join(str(error).split()) or type(error).__name__)
