"""Meetings that only tell: better cancelled, with the numbers sent."""

from __future__ import annotations

import re

from coach.domain.agenda import Agenda
from coach.domain.lazily import lazy_pattern

_FIGURES = (
    r"(?:numbers|figures|dashboards?|kpis?|metrics|reports?|results|slides|decks?|stats|bookings"
    r"|org chart)"
)
_TELLS = lazy_pattern(
    r"\b(?:report(?:s|ing)? (?:on|out|back)|status"
    r"|updates? (?:on|of|from|round)|(?:team|weekly|monthly|project|quick) updates?"
    r"|round of updates"
    r"|(?:go|walk|run|read|talk|click) (?:us |them |everyone |everybody )?through"
    rf" (?:the |our |last |all )*(?:\w+ )?{_FIGURES}"
    r"|(?:shar|present|show|read out|recap|read)(?:e|es|s|ing)? (?:off )?"
    rf"(?:the |our |its |their |last |all )*(?:[\w’']+ ){{0,2}}{_FIGURES}"
    rf"|(?:just|only) (?:the )?(?:updates?|{_FIGURES})|read(?:s|ing)? out"
    r"|(?:keep|bring|get)(?:ing|ting)? (?:\w+ ){1,3}(?:informed|posted|updated|up to (?:date|speed)"
    r"|in the loop)|round[- ]?robin|go(?:es|ing)? round the (?:table|room)"
    r"|(?:every(?:one|body)|each (?:team|side|of us|person|owner)) (?:\w+ )?"
    r"(?:reports?|presents?|gives|shares|shows|reads|tells|says what)"
    rf"|{_FIGURES} (?:\w+ ){{0,3}}(?:presented|shown|read|shared|walked through)"
    r"|announc(?:e|es|ing)|pass(?:ing)? (?:that|this|it|the \w+) on|(?:tell|notify|inform"
    r"|show)(?:ing)?"
    r" (?:them|everyone|everybody|all of (?:them|sales|marketing)|(?:all|the whole) \w+)"
    r"|walk-?through|presentation|info(?:rmation)? (?:meeting|session|call|round))\b",
    re.IGNORECASE,
)
_WORKS = lazy_pattern(
    r"(?<!no )(?<!nothing to )\b(?:decid\w*|agree\w*|discuss\w*|choos\w*|solv\w*|fix\w*"
    r"|plan(?:ning)?|prepar\w*|why"
    r"|settl\w*|stuck|block(?:ed|ers?)|needs? both|end (?:up )?with|come out with|new|sort out"
    r"|problem|quarrel|brainstorm\w*"
    r"|defin\w*|negotiat\w*|review why|what (?:to|we) do|improv\w*)\b",
    re.IGNORECASE,
)


