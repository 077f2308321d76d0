"""What somebody wants of a meeting, read from the way people type it."""

from coach.services.agendas.reading.brief import read_brief
from coach.services.agendas.reading.form import minutes_of, parse_person, start_of
from coach.services.agendas.reading.local_time import Start, zone_of
from coach.services.agendas.reading.roles import side_of

__all__ = ["Start", "minutes_of", "parse_person", "read_brief", "side_of", "start_of", "zone_of"]
