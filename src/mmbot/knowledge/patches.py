"""A change of some files as a mail that ``git am`` takes: what “git format-patch” would have written."""

import difflib
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.header import Header
from email.utils import format_datetime

AUTHOR = "mmbot moderator <noreply@mmbot.invalid>"  # people are not named: a repository forgets nobody
_FROM = "From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001"  # the date by which Git knows its own mails
_SUBJECT = 72


@dataclass(frozen=True, slots=True)
class Change:
    """One commit: *texts* are the old and the new text of each file by its path in the repository, None where there is no such file."""

    subject: str
    body: str
    at: datetime
    texts: Mapping[str, tuple[str | None, str | None]]


def mail(change: Change, number: int, count: int) -> str:
    """The *number*-th of *count* mails."""
    subject = textwrap.shorten(change.subject, _SUBJECT, placeholder=" …")
    head = [
        _FROM,
        f"From: {AUTHOR}",
        f"Date: {format_datetime(change.at.astimezone(UTC))}",
        f"Subject: [PATCH {number}/{count}] {_header(subject)}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
    ]
    diffs = "".join(_diff(path, *change.texts[path]) for path in sorted(change.texts))
    return "\n".join((*head, "", *_quoted(change.body), "---", "", "")) + diffs


def _header(text: str) -> str:
    return text if text.isascii() else Header(text, "utf-8", maxlinelen=10**6).encode()


def _quoted(body: str) -> Iterator[str]:
    """*body*, indented: a line that somebody wrote must not be taken for a header, a diff or the end of the message."""
    for paragraph in body.split("\n"):
        yield from textwrap.wrap(paragraph, 72, initial_indent="  ", subsequent_indent="  ", break_long_words=False) or [""]


def _diff(path: str, old: str | None, new: str | None) -> str:
    if old == new:
        return ""
    head = [f"diff --git a/{path} b/{path}"]
    if old is None:
        head.append("new file mode 100644")
    if new is None:
        head.append("deleted file mode 100644")
    names = ("/dev/null" if old is None else f"a/{path}", "/dev/null" if new is None else f"b/{path}")
    lines = difflib.unified_diff(_lines(old), _lines(new), *names)
    return "\n".join(head) + "\n" + "".join(map(_ended, lines))


def _lines(text: str | None) -> list[str]:
    """The lines with their line feeds. Only those end a line for Git; ``splitlines`` knows nine more."""
    return [line for line in (text or "").replace("\n", "\n\0").split("\0") if line]


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
