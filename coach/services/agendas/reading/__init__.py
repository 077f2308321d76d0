"""What somebody wants of a meeting, read from the way people type it."""

from coach.services.agendas.reading.roles import side_of

__all__ = ["side_of"]
