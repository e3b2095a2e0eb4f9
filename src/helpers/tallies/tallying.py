"""From figures to tallies: the room's one way in."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pandas as pd

from helpers import tables
from helpers.tallies import claims, divergence, grouping, hierarchy, labels, review, spans, totals, witnesses
from helpers.tallies.gathering import Gathering
from helpers.tallies.hierarchy import Hierarchy
from helpers.vocabulary import Vocabulary

_REASONED = ["figure_id", "tally_id", "reviewed", "outcome", "group", "place", "place_id", "scope", "since"]


def assign(
    figures: pd.DataFrame,
    articles: pd.DataFrame,
    vocab: Vocabulary,
    review_dir: Path | str | None = None,
    references: pd.DataFrame | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Figures with their ``tally_id``, and the tallies, as tables ``figures`` and ``tallies``.

    Figures that are projected or denied, or lack a value, an outcome or a scope, stay without a tally. Decisions in
    ``review_dir`` overrule the rules. ``references`` (see ``reference.load``) explain what was counted differently.
    A tally's id derives from what it counts; an event's also from the number first reported of it.
    """
    places = hierarchy.load(vocab)
    gatherings = grouping.gather(claims.read(figures, articles, vocab), places)
    described = {what["tally_id"]: (what, gathering) for gathering, what in _described(gatherings, places)}
    gathered = {
        figure: tally_id
        for tally_id, (_, gathering) in described.items()
        for claim in gathering.claims
        for figure in claim.figures
    }
    tally_of = pd.Series(gathered, index=pd.Index(figures["figure_id"]), dtype="string")
    tally_of, notes = review.overrule(tally_of, review_dir)
    reviewed = notes.fillna(figures.set_index("figure_id")["reviewed"])
    figures = figures.assign(tally_id=tally_of.to_numpy(), reviewed=reviewed.to_numpy())
    figures = tables.conform(figures, "figures")
    counted = {tally_id: what for tally_id, (what, _) in described.items()}
    homes = {conflict["place_id"] for conflict in vocab["conflicts"]}
    return figures, _tallies(witnesses.named(figures, vocab), articles, counted, places, homes, references)


def reasons(figures: pd.DataFrame, tallies: pd.DataFrame) -> pd.DataFrame:
    """Why each figure is in its tally: ``figure_id``, ``tally_id``, ``reason``, for figures that are in one.

    For a figure on which a researcher decided, what the researcher noted.
    """
    used = figures[figures["tally_id"].notna()]
    tally = tallies.set_index("tally_id")[["group", "place", "place_id"]].to_dict("index")
    rows = []
    for figure in used[_REASONED].to_dict("records"):
        counted = tally[figure["tally_id"]]
        note = figure["reviewed"]
        reason = note if isinstance(note, str) else _reason(figure, counted)
        rows.append((figure["figure_id"], figure["tally_id"], reason))
    return pd.DataFrame(rows, columns=["figure_id", "tally_id", "reason"])


def _described(gatherings: list[Gathering], places: Hierarchy) -> list[tuple[Gathering, dict]]:
    """Each gathering with what it counts; of several described alike, the later told get a figure's id added."""
    described = [(gathering, _describe(gathering, places)) for gathering in gatherings]
    described.sort(key=lambda pair: (pair[1]["tally_id"], min(_told_at(claim) for claim in pair[0].claims)))
    taken: set[str] = set()
    for gathering, what in described:
        if what["tally_id"] in taken:
            first = min(figure for claim in gathering.claims for figure in claim.figures)
            what["tally_id"] = labels.identity(what["tally_id"], first)
        taken.add(what["tally_id"])
    return described


def _describe(gathering: Gathering, places: Hierarchy) -> dict:
    leader = gathering.leader
    place = leader.place if leader.scope == "event" else totals.area_of(gathering, places)
    groups = {claim.group for claim in gathering.claims}
    scope, some = leader.scope, "some" if leader.partitive else None
    first = min(gathering.claims, key=_told_at)
    what = {
        "outcome": leader.outcome,
        "group": groups.pop() if len(groups) == 1 else "people",
        "side": leader.side,
        "scope": scope,
        "place_id": None if claims.is_unlisted(place or "") else place,
        "place": places.names.get(place)
        or next((claim.place_as_written for claim in gathering.claims if claim.place == place), None),
    }
    since, until, running = _dates(gathering, scope)
    if scope == "event":
        when = [leader.since or (spans.iso(first.published) if first.published else None), f"{first.value:.0f}"]
    elif scope == "conflict":
        when = ["since", since]
    elif scope == "stock":
        when = ["as-of", (first.until or "")[:4]]
    else:
        when = ["since", since[:7]] if running and since else [since, "to", until]
    unit = leader.unit if leader.unit != "people" else None
    what["tally_id"] = labels.identity(some, leader.outcome, what["group"], what["side"], unit, place, *when)
    what["since"], what["until"] = since, until
    what["label_dates"] = (since, None if running else until)
    what["unit"], what["partitive"] = leader.unit, leader.partitive
    return what


