from dataclasses import replace

from coach.domain.notes import Kind, Note
from coach.domain.passages import ALSO_CALLED
from coach.playbook.catalogue import Catalogue, links_of
from tests.search_fakes import make_passage
from tests.small_playbook import METRIC


def note(name: str, links: tuple[str, ...] = ()) -> Note:
    return Note(
        id=name, kind=Kind.PRACTICE, title=name, summary=name, file=f"{name}.md", links=links
    )


def test_a_link_joins_both_notes_whichever_names_the_other():
    links = links_of([note("a", ("b",)), note("b"), note("c", ("a",))])

    assert links == {"a": {"b", "c"}, "b": {"a"}, "c": {"a"}}


def test_a_note_is_not_linked_with_itself_and_a_missing_field_is_no_link():
    metric = replace(METRIC, id="m", links=("m",))

    assert links_of([metric]) == {}


def test_names_and_passages_of_a_note_are_kept_apart_in_reading_order():
    parts = [make_passage(f"p{place}", f"part {place}", note="n") for place in range(3)]
    name = replace(make_passage("other", "another name", note="n"), heading=ALSO_CALLED)
    catalogue = Catalogue([*parts, name])

    assert [p.id for p in catalogue.passages("n")] == ["p0", "p1", "p2"]
    assert catalogue.names("n") == ["other"]
    assert catalogue.has_names
    assert catalogue.passages("x") == catalogue.names("x") == []
    assert catalogue.linked("n") == frozenset()
