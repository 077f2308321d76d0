"""Lines that name a trouble and not what it is: what to ask back, and what they may mean."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AskBack:
    """One question back, with questions to choose from that the notes answer."""

    question: str
    choices: tuple[str, ...]


LONGEST = 9  # words; who writes more has said something
# What a line may say without saying what is wrong: who it is about, that it is bad, please help.
_SALES = frozenset({"sales", "sellers", "seller", "reps", "rep", "salespeople"})
_MARKETING = frozenset({"marketing", "marketers", "marketer", "mktg"})
_LEADS = frozenset({"leads", "lead", "mqls"})
_CAMPAIGNS = frozenset({"campaigns", "campaign"})
_OTHERS = """
team teams department departments side sides people guys colleagues company they
"""
_TROUBLES = """
problem problems trouble troubles issue issues help advice tips support guidance difficult
difficulties struggling struggle stuck mess broken failing fails annoying annoyed frustrated
frustrating fed improve improvement better situation wrong working work works hate
"""
_VERDICTS = """
bad terrible awful sucks suck hopeless useless crap rubbish
"""
_FILLERS = """
a about again all also am an and any are aren at be been between but can could did do does doesn don
for from get getting going got had has have having hello here hey hi i if in is isn it its just keep
keeps kind like m me my need needs no not of on or our out please pls quite re really s seem seems
so some something still t than that the their them there these thing things this those to too up us
very want was we well were with won would you your big huge real lot always
"""
_TROUBLE, _VERDICT = frozenset(_TROUBLES.split()), frozenset(_VERDICTS.split())
_NAMED = _SALES | _MARKETING | _LEADS | _CAMPAIGNS | frozenset(_OTHERS.split())
_SAYS_LITTLE = _NAMED | _TROUBLE | _VERDICT | frozenset(_FILLERS.split())
_WORD = re.compile(r"[^\W_]+")
# A question that opens so asks for something; its words say what.
_ASKS = re.compile(r"\W*(?:how|what|which|who|whose|why|when|where|is|are|does|should)\b", re.I)

_ANYTHING = AskBack(
    "I'd like to get this right. Which of these comes closest? Or tell me in a line what happened.",
    (
        "Leads get lost between the two teams. Where do we start?",
        "We only talk when something goes wrong. Where do we start?",
        "Each side blames the other for missed targets. What helps?",
    ),
)
_TRIED = AskBack(
    "What did you try, and what happened then? Pick what comes closest, or tell me in a line.",
    (
        "We keep slipping back to how it was. What helps?",
        "The other side doesn't keep what we agreed. What do we do?",
        "Nobody has the time for it. Should we stay where we are?",
    ),
)
_ABOUT_LEADS = AskBack(
    "What is wrong with the leads? Pick what comes closest, or tell me what happened with one.",
    (
        "Sales says the leads are bad. What do we do?",
        "Nobody follows up on our leads. What do we do?",
        "We don't agree on what a qualified lead is.",
    ),
)
_ABOUT_CAMPAIGNS = AskBack(
    "What happens with the campaigns? Pick what comes closest, or tell me about the last one.",
    (
        "We hear of campaigns too late. What can we agree on?",
        "Sales doesn't use our content. What do we do?",
        "How do we review a miss without blame?",
    ),
)
_ABOUT_MARKETING = AskBack(
    "What happened with marketing? Pick what comes closest, or tell me in a line.",
    (
        "Marketing's leads go nowhere. What do we say to them?",
        "We hear of campaigns too late. What can we agree on?",
        "Marketing's content doesn't help us sell. What do we ask for?",
    ),
)
_ABOUT_SALES = AskBack(
    "What happened with sales? Pick what comes closest, or tell me in a line.",
    (
        "Sales doesn't follow up our leads. What do we do?",
        "Sales never gives us feedback. What do we do?",
        "Sales doesn't use our content. What do we do?",
    ),
)


def is_vague(text: str) -> bool:
    """Whether `text` says that something is wrong, at most with whom, and not what."""
    words = _WORD.findall(text.lower())
    if not words or len(words) > LONGEST or _ASKS.match(text):
        return False
    said = set(words)
    if said & _LEADS and said & _VERDICT:
        return False  # "the leads are bad" is a well-known quarrel
    return bool(said & (_TROUBLE | _VERDICT)) and said <= _SAYS_LITTLE


def ask_back(text: str, *, after_advice: bool = False) -> AskBack:
    """Return what to ask about a line that says too little."""
    words = set(_WORD.findall(text.lower()))
    if words & _LEADS:
        return _ABOUT_LEADS
    if words & _CAMPAIGNS:
        return _ABOUT_CAMPAIGNS
    about_sales, about_marketing = bool(words & _SALES), bool(words & _MARKETING)
    if about_sales == about_marketing:
        return _TRIED if after_advice else _ANYTHING
    return _ABOUT_SALES if about_sales else _ABOUT_MARKETING