def _dates(gathering: Gathering, scope: str) -> tuple[str | None, str | None, bool]:
    """From when and until when the tally counts, and whether its total still ran on when it was published."""
    leader = gathering.leader
    if scope == "event":
        return leader.since, leader.until, False
    since = Counter(claim.since for claim in gathering.claims if claim.since)
    begins = min(since, key=lambda day: (-since[day], day)) if since else None
    running = scope == "period" and all(totals.runs_on(claim) for claim in gathering.claims)
    ends = max((claim.until for claim in gathering.claims if claim.until), default=None)
    return begins, ends, running and begins is not None


def _told_at(claim: claims.Claim) -> tuple:
    return claim.published or 0, claim.figures[0]


def _tallies(
    figures: pd.DataFrame,
    articles: pd.DataFrame,
    described: dict[str, dict],
    places: Hierarchy,
    homes: set[str],
    references: pd.DataFrame | None,
) -> pd.DataFrame:
    used = figures[figures["tally_id"].notna()]
    outlet = used["article_id"].map(articles.set_index("article_id")["outlet"])
    witness = used["article_id"].map(witnesses.first_tellings(articles))
    numbers = (
        used.assign(outlet=outlet, witness=witness, voice=witnesses.voices(used, articles))
        .groupby("tally_id")
        .agg(
            n_figures=("figure_id", "size"),
            n_articles=("witness", "nunique"),
            n_outlets=("outlet", "nunique"),
            n_voices=("voice", "nunique"),
            lowest=("value", "min"),
            highest=("value", "max"),
        )
    )
    sentences = used.groupby("tally_id")["sentence"].agg(list).to_dict()
    counts = divergence.counts_by_tally(used, articles, references)
    by_hand = used[~used["tally_id"].isin(described.keys())].drop_duplicates("tally_id")
    own = {row["tally_id"]: row for row in by_hand.to_dict("records")}
    rows = []
    for tally_id, number in zip(numbers.index, numbers.to_dict("records"), strict=True):
        what = described.get(tally_id) or _by_hand(own[tally_id], places)
        verdict = divergence.of_tally(*counts[tally_id])
        label = labels.label(
            *(what[field] for field in ("outcome", "group", "side", "unit", "scope", "place")),
            *what["label_dates"],
            sentences=[text for text in sentences[tally_id] if isinstance(text, str)],
            is_home=what["place_id"] in homes,
        )
        if what.get("partitive"):
            label = f"Some of the {label[:1].lower()}{label[1:]}"
        kept = {
            field: what[field] for field in ("outcome", "group", "side", "scope", "place_id", "place", "since", "until")
        }
        rows.append(
            {
                "tally_id": tally_id,
                "label": label if tally_id in described else f"{label} (set apart by hand)",
                **kept,
                **number,
                "ratio": verdict.ratio,
            }
            | {"verdict": verdict.verdict or None, "reason": verdict.reason}
        )
    table = tables.conform(pd.DataFrame(rows, columns=[*tables.SCHEMAS["tallies"]]), "tallies")
    return table.sort_values(["n_voices", "n_figures", "tally_id"], ascending=[False, False, True], ignore_index=True)


def _by_hand(figure: dict, places: Hierarchy) -> dict:
    """What a tally counts that a researcher made: what its first figure counts."""
    what = {field: None if pd.isna(value) else value for field, value in figure.items() if not isinstance(value, list)}
    what["place"] = places.names.get(what["place_id"], what["place"])
    what["label_dates"] = (what["since"], what["until"])
    return what


def _reason(figure: dict, tally: dict) -> str:
    """In words: the same outcome and group, and how place and time were matched."""
    return "; ".join([_matched_group(figure, tally), _matched_place(figure, tally), _matched_time(figure, tally)])


def _matched_group(figure: dict, tally: dict) -> str:
    matched = f"{figure['outcome']}, {figure['group']}"
    return matched if figure["group"] == tally["group"] else f"{matched} told among {tally['group']} of one event"


def _matched_place(figure: dict, tally: dict) -> str:
    if pd.isna(figure["place"]):
        return f"no place named, taken for {tally['place']}" if pd.notna(tally["place"]) else "no place named"
    if figure["place_id"] is not pd.NA and figure["place_id"] == tally["place_id"]:
        return f"in {tally['place']}"
    return f'"{figure["place"]}" taken for {tally["place"]}' if pd.notna(tally["place"]) else f"in {figure['place']}"


def _matched_time(figure: dict, tally: dict) -> str:
    if figure["scope"] == "stock":
        return "a state of that time"
    if pd.isna(figure["since"]):
        return (
            "no day named, taken from the date of publication" if figure["scope"] == "event" else "no beginning named"
        )
    if figure["scope"] == "event":
        return f"of {figure['since']}"
    return f"counted from {figure['since']}"
