"""Look evidence up: does a fragment stand on the page that a citation names?

The texts of the articles are not part of the repository. Each is one file, ``<source-id>.txt``; ``=== 322`` opens a page, ``--- notes``
its footnotes. A sentence may run over to the next page, so a fragment is looked for on its page joined with the following one.
"""

import re
import unicodedata
from pathlib import Path

from mmbot.model import Citation
from mmbot.turkish import lower

RUN = 9  # words running as in an article that make a sentence a copy
_APOSTROPHES = re.compile("[’'‘`´]")  # noqa: RUF001
_HYPHENS = re.compile(r"[-‐‑–—]\s*")  # noqa: RUF001
_PAGE = re.compile(r"=== (\S+)")
_LETTERS = re.compile(r"[^\W_]+")


def _plain(text: str) -> str:
    return " ".join(_HYPHENS.sub("", _APOSTROPHES.sub("", lower(text))).split())


def running_words(text: str) -> list[str]:
    """The words of *text* as they are compared for copied runs: small letters, apostrophes closed up.

    >>> running_words("Moskova'da imzalandı.")
    ['moskovada', 'imzalandı']
    """
    return _LETTERS.findall(unicodedata.normalize("NFC", _APOSTROPHES.sub("", lower(text))))


class SourceTexts:
    """The articles' pages, for looking things up; nothing of them is ever shown."""

    def __init__(self, folder: Path) -> None:
        """Read every ``*.txt`` in *folder*. Raises OSError where there is none, or where one is no UTF-8."""
        self._pages: dict[str, dict[str, str]] = {}
        for path in sorted(folder.glob("*.txt")):
            try:
                self._pages[path.stem] = _pages(path.read_text(encoding="utf-8"))
            except UnicodeDecodeError as error:
                raise OSError(f"{path.name} is not UTF-8 ({error.reason})") from error
        if not self._pages:
            raise FileNotFoundError(f"no article texts (*.txt) in {folder}")
        self._runs = {run for pages in self._pages.values() for run in _runs(" ".join(pages.values()))}

    def pages(self, source: str) -> list[str]:
        """The page labels of *source* in order; empty where its text is not at hand."""
        return list(self._pages.get(source, ()))

    def page(self, source: str, label: str) -> str:
        """The text of one page. Raises KeyError where there is no such page."""
        return self._pages[source][label]

    def missing(self, citation: Citation) -> list[str]:
        """The fragments of *citation* that do not stand on its page. Raises KeyError for a page that is not there."""
        pages = self._pages[citation.source]
        labels = list(pages)
        here = labels.index(citation.page) if citation.page in pages else None
        if here is None:
            raise KeyError(citation.page)
        following = pages[labels[here + 1]] if here + 1 < len(labels) else ""
        joined = pages[citation.page] + "\n" + following
        # A word divided by the page's end is joined without a space in the second form.
        forms = (_plain(joined), _plain(pages[citation.page]) + _plain(following))
        return [fragment for fragment in citation.evidence if not any(_plain(fragment) in form for form in forms)]

    def copied(self, text: str) -> str:
        """The first nine words of *text* that run just so in an article; the empty text where none do."""
        return next((" ".join(run) for run in _runs(text) if run in self._runs), "")


def _pages(text: str) -> dict[str, str]:
    pages: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        opened = _PAGE.match(line)
        if opened:
            current = pages.setdefault(opened[1], [])
        elif not line.startswith("--- notes"):
            current.append(line)
    return {label: "\n".join(lines) for label, lines in pages.items()}


def _runs(text: str) -> list[tuple[str, ...]]:
    words = running_words(text)
    return [tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)]
