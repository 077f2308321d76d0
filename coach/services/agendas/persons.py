"""Matters about one person: never an item of a group's agenda."""

from __future__ import annotations

import re

from coach.domain.agenda import Item, LeftOut, Where
from coach.domain.lazily import lazy_pattern
from coach.domain.notes import Outcome
from coach.domain.stages import Side

ELSEWHERE = (
    "This is about a person, so it belongs in a talk between two, with their manager or HR, "
    "never on a group's agenda."
)
APART = LeftOut(
    Item("What was said about one person", Outcome.DISCUSS, "", Side.BOTH),
    Where.ELSEWHERE,
    ELSEWHERE,
)
_MATTER = (
    r"performance (?:problem|issue|review|plan)s?|underperform\w*|poor performance|(?:bad|toxic"
    r"|terrible) "
    r"(?:attitude|behaviou?r)|attitude|misconduct|harass\w*|bull(?:y|ies|ied|ying)|discriminat\w*|"
    r"affair|drunk|drinking|drugs?|sick leave|pregnan\w*|burn[- ]?out|depress\w*|salary|pay rise"
    r"|bonus of|"
    r"dismiss\w*|disciplin\w*|formal warning|\bpip\b|redundan\w*|grievance|personal problems?"
)
_VERB = (
    r"\b(?:fire|firing|sack|sacking|let(?:ting)? go|get(?:ting)? rid of|dismiss(?:ing)?"
    r"|replac(?:e|ing)|demot(?:e|ing)|"
    r"push(?:ing)? out|manag(?:e|ing) out|confront(?:ing)?|call(?:ing)? out|sham(?:e|ing)"
    r"|terminat(?:e|ing))\b"
)
# Written with a capital, and nobody's name.
_TOOLS = (
    r"(?:Sales|Marketing|Product|Revenue|Salesforce|Hub[Ss]pot|Marketo|Pardot|Pipedrive|Excel|Slack"
    r"|Zoom|Google|Linked[Ii]n|Outreach|Teams)\b"
)
_PERSON = (
    r"(?:\b(?:him|her|his|he|she|them as a person|this person|that person|one of (?:the|our"
    r"|my) \w+)\b"
    r"|\b(?:my|our|the) (?:new |old |useless |whole )?(?:boss|manager|rep|colleague|new hire"
    r"|intern|head of \w+|cmo|cro|vp)\b"
    rf"|\b(?-i:(?!{_TOOLS})[A-ZÀ-Þ][a-zà-ÿ][\w'’-]*)(?:'s|’s)?\b)"
)
_ABOUT = lazy_pattern(
    rf"{_PERSON}.{{0,40}}\b(?:{_MATTER})|\b(?:{_MATTER})\b.{{0,25}}{_PERSON}", re.IGNORECASE
)
_AGAINST = lazy_pattern(rf"{_VERB}\s+(?:\w+\s+){{0,2}}?{_PERSON}", re.IGNORECASE)
# "Kevin's performance", never "marketing's performance".
_OF_ONE = lazy_pattern(
    r"\b(?!(?:Sales|Marketing|Product|Team|Company|Campaign|Website|Channel|Quarter|Year|Region"
    r"|Partner"
    r"|Industry|Market|Today|Last|This|Our|Let|What|That|It|Who|How|Q[1-4])\b)[A-ZÀ-Þ][\w-]+['’]s? "
    r"(?:poor |bad |weak |recent |own )?(?:performance|behaviou?r|attitude|conduct|mistakes?"
    r"|quota|work ethic"
    r"|future here|contract|salary|drinking|health)\b"
    r"(?! (?:template|form|text|list)s?\b)"
)
_ALWAYS = lazy_pattern(
    r"\b(?:sexual(?:ly)?|harass(?:ment|es|ed|ing) (?:by|of|from|complaint)|racis[mt]|who (?:to"
    r"|should we) (?:fire|let go)"
    r"|whom? (?:we )?(?:fire|let go|sack)|performance plans?|nam(?:e|ing) (?:and|&) sham(?:e|ing)"
    r"|rank(?:ing)? (?:the |our |all |my )*(?:sdrs|bdrs|reps|sellers|people|marketers|team members)"
    r"|(?:worst|weakest|lazy|low|poor)[- ](?:rep|seller|sdr|marketer|performer|performing)s?"
    r"|underperformers?|(?:who|which \w+) (?:is|are|was) (?:the )?(?:worst|weakest|lazy|slow)"
    r"|pull(?:ing)? (?:his|her|their) (?:own )?weight|(?:i|we) want names|too (?:old|young)"
    r"|[mp]aternity|earns? (?:more|less|too)"
    r"|sick (?:leave|days)"
    r"|salar(?:y|ies) of"
    r"|(?:his|her) (?:bonus|pay|salary|raise|promotion|probation|contract|warning)|who (?:earns"
    r"|gets (?:fired|sacked)))\b",
    re.IGNORECASE,
)


