"""What of a brief's sentences is the matter, and what only stands beside it."""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern

_PARTS = lazy_pattern(
    r"(?<!\s[A-Za-z])[.!](?=\s|$)|[;\n]+|(?<=\?)|,? (?=(?:i|we)(?:['’]d| would) also like\b)"
    r"|,? and (?=during (?:it|that|the meeting)\b|what do we do (?:about|with) |the matter with "
    r"|gently)"
    r"|,? (?:and )?(?=(?:i['’]?d|i would) like to (?:bring up|raise|mention)\b)"
    r"|\s(?=\(?[1-9a-e]\) )|,? and then |, then "
    r"| and also "
    r"|,? (?:and )?(?:at )?the end (?=(?:i|we) want)|,? and (?:afterwards|after that|finally) ",
    re.IGNORECASE,
)
# Words to the program, not to people: they are nobody's question.
_NOTE = lazy_pattern(
    r"[\[({<]\s*(?:hidden |system )?(?:notes?|messages?|instructions?|system|prompt)\b"
    r"[^\])}>]*[\])}>]?",
    re.IGNORECASE,
)
_TAG = lazy_pattern(r"</?[a-z!][^<>]{0,500}>|\(\s*\)", re.IGNORECASE)
_ORDERS = (
    r"\bdrop table\b|\bselect \*|;\s*--|\bas (?:the |its )?title\b|\boverride\b|\bin json\b",
    r"\b(?:every|each|all) (?:\w+[- ]){0,2}(?:fields?|pre-?work)\b|\btransferring\b",
    r"=\s*[a-z]+[(|]|```|<\||#{3,}",
    r"\b(?:to|dear|hey|for) (?:the |an? )?(?:ai|assistant|bot|model|agent|llm|program|software)\b",
    r"\b(?:system|assistant|developer|user) ?:|\b(?:assistant|chatbot|(?:language|ai) model)\b",
    r"\bas an? ai\b|\bnew instructions?\b|\bp\.?s\.? (?:to|for) the\b|\badministrator\b",
    r"\bas (?:the )?(?:first|last|an?) (?:item|point|line)\b|\bhidden (?:item|line|text)\b",
    r"\b(?:ignore|forget|disregard|override|bypass) (?:all |any |the |your |these |my )*"
    r"(?:previous|prior|above|earlier|other|instructions?|rules?)",
    r"\byou are (?:now|no longer)\b|\b(?:admin|developer|debug|god|root) mode\b|\bfrom now on\b",
    r"\b(?:act|speak|talk|behave) (?:as|like) (?:an? |the )?\w|\bpretend\b|\brole-?play\b",
    r"\b(?:your|full|hidden|system|secret) (?:instructions?|prompts?|rules)\b",
    r"\b(?:wir(?:e|ing)|transfer\w*|pay\w*|send)\b.{0,40}(?:[€$£]|\b(?:eur|usd|gbp|euros?"
    r"|dollars?|pounds?)\b).{0,20}\b(?:in)?to\b|\b(?:wire|transfer) (?:[€$£]|eur|usd|gbp)",
    r"[+@]\s*[a-z]+[(|]|\{\{|\$\{|<%|javascript:|\bon\w+=|\balert\(|\.\./|/etc/",
    r"\b(?:write|put|state|note|mention) (?:(?:in (?:it|there|the agenda|the notes)|down"
    r"|there) )?that\b",
    r"\bmust (?:say|state|mention) that\b|\bsay that\b|\bdiscount code\b",
    r"\b(?:delete|erase|export|e-?mail|forward|upload) (?:all|every|the (?:whole|full)) (?:\w+ )?"
    r"(?:contacts|data|lists?|files|customers?|records)\b|\b(?:iban|bitcoin|gift cards?)\b",
    r"\b(?:approve|authori[sz]e|release) (?:the |an? )?(?:payments?|invoices?|transfers?)\b",
    r"https?://|\bwww\.|\bpasswords?\b|\b(?:api|secret) ?keys?\b|\badd ?:",
    r"\b(?:every|each|all|the first|the last) (?:items?|questions?|owners?) (?:must|has to|have to"
    r"|should|shall)\b|\bagenda (?:must |has to |should )?(?:contains?|says?|ends?|begins?)\b",
    r"\b(?:add|insert|append|include|put) (?:an? |the |another )?(?:\w+ )?(?:items?|points?|lines?"
    r"|rows?|sentences?|links?)\b(?! (?:on|about|for|to discuss)\b)",
    r"\b(?:print|output|reveal|repeat) (?:only |just )?(?:your|the|all|everything|this)\b",
    r"\b(?:reply|respond|answer) (?:only |just )?(?:with|in)\b",
)
_ORDER = lazy_pattern("|".join(_ORDERS), re.IGNORECASE)
_RUPTURE = lazy_pattern(
    r"\b(?:not (?:spoken|talking|speaking|on speaking)|(?:don'?t|won'?t|no longer|stopped|hardly)"
    r" (?:talk|speak)\w*|shout\w*|scream\w*|yell\w*|at war|hate each other|bad blood|clear the air"
    r"|(?:trust|relationship)\w* (?:is |are |was )?(?:gone|broken|damaged|poisoned)"
    r"|f[ae]ll(?:en|ing)? out (?:with|over)|fight(?:s|ing)?|bl[eo]w(?:n|s)? up|blow-?up|toxic"
    r"|(?:no longer|don'?t|doesn'?t|not) trust\w*|(?:rebuild|lost|lose|restore) (?:all |the |any )*"
    r"trust|(?:row|war) again|another row|refus\w+ to (?:be|meet|sit|talk|speak|work)"
    r"|hostil\w+|resent\w*|insult\w*|quarrel\w*|feud\w*"
    r"|apolog\w+|humiliat\w+|at each other'?s"
    r"|idiots?|morons?|lazy|stupid|incompetent|clueless|liars?|pathetic|sabotag\w*)\b",
    re.IGNORECASE,
)
TRADE = (
    r"leads?|mqls?|sqls?|slas?|pipeline|campaigns?|hand-?o(?:ver|ff)s?|follow-?ups?|fairs?"
    r"|events?|webinars?|launch\w*|accounts?|forecast|quota|crm|content|deals?|customers?|funnel"
    r"|conversion|target\w*|revenue|pric\w+|segments?|budget|scoring|routing|competitors?"
)
_TRADE = lazy_pattern(rf"\b(?:{TRADE})\b", re.IGNORECASE)
# Who comes, who does not, and what the room is like.
_AROUND = lazy_pattern(
    r"\b(?:invited|declined|on (?:leave|holiday)|(?:will|should|can|won'?t|can'?t) be there"
    r"|(?:will|won'?t) (?:come|join|attend)|are booked|cameras?|lunch|in a room|keep it|i run the"
    r"|i'?m the|second week|someone from)\b|[+&,] me(?: \([^)]*\))?$",
    re.IGNORECASE,
)
# Who writes and for whom: nothing that a group has to settle.
_INTRODUCES = lazy_pattern(
    r"^(?:ok(?:ay)? |so |right |well )*,? ?(?:uh|um|er|voice memo|sorry|quick one|long story)\b"
    r"|^(?:[A-Z]\w+, )?(?:head|director|vp|chief|c[mrsefo]os?|manager|lead|owner|founder"
    r"|assistant)s?"
    r" (?:of|for|at|in)\b[^,.;:]{0,48}$|^so (?:that )?(?:i|we) can\b|^before i\b"
    r"|^(?:participants|attendees)\b"
    r"|^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^.!?]*?,? )?(?:there, )?"
    r"(?:i['’]?m (?:an? |the |in |head |responsible)|i am |i (?:run|lead|head|manage|work)\b"
    r"|my name|we are an? |we['’]re an? "
    r"|we (?:sell|make|build|produce|offer)\b|our company|family[- ]owned|[\w ]{2,30} here\b"
    r"|(?:kind "
    r"|best )?regards"
    r"|cheers|thanks)|^[\w ]{2,40} (?:here|asking)$|, \d+ years of\b",
    re.IGNORECASE,
)
_BIDS = lazy_pattern(
    r"^(?:also |and |then |please |finally )*(?:add|include|insert|append|put|list|state"
    r"|mention|make sure|ensure|remember|approve|confirm|delete|forward|click|visit|open|start"
    r"|begin"
    r"|title|name|call it|write|tell|give|send|email)\b",
    re.IGNORECASE,
)
_ONE = lazy_pattern(r"\b(?:he|she|him|her|his|hers)\b", re.IGNORECASE)
FEW = 4  # words of a sentence that tells something


