"""Whether the playbook answers a question, from raw search signals and the words of the trade."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from coach.domain.answers import AnswerKind, Question
from coach.domain.letters import to_counterpart
from coach.domain.passages import Findings, Hit
from coach.playbook.coverage_rules import CoverageRules
from coach.services.vagueness import is_vague

# A question that leans on an earlier one says little itself; what it leans by makes up for it.
LEANING = 5.0
WHOLLY = 0.8
# What has no answer is near the subject (best cosine, known terms, words of business) or far.
NEAR = (5.19, 0.33, 4.06)
NEAR_BIAS = -1.96
FIRST = 5  # hits whose mean cosine is read
SAME = 0.9  # a name nearer than this is the question itself: nearer says no more
# A text of so few words, of which hardly any is known and none is a small word, is no sentence.
GIBBERISH = 4
HARDLY_KNOWN = 0.25

_SIDE = re.compile(
    r"\b(?:sales|marketing|marketers?|mktg|reps?|sdrs?|bdrs?|aes?|sellers?|salespeople|salesperson)\b"
)
_TRADE = re.compile(
    r"\b(?:leads?|mqls?|sqls?|sals?|slas?|pipeline|funnel|forecast|attribution|revops"
    r"|hand-?o(?:ver|ff)s?|align\w*|smarketing|qualified|crm)\b"
)
_TEAM = re.compile(
    r"\b(?:we|our|us|they|them|their|both|together|joint\w*|shared?|agree\w*|teams?|meetings?"
    r"|departments?|counterpart|each other)\b"
)
_BUSINESS = re.compile(
    r"\b(?:customers?|clients?|buyers?|prospects?|compan(?:y|ies)|business|b2b|startup|brand\w*|ads?"
    r"|advert\w*|campaigns?|seo|crm|hubspot|salesforce|linkedin|google|tiktok|instagram|facebook"
    r"|pric\w+|discounts?|budget|revenue|market(?:ing|er|ers|s)?|sales\w*|sell\w*|reps?|e-?mails?"
    r"|mailing|newsletters?|website|landing|webinars?|fairs?|trade|booth|stand|contracts?|gdpr"
    r"|consent|cookies?|data|dashboards?|office|boss|manager|hire|hiring|salary|equity|commission"
    r"|pitch\w*|demo|deals?|leads?|procurement|suppl\w+|vendors?|distributors?|agenc(?:y|ies)"
    r"|products?|logo|slogan|saas|account\w*|invoices?|tax\w*|vat|trademark|licen[cs]e|terms"
    r"|negotiat\w*|excel|investors?|presentation|slides|expens\w+|territor\w+|cold call\w*|churn"
    r"|retail|conversion\w*|competitors?|import\w*|export\w*|mailchimp|outlook|zapier|dmarc|dkim"
    r"|banners?|expand)\b"
)
# Words that alone say nothing one could search for.
_VAGUE = """
a about again all alright also an and another any anything are as at be because been before but
by can could did do does doesnt doesn't done dont don't else even ever every everything explain
fine first fix fixed for from further get give go going good got had has have he hello help her
here hey hi him his hmm how huh i if in instead into is isnt isn't it its it's just keep last
later less let like long look lot make many maybe me mean means might mine more most much my
need never next no not nothing now of off ok okay on one only or other our out over please pls
quick really repeat right same say see she should show so some someone something still stuff
sure tell than thank thanks that that's the their them then there these they thing things think
this those to too try two understand up us use very want was way we well were what what's whats
when where which who whole whom whose why will with work works working would wrong yeah yes yet
you your broken question answer idk dunno word words
"""
_EMPTY = frozenset(_VAGUE.split())
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class CoverageJudge:
    """Tells what the notes answer. Lives as long as the app; safe from many threads.

    `embedder` names what makes the questions' vectors, `None` without; the reading of vectors that
    was fitted on another one is left out.
    """

    def __init__(self, rules: CoverageRules, embedder: str | None) -> None:
        self._rules = rules
        self._reads_vectors = embedder == rules.embedder

    def judge(self, question: Question, findings: Findings) -> AnswerKind:
        """Return ANSWER, NOT_COVERED (near, but the notes don't say), OFF_TOPIC or UNCLEAR."""
        text = (findings.search_text or question.text).lower()
        telling = [word for word in _WORD.findall(text) if word not in _EMPTY]
        coverage = findings.coverage
        if is_vague(text):
            return AnswerKind.UNCLEAR
        leans = bool(question.history) and coverage.dependence >= WHOLLY
        if not telling:
            return AnswerKind.ANSWER if leans else AnswerKind.UNCLEAR
        if leans and coverage.known_terms > 0:
            return AnswerKind.ANSWER
        if coverage.known_terms <= HARDLY_KNOWN and _is_gibberish(text, telling):
            return AnswerKind.UNCLEAR
        # A letter between the two has a frame, whatever it is about.
        if (
            to_counterpart(text)
            or _names_a_note(telling, findings.hits)
            or self._is_covered(text, findings)
        ):
            return AnswerKind.ANSWER
        if len(_WORD.findall(text)) == 1:
            return AnswerKind.UNCLEAR
        return AnswerKind.NOT_COVERED if _is_near(text, findings) else AnswerKind.OFF_TOPIC

    def _is_covered(self, text: str, findings: Findings) -> bool:
        rules, seen = self._rules, signals(text, findings)
        if findings.coverage.best_cosine is None:
            line = rules.by_words
        elif self._reads_vectors and findings.vector is not None:
            line = rules.by_all
            seen += (_dot(rules.head.weights, findings.vector) + rules.head.bias,)
        else:
            line = rules.by_both
        score = _dot(line.weights, seen) + line.bias
        return score + LEANING * findings.coverage.dependence >= 0


def signals(text: str, findings: Findings) -> tuple[float, ...]:
    """Return what coverage is told by, of a question in lower case.

    Share and known part of its terms; how many different words (2 at most) name a side, the trade,
    or the two as a team; how well a note's names fit by words; with vectors the best cosine, the
    mean of the first five and the nearest name's, too.
    """
    coverage = findings.coverage
    words = [float(min(2, len(set(p.findall(text))))) for p in (_SIDE, _TRADE, _TEAM)]
    seen = (coverage.term_share, coverage.known_terms, *words, coverage.name_words)
    if coverage.best_cosine is None:
        return seen
    cosines = sorted((hit.cosine or 0.0 for hit in findings.hits), reverse=True)[:FIRST]
    name = min(coverage.name_cosine or 0.0, SAME)
    return (*seen, coverage.best_cosine, math.fsum(cosines) / FIRST, name)


def _is_gibberish(text: str, telling: Sequence[str]) -> bool:
    """Whether unknown words stand with nothing that would make them a sentence."""
    return len(telling) <= GIBBERISH and len(telling) == len(_WORD.findall(text))


def _names_a_note(telling: Sequence[str], hits: Sequence[Hit]) -> bool:
    """Whether all that is asked about is the name of a note found ("what is BANT?")."""
    if not telling or len(telling) > 2:
        return False
    names = {
        word
        for hit in hits
        for name in (hit.passage.title, *hit.passage.aliases)
        for word in _WORD.findall(name.lower())
    }
    return all(word in names or word.removesuffix("s") in names for word in telling)


def _is_near(text: str, findings: Findings) -> bool:
    business = float(min(3, len(set(_BUSINESS.findall(text)))))
    coverage = findings.coverage
    # Without vectors the cosine is taken to be that of a middling question.
    cosine = 0.3 if coverage.best_cosine is None else coverage.best_cosine
    return _dot(NEAR, [cosine, coverage.known_terms, business]) + NEAR_BIAS > 0


def _dot(weights: Sequence[float], values: Sequence[float]) -> float:
    return math.fsum(w * v for w, v in zip(weights, values, strict=True))
