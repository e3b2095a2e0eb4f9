"""From figures to tallies: the room's one way in."""

from __future__ import annotations

import contextlib
import gc
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd

from helpers import tables
from helpers.tallies import claims, divergence, grouping, hierarchy, labels, review, rows, subjects, witnesses
from helpers.tallies.subjects import Subject
from helpers.vocabulary import Vocabulary

NEEDED = (*claims.READ, "modality", "phrase", "reviewed")
"""The columns of table "figures" that tallying needs."""
NEEDED_OF_ARTICLES = ("article_id", "title", "published", "outlet", "wire", "copy_of")
"""Those of table "articles"."""
_COUNTED = ["figure_id", "article_id", "tally_id", "value", "low", "high", "hedge", "phrase", "source", "source_id"]
_COUNTED += ["outcome", "group", "side", "unit", "scope", "place", "place_id", "since", "until"]
_REASONED = ["figure_id", "tally_id", "reviewed", "outcome", "group", "place", "place_id", "scope", "since"]


def assign(
    figures: pd.DataFrame,
    articles: pd.DataFrame,
    vocab: Vocabulary,
    review_dir: Path | str | None = None,
    references: pd.DataFrame | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Figures with their ``tally_id``, and the tallies, as tables ``figures`` and ``tallies``.

    Of both tables only the columns ``NEEDED`` and ``NEEDED_OF_ARTICLES`` are looked at. Figures that are projected or
    denied, or lack a value, an outcome or a scope, stay without a tally. Decisions in ``review_dir`` overrule the
    rules. ``references`` (see ``reference.load``) explain what was counted differently. A tally's id derives from what
    it counts; an event's also from the number first reported of it.
    """
    with _no_looks_for_cycles():
        found = _subjects(figures, articles, vocab)
    tally_of, notes = review.overrule(_by_figure(found, figures), review_dir)
    reviewed = notes.array.fillna(figures["reviewed"].array)
    figures = figures.assign(tally_id=tally_of.array, reviewed=reviewed)
    return figures, _tallies(figures, articles, found, vocab, references)


def completed(pieces: Iterable[pd.DataFrame], assigned: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Table "figures" piece by piece, with what ``assign`` has added to the same rows of it."""
    first = 0
    for piece in pieces:
        own = assigned.iloc[first : first + len(piece)]
        yield piece.assign(tally_id=own["tally_id"].array, reviewed=own["reviewed"].array)
        first += len(piece)


def reasons(figures: pd.DataFrame, tallies: pd.DataFrame) -> pd.DataFrame:
    """Why each figure is in its tally: ``figure_id``, ``tally_id``, ``reason``, for figures that are in one.

    For a figure on which a researcher decided, what the researcher noted.
    """
    used = figures[figures["tally_id"].notna()]
    shared = ["group", "place", "place_id"]
    tally_of = {row["tally_id"]: row for row in rows.records(tallies, ["tally_id", *shared])}
    told = [
        (row["figure_id"], row["tally_id"], row["reviewed"] or _reason(row, tally_of[row["tally_id"]]))
        for row in rows.records(used, _REASONED)
    ]
    return pd.DataFrame(told, columns=["figure_id", "tally_id", "reason"])


def _subjects(figures: pd.DataFrame, articles: pd.DataFrame, vocab: Vocabulary) -> list[Subject]:
    places = hierarchy.load(vocab)
    return subjects.of(grouping.gather(claims.read(figures, articles, vocab), places), places)


@contextlib.contextmanager
def _no_looks_for_cycles() -> Iterator[None]:
    """Keep Python from passing again and again over all the objects made here, which takes as long as making them."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _by_figure(found: list[Subject], figures: pd.DataFrame) -> pd.Series:
    """The tally's id by the id of the figure, null for figures that are in none."""
    tally_of = {figure: subject.tally_id for subject in found for figure in subject.figures}
    figure_ids = pd.Index(figures["figure_id"])
    return pd.Series([tally_of.get(figure) for figure in figure_ids.tolist()], index=figure_ids, dtype="string")


def _tallies(
    figures: pd.DataFrame,
    articles: pd.DataFrame,
    found: list[Subject],
    vocab: Vocabulary,
    references: pd.DataFrame | None,
) -> pd.DataFrame:
    """Table "tallies", of what was found and what a researcher set apart."""
    used = witnesses.named(figures.loc[figures["tally_id"].notna(), _COUNTED], vocab)
    table = _numbers(used, articles).reset_index()
    tally_ids = rows.values(table["tally_id"])
    subject_of = {subject.tally_id: subject for subject in found}
    subject_of |= _set_apart(used[~used["tally_id"].isin(subject_of.keys())], vocab)
    counted = [subject_of[tally_id] for tally_id in tally_ids]
    for field in ("outcome", "group", "side", "scope", "place_id", "place", "since", "until"):
        table[field] = [getattr(subject, field) for subject in counted]
    table["label"] = _labels(counted, figures, vocab)
    table["ratio"] = table["highest"] / table["lowest"].clip(lower=1.0)
    verdicts = divergence.of_tallies(used, articles, references)
    told = [verdicts.get(tally_id, divergence.ALONE) for tally_id in tally_ids]
    table["verdict"] = [verdict.verdict or None for verdict in told]
    table["reason"] = [verdict.reason for verdict in told]
    table = tables.conform(table, "tallies")
    return table.sort_values(["n_voices", "n_figures", "tally_id"], ascending=[False, False, True], ignore_index=True)


def _numbers(figures: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """By tally how many figures, articles, outlets and voices it has, near-copies being one article, and its range."""
    outlet = figures["article_id"].map(articles.set_index("article_id")["outlet"])
    witness = figures["article_id"].map(witnesses.first_tellings(articles))
    told = figures.assign(outlet=outlet, witness=witness, voice=witnesses.voices(figures, articles))
    return told.groupby("tally_id").agg(
        n_figures=("figure_id", "size"),
        n_articles=("witness", "nunique"),
        n_outlets=("outlet", "nunique"),
        n_voices=("voice", "nunique"),
        lowest=("value", "min"),
        highest=("value", "max"),
    )


def _labels(counted: list[Subject], figures: pd.DataFrame, vocab: Vocabulary) -> list[str]:
    """What each tally counts in plain English.

    A country with a conflict of its own may shelter the refugees of another: it is where they come from only if more
    is told of harm in it than of refugees.
    """
    told_of = Counter((subject.place_id, subject.outcome == "refugees") for subject in counted)
    countries = {conflict["place_id"] for conflict in vocab["conflicts"]}
    homes = {country for country in countries if told_of[country, False] > told_of[country, True]}
    running = {subject.tally_id for subject in counted if subject.scope == "period" and subject.ends is None}
    told = figures[figures["tally_id"].isin(running) & figures["sentence"].notna()]
    sentences = told.groupby("tally_id")["sentence"].agg(list).to_dict()
    found = []
    for subject in counted:
        label = labels.label(
            *(subject.outcome, subject.group, subject.side, subject.unit, subject.scope, subject.place),
            *(subject.since, subject.ends),
            sentences=sentences.get(subject.tally_id, ()),
            is_home=subject.place_id in homes,
        )
        label = f"Some of the {label[:1].lower()}{label[1:]}" if subject.partitive else label
        found.append(f"{label} (set apart by hand)" if subject.by_hand else label)
    return found


def _set_apart(figures: pd.DataFrame, vocab: Vocabulary) -> dict[str, Subject]:
    """What the tallies count that a researcher made: what their first figures count."""
    names = hierarchy.load(vocab).names
    shared = ("outcome", "group", "side", "unit", "scope", "place_id", "since", "until")
    return {
        row["tally_id"]: Subject(
            **{field: row[field] for field in (*shared, "tally_id")},
            told_at=(0, row["figure_id"]),
            figures=[row["figure_id"]],
            place=names.get(row["place_id"], row["place"]),
            ends=row["until"],
            partitive=False,
            by_hand=True,
        )
        for row in rows.records(figures.drop_duplicates("tally_id"), (*shared, "tally_id", "figure_id", "place"))
    }


def _reason(figure: dict, tally: dict) -> str:
    """In words: the same outcome and group, and how place and time were matched."""
    return "; ".join([_matched_group(figure, tally), _matched_place(figure, tally), _matched_time(figure, tally)])


def _matched_group(figure: dict, tally: dict) -> str:
    matched = f"{figure['outcome']}, {figure['group']}"
    return matched if figure["group"] == tally["group"] else f"{matched} told among {tally['group']} of one event"


def _matched_place(figure: dict, tally: dict) -> str:
    if figure["place"] is None:
        return "no place named" if tally["place"] is None else f"no place named, taken for {tally['place']}"
    if figure["place_id"] == tally["place_id"]:
        return f"in {tally['place']}"
    return f"in {figure['place']}" if tally["place"] is None else f'"{figure["place"]}" taken for {tally["place"]}'


def _matched_time(figure: dict, tally: dict) -> str:
    if figure["scope"] == "stock":
        return "a state of that time"
    if figure["since"] is None:
        return (
            "no day named, taken from the date of publication" if figure["scope"] == "event" else "no beginning named"
        )
    if figure["scope"] == "event":
        return f"of {figure['since']}"
    return f"counted from {figure['since']}"