# Said outright: nothing is to come of it.
_NOTHING = lazy_pattern(
    r"\b(?:no(?:t a)? (?:decisions?|discussions?|debates?)(?: needed| planned| required)?"
    r"|nothing (?:to|gets|is|ever) (?:be )?(?:decide|discuss|agree)d?|no ?(?:one|body) (?:ever "
    r"|really )?(?:decides?"
    r"|discusses|asks|says)(?: anything| a word)?|(?:just|only|purely"
    r"|merely) (?:an? )?(?:for )?(?:to )?"
    r"(?:info(?:rm|rmation|rmational|rming)?\b|shar(?:e|ing)|listen(?:ing)?|present(?:ing)?"
    r"|updates?|reading|news)|for (?:your |their |our |everyone'?s )?information|info(?:rmation)? "
    r"only|no questions|for info|let (?:\w+ ){1,5}know|(?:wish|want|have|need"
    r"|like) to (?:inform|notify) (?:\w+ ){1,4}(?:about|of|that)|fyi"
    r"|(?:just|only) (?:so )?(?:that )?(?:they|everyone|everybody|people|all)(?:['’]ve"
    r"| have)? (?:hears?|heard"
    r"|knows?|know it|are aware|is aware)|(?:just|only) (?:need to |have to |should )?know\b"
    r"|(?:do ?n['’]?t|do not|need ?n['’]?t|nobody) (?:need|has|have)?(?: to)? ?do anything"
    r"|nothing(?:['’]s| is| was)? (?:ever )?(?:decided|to decide)|all (?:fixed|final|decided"
    r"|settled) already"
    r"|(?:it['’]?s|it is|this is|that is|they['’]?re(?: all)?) (?:final|fixed|already decided"
    r"|decided)|zur info\w*"
    r"|nur (?:zur )?info\w*|pour information|a título informativo|ter info\w*"
    r"|nadie decide|niemand entscheidet|personne ne décide|nessuno decide|solo (?:para|per) (?:leer"
    r"|leggere|informar\w*)|só para informar|tylko informac\w*|sadece bilgi\w*)\b",
    re.IGNORECASE,
)
# What is to come of a meeting after all, whatever is only told in it.
_STRONG = lazy_pattern(
    r"\b(?:decid\w*|agree\w*|choos\w*|settl\w*|solv\w*|fix|fixing|sort out|pick|picks|figure out"
    r"|work out"
    r"|come out with|end (?:up )?with|find(?! attached)|brainstorm\w*|to plan"
    r"|plan(?:ning)? (?:who|what|how)"
    r"|who (?:does|calls|owns|takes|follows)|what ha(?:s|ve) to|how (?:do|can|should|we|to)"
    r"|what (?:do|can|should"
    r"|to|we|are)"
    r"|why|(?<!in )which|discuss\w*|improv\w*|chang(?:e|ing) (?:it|that|this|how|the)"
    r"|negotiat\w*|defin\w*"
    r"|go through|react)\b",
    re.IGNORECASE,
)
_ALL = r"(?:they|them|everyone|everybody|people|all|the (?:reps|teams?|sellers)|sales|both teams)"
# Said outright: nobody is asked for anything, it stands already.
_STANDS = lazy_pattern(
    r"\b(?:(?:nobody|no ?one|nothing) (?:has|have|needs?|is|will)(?: to)?(?: be)? (?:decid"
    r"|discuss|comment|answer"
    r"|agree|say|do)\w*(?: (?:or|and|nor) \w+)?(?: anything)?|nothing to (?:be )?(?:decide"
    r"|discuss|settle|do)(?:d|ed)?"
    r"|(?:already|all|everything(?: is|['’]s)?) (?:decided|set up|final|settled|done"
    r"|fixed|sorted)"
    r"|(?:the )?decisions? (?:is|was|are|were|has been) (?:made|taken|final)|(?:pure|purely"
    r"|merely) info\w*"
    r"|one[- ]way|no (?:answers?|input|to-?dos?|actions?|reactions?|feedback|comments?"
    r"|questions?|debate|response)"
    r"(?: (?:is|are))?(?: (?:needed|required|planned|expected|necessary|wanted|for anyone))?"
    r"|(?:questions|discussion|answers?|comments?) (?:is|are) not (?:planned|needed|required"
    r"|expected|wanted)"
    r"|(?:only|just) (?:have to|need to|should|must)? ?listen|they can read it later|fyi"
    r"|rien à décider"
    r"|nada que decidir|niente da decidere|nada a decidir|nichts zu entscheiden|keine diskussion"
    r"|réunion d['’]information|reunión informativa|riunione informativa|infotermin)\b",
    re.IGNORECASE,
)
# Somebody has something to say, and then all go.
_SAYS = lazy_pattern(
    r"\b(?:(?:notify|inform|circulat(?:e|ing)|broadcast|announc(?:e|ing)|pass(?:ing)? on)\b"
    r"|(?:i|we) (?:just|only|simply) (?:say|tell|read|announce|give|share|present|pass)"
    rf"|(?:i|we) (?:just|only|simply) (?:want|need) {_ALL}(?: to)? (?:have|know|see|hear|get)"
    r"|(?:just|only|basically)\b[^.!?]{0,60}\b(?:to say (?:that |the )|to pass on|pass on what)"
    rf"|so (?:that )?{_ALL} (?:has|have|knows?|hears?|heard|is aware|are aware)"
    rf"|update {_ALL} on|(?:that['’]?s|that is|thats) (?:it|all)\b|no more than that"
    rf"|nothing (?:more|else)\b"
    r"|(?:then )?we hang up|literally just)",
    re.IGNORECASE,
)


def only_tells(text: str) -> bool:
    """Whether a meeting is only for passing numbers or news on."""
    bare = _STANDS.sub("", _NOTHING.sub("", text))
    if bare != text or _SAYS.search(text):
        return _STRONG.search(bare) is None
    return _TELLS.search(text) is not None and _WORKS.search(text) is None


def to_send(agenda: Agenda) -> str:
    """Return the text that takes the meeting's place."""
    questions = "\n".join(f"- {item.question}" for item in agenda.matters) or "- The numbers"
    return (
        f"Hello all,\n\nthere is nothing to decide in “{agenda.title}”, so I'm giving you the "
        f"{agenda.minutes} minutes back. Here is in writing what we would have told each other:\n\n"
        f"{questions}\n\nPlease answer by tomorrow evening with what surprises you or needs a "
        "decision. If something does, we meet for that, with the people who can decide"
        " it.\n\nThank you!"
    )
