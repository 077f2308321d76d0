"""Time zones as people write them: by name, by place, by letters."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from coach.domain.lazily import lazy_pattern
from coach.errors import MeetingError
from coach.services.agendas.reading.local_time import zone_of
from coach.services.agendas.reading.reads import Read

_CONTINENTS = (
    "Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian",
    "Pacific", "Etc", "US",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Letters:
    """What an abbreviation stands for; `alike` are the letters that its clocks show."""

    zone: str
    alike: frozenset[str]
    other: str = ""


def _letters(zone: str, alike: str, other: str = "") -> _Letters:
    return _Letters(zone, frozenset(alike.split()), other)


_EASTERN = _letters("America/New_York", "EST EDT")
_CENTRAL = _letters("America/Chicago", "CST CDT")
_MOUNTAIN = _letters("America/Denver", "MST MDT")
_PACIFIC = _letters("America/Los_Angeles", "PST PDT")
_MIDDLE = _letters("Europe/Berlin", "CET CEST")
_GREENWICH = _letters("UTC", "GMT UTC")
_SYDNEY = _letters("Australia/Sydney", "AEST AEDT")
_ABBREVIATIONS = {
    "CET": _MIDDLE, "CEST": _MIDDLE, "MEZ": _MIDDLE, "MESZ": _MIDDLE, "CT": _CENTRAL,
    "ET": _EASTERN, "EST": _EASTERN, "EDT": _EASTERN, "PT": _PACIFIC, "PST": _PACIFIC,
    "PDT": _PACIFIC, "Eastern": _EASTERN, "Central": _CENTRAL, "Mountain": _MOUNTAIN,
    "Pacific": _PACIFIC, "MT": _MOUNTAIN, "MST": _MOUNTAIN, "MDT": _MOUNTAIN, "CDT": _CENTRAL,
    "CST": _letters("America/Chicago", "CST CDT", "China or Cuba"),
    "GMT": _GREENWICH, "UTC": _GREENWICH, "Z": _GREENWICH,
    "BST": _letters("Europe/London", "BST GMT", "Bangladesh"),
    "IST": _letters("Asia/Kolkata", "IST", "Ireland or Israel"),
    "EET": _letters("Europe/Athens", "EET EEST"), "EEST": _letters("Europe/Athens", "EET EEST"),
    "WET": _letters("Europe/Lisbon", "WET WEST"), "WEST": _letters("Europe/Lisbon", "WET WEST"),
    "AEST": _SYDNEY, "AEDT": _SYDNEY, "JST": _letters("Asia/Tokyo", "JST"),
    "SGT": _letters("Asia/Singapore", "+08"), "HKT": _letters("Asia/Hong_Kong", "HKT"),
    "NZST": _letters("Pacific/Auckland", "NZST NZDT"),
    "NZDT": _letters("Pacific/Auckland", "NZST NZDT"),
    "SAST": _letters("Africa/Johannesburg", "SAST"), "KST": _letters("Asia/Seoul", "KST"),
    "BRT": _letters("America/Sao_Paulo", "-03"), "MSK": _letters("Europe/Moscow", "MSK"),
    "AWST": _letters("Australia/Perth", "AWST"), "HST": _letters("Pacific/Honolulu", "HST"),
}  # fmt: skip
_PLACES = {
    "uk": "Europe/London", "eastern": "America/New_York", "central": "America/Chicago",
    "mountain": "America/Denver", "pacific": "America/Los_Angeles", "german": "Europe/Berlin",
    "central european": "Europe/Berlin", "india": "Asia/Kolkata", "indian": "Asia/Kolkata",
    "uk/london": "Europe/London", "japan": "Asia/Tokyo", "east coast": "America/New_York",
    "west coast": "America/Los_Angeles", "us east": "America/New_York", "us eastern":
    "America/New_York", "us west": "America/Los_Angeles", "us pacific": "America/Los_Angeles",
    "us central": "America/Chicago", "british": "Europe/London", "irish": "Europe/Dublin",
    "spanish": "Europe/Madrid", "french": "Europe/Paris", "italian": "Europe/Rome",
    "dutch": "Europe/Amsterdam", "polish": "Europe/Warsaw", "swedish": "Europe/Stockholm",
    "swiss": "Europe/Zurich", "austrian": "Europe/Vienna", "portuguese": "Europe/Lisbon",
    "nyc": "America/New_York", "london/uk": "Europe/London", "brazil": "America/Sao_Paulo",
    **dict.fromkeys(
        ("munich", "münchen", "muenchen", "frankfurt", "hamburg", "cologne", "köln", "düsseldorf",
         "stuttgart", "leipzig", "berliner", "deutsche", "mitteleuropäische"), "Europe/Berlin"),
    **dict.fromkeys(
        ("boston", "washington", "miami", "atlanta", "philadelphia", "new yorker", "montréal",
         "montreal"), "America/New_York"),
    **dict.fromkeys(
        ("san francisco", "seattle", "portland", "san diego", "las vegas"), "America/Los_Angeles"),
    **dict.fromkeys(("dallas", "houston", "austin", "minneapolis"), "America/Chicago"),
    **dict.fromkeys(("edinburgh", "manchester", "birmingham", "glasgow", "leeds", "bristol",
                     "londoner", "londres", "londra"), "Europe/London"),
    **dict.fromkeys(("zürich", "geneva", "genf", "basel", "genève"), "Europe/Zurich"),
    **dict.fromkeys(("milan", "milano", "roma", "turin"), "Europe/Rome"),
    **dict.fromkeys(("lyon", "marseille", "pariser"), "Europe/Paris"),
    **dict.fromkeys(("barcelona", "valencia", "sevilla"), "Europe/Madrid"),
    **dict.fromkeys(("wien", "wiener"), "Europe/Vienna"),
    **dict.fromkeys(("porto", "lisboa"), "Europe/Lisbon"),
    **dict.fromkeys(("kraków", "krakow", "warszawa"), "Europe/Warsaw"),
    **dict.fromkeys(("gothenburg", "göteborg", "malmö"), "Europe/Stockholm"),
    **dict.fromkeys(("rotterdam", "the hague", "utrecht"), "Europe/Amsterdam"),
    **dict.fromkeys(("bangalore", "bengaluru", "mumbai", "delhi", "new delhi", "chennai",
                     "hyderabad", "pune"), "Asia/Kolkata"),
    **dict.fromkeys(("beijing", "shenzhen"), "Asia/Shanghai"),
    **dict.fromkeys(("osaka", "kyoto"), "Asia/Tokyo"),
    **dict.fromkeys(("brasilia", "sao paulo"), "America/Sao_Paulo"),
    **dict.fromkeys(("mexico city", "ciudad de mexico", "cdmx", "mexico"), "America/Mexico_City"),
    **dict.fromkeys(
        ("londen", "londyn", "londynskiego", "londens"), "Europe/London"),
    **dict.fromkeys(
        ("nueva york", "nova york", "nova iorque", "nowojorskiego"), "America/New_York"),
    **dict.fromkeys(("tokio", "toquio"), "Asia/Tokyo"), "pekin": "Asia/Shanghai",
    "buenos aires": "America/Argentina/Buenos_Aires", "parigi": "Europe/Paris",
    "berlino": "Europe/Berlin", "berlim": "Europe/Berlin", "lisbonne": "Europe/Lisbon",
    "lissabon": "Europe/Lisbon", "mailand": "Europe/Rome", "warschau": "Europe/Warsaw",
    "varsovie": "Europe/Warsaw", "varsovia": "Europe/Warsaw",
    "zurich": "Europe/Zurich", "parijs": "Europe/Paris", "moskau": "Europe/Moscow",
    "bruxelles": "Europe/Brussels", "bruselas": "Europe/Brussels", "brussel": "Europe/Brussels",
    "abu dhabi": "Asia/Dubai", "tel aviv": "Asia/Jerusalem", "cape town": "Africa/Johannesburg",
    "rio": "America/Sao_Paulo", "wellington": "Pacific/Auckland", "canberra": "Australia/Sydney",
    "ottawa": "America/Toronto", "calgary": "America/Edmonton",
}  # fmt: skip
NAMES = (
    rf"(?:(?:{'|'.join(_CONTINENTS)})(?:/[A-Za-z_+-]+){{1,2}}[\d]{{0,2}}"
    rf"|(?:UTC|GMT)[+-]\d{{1,2}}(?::?00)?\b|\b(?:{'|'.join(_ABBREVIATIONS)})\b)"
)
_NAMED = lazy_pattern(rf"(?:(?<![\w/]){NAMES}|(?<=:\d\d)Z)(?![\w/])")
_PLACED = lazy_pattern(
    r"\b(?P<mine>my|our|local|your) time\b(?! zone)"
    r"|\b(?P<place>(?:[^\W\d_]+ ){0,2}[^\W\d_]+) (?:[Ss]tandard |[Ss]ummer )?[Tt]ime\b"
)
# `10am in New York`, `10:00 (Paris)`, `10 Uhr Londoner Zeit`, `10h heure de Montréal`.
_PLACE = r"(?P<{0}>[^\W\d_]+(?:(?: de)?[ -][A-ZÀ-Ý][^\W\d_]+)?)"
_STRAIGHT_AFTER = lazy_pattern(
    r",? ?(?:in " + _PLACE.format("in") + r"|\(" + _PLACE.format("brackets") + r"(?: time)?\)"
    r"|(?:nach )?(?:"
    + _PLACE.format("german")
    + r")er Zeit|(?:Ortszeit|Zeit in|tid i|tijd in|time in) "
    + _PLACE.format("local")
    + r"|(?:(?:nach )?"
    + _PLACE.format("dutch")
    + r"se tijd)|"
    + _PLACE.format("swedish")
    + r"tid\b"
    + r"|(?:czasu? )"
    + _PLACE.format("polish")
    + r"|,? ?\(?(?:(?:no|na|à l['’]|en|in|em) ?)?(?:heure|hora|ora|horário"
    r"|horario)(?: local(?:e)?)?"
    r" (?:de |d['’]|di |da |do )?"
    + _PLACE.format("romance")
    + r"|"
    + _PLACE.format("last")
    + r"(?=\s*(?:[,.;:)–]|\Z)))"
)
_OFFSET = lazy_pattern(r"(?:UTC|GMT)([+-])(\d{1,2})")


def read_zone(text: str, own: str, day: datetime, after: int) -> Read[str] | None:
    """Return the zone that `text` names, `None` where none is.

    `own` is the person's zone: theirs stands where letters fit it too. `day` tells summer. `after`
    is where the time of day ends: a place straight behind it is where the time is meant.
    """
    if (found := _STRAIGHT_AFTER.match(text, after)) is not None:
        words = next(words for words in found.groups() if words)
        # `10:00, Madrid` may be the place, `10:00 leads` is not one.
        if (words.split()[-1][0].isupper() or found["polish"]) and (
            place := _of_place(words)
        ) is not None:
            return Read(place, (found.span(),))
    for found in _PLACED.finditer(text):
        if found["mine"]:
            return Read(own, (found.span(),))
        place = _of_place(found["place"])
        if place is not None:
            return Read(place, (found.span(),))
    for found in _NAMED.finditer(text):
        zone, warnings = _zone(found.group(), own, day)
        return Read(zone, (found.span(),), warnings)
    return None


def _zone(name: str, own: str, day: datetime) -> tuple[str, tuple[str, ...]]:
    if (offset := _OFFSET.match(name)) is not None:
        # These names count the other way round: Etc/GMT-2 is two hours east.
        sign, hours = "-" if offset[1] == "+" else "+", int(offset[2])
        return _known(f"Etc/GMT{sign}{hours}" if hours else "UTC", name, own)
    if "/" in name:
        return _known(name, name, own)
    letters = _ABBREVIATIONS[name]
    shown = {day.replace(month=month, day=1, tzinfo=ZoneInfo(own)).tzname() for month in (1, 7)}
    zone = own if shown & letters.alike and name not in _GREENWICH.alike else letters.zone
    if letters.other:
        return zone, (f"{name} was taken as {zone}, not {letters.other}.",)
    real = day.replace(tzinfo=ZoneInfo(zone)).tzname()
    if name in letters.alike - {real} - _GREENWICH.alike:
        return zone, (f"{name} was taken as the time in {zone}, where it is {real} on that day.",)
    return zone, ()


def _known(zone: str, name: str, own: str) -> tuple[str, tuple[str, ...]]:
    try:
        zone_of(zone)
    except MeetingError:
        return own, (f"There is no time zone called “{name}”; {own} was taken.",)
    return zone, ()


def _bare(name: str) -> str:
    """Return a name without its accents: `Bogotá` is `Bogota` in the table of zones."""
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _of_place(place: str) -> str | None:
    words = place.split()
    ends = [" ".join(words[at:]) for at in range(len(words))]
    for name in dict.fromkeys(form for end in ends for form in (end, _bare(end))):
        if name.lower() in _PLACES:
            return _PLACES[name.lower()]
        for continent in _CONTINENTS[:9]:
            try:
                zone_of(f"{continent}/{name.title().replace(' ', '_')}")
            except MeetingError:
                continue
            return f"{continent}/{name.title().replace(' ', '_')}"
    return None
