"""Roles as people write them, and which side each belongs to."""

from __future__ import annotations

import re

from coach.domain.lazily import lazy_pattern
from coach.domain.stages import Side

_MISSPELT_MARKETING = (
    r"(?:marketng|markting|marketin|marketign|markeitng|marketting|maketing|mareting|marketig"
    r"|markteing|marekting|mrktg|mrkting|mkting|mktng)"
)
_MISSPELT_SALES = r"(?:slaes|saels|salse|slase)"
# In order: the first that fits decides, so `sales ops` is nobody's side though it says sales.
_SIDES: tuple[tuple[Side, str], ...] = (
    (
        Side.BOTH,
        r"cros?|chief revenue officers?|(?:head of|vp|vp of) revenue(?![- ]op)|revenue leader"
        r"|sales (?:and|&|\+) marketing|marketing (?:and|&|\+) sales|both (?:sides|teams)"
        r"|chief growth officer",
    ),
    (
        Side.OTHER,
        r"[sb]drs?|[lmx]drs?|(?:sales|business) dev(?:elopment)?(?: reps?| representatives?)?"
        r"|(?:rev|revenue|sales|deal|commercial)[- ]?op(?:s|erations)"
        r"|(?<!marketing )(?<!mktg )(?:ops|operations)"
        r"|deal desk|enablement|(?:customer|client) success|csms?|cs|support|onboarding"
        r"|(?<!product )service|finance|financial|cfo|controller|controlling|accounting|legal"
        r"|hr|people team|recruit\w*|ceo|coo|cto|cpo|founders?|managing director|geschäftsführ\w*"
        r"|engineer(?:ing|s)?(?<!sales engineer)(?<!sales engineers)|developers?|it|data"
        r"|analysts?|partner(?:s|ships?)?(?: managers?)?",
    ),
    (
        Side.MARKETING,
        r"cmos?|pmms?|chief marketing officer|(?:product|field|growth|digital|content|brand"
        r"|partner|events?|performance|email|account[- ]based) market(?:ing|ers?)"
        r"|marketing\w*|marketers?"
        r"|mktg|mkt|demand[- ]gen(?:eration)?|demand|content|brand|copywriters?|growth|abm|seo|sem"
        r"|ppc|paid|social(?: media)?|pr\b|communications|comms|campaigns?|events?|webinars?"
        r"|web(?:site)?|creative|designers?|lifecycle|nurture|inbound|mercadotecnia|marknad\w*"
        rf"|mops|public relations|{_MISSPELT_MARKETING}",
    ),
    (Side.OTHER, r"product(?: managers?| management| owners?)?|pms?|ux|research"),
    (
        Side.SALES,
        r"aes?|ams?|ses?|cso|account exec(?:utive)?s?|account manager(?:s|n|in|innen)?"
        r"|sales|sellers?|reps?"
        r"|(?:sales|business) (?:reps?|representatives?)|sales ?(?:people|ppl|person|man|men|woman"
        r"|force)|salesfolk|closers?|hunters?|farmers?|presales|pre-sales|solutions? engineers?"
        r"|outbound|inside sales|vertrieb\w*|verkauf\w*|verkäufer\w*|commercial\w*|commerciaux"
        r"|ventes?|ventas|vendeu\w*|vendedor\w*|comercial\w*|key account\w*|territory managers?"
        rf"|{_MISSPELT_SALES}"
        r"|selling|vendite|vendas|verkoop|sprzedaż[ya]?|sälj|försäljning(?:en)?",
    ),
)
_PATTERNS = tuple(
    (side, lazy_pattern(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE))
    for side, words in _SIDES
)
_RANK = (
    r"(?:(?:junior|senior|lead|chief|principal|regional|global|country|new|acting|deputy|vice"
    r"|assistant|associate|enterprise|mid-market|smb|field|inside|growth|digital)[ -])"
)
_HEAD = (
    r"(?:heads?|vps?|svps?|evps?|vice presidents?|directors?|leads?|leaders?|chiefs?"
    r"|manager(?:s|n|in|innen)?|leiter(?:in)?|leitung|teams?|teamleads?)"
)
_AREA = (
    r"(?:sales ops|sales operations|marketing ops|marketing operations|revenue operations|rev ?ops"
    r"|revenue|sales development|business development|sales enablement|enablement|product marketing"
    r"|field marketing|growth marketing|content marketing|digital marketing|brand marketing"
    r"|performance marketing|events? marketing|email marketing|partner marketing"
    r"|lifecycle marketing|demand gen(?:eration)?|inside sales"
    r"|field sales|pre-?sales|customer success|customer support|client success|deal desk"
    r"|social media|key account(?: sales)?"
    r"|account based marketing|partnerships?|sales|marketing|mktg|content"
    r"|brand|growth|demand|campaigns?|events?|communications|comms|abm|seo|product|finance|legal"
    r"|(?-i:PR)|public relations|procurement|purchasing|accounting|customer (?:service|care)"
    rf"|{_MISSPELT_MARKETING}|{_MISSPELT_SALES}"
    r"|support|operations|ops|engineering|data|hr|(?-i:IT)|vertrieb|verkauf|ventes?|ventas"
    r"|vendite|vendas|verkoop|sprzedaż[ya]?|sälj|försäljning(?:en)?|marknad(?:en)?|marketingu"
    r"|finan(?:zas|ces|zen|za|ças|ciën|sów)|producto|produit|prodotto|produto"
    r"|produkt(?:management)?|soporte|supporto|suporte|einkauf|achats|compras|acquisti|inkoop"
    r"|zakupów"
    r"|comercial|commerciale?|kundendienst|kundenservice|controlling|buchhaltung|rh|rrhh"
    r"|recursos humanos|technik|entwicklung)"
)
_ALONE = (
    r"(?:cmos?|cros?|csos?|ceos?|cfos?|coos?|ctos?|aes?|sdrs?|bdrs?|pmms?|csms?"
    r"|account exec(?:utive)?s?|account manager(?:s|n|in|innen)?"
    r"|sales ?(?:reps?|people|ppl|person|man|men|woman|women|representatives?)"
    r"|salesfolk|reps?|sellers?|closers?"
    r"|(?:(?:product|field|growth|content|digital|brand|event|email) )?marketers?"
    r"|market(?:ing)? (?:people|ppl)|copywriters?|designers?"
    r"|solutions? engineers?|sales engineers?|product managers?|product owners?|founders?|analysts?"
    r"|counterparts?"
    r"|direct(?:eur|rice|ora?) (?:du |de la |des |de )?(?:marketing|commercial\w*|ventes?|ventas"
    r"|comercial)|responsable (?:du |des |de )?(?:marketing|ventes?|ventas|commercial\w*|comercial)"
    r"|commerciaux|vendeu\w+|vendedor\w*|comerciales|managing directors?"
    r"|chief (?:marketing|sales|revenue|executive|financial) officers?"
    r"|demand gen(?:eration)? managers?|vertriebsleit\w+|marketingleit\w+|vertriebler\w*"
    r"|geschäftsführ\w+|controllers?|engineers?|developers?|webmasters?)"
)
_ONE = r"(?:guy|gal|girl|lady|chap|bloke|expert|specialist|wizard|guru|colleague)"
# `head of sales`, `VP Sales`, `sales director`, `AE lead`, `sales ops`, `two SDRs` without the two.
ROLE = (
    rf"(?:{_RANK}{{0,2}}(?:{_HEAD}(?: of| for|,)? (?:the )?{_AREA}|{_ALONE}(?: {_HEAD})?"
    rf"|{_AREA}(?: {_HEAD}| (?:people|person|folks|guys|department|side|leadership|management"
    rf"|{_ONE}))?))"
)
# Whose side is that of the person they lead, help or work with.
KIN = (
    r"(?:(?:line |direct )?(?:managers?|boss(?:es)?|supervisors?)|team ?(?:leads?|leaders?)"
    r"|deput(?:y|ies)|assistants?|colleagues?|teammates?)"
)
ROLES = lazy_pattern(rf"(?<![\w-]){ROLE}(?![\w-])", re.IGNORECASE)
_COLLECTIVE = lazy_pattern(
    rf" (?:teams?|people|person|folks|department|side|colleagues|{_ONE})\Z", re.IGNORECASE
)


