"""The units of figures, and the words for them, brought to one measure each."""

from __future__ import annotations

from enum import StrEnum

from coach.services.checking.words import vocabulary


class Unit(StrEnum):
    """What a figure counts; its value is in this unit."""

    PERCENT = "per cent"
    MONEY = "money"
    MULTIPLE = "times"
    YEAR = "year"
    MINUTES = "minutes"
    MONTHS = "months"
    RHYTHM = "rhythm"  # how often, as minutes from one time to the next
    WEEKDAY = "weekday"  # value 0–6
    COUNT = "count"


# A year and a bare number are told apart by guess; three months and ninety days are both said.
LIKE = {
    (Unit.YEAR, Unit.COUNT): 1.0,
    (Unit.COUNT, Unit.YEAR): 1.0,
    (Unit.MULTIPLE, Unit.COUNT): 1.0,
    (Unit.RHYTHM, Unit.MINUTES): 1.0,
    (Unit.MINUTES, Unit.RHYTHM): 1.0,
    (Unit.RHYTHM, Unit.MONTHS): 1 / (30 * 1440.0),
    (Unit.MONTHS, Unit.RHYTHM): 30 * 1440.0,
    (Unit.MONTHS, Unit.MINUTES): 30 * 1440.0,
    (Unit.MINUTES, Unit.MONTHS): 1 / (30 * 1440.0),
}
DAY = 1440.0
MINUTES = {
    "second": 1 / 60, "seconds": 1 / 60, "minute": 1.0, "minutes": 1.0, "min": 1.0, "mins": 1.0,
    "hour": 60.0, "hours": 60.0, "h": 60.0, "hr": 60.0, "hrs": 60.0, "day": DAY, "days": DAY,
    "week": 7 * DAY, "weeks": 7 * DAY, "fortnight": 14 * DAY, "fortnights": 14 * DAY,
}  # fmt: skip
MONTHS = {
    "month": 1.0, "months": 1.0, "quarter": 3.0, "quarters": 3.0, "year": 12.0, "years": 12.0,
    "decade": 120.0, "decades": 120.0,
}  # fmt: skip
RHYTHMS = {
    "hourly": 60.0, "daily": DAY, "weekly": 7 * DAY, "fortnightly": 14 * DAY,
    "monthly": 30 * DAY, "quarterly": 90 * DAY, "yearly": 360 * DAY, "annual": 360 * DAY,
    "annually": 360 * DAY,
}  # fmt: skip
PERCENT = vocabulary("% percent pct percentage prozent procent procenten procent")
MONEY_SIGNS = vocabulary("€ $ £")
MONEY = vocabulary("€ $ £ eur usd gbp euro euros dollar dollars pound pounds")
TIMES = vocabulary("times × x fold")
MULTIPLES = {
    "double": 2.0, "doubles": 2.0, "doubled": 2.0, "doubling": 2.0, "twice": 2.0, "twofold": 2.0,
    "triple": 3.0, "triples": 3.0, "tripled": 3.0, "tripling": 3.0, "threefold": 3.0,
    "thrice": 3.0, "quadruple": 4.0, "quadrupled": 4.0, "fourfold": 4.0, "fivefold": 5.0,
    "sevenfold": 7.0, "tenfold": 10.0,
}  # fmt: skip
TIME = frozenset(MINUTES) | frozenset(MONTHS)
ORDINALS = {
    "second": 2.0, "third": 3.0, "fourth": 4.0, "fifth": 5.0, "sixth": 6.0, "seventh": 7.0,
    "eighth": 8.0, "ninth": 9.0, "tenth": 10.0,
}  # fmt: skip
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
