"""What people wrote, sloppy and in any order, and the numbers that are meant."""

from fractions import Fraction as F

import pytest

from coach.domain.leads import Term
from coach.services.reckoning.reading import read_numbers

SAID = {
    "How many leads do we need for 1.2M at 20k deals with 25% win rate and 30% from "
    "marketing?": "target=1200000 deal=20000 win=1/4 share=3/10",
    "how many leads for 3 million euro if a deal is 50k": "target=3000000 deal=50000",
    "how many mqls do we need for 3 million euro if a deal is 50k, we win every fourth "
    "and marketing does half, 10% of mqls become opps":
        "target=3000000 deal=50000 win=1/4 share=1/2 mql_to_opp=1/10",
    "target 2.4 million, 600k is already won, deals 30k, win rate 20%, 40% from "
    "marketing, 15% of MQLs become opportunities":
        "target=2400000 deal=30000 win=1/5 share=2/5 mql_to_opp=3/20 won=600000",
    "We need 5m this year, deals of 25k, closing 1 in 4, a third from marketing, 12% "
    "mql->opp. leads?": "target=5000000 deal=25000 win=1/4 share=1/3 mql_to_opp=3/25 months=12",
    "my boss wants 800k from new customers, usual order about 16k, we close 20 of 100 "
    "quotes, marketing should give me half of it, one lead in ten turns into an "
    "opportunity": "target=800000 deal=16000 win=1/5 share=1/2 mql_to_opp=1/10",
    "how many leads to make 600 thousand dollars with 12 thousand dollar deals at a win "
    "rate of 30 percent": "target=600000 deal=12000 win=3/10",
    "Revenue goal: 10M. Avg deal: 100K. Win: 22%. Mktg sourced: 35%. MQL->Opp: 8%":
        "target=10000000 deal=100000 win=11/50 share=7/20 mql_to_opp=2/25",
    "how many leads does marketing owe us if I must close 900k, at 30k each and i win a third":
        "target=900000 deal=30000 win=1/3",
    "sales says 4 of 10 opps are ours from marketing, win rate is 20, target 2.4m, "
    "average 30k, how many leads": "target=2400000 deal=30000 win=1/5 share=2/5",
    "We have to bring in two million. Average contract is forty thousand. We win one in "
    "four. Half comes from marketing. 20% of MQLs turn into opportunities.":
        "target=2000000 deal=40000 win=1/4 share=1/2 mql_to_opp=1/5",
    "need 500k, 10k deals, 20% close, 50% mktg, 10% mql to opp":
        "target=500000 deal=10000 win=1/5 share=1/2 mql_to_opp=1/10",
    "how many mqls for £750k ARR with £15k ACV, 1 in 5 won, marketing 60%, 25% of leads "
    "become opps?": "target=750000 deal=15000 win=1/5 share=3/5 mql_to_opp=1/4",
    "Our deals are worth 8k on average. How many leads must marketing deliver so that we "
    "reach 400k? We win 25% of opportunities and 10% of MQLs become opportunities. "
    "Marketing is responsible for 50%.":
        "target=400000 deal=8000 win=1/4 share=1/2 mql_to_opp=1/10",
    "to hit 1 million with 20k per customer and 20% win rate how many opportunities?":
        "target=1000000 deal=20000 win=1/5",
    "quarterly target 300k, avg deal 6k, we win 15%, marketing share 30%, mql to opp 12%":
        "target=300000 deal=6000 win=3/20 share=3/10 mql_to_opp=3/25 months=3",
    "what do i need in leads: 2.4M goal, half a million is already in the bag, 30k deals,"
    " 20% win rate, 40% marketing, 15% mql to opp":
        "target=2400000 deal=30000 win=1/5 share=2/5 mql_to_opp=3/20 won=500000",
    "Goal 3M, but 1M comes from existing customers, deals 50k, win rate 25%, 40% from "
    "marketing, MQL to opp 10%":
        "target=3000000 deal=50000 win=1/4 share=2/5 mql_to_opp=1/10 won=1000000",
    "How many leads for 2 million in new business when a typical deal brings 40k and we "
    "lose 75% of them?": "target=2000000 deal=40000 win=1/4",
    "€1.8M to go, 30k a deal, winning 20%, 40% from marketing, 15% of MQLs convert to "
    "opportunities": "target=1800000 deal=30000 win=1/5 share=2/5 mql_to_opp=3/20",
    "how many leads at a 20% win rate and a 30k deal for 2.4M with marketing at 40% and "
    "MQL-opp at 15%": "target=2400000 deal=30000 win=1/5 share=2/5 mql_to_opp=3/20",
    "Target's 2.4 mil, deal's 30 grand, win 20%, marketing 40%, mql/opp 15%":
        "target=2400000 deal=30000 win=1/5 share=2/5 mql_to_opp=3/20",
    "we want to grow by 1M, deals at 25k, win rate 20%, how many leads":
        "target=1000000 deal=25000 win=1/5",
    "how many leads for CHF 2m at CHF 40k per deal, 25% win rate?":
        "target=2000000 deal=40000 win=1/4",
    "How many leads do we need? Target: USD 4,000,000; deal: USD 80,000; win rate: 20 %; "
    "from marketing: 25 %; MQL to opportunity: 10 %":
        "target=4000000 deal=80000 win=1/5 share=1/4 mql_to_opp=1/10",
    "twelve hundred thousand revenue, deals of twenty thousand, a quarter of deals won, "
    "how many leads": "target=1200000 deal=20000 win=1/4",
    "how many leads, if a deal is 50k and the target is 3 million euro?":
        "target=3000000 deal=50000",
    "how many leads do I have to get to earn 250k when each client pays 5k and one of "
    "three says yes": "target=250000 deal=5000 win=1/3",
    "1m goal, we've closed 250k so far, 25k deals, 20% win rate, marketing brings 40%, "
    "10% mql to opp": "target=1000000 deal=25000 win=1/5 share=2/5 mql_to_opp=1/10 won=250000",
    "I run marketing. Sales wants 3M, their deals are 60k, they win a quarter, we're to "
    "source 30 percent and about 8 percent of MQLs become opps. How many MQLs?":
        "target=3000000 deal=60000 win=1/4 share=3/10 mql_to_opp=2/25",
    "how many MQLs for 6M if average deal size 120k, win rate 25 percent, marketing "
    "sourced 40 percent, MQL to SQL 30 percent, SQL to opportunity 50 percent":
        "target=6000000 deal=120000 win=1/4 share=2/5 mql_to_sql=3/10 sql_to_opp=1/2",
    "We've to deliver two and a half million with contracts of fifty thousand at a hit "
    "rate of thirty percent; how many leads?": "target=2500000 deal=50000 win=3/10",
    "Leads needed? $3M ARR, $60K ACV, 20% close rate, 50% inbound, 10% MQL→SQL, 60% SQL→opp":
        "target=3000000 deal=60000 win=1/5 share=1/2 mql_to_sql=1/10 sql_to_opp=3/5",
    "how many mqls would it take to close another 900,000 dollars with 45,000 dollar "
    "deals, if one in three opportunities is won and sales itself finds 70 percent of "
    "them?": "target=900000 deal=45000 win=1/3 share=3/10",
    "conversion MQL to opp is 15%, opp to deal 20%, deal 30k, need 2.4M, marketing 40%":
        "target=2400000 deal=30000 win=1/5 share=2/5 mql_to_opp=3/20",
    "How many leads per month for 1.2M a year, 20k deals, 25% win rate, 30% marketing, "
    "10% MQL to opp?": "target=1200000 deal=20000 win=1/4 share=3/10 mql_to_opp=1/10 months=12",
    "target 2.4M deals 30k win 20 share 40 mql-opp 15":
        "target=2400000 deal=30000 win=1/5 share=2/5 mql_to_opp=3/20",
    "We need EUR 1.2m in bookings from deals averaging EUR 24k. About a third of "
    "opportunities close. Marketing's part is 30%.":
        "target=1200000 deal=24000 win=1/3 share=3/10",
    "how many leads for a target of 2.4M with an average deal of 30k, when sales wins 20%"
    " of the opportunities, marketing brings 40% of them and 15% of its MQLs become one?":
        "target=2400000 deal=30000 win=1/5 share=2/5 mql_to_opp=3/20",
    "We're 600k short and a typical order is 12k. Reps close every fifth. How many leads?":
        "target=600000 deal=12000 win=1/5",
    "win 20%, 15% mql to opp, mkting 40 pct, 30k deals, 2.4M revenue to be made":
        "target=2400000 deal=30000 win=1/5 share=2/5 mql_to_opp=3/20",
}  # fmt: skip


@pytest.mark.parametrize("text", SAID)
def test_a_plain_wording_is_read_and_nothing_asked(text: str) -> None:
    pairs = (pair.partition("=") for pair in SAID[text].split())
    meant = {Term(name): F(value) for name, _, value in pairs}

    reading = read_numbers(text)

    assert reading.given == meant
    assert reading.questions == ()
