"""People's names in a text: quoted, or in words that begin like names in their script."""

from __future__ import annotations

from dataclasses import dataclass

from coach.domain.lazily import lazy_pattern
from coach.services.agendas.reading.calendar_words import MONTHS, NAMES_TOO, WEEKDAYS
from coach.services.checking.words import vocabulary

_MOST_WORDS = 4
_QUOTED = lazy_pattern(r"[\"“„«]([^\"“”„«»\n]{1,600})[\"”“»]")
_WORD = lazy_pattern(r"[^\W\d_]\.(?=[ ,(])|[^\W\d_][\w'’\-]*")
_TITLE = lazy_pattern(
    r"(?:(?:Dr|Mr|Mrs|Ms|Mx|Prof|Herrn?|Frau|Mme|Mlle|Sra?|Sig|Sig\.ra|Sen|Pan|Pani|Dhr"
    r"|Mevr)\b\.? )+"
)
_LINK = lazy_pattern(r"(?:de la|de|da|di|van der|van|von|der|den|del|bin|al|el|la) (?=[^\W\d_])")
_PICTURE = "\ufe0f\u200d\u2600-\u27bf\U0001f000-\U0001faff"
_PICTURES = lazy_pattern(f"[ {_PICTURE}]*[{_PICTURE}]")
_EMAIL = lazy_pattern(r"\s*<?([\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)>?")
_NOT_NAMES = vocabulary(
    """we i the this that these our your please need agenda meeting can could let make plan topic
    what why how who when where which if it is are do does in on at to for from by with and or but
    as so all both everyone everybody nobody somebody anyone team teams lead leads marketing sales
    hubspot salesforce marketo pardot gong outreach slack zoom linkedin google salesloft clari
    excel jira    notion asana pipedrive dynamics zendesk intercom marketing vertrieb thema
    besprechung planung
    budget budgets pricing tariffs prices forecast subject quotes content campaign campaigns
    newsletter launch strategy planning messe preise preisliste angebote kampagne kampagnen absagen
    referenzen quartal jahresplanung umsatz strategie kongress quarter
    he she they it you everybody nobody someone somebody name
    just only also maybe perhaps probably possibly mostly mainly plus then definitely ideally
    hopefully currently today instead nur auch vielleicht sowie seulement aussi solo también sólo
    soltanto anche apenas também alleen ook tylko bara
    invite add ask bring include
    hi hello dear hey thanks problem problems issue issues workshop review"""
)


# What opens a list at the head of a sentence, as in `Mit Sabine` and `Get Ivan`. `Con` may be a
# name: `Con from sales`, `Con Murphy from sales`.
_OPENS_LIST = lazy_pattern(
    r"(?:Mit|Avec|Met|Con(?! [\w'’-]+ (?:from|\())|Com|Med|Get|Have|Bring|Invite|Include|Ask|Add"
    r"|Call|Meet|Need|Want|Let|Pull|Invit(?:a|ad|ez|o|iamo)|Convie[zr]?|Convoca|Incluye|Añade"
    r"|Agrega|Suma|Llama|Convida|Ladet?|Nodig|Bjud|Zaproś) (?=[^\W\d_a-zà-ÿ])"
)
_HEAD = lazy_pattern(r"(?:\A|[.!?;:\n\x1f])\s*\Z")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as typed, where it ends, and the address given with it."""

    name: str
    end: int
    email: str = ""


def name_at(text: str, at: int) -> Name | None:
    """Return the name that begins at `at`, `None` where no name does."""
    quoted = _QUOTED.match(text, at)
    if _OPENS_LIST.match(text, at) and _HEAD.search(text[max(0, at - 4) : at]):
        return None
    name = Name(quoted[1].strip(), quoted.end()) if quoted else _in_words(text, at)
    if name is None or not name.name:
        address = _EMAIL.match(text, at)
        return None if address is None else Name(address[1], address.end(), address[1])
    address = _EMAIL.match(text, name.end)
    return name if address is None else Name(name.name, address.end(), address[1])


def _in_words(text: str, at: int) -> Name | None:
    title = _TITLE.match(text, at)
    start = at if title is None else title.end()
    end, words = start, 0
    while words < _MOST_WORDS:
        if words and (link := _LINK.match(text, start)) is not None:
            start = link.end()
        found = _WORD.match(text, start)
        if found is None or not _begins_name(found.group()) or text[found.end() :][:1] == "@":
            break
        words, end = words + 1, found.end()
        if text[end : end + 1] != " ":
            break
        start = end + 1
    if not words:
        return None
    pictures = _PICTURES.match(text, end)
    end = end if pictures is None else pictures.end()
    return Name(text[at:end], end)


def is_thing(word: str) -> bool:
    """Whether a word that may stand where a name does is a tool or a matter: `Salesforce`."""
    return word.lower() in _NOT_NAMES


def _begins_name(word: str) -> bool:
    """Whether a word is written as names are; scripts without capitals have none to show."""
    word = word.rstrip(".")
    small = word.lower().removesuffix("'s").removesuffix("’s")
    if small in _NOT_NAMES or small in WEEKDAYS or (small in MONTHS and small not in NAMES_TOO):
        return False
    is_acronym = word.isascii() and word.isupper() and len(word) > 1
    return not word[0].islower() and not is_acronym and not word[-1].isdigit()
