"""The single worker thread of the desk: opens it after the first paint and runs every call to it in order."""

import asyncio
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from coach.conduct.desk import Desk

T = TypeVar("T")


class DeskWorker:
    """Runs calls to the desk one after another, off the UI thread."""

    def __init__(self, open_desk: Callable[[], "Desk"]) -> None:
        self._open = open_desk
        self._desk: Desk | None = None

    @cached_property
    def _thread(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")

    async def ask(self, call: Callable[["Desk"], T]) -> T:
        """Returns the result of a call, or raises its exception. The first call opens the desk."""
        return await asyncio.wrap_future(self.send(call))

    def send(self, call: Callable[["Desk"], T]) -> "Future[T]":
        """Queues a call without waiting."""
        return self._thread.submit(lambda: call(self._opened()))

    def file(self, call: Callable[[], T]) -> "Future[T]":
        """Queues a call that needs files but no desk."""
        return self._thread.submit(call)

    def close(self) -> None:
        """Closes the desk after queued calls; does not wait for it."""
        self._thread.submit(self._close)
        self._thread.shutdown(wait=False)

    def _opened(self) -> "Desk":
        if self._desk is None:
            self._desk = self._open()
        return self._desk

    def _close(self) -> None:
        if self._desk is not None:
            self._desk.close()
