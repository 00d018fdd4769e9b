"""A request of aiohttp → what of it the pages are given; whatever does not look like one of our forms is refused."""

from ipaddress import ip_address
from urllib.parse import parse_qsl

from aiohttp import web

from mmbot.adapters.web.visits import Arrived, Method

LARGEST = 64 * 1024  # bytes of a form; the longest field takes 4,000 characters
MOST_FIELDS = 40
_FORM = "application/x-www-form-urlencoded"


async def arrived(request: web.Request, method: Method) -> Arrived:
    """What has come in. Raises HTTPBadRequest, HTTPUnsupportedMediaType, HTTPRequestEntityTooLarge."""
    return Arrived(
        method,
        request.path,
        dict(request.match_info),
        dict(request.query),
        await _form(request) if method == "POST" else {},
        dict(request.cookies),
        _address(request),
        request.headers.get("Sec-Fetch-Site") == "same-origin",
    )


def from_elsewhere(request: web.Request, origin: str) -> bool:
    """Whether the browser says that another site has sent this form.

    An origin of “null” says nothing: our own pages ask browsers to keep their address to themselves (Referrer-Policy).
    """
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    return site not in {"same-origin", "none"} or request.headers.get("Origin", "null") not in {"null", origin}


async def _form(request: web.Request) -> dict[str, str]:
    if request.content_type != _FORM:
        raise web.HTTPUnsupportedMediaType
    body = await request.read()
    try:
        fields = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError:
        raise web.HTTPBadRequest from None
    return {name: text.replace("\r\n", "\n").replace("\0", "") for name, text in fields}


def _address(request: web.Request) -> str:
    """Where the request comes from: what the proxy in front of us says, if it is on this machine."""
    peer = request.remote or ""
    try:
        near = ip_address(peer).is_loopback
    except ValueError:
        return peer
    said = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return said[:64] if near and said else peer
