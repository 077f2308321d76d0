"""Which words of a text tell what it means: neither fillers nor verbs, which every text has."""

from __future__ import annotations

from coach.playbook.composing.terms import terms_in
from coach.services.checking.words import vocabulary

_FILLERS = vocabulary(
    """
    somebody someone anybody anyone everybody everyone nobody person persons people folks guys
    thing things something anything everything nothing stuff kind kinds sort sorts type case cases
    process way ways part bit lot lots example etc else already yet soon often usually normally
    simply clearly basically ideally possibly probably perhaps maybe least within without until
    between because since while whether though although however therefore myself yourself himself
    herself itself ourselves yourselves themselves mine yours hers ours theirs both either neither
    none another such same own several many few less enough quite rather almost during through
    across toward towards under behind next last first during besides except per via whatever
    whoever whichever wherever whenever must shall ought couldn't wouldn't shouldn't
    """
)
_VERBS = terms_in(
    """
    ask call wait send add give take bring show know see tell talk speak write read wants like look
    come go goes gone went count mean meant happen seem become became keep kept let put use try
    tried start begin begun stop help work find found think thought believe feel felt hear heard
    visit download fill click reach contact answer reply respond hand pass follow meet met fit
    match score decide choose chose chosen buy bought sell sold pay paid own belong include
    contain involve require expect consider treat call name define accept reject return update
    check mark told sent gave given took taken brought shown showed knew known saw seen said
    wrote written ran run sign signed leave left hold held cover allow agree depend
    """
)
_LEAST = 3  # letters


def is_telling(word: str) -> bool:
    """Whether a word by itself tells something; past forms such as “visited” do not."""
    plain = word.lower()
    if len(plain) < _LEAST or plain in _FILLERS:
        return False
    is_past = plain.endswith("ed") and not plain.endswith("eed") and len(plain) > len("based")
    return not is_past and bool(terms_in(plain) - _VERBS)
