"""Words that say the opposite of each other."""

from __future__ import annotations

from functools import lru_cache

from coach.services.checking.words import root, stem

_PAIRS = """
more/less more/fewer most/least most/fewest increase/decrease increase/reduce rise/fall
raise/lower raise/cut raise/reduce higher/lower high/low above/below faster/slower fast/slow
early/late earlier/later before/after start/stop start/end begin/end open/close open/closed
win/lose won/lost wins/losses accept/reject always/never all/none everyone/nobody
everybody/nobody everything/nothing often/seldom often/rarely same/different together/apart
together/separately together/alone joint/separate shared/separate shared/private public/private
strong/weak better/worse best/worst good/bad easy/hard easy/difficult large/small big/small
long/short longer/shorter old/new inside/outside internal/external include/exclude
included/excluded allow/forbid allow/prevent encourage/discourage help/hurt help/harm
helps/hurts improve/worsen improve/damage agree/disagree trust/distrust trust/mistrust
success/failure succeed/fail keep/drop keep/change keep/leave add/remove add/drop true/false
right/wrong rich/poor thick/thin cheap/expensive cheap/costly buy/sell give/take ask/tell
send/receive push/pull before/afterwards cause/effect upstream/downstream formal/informal
written/spoken written/oral written/verbal known/unknown safe/risky positive/negative gain/loss
gain/lose quick/slow narrow/broad wide/narrow near/far nearest/farthest nearest/furthest
much/little enough/insufficient present/absent useful/useless possible/impossible
likely/unlikely fair/unfair stay/leave stay/move forward/back forward/backward majority/minority
maximum/minimum simple/complex simple/complicated optional/mandatory optional/compulsory
optional/required voluntary/mandatory voluntary/compulsory permanent/temporary
individual/collective single/several single/many one-sided/balanced remember/forget
visible/hidden hide/show ignore/heed ignore/notice praise/blame praise/criticise
praise/criticize friend/foe friend/enemy warm/cold young/old full/empty fill/empty hard/soft
direct/indirect active/passive leads/lags leading/lagging senior/junior quiet/loud
loudest/quietest likes/dislikes love/hate sourced/influenced inbound/outbound online/offline
person/writing remote/person proposal/decision change/stay fail/pass past/present demand/supply
left/right admit/deny allow/deny finish/start gain/reduce accept/refuse future/past arrive/leave
avoid/confront former/latter general/specific full/thin double/single quickly/slowly ignore/know
attack/defend admit/reject beginning/end gather/spread close/distant active/quiet defeat/victory
ahead/back absence/presence domestic/foreign strength/weakness differ/equal
international/national admit/exclude beginning/middle late/middle early/middle familiar/strange
pain/pleasure expand/contract actual/potential dangerous/safe rough/smooth delay/rush
forward/reverse follow/precede bottom/top decline/improvement absolute/relative forbid/permit
borrow/lend abstract/concrete major/minor ordinary/extraordinary simple/compound
amateur/professional employee/employer divide/unite generally/specifically advance/retreat
difficulty/ease smart/stupid loose/tight attract/repel primary/secondary partly/wholly
badly/well cash/credit lose/profit asleep/awake gross/net objective/subjective tender/tough
strengthen/weaken busy/idle glad/sad negative/neutral separation/union narrow/widen add/subtract
resist/surrender establish/abolish friendly/hostile privately/publicly competition/cooperation
penalty/reward shrink/stretch blur/focus linger/rush dull/lively inner/outer gradual/sudden
intense/mild greater/lesser artificial/natural humble/proud multiple/single naive/sophisticated
foolish/wise downward/upward acceptance/rejection reassure/worry chronic/acute
constructive/destructive complexity/simplicity loosen/stiffen erase/record careful/careless
theoretical/empirical meaningful/meaningless profound/superficial noisy/quiet
permanently/temporarily attach/detach bold/timid calm/stormy explicit/implicit hopeful/hopeless
inferior/superior thoughtful/thoughtless generalist/specialist complicate/simplify
maximize/minimize downgrade/upgrade dissuade/persuade automatic/manual defensive/offensive
exclusive/inclusive lowered/raised integrated/separated strongly/weakly loser/winner
united/divided united/fragmented most/little more/little usually/seldom usually/rarely
usually/never often/never always/seldom always/rarely always/sometimes keep/abandon wait/proceed
postpone/proceed cancel/hold cancel/keep retain/abandon somebody/nobody someone/nobody
something/nothing anybody/nobody anyone/nobody longer/less sooner/later day/night ahead/behind
beforehand/afterwards advance/afterwards skip/hold valued/ignored lead/follow before/during
small/high friends/enemies oldest/newest fastest/slowest shortest/longest highest/lowest
biggest/smallest cheapest/dearest worse/well even/odd same/another few/all many/none several/one
all/some broad/specific central/local centralise/decentralise expected/unforeseen
planned/spontaneous fixed/changing fixed/varying fixed/flexible stable/volatile hot/cold
cool/warm silent/talkative listen/talk listen/speak polite/rude grateful/ungrateful
guilty/innocent opened/closed merge/split merge/separate combine/separate split/share
rare/common rare/frequent rarely/frequently honest/dishonest truth/lie promise/break
trust/suspicion praise/criticism success/defeat upper/lower raise/drop grow/shrink grow/fall
climb/fall gained/lost paid/free costs/saves cost/save spend/save lengthen/shorten
slow/accelerate delay/accelerate hinder/help block/unblock blocked/cleared stuck/moving
alone/jointly separately/jointly apart/jointly competing/cooperating opposed/supported
oppose/support support/undermine confirm/contradict confirm/refute agree/contradict fewer/many
scarce/plentiful lack/abundance abundance/shortage shortage/surplus satisfied/dissatisfied
happy/unhappy clear/vague clear/unclear precise/vague exact/approximate real/imagined
fact/opinion facts/opinions evidence/opinion observed/assumed known/guessed measure/guess
earned/given central/marginal head/end entry/exit enter/exit enter/leave join/leave hired/fired
appoint/dismiss starts/ends gentle/harsh kind/unkind modest/large modest/huge huge/small
brief/long lengthy/brief lengthy/short hourly/daily
"""
_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non", "mis")
_SHORTEST = 4  # letters of a word that a prefix turns round: "able", not "it"


@lru_cache(maxsize=50_000)
def are_opposite(one: str, other: str) -> bool:
    """Whether two lower-case words say the opposite of each other."""
    a, b = stem(one), stem(other)
    if a == b:
        return False
    if b in opposites().get(a, frozenset()):
        return True
    if root(one) == root(other):
        return False
    short, long = sorted((a, b), key=len)
    return len(short) >= _SHORTEST and any(long == prefix + short for prefix in _PREFIXES)


@lru_cache(maxsize=1)
def opposites() -> dict[str, frozenset[str]]:
    """Return for each word the words that say the opposite, both as stems."""
    found: dict[str, set[str]] = {}
    for pair in _PAIRS.split():
        one, other = (stem(word) for word in pair.split("/"))
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}
