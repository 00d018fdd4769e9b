"""Where things are on the page: addresses out of names, under the address that the operator has set."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode, urlsplit

_PORTS = {"http": "80", "https": "443"}


class Addresses:
    """The addresses under *url*, such as ``https://example.org/masa``; *patterns* are paths by name, such as ``/oneri/{id}``."""

    def __init__(self, url: str, patterns: Mapping[str, str]) -> None:
        parts = urlsplit(url)
        self.prefix = parts.path.rstrip("/")
        self.secure = parts.scheme == "https"
        self.origin = f"{parts.scheme}://{parts.netloc}"
        self._host = _bare(parts.netloc, parts.scheme)
        self._scheme = parts.scheme
        self._patterns = patterns

    def __call__(self, name: str, **parts: object) -> str:
        """The address of the page *name*; parts that its pattern does not have become its query.

        >>> Addresses("https://example.org/masa", {"proposal": "/oneri/{id}"})("proposal", id=3, sayfa=2)
        '/masa/oneri/3?sayfa=2'
        """
        pattern = self._patterns[name]
        path = pattern.format(**{part: quote(str(value), safe="") for part, value in parts.items()})
        rest = {part: value for part, value in parts.items() if f"{{{part}}}" not in pattern}
        return self.prefix + path + (f"?{urlencode(rest)}" if rest else "")

    def whole(self, name: str, **parts: object) -> str:
        """The same with scheme and host, for a link in a chat."""
        return self.origin + self(name, **parts)

    def is_host(self, host: str) -> bool:
        """Whether *host*, as a browser has sent it, is that of the page: a rebound name of somebody else is not."""
        return _bare(host, self._scheme) == self._host


def _bare(host: str, scheme: str) -> str:
    """*host* in small letters without the usual port; names of hosts are ASCII.

    >>> _bare("Example.org:443", "https")
    'example.org'
    """
    return host.translate(_LOWER).removesuffix(f":{_PORTS.get(scheme, '')}")


_LOWER = str.maketrans({chr(code): chr(code + 32) for code in range(ord("A"), ord("Z") + 1)})
