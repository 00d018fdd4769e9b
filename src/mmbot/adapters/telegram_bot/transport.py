"""How python-telegram-bot's requests travel: through aiohttp, which needs a third of the time that httpx needs for a request.

discord.py brings aiohttp along, and the webhook listens with it.
"""

import json
from http import HTTPStatus
from typing import Any
from urllib.request import getproxies

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

_UPLOAD = 20.0  # seconds to wait for the answer to a file
CONNECTIONS = 32


class NotDone(NetworkError):
    """The request surely had no effect: there was no connection, or the server itself was out of order (5xx).

    A connection that breaks while one waits for the answer tells nothing: the message may be there.
    """


class Uncertain(NetworkError):
    """The connection broke while one waited for the answer; see :class:`NotDone`. Of a timeout then, TimedOut tells the same."""


class AiohttpRequest(BaseRequest):
    """*seconds*: how long to wait for a connection, and for an answer."""

    def __init__(self, seconds: float = 5.0) -> None:
        self._seconds = seconds
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer; a long poll adds its own."""
        return self._seconds

    async def initialize(self) -> None:
        """Open it."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=CONNECTIONS)
            headers = {"User-Agent": self.USER_AGENT}
            # To look for a proxy, aiohttp goes into a thread and back for every request, which costs as much as the request.
            proxied, cookies = bool(getproxies()), aiohttp.DummyCookieJar()  # Telegram sets none; a real jar is searched each time
            self._session = aiohttp.ClientSession(connector=connector, headers=headers, trust_env=proxied, cookie_jar=cookies)

    async def shutdown(self) -> None:
        """Close its connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer. A message that was sent comes back whole, and nobody here reads it: to build it anew costs more than to send it."""
        answer: dict[str, Any] = BaseRequest.parse_json_payload(payload)
        if isinstance(sent := answer.get("result"), dict) and "message_id" in sent:
            answer["result"] = True  # what Telegram says where there is no message to give back, and the library takes
        return answer

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  the library's signature
        connect_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """The status and the body of the answer. Raises TimedOut, NotDone, Uncertain; their texts repeat nothing of the address, which holds the token."""
        if self._session is None:
            raise NotDone("The connection is closed")
        files = request_data is not None and request_data.contains_files
        seconds = read_timeout if isinstance(read_timeout, int | float) else _UPLOAD if files else self._seconds
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=self._seconds, sock_read=seconds)
        try:
            body, headers = _body(request_data)
            async with self._session.request(method, url, data=body, headers=headers, timeout=timeout) as response:
                if response.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                    raise NotDone(f"HTTP {response.status}")
                return response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotDone(type(error).__name__) from None
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            raise Uncertain(type(error).__name__) from None


def _body(data: RequestData | None) -> tuple[bytes | aiohttp.FormData, dict[str, str]]:
    if data is None or not data.contains_files:
        return json.dumps(data.parameters if data else {}).encode(), {"Content-Type": "application/json"}
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form, {}