def side_of(words: str) -> Side:
    """Return the side that a role or other words belong to; `OTHER` where they name none."""
    found = (side for side, pattern in _PATTERNS if pattern.search(words))
    return next(found, Side.OTHER)


def is_role(words: str) -> bool:
    """Whether `words` are a role or a team and nothing else."""
    return ROLES.fullmatch(words) is not None


def team_of(words: str) -> str:
    """Return a team by its name alone: `sales` for `sales team`."""
    return _COLLECTIVE.sub("", words)


def singular(words: str) -> str:
    """Return the role of one of several: `SDR` for `SDRs`, `sales rep` for `sales people`."""
    for many, one in (("people", "person"), ("ppl", "person"), ("men", "man"), ("folks", "person")):
        if words.lower().endswith(many):
            return words[: -len(many)] + one
    if words.lower().startswith(("heads of", "heads for")):
        return words[:4] + words[5:]
    keeps = words.lower().endswith(("sales", "ss", "ops", "operations", "cs", "success"))
    return words[:-1] if words.lower().endswith("s") and not keeps else words


_INDIVIDUAL = lazy_pattern(rf" (?:person|man|woman|{_ONE})\Z", re.IGNORECASE)


def is_individual(role: str) -> bool:
    """Whether a team's name with `guy`, `person` or the like tells of one of it."""
    return _INDIVIDUAL.search(role) is not None


_PERSON = lazy_pattern(
    r"\b(?:heads?|vps?|svps?|directors?|leads?|leaders?|managers?|chief|c[mrsefot]os?|[ab]es?"
    r"|aes?|[sb]drs?|pmms?|csms?|reps?|sellers?|marketers?|executives?|officer|rev ?ops|ops"
    r"|designers?|analysts?|owners?|founders?|team|people|folks|leit\w+|counterparts?"
    r"|guys|person|guy|gal|girl|lady|chap|bloke|expert|specialist|wizard|guru|leadership"
    r"|management|direct\w+|responsable|commerciaux|vende\w+|comerciales"
    r"|vertriebler\w*)\b",
    re.IGNORECASE,
)


def is_person(role: str) -> bool:
    """Whether a role is a person's or people's, not, in one or two plain words, a team's."""
    return _PERSON.search(role) is not None