_SOMEBODY = lazy_pattern(
    r"\b(?:he|she|him|her|his|hers|girls?|women|woman|men|man|guys?|interns?|colleagues?|boss"
    r"|one of (?:the|our|my)"
    r"|somebody|someone|me|myself)\b",
    re.IGNORECASE,
)


# A person by name whose conduct, numbers or next post a group would speak about.
_LETS = (
    r"(?:lets? (?:every|all|the|our|half|\w+ing) [\w ]{1,24}(?:rot|die|slip|go cold|lie|wait)"
    r"|ignores (?:all|every"
    r"|our|the)|never (?:answers|calls|replies|follows|listens|does|logs|reads)|refuses to"
    r"|sits on|keeps (?:missing"
    r"|forgetting|ignoring|complaining|interrupting|being late)|(?:is|was) (?:always|never"
    r"|constantly) )"
)
_NAMED = lazy_pattern(
    rf"(?:\A\W*|[.!?;:,] |\bbecause |\bthat )(?-i:(?!{_TOOLS}|Nobody|Nothing|Everybody|Everyone"
    rf"|Somebody|Someone|It"
    r"|That|This|What|Which|Who|Finance|Legal|Support|Management|Content|Ops|RevOps|Each"
    r"|One)[A-ZÀ-Þ][a-zà-ÿ]+)"
    rf" {_LETS}|"
    rf"\bwhy (?-i:(?!{_TOOLS})[A-ZÀ-Þ][\w'’-]+) (?:is|was|keeps?|never|always|does ?n['o]t"
    rf"|can['’]?t)\b"
    rf"|\b(?:go(?:ing)?|walk|look) (?:over|through|at) (?-i:(?!{_TOOLS}|Q[1-4])[A-ZÀ-Þ][\w-]+)['’]s"
    r" (?:list|numbers|deals|leads|pipeline|calls|mistakes)\b"
    rf"|\b(?:whether|if|that|who"
    rf"|opinion on) (?-i:(?!{_TOOLS})[A-ZÀ-Þ][\w'’-]+(?: or [A-ZÀ-Þ][\w'’-]+)?) should"
    r" (?:become|be(?: promoted)?|get|lead|stay|leave|go|take over)\b"
    r"|\b(?:who|which of them) (?:should|will|gets? to) (?:become|be(?: the)?|get promoted|lead)\b",
    re.IGNORECASE,
)
_SHOWN_UP = lazy_pattern(
    r"\b(?:under|below|missed|behind|short of) (?:\w+ )?(?:\d+ ?% of )?(?:quota"
    r"|target)s?: (?-i:[A-ZÀ-Þ])|"
    r"\b(?:explains? (?:himself|herself|themselves|itself)|defend (?:himself|herself|themselves)"
    r"|put (?:his|her|their) (?:numbers|results|lists?) (?:up )?on (?:the |a )?(?:screen|wall"
    r"|slide)"
    r"|(?:off|on) sick|is (?:he|she) coming back|how long (?:will|is) (?:he|she)\b"
    r"|had enough of (?:him|her)|won['’]?t (?:write|say|name) the name|everyone knows who"
    r"|one of (?:our|the|my) (?:\w+ )?\w+ (?:\([^)]*\) )?(?:called|insulted|mocked|swore"
    r"|laughed at|shouted at))\b",
    re.IGNORECASE,
)
# What one person does wrong, told as such.
_DOES = lazy_pattern(
    r"\b(?:he|she)(?:['’](?:s|d|ll))? (?:\w+ ){0,2}(?:never|always|keeps?|late|rude|fails?|failed"
    r"|miss(?:es|ed)|refus\w+|ignor\w+|forg[eo]t\w*|complain\w*|cr(?:y|ies|ied|ying)|does ?n[o']t"
    r"|doesn['’]t|didn['’]t|won['’]t|isn['’]t|can['’]t|not|sick|ill|slow|bad|weak|unreliable"
    r"|aggressive|inappropriate|difficult|impossible|toxic|useless|lazy|lying|smell\w*|stopped"
    r"|struggl\w+|divorc\w+|dating|gossip\w*|shout\w*)\b",
    re.IGNORECASE,
)

