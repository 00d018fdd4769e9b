"""How often one person, and one place, may ask: a bucket of questions each that fills up again with time."""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime
from math import ceil

MOST_BUCKETS = 20_000
_AT_ONCE = 1e-6  # seconds: a bucket filled in many small parts is full although the sum is a little less


@dataclass(slots=True)
class _Bucket:
    left: float
    at: datetime


@dataclass(slots=True)
class Limits:
    """*person* and *place* give the questions at once and the seconds after which one more is allowed."""

    person: tuple[int, float] = (6, 3.0)
    place: tuple[int, float] = (20, 1.5)
    _buckets: "OrderedDict[str, _Bucket]" = field(default_factory=OrderedDict)

    def wait(self, person: str, place: str, now: datetime) -> int:
        """Take one question of *person* in *place*; 0 when it may be answered, else the seconds (at least 1) until it may."""
        rates = {f"person {person}": self.person, f"place {place}": self.place}
        buckets = [self._filled(key, rate, now) for key, rate in rates.items()]
        waiting = max((1 - bucket.left) * seconds for bucket, (_, seconds) in zip(buckets, rates.values(), strict=True))
        if waiting < _AT_ONCE:
            for bucket in buckets:
                bucket.left -= 1
            return 0
        return max(1, ceil(waiting - _AT_ONCE))

    def _filled(self, key: str, rate: tuple[int, float], now: datetime) -> _Bucket:
        """The bucket of *key* as it is *now*."""
        most, seconds = rate
        bucket = self._buckets.get(key)
        if bucket is None:
            bucket = self._buckets[key] = _Bucket(most, now)
            while len(self._buckets) > MOST_BUCKETS:
                self._buckets.popitem(last=False)
        self._buckets.move_to_end(key)
        bucket.left = min(most, bucket.left + max(0.0, (now - bucket.at).total_seconds()) / seconds)
        bucket.at = now
        return bucket


@dataclass(slots=True)
class Repeats:
    """Notices what is done once more within *seconds*, such as a button that is pressed twice by impatience."""

    seconds: float = 2.0
    _done: "OrderedDict[tuple[str, ...], datetime]" = field(default_factory=OrderedDict)

    def again(self, *what: str, now: datetime) -> bool:
        """Whether *what* was done just before; from now on it was."""
        before = self._done.get(what)
        self._done[what] = now
        self._done.move_to_end(what)
        while len(self._done) > MOST_BUCKETS:
            self._done.popitem(last=False)
        return before is not None and 0 <= (now - before).total_seconds() < self.seconds


def unlimited() -> Limits:
    """Limits for a terminal, where nobody else has to wait."""
    return Limits((1_000_000, 0.001), (1_000_000, 0.001))
