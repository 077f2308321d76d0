"""A bounded pool of daemon threads: jobs outlive the request, never the process."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable

_log = logging.getLogger(__name__)


class ThreadRunner:
    """Runs jobs in up to `workers` threads, further ones in line. Lives as long as the app.

    Threads are started when first needed. They are daemons: what they leave unfinished at the end
    of the process is found by its lease.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._jobs: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._threads = 0
        self._open = 0  # jobs taken and not yet finished

    def submit(self, job: Callable[[], None]) -> bool:
        """Take `job`; return whether it starts at once (false: it waits in line)."""
        with self._lock:
            self._open += 1
            at_once = self._open <= self._workers
            if self._open > self._threads and self._threads < self._workers:
                self._threads += 1
                threading.Thread(target=self._work, name="answers", daemon=True).start()
        self._jobs.put(job)
        return at_once

    def _work(self) -> None:
        while True:
            job = self._jobs.get()
            try:
                job()
            except Exception:
                _log.exception("a job failed")
            finally:
                with self._lock:
                    self._open -= 1
