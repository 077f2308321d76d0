"""What a text tells of others: how long something else takes, when others do what they do."""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.calendar_words import MONTH, RELATIVE, WEEKDAY
from coach.services.agendas.reading.clauses import meets_in

# What has a length of its own; its follow-up or debrief is a meeting again.
_THING = (
    r"(?:webinare?s?|webinaires?|webinários?|demos?|démos?|demonstrations?|trainings?"
    r"|schulung(?:en)?"
    r"|videos?|vidéos?|vídeos?|films?|filmy?|clips?|podcasts?|episodes?|recordings?|keynotes?"
    r"|pitch(?:es)?"
    r"|presentations?|présentations?|presentaci[oó]n(?:es)?|presentazion[ei]|präsentation(?:en)?"
    r"|talk at the \w+|speech(?:es)?|events?|fairs?|trade ?shows?|conferences?|congress|messe"
    r"|salon|feria"
    r"|fiera|feira|beurs|mässan?|drives?|journeys?|trips?|flights?|commute|fahrt|trajet|viaje"
    r"|lunch break"
    r"|battery|batteries|machines?|devices?|deliver(?:y|ies)|repairs?|trials?|tours?|onboarding"
    r"|installations?|set-?ups?|sales cycles?|surveys?|forms?|questionnaires?"
    r"|discovery calls?|sales calls?|cold calls?|customer calls?|(?:customer|client"
    r"|buyer)s?['’]? calls?"
    r"|szkolenie|prezentacja|utbildningen|presentatie|formation|formación|formazione|formação)"
)
_BESIDE = (
    r"(?: (?:of|with|for|from|in|at|to|on|the|a|our|their|his|her|this|that|its|new|customers?"
    r"|client|clients"
    r"|buyers?|prospects?|product|itself|alone|usually|always|normally|typically|often|now|only"
    r"|already"
    r"|office|site|plant|team|der|die|das|dem|den|des|beim|kunden|le|la|les|chez|du|de|client"
    r"|clients|el|los|del|il|lo|het|een|bij|klant|immer|meist|toujours|siempre|sempre|altijd)){0,5}"
)
_LASTS = (
    r"(?: (?:is|are|takes?|lasts?|runs?(?: for)?|goes on for|has|needs|dauer[nt]|geht|gehen|läuft"
    r"|ist|dure(?:nt)?"
    r"|prend|fait|est de|dura[n]?|es de|è di|é de|duurt|duren|trwa|varar|tar|är))"
)
_OTHER_LASTS = lazy_pattern(
    rf"\b{_THING}{_BESIDE}{_LASTS}(?: \w+ly| about| around| just| only"
    rf"| immer| meist| always| often| toujours| siempre| sempre)? ?\Z",
    re.I,
)
# What was is over, whatever it was.
_LASTED = lazy_pattern(
    r"(?<!plan )(?<!idea )(?<!thought )(?<!wish )(?<!request )\b(?:was|were|lasted|has been"
    r"|have been|had been"
    r"|took(?: us| me| them| him| her| you| sales| marketing)?|dauerte[n]?|ging(?:en)?|war(?:en)?"
    r"|a duré|ont duré|était de"
    r"|duró|duraron|durou|duraram|foi de|fue de|è durat[oa]|durò|duurden?|was|trwał[ayo]?|varade"
    r"|tog|nam)"
    r"(?: (?:a )?(?:mere|full|good|whole|about|around|only|just|almost|nearly|over|under|exactly"
    r"|fast|nur|fast"
    r"|presque|casi|quasi|bijna))* ?\Z",
    re.IGNORECASE,
)
_OVER = lazy_pattern(
    r" (?:gedauert|geduurt|long ago)\b|[^.!?;\n]{0,12} (?:gedauert"
    r"|geduurt)\b",
    re.IGNORECASE,
)
_HABIT = (
    r"always|usually|often|never|typically|mostly|normally|generally|regularly|constantly"
    r"|every time"
    r"|tends? to|keeps? \w+ing|immer|meistens?|oft|ständig|jedes ?mal|nie|normalerweise|toujours"
    r"|souvent"
    r"|d['’]habitude|jamais|siempre|suelen?|nunca|a menudo|sempre|di solito|spesso|mai|costuma\w*"
    r"|altijd"
    r"|meestal|nooit|vaak|zawsze|zwykle|nigdy|alltid|aldrig|ofta|brukar"
)
_DID = (
    r"crashed|phoned|called|rang|came|arrived|left|logged|e-?mailed|mailed|posted|published"
    r"|answered|replied"
    r"|complained|hung up|stopped|dropped|landed|happened|broke|failed|went|sent|wrote|signed"
    r"|cancelled|bought"
    r"|downloaded|registered|clicked|opened|visited|promised|told|missed|ended|finished|closed"
    r"|launched"
)
_OTHERS = (
    r"they|he|she|it|nobody|no one|someone|somebody|everyone|everybody|customers?|clients?|buyers?"
    r"|prospects?|reps|sellers"
    r"|marketers|leads|sales|marketing|(?:the|our|their) \w+|who|that|which"
)
_DOES = (
    r"leaves?|logs? off|goes|go home|sends?|posts?|publish(?:es)?|finish(?:es)?|stops?"
    r"|clos(?:es?)|opens?"
    r"|come in|comes(?: in)?|breaks|arrives?|drops?|dumps?|delivers?|repl(?:y|ies)|answers?|phones?"
    r"|switch(?:es)? off|shuts?"
    r"|hands? over|mails?|e-?mails?|starts? work|clocks? off|forwards?|uploads?|exports?|syncs"
)
_TOLD = lazy_pattern(
    rf"(?<=\w )(?:{_HABIT})\b"
    r"|\b(?:they|he|she|it|nobody|someone|customers?|clients?|(?:the|our|their|a) [\w-]+(?: \w+)?)"
    rf" (?:{_DID})\b"
    rf"|\b(?:{_OTHERS})(?: \w+)? (?:{_DOES})\b"
    r"|\b(?:reps|sellers|they|he|she|customers?) (?:calls?|rings?)\b"
    rf"|\b(?:the|our|their) {_THING}{_BESIDE} (?:is|was|starts?|started|begins?|began"
    rf"|opens?)(?: at| on)* ?\Z"
    r"|\b(?:a|ont) (?:appelé|envoyé|téléphoné)\b|\b(?:llamó|llamaron|envió|enviaron|mandó"
    r"|mandaron)\b"
    r"|\b(?:schick(?:en|t)|verschickt|envoient?|envo(?:ie|yait)|mand(?:an|ano|am)|env[ií]an?"
    r"|inviano|enviam|sturen|stuurt|wysyłają|skickar)\b",
    re.IGNORECASE,
)
_CLAUSE = lazy_pattern(r"[.!?;:,\n]|\b(?:so|but|and|und|et|y|e|let['’]?s)\b", re.IGNORECASE)
# `missed targets Tuesday 10:00`: a day and a time after a matter are ours, not theirs.
_ON_DAY = lazy_pattern(
    rf"\b(?:{WEEKDAY}|{RELATIVE}|{MONTH}|\d+(?:st|nd|rd|th)?),?(?: at| um| à"
    rf"| a las)? ?\Z",
    re.IGNORECASE,
)
_OF_THEM = lazy_pattern(rf"\b(?:they|he|she) (?:{_HABIT})\b", re.IGNORECASE)
_ABOUT = lazy_pattern(
    r"\b(?:why|how|what|whether|discuss|about|talk|warum|wie|pourquoi|comment|cómo|perché|como)\b",
    re.IGNORECASE,
)
_DONE = lazy_pattern(
    r" (?:\w+ ){0,2}(?:was cancelled|angerufen|geschickt|verschickt|gesendet|gekommen|gegangen"
    r"|gemeldet"
    r"|gebeld)\b",
    re.IGNORECASE,
)
_NEAR = 72


def lasts_elsewhere(text: str, start: int, end: int) -> bool:
    """Whether a length is said of a webinar, a demo or the like, or of what is over."""
    before = text[max(0, start - _NEAR) : start]
    if _OTHER_LASTS.search(before) or _LASTED.search(before):
        return True
    return _OVER.match(text, end) is not None


def is_of_others(text: str, start: int, end: int) -> bool:
    """Whether a day or time is told of what others do or did, not of when we meet."""
    clause = _CLAUSE.split(text[max(0, start - _NEAR) : start])[-1]
    if meets_in(clause) or _ABOUT.search(clause):
        return False
    if _ON_DAY.search(clause) and not _OF_THEM.search(clause):
        return False
    return _TOLD.search(clause) is not None or _DONE.match(text, end) is not None
