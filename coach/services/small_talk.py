"""Recognises small talk in nine languages: greetings, thanks, good-byes, "who are you?"."""

from __future__ import annotations

import re
from enum import StrEnum

# More words than this and a greeting is only the start of a question.
LONGEST = 12


class SmallTalk(StrEnum):
    """The kinds of small talk, each with its own one-liner."""

    GREETING = "greeting"
    THANKS = "thanks"
    BYE = "bye"
    ABOUT = "about"


def small_talk_of(text: str) -> SmallTalk | None:
    """Return the kind of small talk where `text` is nothing else, else `None`.

    Conservative: every word must belong to small talk in one of the nine languages; "thanks, and
    how often?" is a question.
    """
    words = _WORD.findall(text.lower().replace("’", "'"))
    if not 0 < len(words) <= LONGEST:
        return None
    line = " ".join(words)
    if _ABOUT.search(line):
        return SmallTalk.ABOUT
    rest = f" {line} "
    kinds = []
    for kind, pattern in _TALK:
        rest, found = pattern.subn(" ", rest)
        if found:
            kinds.append(kind)
    return kinds[0] if kinds and not _FILLER.sub(" ", rest).strip() else None


_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def _phrases(block: str) -> re.Pattern[str]:
    """Return a pattern for whole phrases, longest first."""
    phrases = sorted((" ".join(p.split()) for p in block.split("|")), key=len, reverse=True)
    return re.compile(r"(?<![^ ])(?:" + "|".join(map(re.escape, phrases)) + r")(?![^ ])")