# Somebody by first name: nobody's firm, tool, month or town stands at these places of a sentence.
_ONE = (
    rf"(?-i:(?!{_TOOLS}|Q[1-4]|Nobody|Everyone|Everybody|Somebody|Someone|It|That|This|These"
    rf"|They|We|You|I"
    r"|He|She|What|Who|How|Why|When|Where|If|Germany|France|Spain|Italy|Europe|Finance|Legal"
    r"|Support|Product"
    r"|Content|Ops|RevOps|Monday|Tuesday|Wednesday|Thursday|Friday|Christmas|January|February"
    r"|March|April|May"
    r"|June|July|August|September|October|November|December|The|Our|Each|One)[A-ZÀ-Þ][a-zà-ÿ]+)"
)
_WHOSE = rf"{_ONE}['’]s? (?:\w+ )?"
# What is nobody else's business, in the quiet words of those who'd rather not say it.
_QUIET = lazy_pattern(
    rf"\bwhat (?:do|should|can|shall) (?:we|i) do (?:about|with) {_ONE}(?! (?:leads|and|data"
    rf"|list|count))\s*(?:[?.,;!]|\Z)"
    rf"|\b{_WHOSE}(?:commission|bonus|raise|pay|salary|attitude|performance|behaviou?r|manners"
    rf"|tone|moods?"
    r"|absences?|lateness|drinking|health|promotion|future|burn[- ]?out|pregnancy|divorce"
    r"|work rate)\b"
    r"(?! (?:rules?|plans?|model|scheme|template))"
    rf"|\b{_WHOSE}(?:contract)\b(?! (?:template|form|text|list|with|for partners))"
    rf"|\b{_WHOSE}(?:numbers|results|figures) (?:up )?on (?:the |a )?(?:screen|wall|slide)\b"
    rf"|\b(?:matter|problem|trouble|issue|issues|situation|thing) with {_ONE}\b(?! (?:data|sync"
    rf"|import))"
    rf"|\b{_ONE}(?: from \w+)? (?:has |keeps |is )?(?:ask(?:ed|s|ing)? for|wants?|wanting"
    rf"|expects?|deserves?|hopes? for)"
    r" (?:an? |the |his |her |more )*(?:raise|promotion|pay|money|salary|bonus|title|sabbatical"
    r"|part[- ]time)\b"
    rf"|\b{_ONE} (?:\w+ )?(?:shout(?:s|ed)? at|yell(?:s|ed)? at|insult(?:s|ed)|swore|swears"
    rf"|gossips?|bull(?:ies|ied)"
    r"|smells?|drinks|cries|cried|slept|is off a lot|is (?:\w+ )?(?:late|rude|lazy|absent|slow"
    r"|difficult|unreliable"
    r"|moody|negative)|has ?n[o'’]t? (?:closed|sold|done|delivered)|has not (?:closed|sold|done"
    r"|delivered))\b"
    rf"|\b(?:is|are) {_ONE} (?:still |really )?(?:the right (?:person|man|woman|one)|good enough"
    rf"|up to (?:it|the job)|fit for)"
    rf"|\b(?:if|whether|should|can) {_ONE} (?:really |still |should |gets? |be |stays? |handle "
    rf"|keep )+"
    r"(?:the (?:team|job|role|post|enterprise|key)|in the team|on the team|stay|lead|leave"
    r"|promoted|here)"
    rf"|\bshould {_ONE} (?:stay|go|leave|lead|be|get)\b"
    rf"|\b{_ONE} and {_ONE} (?:can(?:no|['’])t|don['’]t|do not|won['’]t|hardly|no longer|hate"
    rf"|fight|argue)"
    r" ?(?:stand|speak|talk|work|get on|get along|each)?"
    rf"|\bhow {_ONE} (?:talks|speaks|treats|behaves|writes|deals with|acts)\b"
    rf"|\b(?:give|giving|tell|telling) {_ONE} (?:\w+ ){{0,6}}?(?:feedback|faster|harder|better"
    rf"|off|in front of)\b"
    rf"|\b(?:his|her) (?:performance|attitude|behaviou?r|commission|moods?|tone|absences?"
    rf"|lateness)\b"
    r"|\bweakest link\b|\b(?:ask(?:ed|s|ing) for|wants?) an? (?:pay )?(?:raise|rise|promotion)\b"
    r"|\bhave it out\b|\b(?:he|she|they think (?:he|she)) earns it\b|\bvote on who\b"
    r"|\bso (?:that )?(?:he|she) feels it\b|\bsmell(?:s"
    r"|ed) of alcohol\b"
    rf"|\b{_ONE}(?:['’]s| is) (?:burn[- ]?out|pregnan\w+|divorc\w+|ill|sick)\b|\bafter (?:his"
    rf"|her) burn[- ]?out\b"
    rf"|\bextend {_ONE}|\b{_ONE} has to (?:go|work|improve|be dealt|hear)\b",
    re.IGNORECASE,
)


def names_somebody(text: str) -> bool:
    """Whether a single person, named or not, takes part in what is told."""
    return _SOMEBODY.search(text) is not None


def about_a_person(text: str) -> bool:
    """Whether a text is about one person's conduct, health, pay or job."""
    return bool(
        any(
            found.search(text)
            for found in (_OF_ONE, _ALWAYS, _ABOUT, _AGAINST, _DOES, _NAMED, _SHOWN_UP, _QUIET)
        )
    )
