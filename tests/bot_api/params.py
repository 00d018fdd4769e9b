"""The parameters of a request: query string, form, JSON or multipart, all four as Telegram takes them."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from .refusals import bad

_NUMBER_AT_MOST = 2**63 - 1


@dataclass(frozen=True)
class Upload:
    """A file that came with a request."""

    name: str
    content: bytes
    content_type: str


@dataclass
class Params:
    """Named values of one request, read by the type that the method wants; a wrong type is refused with 400."""

    values: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A string, empty where there is none."""
        value = self.values.get(name, "")
        return value if isinstance(value, str) else json.dumps(value)

    def number(self, name: str, default: int = 0) -> int:
        """A whole number."""
        value = self.values.get(name)
        if value is None or value == "":
            return default
        try:
            number = int(value)
        except (TypeError, ValueError):
            raise bad(f"{name} must be an integer") from None
        if abs(number) > _NUMBER_AT_MOST:
            raise bad(f"{name} is out of range")
        return number

    def flag(self, name: str) -> bool:
        """A truth value: `true`, `True`, `yes` and `1` are true."""
        return str(self.values.get(name, "")) in {"true", "True", "yes", "1"}

    def json(self, name: str, what: str) -> Any:  # noqa: ANN401 - JSON is any
        """A JSON value, None where there is none; *what* names it in the refusal."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad(f"can't parse {what} JSON object") from None

    def table(self, name: str, what: str) -> dict[str, Any] | None:
        """A JSON object, None where there is none."""
        value = self.json(name, what)
        if value is not None and not isinstance(value, dict):
            raise bad(f"object expected as {what}")
        return value

    def rows(self, name: str, what: str) -> list[Any] | None:
        """A JSON array, None where there is none."""
        value = self.json(name, what)
        if value is not None and not isinstance(value, list):
            raise bad(f"can't parse {what}: expected an Array")
        return value


async def read_params(request: web.BaseRequest) -> Params:
    """All parameters of *request*; those in the body win."""
    params = Params(_pairs(request.rel_url.raw_query_string.encode()))
    if request.content_type == "multipart/form-data":
        await _read_multipart(request, params)
    elif request.content_type == "application/json":
        params.values |= _object(await request.read())
    else:
        params.values |= _pairs(await request.read())
    return params


def _pairs(encoded: bytes) -> dict[str, Any]:
    try:
        return dict(parse_qsl(encoded.decode(), keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError:
        raise bad("strings must be encoded in UTF-8") from None


def _object(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body.decode() or "{}")
        json.dumps(value, ensure_ascii=False).encode()  # half of a surrogate pair
    except UnicodeError:
        raise bad("strings must be encoded in UTF-8") from None
    except ValueError:
        raise bad("can't parse JSON object") from None
    if not isinstance(value, dict):
        raise bad("JSON object expected")
    return value


async def _read_multipart(request: web.BaseRequest, params: Params) -> None:
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise bad("can't parse multipart data")
        content = bytes(await part.read(decode=True))
        if part.filename is None:
            try:
                params.values[part.name] = content.decode()
            except UnicodeDecodeError:
                raise bad("strings must be encoded in UTF-8") from None
        else:
            params.files[part.name] = Upload(part.filename, content, part.headers.get("Content-Type", ""))
