"""What kind of answer a question asks for, by its words alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from coach.domain.answers import Message, Question
from coach.domain.letters import asks_for_letter
from coach.domain.stages import Side


class Shape(StrEnum):
    """The forms an answer can take; `PLAIN` is answer, this week, watch."""

    PLAIN = "plain"
    TEXT = "text"  # something to send
    SAY = "say"  # words to speak
    MEETING = "meeting"
    COMPARE = "compare"
    CALCULATE = "calculate"
    DEFINE = "define"
    PROOF = "proof"
    MEASURE = "measure"
    RISK = "risk"
    NEXT = "next"
    REFUSED = "refused"
    AMOUNT = "amount"
    WHO = "who"
    WHEN = "when"
    WHY = "why"
    LIST = "list"
    EXAMPLE = "example"
    ASK = "ask"  # questions to put to the other side
    OPTIONS = "options"  # ways out, and what each would cost
    STAY = "stay"  # whether to move on at all


# The first that matches decides, so the plainest wishes come first.
_SHAPES: tuple[tuple[Shape, str], ...] = (
    (Shape.WHO, r"^\W*who(?:'?s|se|m)?\b"),
    (Shape.AMOUNT, r"^\W*how (?:often|long|soon|early)\b"),
    (
        Shape.TEXT,
        r"\b(?:e-?mails?|template|draft|compose|one-?pager)\b|\bwrite (?:me|us|up|a|an|it|that|this"
        r"|to|the)\b|\b(?:i|we) (?:write|send)\b|\bmake it shorter\b",
    ),
    (
        Shape.OPTIONS,
        r"\b(?:options|choices|alternatives|ways out)\b"
        r"|\bcosts? (?:to |for )?(?:each|either|both)\b"
        r"|\bwhat (?:would|will|does|could) (?:it|that|this|each|either|they) cost\b",
    ),
    (
        Shape.ASK,
        r"^(?=.*\b(?:sales|market\w+|reps?|sellers?|sdrs?|them|the other (?:side|team))\b)"
        r".*(?:^\W*questions (?:to|for|i)\b"
        r"|\b(?:three|3|two|2|some|good|right|which|what) questions\b.{0,40}\b(?:ask|for|to)\b"
        r"|\bwhat (?:do|should|can|could|would) (?:i|we) ask (?!for\b))",
    ),
    (
        Shape.STAY,
        r"\bmove up\b|\bshould we (?:stay|leave|go (?:from|on|further|to)|move (?:from|to|up))\b"
        r"|\bdo we (?:have|need) to (?:change|become|move|be)\b|\bstay (?:where|as) we are\b"
        r"|\bstay(?:ing)? at (?:undefined|defined|aligned|integrated)\b"
        r"|\bgo further\b|\btime to (?:leave|move (?:up|on)|go (?:up|on))\b"
        r"|\bor are we (?:fine|ok|okay|good)\b",
    ),
    (
        Shape.NEXT,
        r"^\W*what(?:'?s| is| comes)? (?:next|now)\b|\bwhat(?:'?s| is| comes)? (?:now|next)\W*$"
        r"|\bdo next\b|^\W*and now\b|\b(?:the|our) first step\b"
        r"|\bnext step\b|\bstep after\b|\bwhat comes (?:after|next)\b|\bskip a (?:step|stage)\b"
        r"|\bget (?:from|to) (?:undefined|defined|aligned|integrated)\b"
        r"|(?<!difference between )(?<!\bgo )\bfrom \w+ to (?:defined|aligned|integrated)\b",
    ),
    (
        Shape.PROOF,
        r"(?<!case )\bstud(?:y|ies)\b|\b(?:research(?![ -]based)|evidence|proof|proven?|source for"
        r"|real number|statistics?|myth|fairy tale|who counted|number come from|is it true"
        r"|true that|solid number|convince)\b"
        r"|\d ?(?:%|per ?cent).{0,30}\b(?:real|true|made up)\b",
    ),
    (
        Shape.COMPARE,
        r"\bdiff?[aeiou]?r\w* (?:between|from)|\bdiff?[aeiou]?rence\b|\bvs\b|\bversus\b"
        r"|\bcompared?\b|^\W*(?:[\w-]+ ){1,3}or(?: [\w-]+){1,3}\W*$"
        r"|^\W*[\w-]+ or [\w-]+\b|\b(?:use|take|choose|pick|measure) [^,.]{3,30} or"
        r" (?!(?:two|three|both|more|less|not)\b)\w+"
        r"|\bor\b.{3,50}\bwhich (?:is|one|of)\b|\bwhich is better\b"
        r"|\bbetter than\b|\bbetter\b.{3,40} or \w+",
    ),
    (
        Shape.CALCULATE,
        r"\bcalculat\w*\b|\bcompute\b|\bformula\b|\bwork out how\b"
        r"|^(?=.*\d.*\d)(?=.*\bhow many\b)",
    ),
    (
        Shape.MEETING,
        r"\b(?:agenda|script|format|workshop|half[ -]hour meeting|sit down)\b|\brun (?:it|that|this"
        r"|one|the)\b|\bwhat do we (?:talk|discuss)|\bmeeting look\b|\bhours? with\b",
    ),
    (
        Shape.SAY,
        r"\bwhat (?:do|should|can|could) (?:i|we) (?:say|tell|answer|reply)|\bhow (?:do|should|can"
        r"|would) (?:i|we) (?:say|tell|ask|thank|phrase|word|invite|open)|\bsay thanks?\b|\bwording"
        r"\b|\bbreak the ice\b",
    ),
    (
        Shape.RISK,
        r"\b(?:downsides?|risks?|drawbacks?|the catch|go(?:es)? wrong|dangers?)\b",
    ),
    (
        Shape.REFUSED,
        r"\brefus\w+|\btoo busy\b|\b(?:say|says|said) no\b|\b(?:won't|wont|don't want to"
        r"|doesn't want to) (?:meet|talk|come|join)\b",
    ),
    (
        Shape.AMOUNT,
        r"\bhow (?:many|much|often|long|soon|fast|quick(?:ly)?|big|small|far ahead|early)\b"
        r"|\bwhat (?:size|share|percentage)\b",
    ),
    (
        Shape.LIST,
        r"^\W*(?:good |the )?questions (?:to|for|in)\b|\bwhat to ask\b"
        r"|\bsigns (?:that|of|we|you)\b|\bwhat (?:belongs|goes|should go) (?:in|on)"
        r"|\bwhat should .{3,40} (?:contain|include|have)"
        r"|\bwhat (?:to|(?:do|should) (?:we|i|you)) (?:put|include|write)"
        r"|\bfour (?:kinds|stages|types)",
    ),
    (Shape.EXAMPLE, r"\b(?:examples?|checklist|show me|what does .{3,60} look like|looks? like)\b"),
    (
        Shape.WHO,
        r"(?:^|[,.;:]\s*|and |but )who(?:'s|se|m)?\b|\bright (?:type|person)\b|\bwho (?:should|owns"
        r"|runs|decides|leads|chairs)\b|\bwhose\b",
    ),
    (Shape.WHEN, r"\bwhen (?:should|do|does|is|to|would|can)\b|\bby when\b"),
    (
        Shape.WHY,
        r"^\W*(?:and |but |so )?why\b|\bwhy (?:do|does|should|is|are|would|did)\b"
        r"|\bwhat do (?:i|we) get out\b|\bwhat's wrong with\b|\bfind out why\b",
    ),
    (
        Shape.MEASURE,
        r"\b(?:metrics?|kpis?|measure|which number)\b|\brate\b",
    ),
    (
        Shape.DEFINE,
        r"^\W*(?:what(?:'s| is| are|s|'re)|define|explain|meaning of)\b.{2,60}$|\bwhat does .{2,40}"
        r" mean|\bwhat do(?:es)? .{2,30} do\b",
    ),
)
_COMPILED = tuple((shape, re.compile(rule, re.IGNORECASE)) for shape, rule in _SHAPES)
_SALES = r"(?:sales\w*|sellers?|reps?|sdrs?|bdrs?|aes?|account (?:executives?|managers?))"
_MARKETING = r"(?:market\w+|mktg|campaign manager|content (?:team|people)|brand team)"
_SELF = r"\b(?:as an?|as the|as|i'?m an?|im an?|i am an?|we in|us in) (?:\w+ )?"
_SELF_SALES = re.compile(
    rf"{_SELF}{_SALES}\b|\bi (?:do|run|lead|head) sales\b|\bmy (?:quota|deals?|reps|sdrs)\b"
    r"|\bour (?:territor(?:y|ies)|quotas?)\b",
    re.I,
)
_SELF_MARKETING = re.compile(
    rf"{_SELF}{_MARKETING}\b|\bi (?:do|run|lead|head) (?:content|marketing)\b|\bmy campaigns?\b",
    re.I,
)
_NAMES_SALES = re.compile(rf"\b{_SALES}\b", re.IGNORECASE)
_NAMES_MARKETING = re.compile(rf"\b{_MARKETING}\b", re.IGNORECASE)
_SHORTER = re.compile(r"\b(?:shorter|too long|briefer|more briefly)\b", re.IGNORECASE)


def shape_of(text: str) -> Shape:
    """Return the shape that `text` asks for; a word or three alone ask for a definition."""
    if asks_for_letter(text):
        return Shape.TEXT
    for shape, rule in _COMPILED:
        if rule.search(text):
            return shape
    return Shape.DEFINE if 0 < len(text.split()) <= 3 and "?" in text[-2:] else Shape.PLAIN


def wants_shorter(text: str) -> bool:
    """Whether a follow-up asks for the same in fewer words."""
    return _SHORTER.search(text) is not None


def asker(question: Question) -> Side | None:
    """Return the side the asker speaks for: the chip, else what their words show plainly.

    Who speaks of "marketing" and never of sales is taken for a seller, and the other way round.
    """
    if question.side in (Side.SALES, Side.MARKETING):
        return question.side
    if question.side is not None:
        return None
    text = " ".join((*_asked(question.history), question.text))
    own = [
        side
        for side, rule in ((Side.SALES, _SELF_SALES), (Side.MARKETING, _SELF_MARKETING))
        if rule.search(text)
    ]
    if own:
        return own[0] if len(own) == 1 else None
    sales, marketing = _NAMES_SALES.search(text), _NAMES_MARKETING.search(text)
    if (sales is None) == (marketing is None):
        return None
    return Side.SALES if marketing else Side.MARKETING


def _asked(history: Sequence[Message]) -> list[str]:
    return [message.content for message in history if message.role == "user"]
