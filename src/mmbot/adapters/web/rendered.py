"""Pages as HTML: the only user of jinja2. Every value is escaped, wherever it comes from."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mmbot.adapters.web import words
from mmbot.adapters.web.addresses import Addresses

_PAUSE = "\f"  # where a template pauses: what stands before can be read while the rest is worked out
_FOLDER = Path(__file__).parent / "templates"
STYLE = (_FOLDER / "style.css").read_bytes()


class Rendered:
    """Makes HTML out of a template's name and its values; links are made with *to*, times are told in *zone*."""

    def __init__(self, to: Addresses, zone: ZoneInfo) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(_FOLDER),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.globals |= {"to": to, "words": words, "pause": _PAUSE}
        self._environment.filters |= {"age": words.age, "moment": lambda at: words.moment(at, zone), "iso": datetime.isoformat}

    def __call__(self, template: str, values: Mapping[str, object]) -> str:
        """The page."""
        return self._environment.get_template(f"{template}.html").render(values)

    def parts(self, template: str, values: Mapping[str, object]) -> Iterator[str]:
        """The page in the pieces between its pauses; each is worked out when it is asked for."""
        pieces: list[str] = []
        for piece in self._environment.get_template(f"{template}.html").generate(values):
            if piece == _PAUSE:
                yield "".join(pieces)
                pieces = []
            else:
                pieces.append(piece)
        yield "".join(pieces)
