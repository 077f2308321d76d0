"""The port `SteeringPages`: what a steering meeting reads, as a PDF of one page."""

from __future__ import annotations

import re
from datetime import UTC

from coach.adapters.exports.plain import tidy
from coach.domain.progress import Steering
from coach.ports.exports import Export
from coach.ports.system import Clock


class SteeringPdf:
    """Writes the page in memory. Lives as long as the app; safe from many threads."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def export(self, page: Steering) -> Export:
        """Write it as a PDF of exactly one page; what has no room ends in dots."""
        from coach.adapters.exports.steering_page import written  # a large library, when needed

        now = self._clock.now().astimezone(UTC)
        data, warnings = written(page, now)
        name = re.sub(r"[^a-z0-9]+", "-", tidy(page.title).lower()).strip("-")[:40]
        named = f"{name or 'where-we-stand'}-{now:%Y-%m-%d}.pdf"
        return Export(data, named, "application/pdf", warnings)
