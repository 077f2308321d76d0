"""The composition root: the one place that wires adapters to services."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coach.adapters.chroma import ChromaIndexes
from coach.adapters.database.conversations import SqlConversations
from coach.adapters.database.endpoints import SqlConsents
from coach.adapters.database.gaps import SqlGaps
from coach.adapters.database.records import open_records
from coach.adapters.local_identity import LocalIdentity
from coach.adapters.system import RandomIds, SystemClock
from coach.adapters.threads import ThreadRunner
from coach.bootstrap.agendas import make_agendas
from coach.bootstrap.agreements import make_agreements
from coach.bootstrap.at_home import at_home
from coach.bootstrap.cases import make_cases
from coach.bootstrap.conflicts import make_conflicts, make_matching
from coach.bootstrap.knowledge import Knowledge, read_knowledge
from coach.bootstrap.leaving import Leaving
from coach.bootstrap.model import Model, make_model
from coach.bootstrap.names import make_naming
from coach.bootstrap.plans import make_plans
from coach.bootstrap.rehearsing import make_rehearsing
from coach.bootstrap.rounds import make_rounds
from coach.bootstrap.search import make_embedder, make_indexing, remote_embedder
from coach.bootstrap.services import Services
from coach.bootstrap.standing import make_standing
from coach.domain.conversation import Person
from coach.domain.names import NameChoices
from coach.domain.notes import Playbook
from coach.errors import CoachError, StorageError
from coach.playbook.catalogue import links_of
from coach.playbook.composing.author import PlaybookAuthor
from coach.playbook.indexing import Indexing
from coach.playbook.question_vectors import QuestionVectors
from coach.playbook.retrieval import PassageSearch
from coach.playbook.team_words import TeamWords
from coach.ports import Author, Clock, Embedder, Identity, PassageIndex, Runner, Translator
from coach.services.agendas.choosing import Choosing
from coach.services.agendas.drafting import Drafting
from coach.services.agendas.gate import Gate
from coach.services.answering import Answering
from coach.services.boundaries import Boundaries
from coach.services.coaching import Coaching
from coach.services.conflicts.matching import Matching
from coach.services.conflicts.typed import TypedQuarrels
from coach.services.coverage import CoverageJudge
from coach.services.gaps import Gaps
from coach.services.grounding import Grounding
from coach.services.names.authors import UnnamingAuthor, UnnamingTranslator
from coach.services.names.naming import Naming
from coach.settings import Settings, quiet_libraries


@dataclass(frozen=True, slots=True, kw_only=True)
class Fakes:
    """What a test puts in the place of the real thing; `None` keeps the real one."""

    author: Author | None = None
    embedder: Embedder | None = None
    clock: Clock | None = None
    runner: Runner | None = None
    identity: Identity | None = None


def build_services(
    settings: Settings,
    *,
    background: bool = True,
    embed: bool = True,
    fakes: Fakes | None = None,
) -> Services:
    """Build everything one process runs on; with `background`, start what goes on by itself.

    Without it the vectors are brought up to date before this returns, unless `embed` is false.

    Raises:
        CoachError: the records cannot be opened, or a setting makes no sense.
    """
    quiet_libraries()
    services = _wire(settings, fakes or Fakes())
    if background:
        services.run()
    elif embed:
        _quietly(services.indexing.embed)
    return services


def _wire(settings: Settings, fakes: Fakes) -> Services:
    clock, ids = fakes.clock or SystemClock(), RandomIds()
    embedder = fakes.embedder or make_embedder(settings)
    records = open_records(settings.data, settings.database)
    known = read_knowledge(settings)
    playbook = known.playbook
    vectors = ChromaIndexes(settings.data / "index")
    indexing = make_indexing(settings, known.folders, records, vectors, embedder, clock)
    unread = _read(indexing, playbook)
    model = make_model(settings)
    conversations = SqlConversations(records, clock, ids)
    author = model.remote if model else None
    leaving = Leaving(author, remote_embedder(settings), SqlConsents(records, clock))
    naming = make_naming(settings, model, playbook)
    matching = make_matching(known, embedder)
    answering = _answering(known, indexing, model, naming, fakes, clock, embedder, matching)
    home = at_home(answering, indexing, leaving)
    agendas = make_agendas(home or answering, model, naming, records, clock, ids)
    conflicts = make_conflicts(home or answering, matching)
    rounds = make_rounds(known.survey, records, clock, ids, settings.public_url)
    standing = make_standing(rounds, playbook, records, clock)

    def release() -> None:
        vectors.close()
        records.close()

    return Services(
        playbook=playbook,
        coaching=Coaching(
            answering=answering,
            conversations=conversations,
            runner=fakes.runner or ThreadRunner(settings.workers),
            clock=clock,
            ids=ids,
            at_home=home,
            agreed=leaving.since,
            meetings=agendas.meetings,
            names=naming.choices if naming else _as_set,
            team=standing.team.current,
        ),
        agendas=agendas,
        conflicts=conflicts,
        cases=make_cases(conflicts, rounds.linking, records, clock, ids),
        rehearsing=make_rehearsing(conflicts, model, naming, records, clock),
        plans=make_plans(playbook, agendas.meetings, records, clock, ids),
        agreements=make_agreements(known, indexing, leaving, rounds.linking, records, clock, ids),
        rounds=rounds,
        standing=standing,
        identity=fakes.identity or LocalIdentity(),
        leaving=leaving,
        gaps=Gaps(SqlGaps(records, clock)),
        indexing=indexing,
        naming=naming,
        model=model.choice.model if model else None,
        host=model.choice.host if model else None,
        warm=model.author.warm if model else _nothing,
        warnings=(*records.warnings, *known.warnings, *unread),
        release=release,
    )


def _nothing() -> None:
    """Warm nothing: the playbook needs no libraries."""


def _as_set(_: Person) -> NameChoices:
    """Choose nothing: without a model no name goes anywhere."""
    return NameChoices()


def _answering(
    known: Knowledge,
    indexing: Indexing,
    model: Model | None,
    naming: Naming | None,
    fakes: Fakes,
    clock: Clock,
    embedder: Embedder | None,
    matching: Matching,
) -> Answering:
    vectors = QuestionVectors()
    links = links_of(known.playbook.notes)
    search = PassageSearch(lambda: indexing.current, clock, links, vectors=vectors)
    index: PassageIndex = TeamWords(search, known.playbook)
    by_itself = PlaybookAuthor(known.playbook)
    author: Author = by_itself
    translator: Translator | None = None
    if model is not None and naming is not None:
        author = UnnamingAuthor(model.author, naming)
        translator = UnnamingTranslator(model.author, naming)
    boundaries = Boundaries(known.rules, known.kept, embedder, vectors)
    coverage = CoverageJudge(known.coverage, embedder.name if embedder else None)
    gate = Gate(boundaries, known.languages, coverage)
    return Answering(
        index=index,
        author=fakes.author or author,
        fallback=by_itself,
        translator=translator,
        boundaries=boundaries,
        coverage=coverage,
        languages=known.languages,
        grounding=Grounding(embedder),
        playbook=known.playbook,
        drafting=Drafting(Choosing(known.playbook, index), gate),
        clock=clock,
        survey=known.survey,
        quarrels=TypedQuarrels(matching, known.playbook),
    )


def _read(indexing: Indexing, playbook: Playbook) -> list[str]:
    """Make the notes searchable; where the records fail they still are, with a warning."""
    try:
        indexing.read(playbook)
    except StorageError as exc:
        return [f"{exc.message} {exc.next_step}"]
    return []


def _quietly(job: Callable[[], None]) -> None:
    """Run what a search can do without; it says itself that it is by keyword only."""
    try:
        job()
    except CoachError:
        return
