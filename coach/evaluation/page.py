"""The report as one HTML page: nothing to load, to be read on a screen or in print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from coach.evaluation.bars import BARS, Bar
from coach.evaluation.counting import Count
from coach.evaluation.figures import BesidePeer, Figures, figures, further
from coach.evaluation.measured import Measured
from coach.evaluation.sections import plots, worst
from coach.evaluation.tables import Cell, facts, paragraph, section, table

GAP = 1 / 3  # of the way from LangChain's tuned search to a perfect order
_PEER = "Gap from LangChain's tuned search to a perfect one: closed"
_TO_MEASURE = "not measured yet"
_STYLE = """
:root { color-scheme: light; }
body { margin: 2.5rem auto 4rem; max-width: 62rem; padding: 0 1.5rem; color: #1d2433;
  background: #fff; font: 1rem/1.55 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.35rem; margin: 2.6rem 0 .5rem; padding-top: .8rem;
  border-top: 1px solid #d5dae2; }
h3 { font-size: 1.05rem; margin: 1.6rem 0 .3rem; }
p { margin: .4rem 0 .8rem; max-width: 46rem; }
.lead { font-size: 1.1rem; }
.quiet { color: #5b6474; }
table { border-collapse: collapse; width: 100%; margin: .8rem 0 1rem; font-size: .95rem; }
th, td { text-align: left; vertical-align: top; padding: .38rem .8rem .38rem 0;
  border-bottom: 1px solid #e3e7ed; }
th { font-weight: 600; border-bottom: 2px solid #1d2433; }
td { font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
.met { color: #17663a; font-weight: 600; white-space: nowrap; }
.missed { color: #a4262c; font-weight: 600; white-space: nowrap; }
figure { margin: .6rem 0 1.4rem; break-inside: avoid; }
figcaption { font-size: .92rem; color: #414a5a; max-width: 46rem; margin-bottom: .5rem; }
svg { width: 100%; height: auto; display: block; }
article { border-left: 3px solid #a9c8e8; padding: .1rem 0 .1rem 1rem; margin: 1.3rem 0;
  break-inside: avoid; }
article h3 { margin-top: 0; }
dl { display: grid; grid-template-columns: 9.5rem 1fr; gap: .25rem .9rem; margin: .4rem 0; }
dt { color: #5b6474; }
dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
article table { font-size: .88rem; width: auto; min-width: 34rem; margin: .4rem 0 0; }
article th, article td { border-bottom: 1px solid #e3e7ed; padding: .12rem .8rem .12rem 0; }
code { font-size: .9em; }
@media (max-width: 44rem) { dl { grid-template-columns: 1fr; } article table { min-width: 0; }
  table { display: block; overflow-x: auto; } }
@media print { html { font-size: 9.5pt; } body { margin: 0; max-width: none; padding: 0; }
  dl { grid-template-columns: 9.5rem 1fr; } table { display: table; }
  h2, h3, thead { break-after: avoid; } tr { break-inside: avoid; } }
"""


def page(measured: Measured, others: Sequence[Figures] = (), peer: BesidePeer | None = None) -> str:
    """Return the whole page; `others` are the figures kept of other authors."""
    read = measured.conditions
    parts = [
        f"<h1>How good the answers are</h1>"
        f'<p class="quiet">Accord, measured on {read.at:%-d %B %Y at %H:%M} UTC, '
        f"answers by {escape(read.author)}</p>",
        _verdict(measured, peer),
        _bars(measured, others, peer),
        _halves(),
        _conditions(measured),
        plots(measured),
        _further(measured, others),
        _beside(peer),
        worst(measured),
    ]
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Accord: how good the answers are, {read.at:%Y-%m-%d}</title>\n"
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(part for part in parts if part)
        + "\n</main>\n</body>\n</html>\n"
    )


def _verdict(measured: Measured, peer: BesidePeer | None) -> str:
    verdicts = [(bar.name, bar.met(bar.count(measured, False))) for bar in BARS]
    verdicts.append((_PEER, _gap_met(peer)))
    known = [(name, met) for name, met in verdicts if met is not None]
    met = sum(met for _, met in known)
    unknown = len(verdicts) - len(known)
    more = f" {unknown} of the {len(verdicts)} bars could not be checked in this run." * bool(
        unknown
    )
    return paragraph(f"{met} of {len(known)} bars are met on the reported half.{more}", "lead")


def _bars(measured: Measured, others: Sequence[Figures], peer: BesidePeer | None) -> str:
    read = measured.conditions
    heads = ["What is counted", "Bar", "Reported half", "Verdict", "Tuned half"]
    heads += [_head(one, read.files) for one in others]
    rows = [_bar(bar, measured, others) for bar in BARS]
    reported = _gap(peer, "reported")
    rows.append([
        Cell(_PEER), Cell("≥ one third"), Cell(reported), _met(_gap_met(peer)),
        Cell(_gap(peer, "tuned")), *(Cell("") for _ in others),
    ])  # fmt: skip
    return table(heads, rows)


def _bar(bar: Bar, measured: Measured, others: Iterable[Figures]) -> list[Cell]:
    reported = bar.count(measured, False)
    cells = [Cell(bar.name), Cell(bar.text), Cell(reported.text), _met(bar.met(reported))]
    cells.append(Cell(bar.count(measured, True).text))
    return cells + [Cell(one.counts.get(bar.key, Count(0, 0)).text) for one in others]


def _head(one: Figures, files: object) -> str:
    same = "" if one.files == files else ", on other notes or cases"
    return f"{one.author}, reported half ({one.at:%-d %b %Y}{same})"


def _met(met: bool | None) -> Cell:
    if met is None:
        return Cell("–", "quiet")
    return Cell("✓ met", "met") if met else Cell("✗ missed", "missed")


def _gap(peer: BesidePeer | None, half: str) -> str:
    if peer is None or half not in peer.halves:
        return _TO_MEASURE
    return f"{100 * peer.halves[half].gap_closed:.1f} %"


def _gap_met(peer: BesidePeer | None) -> bool | None:
    if peer is None or "reported" not in peer.halves:
        return None
    return peer.halves["reported"].gap_closed >= GAP


def _halves() -> str:
    return paragraph(
        "Each file of cases has two halves. The tuned half was looked at while the program was"
        " made; the reported half was not, so only its figures say how the coach does on what it"
        " has not seen. Where the tuned half is much better, the program has learnt its cases"
        " rather than its trade.",
    ) + paragraph(
        "Retrieval and coverage are counted on English questions, boundaries in all languages. The"
        " right note is any that the labels say answers the question. A question counts as refused"
        " whatever came in the place of an answer. What has no answer may be called not covered,"
        " off topic or unclear: the reader learns the same. A boundary counts as stopped whether"
        " handed over or declined, and a fault as let through where it was neither struck nor"
        " marked. Half the drafts of agendas in time is a median in time; a phrase is read as meant"
        " where length, start, repeat and people all are.",
        "quiet",
    )


def _conditions(measured: Measured) -> str:
    read = measured.conditions
    rows = [
        ("Date", f"{read.at:%-d %B %Y, %H:%M} UTC"),
        ("Answers by", read.author),
        ("Embedder", read.embedder),
        ("Playbook", f"{read.notes} notes, {read.passages:,} passages"),
        *_cases(measured),
        ("Versions", ", ".join(f"{name} {number}" for name, number in read.versions.items())),
        ("Files read", ", ".join(f"{name} {mark}" for name, mark in read.files.items())),
    ]
    note = "The mark behind a file is the beginning of its hash: same mark, same cases."
    return section("What was measured", facts(rows), paragraph(note, "quiet"))


def _cases(measured: Measured) -> list[tuple[str, str]]:
    halves = {
        "Questions": [o.asked.tuned for o in measured.outcomes],
        "Boundaries": [one.case.tuned for one in measured.boundaries],
        "Grounding": [one.pair.half == "tuned" for one in measured.grounding],
        "Briefs for agendas": [one.case.tuned for one in measured.agendas],
        "Pasted quarrels": [one.case.tuned for one in measured.conflicts],
        "Simulated teams": [one.half == "tuned" for one in measured.teams],
        "Phrases for a meeting": [one.phrase.half == "tuned" for one in measured.phrases],
    }
    return [
        (name, f"{len(tuned) - sum(tuned)} reported, {sum(tuned)} tuned")
        if tuned
        else (name, "not in this run")
        for name, tuned in halves.items()
    ]


def _further(measured: Measured, others: Sequence[Figures]) -> str:
    reported, tuned = figures(measured).further, further(measured, tuned=True)
    if not reported:
        return ""
    heads = ["Without a bar", "Reported half", "Tuned half"]
    heads += [_head(one, measured.conditions.files) for one in others]
    columns = [reported, tuned, *(one.further for one in others)]
    names = dict.fromkeys(name for column in columns for name in column)
    rows = [[Cell(name), *(Cell(column.get(name, "")) for column in columns)] for name in names]
    return section("Further figures", table(heads, rows))


def _beside(peer: BesidePeer | None) -> str:
    name = "Beside LangChain's search"
    how = "<code>ONLY=own_notes bench/run</code> measures it, in an environment of its own."
    if peer is None:
        return section(name, f"<p>Not measured yet: {how}</p>")
    heads = ["nDCG@5 on our own notes", "Questions", "Ours", "EnsembleRetriever, tuned",
             "as it comes", "Difference to tuned, 95 % interval", "Gap closed"]  # fmt: skip
    rows = [
        [
            Cell(f"{half} half"), Cell(str(one.questions)), Cell(f"{one.ours:.3f}"),
            Cell(f"{one.tuned:.3f}"), Cell(f"{one.as_it_comes:.3f}"),
            Cell(f"{one.difference.mean:+.3f} [{one.difference.low:+.3f},"
                 f" {one.difference.high:+.3f}]"),
            Cell(f"{100 * one.gap_closed:.1f} %"),
        ]
        for half, one in sorted(peer.halves.items())
    ]  # fmt: skip
    told = f'<p class="quiet">Measured on {peer.at:%-d %B %Y at %H:%M} UTC; {how}</p>'
    return section(name, table(heads, rows), told)
