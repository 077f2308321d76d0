"""Protocols between the services and the world; fakes in tests implement the same."""

from coach.ports.authors import Author, Draft, Translator
from coach.ports.cases import Cases, Exchanges
from coach.ports.conversations import Consents, Conversations, Endpoints, GapRecords
from coach.ports.drafts import AgendaDrafts
from coach.ports.editors import Edit, Editor, EditTask, Reply, Row
from coach.ports.exports import Export, Exporter, Form
from coach.ports.links import Links, Secrets
from coach.ports.meetings import Meetings
from coach.ports.partners import Partner
from coach.ports.passages import IndexRecord, PassageRecords, VectorIndexes
from coach.ports.promises import Promises, Thanks
from coach.ports.rounds import Rounds
from coach.ports.search import (
    Embedder,
    Indexes,
    KeywordIndex,
    Matrix,
    PassageIndex,
    Vector,
    VectorIndex,
)
from coach.ports.system import Clock, Identity, Ids, Runner

__all__ = [
    "AgendaDrafts",
    "Author",
    "Cases",
    "Clock",
    "Consents",
    "Conversations",
    "Draft",
    "Edit",
    "EditTask",
    "Editor",
    "Embedder",
    "Endpoints",
    "Exchanges",
    "Export",
    "Exporter",
    "Form",
    "GapRecords",
    "Identity",
    "Ids",
    "IndexRecord",
    "Indexes",
    "KeywordIndex",
    "Links",
    "Matrix",
    "Meetings",
    "Partner",
    "PassageIndex",
    "PassageRecords",
    "Promises",
    "Reply",
    "Rounds",
    "Row",
    "Runner",
    "Secrets",
    "Thanks",
    "Translator",
    "Vector",
    "VectorIndex",
    "VectorIndexes",
]
