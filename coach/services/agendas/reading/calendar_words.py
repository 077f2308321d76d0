"""The words of the calendar in four languages, and where the month is written first."""

from __future__ import annotations

WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            "monday mon montag lundi lunes",
            "tuesday tues tue dienstag mardi martes",
            "wednesday weds wed mittwoch mercredi miércoles miercoles",
            "thursday thurs thur thu donnerstag jeudi jueves",
            "friday fri freitag vendredi viernes",
            "saturday sat samstag samedi sábado sabado",
            "sunday sun sonntag dimanche domingo",
        )
    )
    for word in words.split()
}
MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan januar janvier enero",
            "february feb februar février fevrier febrero",
            "march mar märz mars marzo",
            "april apr avril abril",
            "may mai mayo",
            "june jun juni juin junio",
            "july jul juli juillet julio",
            "august aug août aout agosto",
            "september sept sep septembre septiembre",
            "october oct oktober okt octobre octubre",
            "november nov novembre noviembre",
            "december dec dezember dez décembre decembre diciembre",
        ),
        start=1,
    )
    for word in words.split()
}
FROM_TODAY = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "heute": 0, "hoy": 0,
    "aujourd'hui": 0, "aujourd’hui": 0, "tomorrow": 1, "tomorow": 1, "tommorow": 1,
    "tommorrow": 1, "tmrw": 1, "tmr": 1, "tmw": 1, "2moro": 1, "morgen": 1, "demain": 1,
    "mañana": 1, "the day after tomorrow": 2, "day after tomorrow": 2, "übermorgen": 2,
    "après-demain": 2, "pasado mañana": 2,
}  # fmt: skip


def _any(words: dict[str, int]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


WEEKDAY, MONTH, RELATIVE = _any(WEEKDAYS), _any(MONTHS), _any(FROM_TODAY)
# With a dot only: `do` and `so` are English words.
SHORT = r"\b(?-i:Mo|Di|Mi|Do|Fr|Sa|So)"
WEEKDAYS |= {"mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6}

# 12/1 is the first of December there; in the rest of the world it is the twelfth of January.
_MONTH_FIRST = frozenset(
    {
        "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
        "America/Phoenix", "America/Anchorage", "America/Detroit", "America/Boise",
        "America/Juneau", "America/Sitka", "America/Nome", "America/Adak", "America/Yakutat",
        "America/Metlakatla", "America/Menominee", "America/Puerto_Rico", "Pacific/Honolulu",
        "Pacific/Guam", "Asia/Manila", "Asia/Tokyo", "Asia/Shanghai", "Asia/Seoul", "Asia/Taipei",
        "EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT",
    }
)  # fmt: skip
_STATES = ("US/", "America/Indiana/", "America/Kentucky/", "America/North_Dakota/")


def is_month_first(zone: str) -> bool:
    """Whether people in `zone` write the month before the day."""
    return zone in _MONTH_FIRST or zone.startswith(_STATES)
