"""What stands between the network and the application: names, sizes, times, headers, last errors.

One layer below the routes, so that no route can forget it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, MutableMapping
from typing import Any, Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.limits import Limits

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
"""Scripts and styles come from files of this application alone; nothing inline ever runs."""

HEADERS: Final = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"SAMEORIGIN"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
OWN_HOSTS: Final = ("localhost", "127.0.0.1", "[::1]")

Refusal = Callable[[Scope, int, str], ASGIApp]
"""Makes the answer to a request that is refused: scope, status, code of the reason."""

log = logging.getLogger("kg.serve")


class Refused(Exception):
    """A body that is larger or slower than allowed.

    Attributes:
        status: of the answer.
        code: of the reason.
    """

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status, self.code = status, code


class Guard:
    """The layer round the application.

    Args:
        app: what it guards.
        limits: sizes and times.
        hosts: names under which it answers, without port; ``*`` for any.
        refusal: makes the answers of this layer.
        uploads: paths whose body may be as large as an upload.
    """

    def __init__(
        self, app: ASGIApp, *, limits: Limits, hosts: tuple[str, ...], refusal: Refusal, uploads: frozenset[str]
    ) -> None:
        self._app, self._limits, self._hosts, self._refusal, self._uploads = app, limits, hosts, refusal, uploads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                _add_headers(message)
            await send(message)

        try:
            if refused := self._refused(scope):
                await self._refusal(scope, *refused)(scope, receive, guarded)
                return
            try:
                await self._app(scope, self._measured(scope, receive), guarded)
            except Refused as refusal:
                if started:
                    raise
                await self._refusal(scope, refusal.status, refusal.code)(scope, receive, guarded)
        except Exception:
            # What went wrong is for the log of whoever runs the server, not for the visitor.
            log.exception("%s %s", scope["method"], scope["path"])
            if not started:
                await self._refusal(scope, 500, "internal")(scope, receive, guarded)

    def _refused(self, scope: Scope) -> tuple[int, str] | None:
        headers = dict(scope["headers"])
        if "*" not in self._hosts:
            name = headers.get(b"host", b"").decode("latin-1").lower()
            name = name if name.endswith("]") else name.rsplit(":", 1)[0] if ":" in name else name
            if name not in self._hosts:
                return 421, "host"
        if len(scope.get("raw_path") or b"") + len(scope.get("query_string") or b"") > self._limits.address:
            return 414, "address-long"
        length = headers.get(b"content-length", b"0")
        if not length.isdigit() or int(length) > self._most(scope):
            return 413, "body-large"
        return None

    def _most(self, scope: Scope) -> int:
        # Beside the file a form carries names and borders.
        return self._limits.upload + 2**16 if scope["path"] in self._uploads else self._limits.body

    def _measured(self, scope: Scope, receive: Receive) -> Receive:
        most, taken = self._most(scope), 0
        deadline = asyncio.get_running_loop().time() + self._limits.waiting
        ended = False

        async def counted() -> MutableMapping[str, Any]:
            nonlocal taken, ended
            if ended:  # from here on it waits for the visitor to leave, which may take as long as it likes
                return await receive()
            left = deadline - asyncio.get_running_loop().time()
            try:
                message = await asyncio.wait_for(receive(), max(0.0, left))
            except TimeoutError as error:
                raise Refused(408, "body-slow") from error
            taken += len(message.get("body", b""))
            ended = not message.get("more_body", False)
            if taken > most:
                raise Refused(413, "body-large")
            return message

        return counted


def _add_headers(message: Message) -> None:
    given = {name for name, _ in message.get("headers", ())}
    message["headers"] = [*message.get("headers", ()), *(pair for pair in HEADERS if pair[0] not in given)]
