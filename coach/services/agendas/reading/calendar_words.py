"""The words of the calendar in nine languages, and where the month is written first."""

from __future__ import annotations

WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            "monday mon montag lundi lunes lunedì lunedi segunda-feira maandag poniedziałek måndag",
            "tuesday tues tue dienstag mardi martes martedì martedi terça-feira terça dinsdag"
            " wtorek tisdag",
            "wednesday weds wed mittwoch mercredi miércoles miercoles mercoledì mercoledi"
            " quarta-feira woensdag środa środę onsdag",
            "thursday thurs thur thu donnerstag jeudi jueves giovedì giovedi quinta-feira"
            " donderdag czwartek torsdag",
            "friday fri freitag vendredi viernes venerdì venerdi sexta-feira vrijdag piątek fredag",
            "saturday sat samstag sonnabend samedi sábado sabado sabato zaterdag sobota sobotę"
            " lördag",
            "sunday sun sonntag dimanche domingo domenica zondag niedziela niedzielę söndag",
        )
    )
    for word in words.split()
}
WEEKDAYS |= {"na segunda": 0, "próxima segunda": 0}  # alone it is Spanish for a second one
MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan januar jänner janvier janv"
            " enero ene gennaio janeiro januari stycznia styczeń",
            "february feb februar feber février févr"
            " fév fevrier febrero febbraio fevereiro februari lutego",
            "march mar märz mars marzo março maart mrt marca marzec",
            "april apr avril avr abril abr aprile kwietnia kwiecień",
            "may mai mayo maggio maio mei maja maj",
            "june jun juni juin junio giugno junho czerwca",
            "july jul juli juillet juil julio luglio julho lipca",
            "august aug août aout agosto augustus augusti sierpnia",
            "september sept sep septembre septiembre settembre setembro września",
            "october oct oktober okt octobre octubre ottobre outubro października",
            "november nov novembre noviembre novembro listopada",
            "december dec dezember dez décembre decembre"
            " déc diciembre dic dicembre dezembro grudnia",
        ),
        start=1,
    )
    for word in words.split()
}
FROM_TODAY = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "heute": 0, "hoy": 0,
    "aujourd'hui": 0, "aujourd’hui": 0, "tomorrow": 1, "tomorow": 1, "tommorow": 1,
    "tommorrow": 1, "tmrw": 1, "tmr": 1, "tmw": 1, "2moro": 1, "2morrow": 1, "2mrw": 1, "tomoz": 1,
    "tmoro": 1, "tmorrow": 1, "tomoro": 1, "tomorro": 1, "tmrow": 1, "morgen": 1, "demain": 1,
    "mañana": 1, "the day after tomorrow": 2, "day after tomorrow": 2, "übermorgen": 2,
    "après-demain": 2, "pasado mañana": 2, "this evening": 0, "ce soir": 0, "cet après-midi": 0,
    "esta tarde": 0, "esta noche": 0, "oggi": 0, "stasera": 0, "domani": 1, "dopodomani": 2,
    "hoje": 0, "amanhã": 1, "depois de amanhã": 2, "vandaag": 0, "vanavond": 0, "vanmiddag": 0,
    "overmorgen": 2, "dziś": 0, "dzisiaj": 0, "jutro": 1, "pojutrze": 2, "idag": 0, "i dag": 0,
    "ikväll": 0, "imorgon": 1, "i morgon": 1, "i övermorgon": 2,
}  # fmt: skip


def _any(words: dict[str, int]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


# Months that are first names as well: of a person in a list they are taken for the name.
NAMES_TOO = frozenset(("jan", "mei", "maja", "marca"))
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
