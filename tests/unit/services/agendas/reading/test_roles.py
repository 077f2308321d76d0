"""Which side a role belongs to."""

import pytest

from coach.domain.stages import Side
from coach.services.agendas.reading.roles import side_of, singular

ROLES = {
    Side.SALES: (
        "AE", "rep", "VP Sales", "head of sales", "account executive", "seller", "sales engineer",
        "account manager", "sales director", "Vertrieb", "AE lead",
    ),
    Side.MARKETING: (
        "CMO", "PMM", "demand gen", "content", "product marketing", "head of marketing",
        "campaign manager", "field marketing", "SEO", "brand lead", "marketing ops",
        "content marketer", "mktg operations",
    ),
    Side.OTHER: (
        "SDR", "BDR", "RevOps", "sales ops", "customer success", "product",
        "finance", "sales development", "sales enablement", "CEO", "lawyer", "",
        "head of revenue operations", "VP revenue ops",
    ),
    Side.BOTH: ("CRO", "chief revenue officer", "head of revenue", "VP of revenue"),
}  # fmt: skip


@pytest.mark.parametrize(("side", "role"), [(s, role) for s in ROLES for role in ROLES[s]])
def test_a_role_belongs_to_its_side_in_any_case(side: Side, role: str) -> None:
    assert side_of(role) is side
    assert side_of(role.upper()) is side


def test_one_of_several_is_named_in_the_singular() -> None:
    assert [singular(w) for w in ("SDRs", "sales people", "sales ops", "heads of sales")] == [
        "SDR", "sales person", "sales ops", "head of sales",
    ]  # fmt: skip
