"""A handful of notes, one of each kind an answer is made of, and briefs over them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from coach.domain.answers import Brief, Message, Question
from coach.domain.formulas import Formula
from coach.domain.notes import (
    AgendaItem,
    Conflict,
    Credit,
    Evidence,
    Friction,
    Kind,
    Meeting,
    Metric,
    Move,
    Note,
    Option,
    Outcome,
    Playbook,
    Section,
    StageNote,
    Strength,
)
from coach.domain.notes import Direction as Way
from coach.domain.passages import Hit
from coach.domain.stages import Side, Stage
from coach.playbook.chunking import passages_of


def sections(**texts: str) -> tuple[Section, ...]:
    """Make sections; an underscore in a name is a space in the heading."""
    return tuple(Section(name.replace("_", " "), text, 0, 1) for name, text in texts.items())


WEEK = """- **Head of sales, by Wednesday:** list five leads that nobody called.
- **Head of marketing, by Wednesday:** list five leads that were never answered.
- **Both, by Friday:** agree one rule for the ten."""

PRACTICE = Note(
    id="hand-off",
    kind=Kind.PRACTICE,
    title="A hand-off rule",
    summary="Write one rule with an owner and a clock.",
    file="practices/hand-off.md",
    stages=(Stage.DEFINED,),
    aliases=("leads fall through the cracks",),
    sections=sections(
        In_short="Write one rule: this lead goes to this person within a day. Begin with demo "
        "requests. Check the hours first.",
        Why_rules_fail="Nobody counted the hours a seller has. They sign it to end the meeting.",
        How_many_tries="Agree six tries over ten working days. Then the lead sleeps until a date.",
        This_week=WEEK,
        Watch="A promise without arithmetic is a wish. A clock that shames people gets cheated.",
    ),
)
WORDS = Note(
    id="lead-words",
    kind=Kind.PRACTICE,
    title="Lead words",
    summary="Each lead word has one owner and one gate.",
    file="practices/lead-words.md",
    sections=sections(
        In_short="An MQL is a lead that passed the written rule. A SAL is a lead that sales took "
        "on. Put one gate on each word.",
        The_words="- **Opportunity** (sales): a deal with an amount. Gate: won or lost.\n"
        "- **SQL, sales qualified** (sales): a need is believable.\n"
        "- **Inquiry** (marketing): somebody raised a hand.",
        This_week=WEEK,
        Watch="A ninth word hides the argument.",
    ),
)
MEETING = Meeting(
    id="weekly",
    kind=Kind.MEETING,
    title="Weekly half hour",
    summary="Half an hour a week on one blocked problem.",
    file="meetings/weekly.md",
    purpose="Solve one problem a week",
    who="Six people",
    cadence="weekly",
    minutes=30,
    items=(
        AgendaItem("Which number is off track?", Outcome.DISCUSS, "sales ops", 4, 3, done_when="x"),
        AgendaItem("Which problem do we solve?", Outcome.DECIDE, "head of sales", 13, 10),
    ),
    sections=sections(
        In_short="Meet for thirty minutes on one blocked problem. If nothing needs deciding, "
        "cancel.",
        Before="Numbers go out the day before. The chair changes sides weekly.",
        Watch="Fifteen people listening is a lecture.",
    ),
)
CONFLICT = Conflict(
    id="junk-leads",
    kind=Kind.CONFLICT,
    title="The quarrel about junk leads",
    summary="The two never agreed what a good lead is.",
    file="conflicts/junk-leads.md",
    stages=(Stage.UNDEFINED,),
    signals=("these leads are junk", "the leads are garbage"),
    meeting="weekly",
    metric="win-rate",
    about=Friction.PROCESS,
    mirror=None,
    options=(
        Option("Mark ten leads apart.", "An hour of selling time.", "Doubt about its leads."),
        Option("Let one rep decide for all.", "Others must follow.", "A yardstick set by sales."),
    ),
    ask_sales=("Which lead was good?", "What did you try?", "What would help?"),
    ask_marketing=("Which lead was lost?", "What was promised?", "What would help?"),
    sales_owner="head of sales",
    marketing_owner="head of marketing",
    sections=sections(
        In_short="Test whether you agree on what good means. Mark ten leads apart.",
        What_sales_needs="Selling hours for people who might buy.",
        What_constrains_sales="A quota that ends with the month.",
        What_marketing_needs="A yardstick that does not move.",
        What_constrains_marketing="A target that counts heads.",
        Likely_cause="Two ideas of one word.",
        This_week=WEEK,
        Words_for_sales='To open: "Can we each mark the same ten?" If it heats up: "I am cross."',
        Words_for_marketing='To open: "Give me one reason each?" If it heats up: "So am I."',
        Hand_over_when="Someone is threatened.",
        Watch="Do not put one campaign on trial.",
    ),
)
METRIC = Metric(
    id="win-rate",
    kind=Kind.METRIC,
    title="Win rate",
    summary="The share of decided deals you won.",
    file="metrics/win-rate.md",
    formula=Formula(
        expression="100 * won / decided",
        terms=(("won", "deals won"), ("decided", "deals decided")),
        given=(("won", Decimal(12)), ("decided", Decimal(40))),
        result=Decimal(30),
    ),
    unit="per cent",
    owner="head of sales",
    counts=Credit.NEITHER,
    sections=sections(
        In_short="Win rate is deals won divided by deals decided.",
        How_to_read_it="Compare the same segment.",
        Watch="Ten deals are too few.",
    ),
)
EVIDENCE = Evidence(
    id="five-minutes",
    kind=Kind.EVIDENCE,
    title="How much does a fast answer matter?",
    summary="Fast answers go with more talks.",
    file="evidence/five-minutes.md",
    sample="2,241 companies",
    year=2011,
    strength=Strength.SURVEY,
    source="a-2011",
    sections=sections(
        In_short="Quick callers reach more people. It is not shown that speed alone does it.",
        What_was_found="Of 2,241 companies 37 % replied in an hour. An older study reports 21 "
        "times the odds.",
        What_it_does_not_show="Revenue. The data are observed.",
        Use_it="Plot your own requests.",
    ),
)
TEMPLATE = Note(
    id="first-mail",
    kind=Kind.TEMPLATE,
    title="E-mail for a first talk",
    summary="A short message that asks for a talk.",
    file="templates/first-mail.md",
    sections=sections(
        In_short="Send one short message to your counterpart alone.",
        Text="**From the head of sales**\n\nHi [name], I have a question about leads.\n\n"
        "**From the head of marketing**\n\nHi [name], what is your team up against?\n\n[name]",
        Before_you_send="Read it as the other person.",
    ),
)
STAGE = StageNote(
    id="defined",
    kind=Kind.STAGE,
    title="Stage 2: Defined",
    summary="Written rules keep the peace.",
    file="stages/defined.md",
    stages=(Stage.DEFINED,),
    stage=Stage.DEFINED,
    grid=(("meeting", "A fixed half hour."),),
    sections=sections(
        In_short="At Defined, clear rules keep the peace.",
        Signs="- Each lead has an owner.\n- There is a page.",
        This_week=WEEK,
        Watch="Boxes get ticked.",
        Stay_if="Stay if what you sell is settled.",
        Move_if="Go on if work is done twice.",
    ),
)
MOVE = Move(
    id="name-a-contact",
    kind=Kind.MOVE,
    title="Name a contact on each side",
    summary="Two names on a page.",
    file="moves/name-a-contact.md",
    stages=(Stage.UNDEFINED,),
    direction=Way.UP,
    from_stage=Stage.UNDEFINED,
    to_stage=Stage.DEFINED,
    effort="a week",
    sales_owner="sales manager",
    marketing_owner="head of marketing",
    meeting=None,
    metric=None,
    helps=("hand_off",),
    strength=Strength.PRACTICE,
    sections=sections(
        In_short="Put two names on a page.",
        Why="A question needs a door.",
        This_week=WEEK,
        Done_looks_like="Everybody can say the name.",
        Watch="A contact without time.",
        Evidence="Practice only.",
    ),
)
NOTES = (PRACTICE, WORDS, MEETING, CONFLICT, METRIC, EVIDENCE, TEMPLATE, STAGE, MOVE)
PLAYBOOK = Playbook(notes=NOTES, sources=())


def brief(
    text: str,
    *notes: Note,
    history: Sequence[Message] = (),
    stage: Stage | None = None,
    side: Side | None = None,
    facts: Sequence[str] = (),
) -> Brief:
    """Return a brief whose hits are all passages of `notes`, the first note found best."""
    passages = [passage for note in notes for passage in passages_of(note, "")]
    hits = tuple(Hit(p, n, 3.0 / n, 0.5, 3.0) for n, p in enumerate(passages, 1))
    question = Question(text, tuple(history), stage, side)
    return Brief(question, hits, tuple(facts))