_ABOUT = re.compile(
    r"^(?:(?:hi|hey|hello|ok|so|and|but|wait|hallo|hola|bonjour|salut|ciao|olá|oi|hoi|cześć|merhaba)"
    r" )*(?:"
    + "|".join(
        (
            r"(?:who|what) (?:are|r) (?:you|u)(?: exactly| anyway| really)?",
            r"who(?: am i| i'm) (?:talking|speaking) (?:to|with)",
            r"what(?:'s| is) (?:your name|accord)|who (?:made|built|wrote) you",
            r"(?:are|r) (?:you|u) (?:a |an |the |some )?(?:real )?(?:human|person|bot|robot|machine"
            r"|ai|chatbot|computer|software|real)(?: or (?:a |an )?\w+)?(?: lol| btw)?",
            r"am i (?:talking|chatting|speaking) (?:to|with) (?:a |an )?"
            r"(?:human|person|bot|machine|ai)",
            r"what can (?:you|u) (?:do|help (?:me )?with)(?: for me)?",
            r"how (?:do|does) (?:you|this) work",
            r"what do you do|help|help me|what is this(?: for)?",
            r"wer (?:bist du|sind sie)|was (?:kannst du|können sie)(?: alles)?|bist du (?:ein )?"
            r"(?:mensch|bot|roboter|eine? ki)(?: oder .*)?",
            r"(?:tu es qui|qui es-tu|qui (?:es tu|êtes vous))|(?:tu es|êtes vous|es tu) (?:un )?"
            r"(?:humain|robot|bot)(?: ou .*)?|que (?:sais tu|peux tu) faire",
            r"quién eres|quien eres|qué puedes hacer|eres (?:un |una )?(?:humano|persona|robot|bot)"
            r"(?: o .*)?",
            r"chi sei|cosa (?:sai|puoi) fare",
            r"sei (?:un |una )?(?:umano|persona|robot|bot)(?: o .*)?",
            r"quem (?:és|é você|es)|o que (?:fazes|você faz)|(?:és|você é) (?:um |uma )?"
            r"(?:humano|pessoa|robô|bot)(?: ou .*)?",
            r"wie ben (?:je|jij|u)|wat kun je|ben je een (?:mens|robot|bot)(?: of .*)?",
            r"kim jesteś|co potrafisz|jesteś (?:człowiekiem|botem|robotem)(?: czy .*)?",
            r"(?:sen )?kimsin(?:iz)?|ne yapabilirsin|(?:insan mısın|bot musun|robot musun)(?: .*)?",
        )
    )
    + r")$"
)
_FILLER = _phrases(
    """
    accord | there | all | everyone | everybody | team | again | so much | very much |
    a lot | lots | really | that | it | this | lol | haha | for now | for the help |
    for your help | for that | for this | for everything | helped | that helped |
    that was helpful | very helpful | helpful | you | ok | okay | and | today | buddy |
    mate | folks | friend | coach | oh | yes | great | cool | perfect | super | nice |
    awesome | got it | that's all | that is all | for today | have a nice day |
    have a good day | have a great day | have a good one | bot | zusammen | sehr | dir |
    ihnen | für die hilfe | vielmals | und | prima | toll | das hat geholfen | na | mal |
    beaucoup | à toi | à vous | pour ton aide | pour votre aide | et | tout le monde |
    parfait | bien | infiniment | muchas | mil | por la ayuda | por tu ayuda | y | a todos |
    perfecto | muy | genial | mille | tante | per l'aiuto | e | a tutti | perfetto | molte |
    infinite | muito | muita | pela ajuda | perfeito | mesmo | imenso | pessoal | gente |
    hartelijk | heel erg | voor de hulp | voor je hulp | en | allemaal | goed | mooi |
    fijn | bardzo | za pomoc | i | wszystkim | świetnie | wielkie | ci | çok |
    yardımın için | yardımınız için | ve | herkese | harika | size | sana
    """
)
_TALK = (
    (
        SmallTalk.THANKS,
        _phrases(
            """
            thanks | thank you | thank u | thx | ty | tysm | cheers | much appreciated |
            appreciate it | many thanks | ta | danke | danke schön | dankeschön | vielen dank |
            besten dank | merci | merci bien | gracias | grazie | obrigado | obrigada | brigado |
            valeu | dank je | dank je wel | dankjewel | bedankt | dank u | dank u wel | dzięki |
            dziękuję | dziekuje | dzieki | teşekkürler | teşekkür ederim | tesekkurler | sağol |
            sağ ol | sağolun | eyvallah
            """
        ),
    ),
    (
        SmallTalk.BYE,
        _phrases(
            """
            bye | bye bye | goodbye | good bye | see you | see ya | see you later | see you soon |
            cya | good night | take care | tschüss | tschüß | auf wiedersehen | bis bald |
            bis dann | bis später | gute nacht | schönen tag noch | schönen tag | au revoir |
            à bientôt | à plus | à demain | bonne journée | bonne soirée | adiós | adios |
            hasta luego | hasta pronto | hasta mañana | arrivederci | a presto | a dopo |
            buonanotte | buona giornata | adeus | tchau | até logo | até já | até amanhã |
            até à próxima | doei | tot ziens | tot later | fijne dag | do widzenia | pa pa |
            na razie | do zobaczenia | hoşça kal | hoşçakal | görüşürüz | güle güle |
            iyi günler dilerim
            """
        ),
    ),
    (
        SmallTalk.GREETING,
        _phrases(
            """
            hi | hello | hey | heya | hiya | howdy | yo | good morning | good afternoon |
            good evening | morning | how are you | how are u | how's it going | how is it going |
            how do you do | what's up | whats up | sup | nice to meet you | greetings | hallo |
            servus | moin | grüß gott | guten morgen | guten tag | guten abend | wie geht's |
            wie geht es dir | wie gehts | wie geht es ihnen | bonjour | bonsoir | salut | coucou |
            ça va | comment ça va | comment vas tu | comment allez vous | hola | buenos días |
            buenas tardes | buenas noches | buenas | buenos dias | qué tal | que tal | cómo estás |
            como estas | ciao | buongiorno | buonasera | salve | come stai | come va | olá | ola |
            oi | bom dia | boa tarde | boa noite | tudo bem | como estás | como vai | hoi |
            goedemorgen | goedemiddag | goedenavond | goedendag | hoe gaat het | hoe gaat ie | dag |
            cześć | czesc | hej | witam | witaj | dzień dobry | dzien dobry | dobry wieczór |
            siema | jak się masz | co słychać | jak leci | merhaba | selam | selamlar | günaydın |
            iyi günler | iyi akşamlar | nasılsın | nasılsınız | naber | ne haber
            """
        ),
    ),
)