def topics_of(text: str) -> list[str]:
    """Return what a brief consists of: its sentences and the parts of a list.

    Words that are meant for the program are left out, to the end of their sentence: nobody
    follows or reads them.
    """
    parts = _PARTS.split(_TAG.sub(" ", _NOTE.sub(" ", text)))
    return [part for part in map(_for_people, parts) if part.strip(" .,;!?")]


def _for_people(part: str) -> str:
    """Return a sentence up to the clause with which it turns to the program."""
    order = _ORDER.search(part)
    if order is None:
        return part.strip()
    return part[: order.start()].rpartition(",")[0].strip()


def has_broken(topic: str) -> bool:
    """Whether people are said to be at odds, so that something has to be made up first."""
    return _RUPTURE.search(topic) is not None


def of_the_trade(topic: str) -> bool:
    """Whether a topic names something that the two departments share."""
    return _TRADE.search(topic) is not None


def introduces(topic: str) -> bool:
    """Whether a sentence only says who writes, or for whom."""
    return _INTRODUCES.search(topic) is not None


def tells(topic: str) -> bool:
    """Whether a topic tells of a matter: no order, no person, not only who comes and when."""
    beside = (
        _AROUND.search(topic),
        _BIDS.search(topic),
        _ONE.search(topic),
        introduces(topic),
    )
    return len(topic.split()) >= FEW and not any(beside)
