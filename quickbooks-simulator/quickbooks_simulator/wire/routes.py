"""ROUTES: method and path below the company -> handler."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quickbooks_simulator.wire import handlers

if TYPE_CHECKING:
    from collections.abc import Callable

    from quickbooks_simulator.wire.messages import Context, Reply


@dataclass(frozen=True)
class Route:
    """A path of fixed words and ``*``, and who answers it."""

    method: str
    path: str
    handler: Callable[[Context], Reply]

    def fits(self, method: str, segments: list[str]) -> bool:
        """Tell whether a request is meant."""
        words = self.path.split("/")
        return (
            method == self.method
            and len(words) == len(segments)
            and all(one in {"*", two} for one, two in zip(words, segments, strict=True))
        )


ROUTES = (
    Route("GET", "query", handlers.query),
    Route("POST", "query", handlers.query),
    Route("GET", "cdc", handlers.changes),
    Route("POST", "batch", handlers.batches),
    Route("POST", "upload", handlers.upload),
    Route("GET", "download/*", handlers.download),
    Route("GET", "exchangerate", handlers.exchange_rate),
    Route("GET", "*", handlers.read_singleton),
    Route("GET", "*/*", handlers.read),
    Route("POST", "*", handlers.write),
)


def dispatch(context: Context) -> Reply:
    """Hand a request to its handler.

    Raises:
        FaultError: If there is none, or the handler refuses the request.
    """
    for route in ROUTES:
        if route.fits(context.call.method, context.call.segments):
            return route.handler(context)
    raise handlers.no_resource(context)
