"""The wired services for meetings: what page, chat and command line hold on to."""

from __future__ import annotations

from dataclasses import dataclass

from coach.adapters.database.drafts import SqlDrafts
from coach.adapters.database.endpoints import SqlEndpoints
from coach.adapters.database.meetings import SqlMeetings
from coach.adapters.database.records import Records
from coach.adapters.exports.exporter import AgendaExporter
from coach.bootstrap.model import Model
from coach.domain.agenda import Agenda
from coach.domain.agenda_rules import broken
from coach.domain.fitting import fitted
from coach.domain.meeting_brief import MeetingBrief
from coach.ports import Clock, Endpoints, Exporter, Ids, Meetings
from coach.services.agendas.actions import Actions
from coach.services.agendas.asides import Asides
from coach.services.agendas.drafting import Drafting
from coach.services.agendas.exchanging import Exchanging
from coach.services.agendas.owners import balanced
from coach.services.agendas.persons import about_a_person
from coach.services.agendas.proposing import Proposing
from coach.services.agendas.runs import MeetingRuns
from coach.services.agendas.series import MeetingSeries
from coach.services.answering import Answering
from coach.services.names.editors import UnnamingEditor
from coach.services.names.naming import Naming


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendas:
    """Everything about meetings. Lives as long as the app; safe from many threads.

    `meetings` is where they are kept; `proposing` asks a model for its version of a draft, `None`
    without one. Ask it only where the person agreed that their text may go there.
    """

    drafting: Drafting
    exchanging: Exchanging
    asides: Asides
    exporter: Exporter
    meetings: Meetings
    series: MeetingSeries
    runs: MeetingRuns
    actions: Actions
    proposing: Proposing | None

    def draft(self, brief: MeetingBrief, note: str = "") -> Agenda:
        """Return an agenda made by code; raises like `Drafting.draft`."""
        return self.drafting.draft(brief, note)


def make_proposing(
    model: Model | None, naming: Naming | None, answering: Answering, endpoints: Endpoints
) -> Proposing | None:
    """Return who asks the model for its version of an agenda."""
    if model is None or naming is None:
        return None
    return Proposing(
        UnnamingEditor(model.author.editor(endpoints), naming),
        answering.index,
        fit=lambda agenda: fitted(balanced(agenda)),
        check=broken,
        allowed=lambda item: not about_a_person(f"{item.question} {item.prework}"),
    )


def make_agendas(
    answering: Answering,
    model: Model | None,
    naming: Naming | None,
    records: Records,
    clock: Clock,
    ids: Ids,
) -> Agendas:
    """Wire everything about meetings, with the drafting and the search of `answering`."""
    meetings = SqlMeetings(records, clock)
    return Agendas(
        drafting=answering.drafting,
        exchanging=Exchanging(answering.drafting.choosing),
        asides=Asides(SqlDrafts(records, clock), ids),
        exporter=AgendaExporter(clock),
        meetings=meetings,
        series=MeetingSeries(meetings, clock, ids),
        runs=MeetingRuns(meetings, clock, ids),
        actions=Actions(meetings, clock),
        proposing=make_proposing(model, naming, answering, SqlEndpoints(records, clock)),
    )
