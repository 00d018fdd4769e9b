"""The headers of every response: what a browser may do with a page. Nothing but our own style sheet, and forms to ourselves.

After https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html.
"""

from collections.abc import Mapping

_POLICY = (
    "default-src 'none'",
    "style-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
_ALWAYS: Mapping[str, str] = {
    "Content-Security-Policy": "; ".join(_POLICY),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",  # the address of the sign-in page holds the code
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
    "Server": "mmbot",  # in place of the names and versions of what is inside
}
_YEAR = 365 * 24 * 3600


def headers(*, secure: bool) -> dict[str, str]:
    """What every response carries; *secure*: the page is reached by https, and is to be so always."""
    return {**_ALWAYS, "Strict-Transport-Security": f"max-age={_YEAR}"} if secure else dict(_ALWAYS)
