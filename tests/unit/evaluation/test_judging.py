"""A judge's points become counts; what cannot be judged is said and not counted."""

from __future__ import annotations

from coach.errors import AuthorError
from coach.evaluation.counting import Count
from coach.evaluation.judging import Rated, counts, rate, table
from coach.ports.judges import JudgeTask, Verdict

RUBRIC = {"fair": "Both nod.", "usable": "It can be done today."}
TASK = JudgeTask("They quarrel.", "Talk on Monday.", RUBRIC)


class FakeJudge:
    def __init__(self, *verdicts: Verdict | AuthorError) -> None:
        self._verdicts = list(verdicts)

    def judge(self, task: JudgeTask) -> Verdict:
        verdict = self._verdicts.pop(0)
        if isinstance(verdict, AuthorError):
            raise verdict
        return verdict


def test_four_points_and_more_count_as_good() -> None:
    judge = FakeJudge(Verdict({"fair": 4, "usable": 3}), Verdict({"fair": 5, "usable": 5}))
    rated = rate([("a", True, TASK), ("b", True, TASK)], judge)

    assert list(counts(rated, RUBRIC).values()) == [Count(2, 2), Count(1, 2)]


def test_what_the_endpoint_fails_at_is_told_and_not_counted() -> None:
    rated = rate([("a", False, TASK)], FakeJudge(AuthorError("It is gone.")))

    assert rated == [Rated("a", False, Verdict(fault="It is gone."))]
    assert counts(rated, RUBRIC) == {}
    assert "verdict: 1." in table(rated, RUBRIC)
