"""What an author is given, as prompts: every text from outside in a block it cannot close."""

from __future__ import annotations

from dataclasses import replace

from coach.domain.answers import Brief, Message, Question
from coach.domain.passages import Hit
from coach.prompts import Prompt, render

LONGEST_MESSAGE = 1_500  # characters of an earlier message that are worth reading again
SHORTEST_QUESTION = 400  # characters of a question that are kept in any case
FEWEST_PASSAGES = 2
_CUT = "\n[…]\n"


def answer_prompt(brief: Brief, code: str, room: int) -> Prompt:
    """Return the prompt for an answer, or for the one sentence of `brief.repair`.

    `code` closes the blocks: random for each call, so that no text inside can end its block.
    `room` is the number of tokens the prompt may take, roughly counted. Where it is too small,
    the oldest messages go first, then the last passages, then the middle of the question.
    """
    brief = replace(brief, question=_shortened(brief.question))
    prompt = _prompt(brief, code)
    while _tokens(prompt) > room:
        smaller = _smaller(brief, _tokens(prompt) - room)
        if smaller is None:
            break
        brief, prompt = smaller, _prompt(smaller, code)
    return prompt


def search_line_prompt(text: str, code: str) -> Prompt:
    """Return the prompt that puts a question into English for the search."""
    return render("translate", question=_block("question", text, code))


def _prompt(brief: Brief, code: str) -> Prompt:
    question = brief.question
    passages = "\n\n".join(_passage(n, hit, code) for n, hit in enumerate(brief.hits, 1))
    facts = _block("facts", "\n".join(brief.facts), code)
    asked = _block("question", question.text, code)
    if brief.repair is not None:
        return render(
            "repair",
            passages=passages,
            facts=facts,
            question=asked,
            sentence=_block("sentence", brief.repair.sentence, code),
            reason=_block("reason", brief.repair.reason, code),
            rest=_block("rest", brief.repair.rest, code),
        )
    return render(
        "answer",
        passages=passages,
        facts=facts,
        history=_block("conversation", _history(question.history), code),
        setting=_setting(brief),
        question=asked,
        so_far=_so_far(question.so_far, code),
    )


def _block(name: str, text: str, code: str) -> str:
    return f"<{name}-{code}>\n{text}\n</{name}-{code}>" if text.strip() else ""


def _passage(n: int, hit: Hit, code: str) -> str:
    passage = hit.passage
    return (
        f'<passage-{code} n="{n}">\n{passage.title}: {passage.heading}\n'
        f"{passage.text}\n</passage-{code}>"
    )


def _history(messages: tuple[Message, ...]) -> str:
    names = {"user": "They", "assistant": "You"}
    return "\n\n".join(f"{names.get(m.role, 'They')}: {m.content}" for m in messages)


def _setting(brief: Brief) -> str:
    """Return what the asker chose by hand, and the language; said by us, so in no block."""
    stage, side = brief.question.stage, brief.question.side
    lines = []
    if side is not None:
        who = {"both": "for sales and marketing together", "other": "from neither department"}
        lines.append(f"The question comes {who.get(side.value, f'from {side.value}')}.")
    if stage is not None:
        lines.append(f"They see their teams at the stage {stage.value.capitalize()}.")
    if brief.language != "en":
        lines.append(f"Answer in the language of the question (code `{brief.language}`).")
    return " ".join(lines)


def _so_far(text: str, code: str) -> str:
    if not text.strip():
        return ""
    block = _block("answer-so-far", text, code)
    return f"{block}\n\nYour answer broke off there. Go on from its last word and repeat nothing."


def _shortened(question: Question) -> Question:
    history = (replace(m, content=_clipped(m.content, LONGEST_MESSAGE)) for m in question.history)
    return replace(question, history=tuple(history))


def _smaller(brief: Brief, over: int) -> Brief | None:
    """Return the brief with the least useful part gone; `None` where nothing can go."""
    question = brief.question
    if question.history:
        return replace(brief, question=replace(question, history=question.history[1:]))
    if len(brief.hits) > FEWEST_PASSAGES:
        return replace(brief, hits=brief.hits[:-1])
    if len(question.text) <= SHORTEST_QUESTION:
        return None
    kept = max(SHORTEST_QUESTION, len(question.text) - 4 * over)
    return replace(brief, question=replace(question, text=_clipped(question.text, kept)))


def _clipped(text: str, length: int) -> str:
    """Return `text` without its middle where it is longer than `length` characters."""
    if len(text) <= length:
        return text
    half = (length - len(_CUT)) // 2
    return text[:half] + _CUT + text[-half:]


def _tokens(prompt: Prompt) -> int:
    """Return about how many tokens a prompt takes: rather too many, whatever the alphabet."""
    return len((prompt.system + prompt.user).encode()) * 2 // 7
