"""How well was heard: precision, recall and F1 per key, costly mistakes, calibration of the confidence."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from scripts.listener_training.sources import Item

from coach.domain.hearing import Hearing
from coach.ports import Listener

SINGLE = ("authority", "need", "power", "value", "close_attempted", "signed", "gave_in", "next_step", "next_date")
BINS = 10

Fact = tuple[str, str]


class Count(NamedTuple):
    """Claims that were right, claims that were wrong, facts that were missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of the claims that were right; 1 where nothing was claimed."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of the facts that were claimed; 1 where nothing was told."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def heard(ear: Listener, item: Item) -> dict[Fact, float]:
    """The facts claimed for an utterance, with confidence; keys in its `skip` left out."""
    hearing = ear.hear(
        item["text"], item["stage"], date.fromisoformat(item.get("today", "2026-11-23")), item.get("lang")
    )
    return {fact: sure for fact, sure in claimed(hearing).items() if fact[0] not in (item.get("skip") or ())}


def labelled(second: dict[str, Item], item: Item) -> dict[Fact, float]:
    """What another reader heard in the utterance, as claims without a doubt; keys in its `skip` left out."""
    return dict.fromkeys(told({**item, "gold": second[item["id"]]["gold"]}), 1.0)


def claimed(hearing: Hearing) -> dict[Fact, float]:
    """Every (key, value) of a hearing that the label guide knows, with its confidence."""
    facts = {(key, one.value): one.confidence for key, one in hearing.facts.items() if key in SINGLE}
    return facts | {("blockers", one.value): one.confidence for one in hearing.blockers}


def told(item: Item) -> set[Fact]:
    """Every (key, value) that an utterance tells; keys in its `skip` left out."""
    found: set[Fact] = set()
    for key, value in item["gold"].items():
        if key not in (item.get("skip") or ()):
            found |= {(key, one) for one in (value if isinstance(value, list) else [value])}
    return found


def counts(items: Sequence[Item], claims: Sequence[dict[Fact, float]]) -> dict[str, Count]:
    """For each key, and for `all`, what was right, wrong and missed."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for item, claim in zip(items, claims, strict=True):
        gold = told(item)
        for place, facts in enumerate((gold & claim.keys(), claim.keys() - gold, gold - claim.keys())):
            for key, _ in facts:
                found[key][place] += 1
                found["all"][place] += 1
    return {key: Count(*numbers) for key, numbers in found.items()}


def costly(item: Item, claim: dict[Fact, float]) -> bool:
    """Whether a no or a guess was heard as a yes, or somebody else taken for the one who decides."""
    gold = dict(told(item))
    wrong_yes = any((key, "yes") in claim and gold.get(key) in ("no", "unsure") for key in ("need", "power", "value"))
    return wrong_yes or (("authority", "first") in claim and gold.get("authority") in ("second", "third", "not_first"))


def calibration(items: Sequence[Item], claims: Sequence[dict[Fact, float]]) -> list[tuple[float, float, int]]:
    """For each tenth of the confidence that was used: mean confidence, share that was right, number of claims."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for item, claim in zip(items, claims, strict=True):
        gold = told(item)
        for fact, sure in claim.items():
            bins[min(int(sure * BINS), BINS - 1)].append((sure, fact in gold))
    return [
        (sum(sure for sure, _ in own) / len(own), sum(right for _, right in own) / len(own), len(own))
        for _, own in sorted(bins.items())
    ]


def table(title: str, items: Sequence[Item], claims: Sequence[dict[Fact, float]]) -> str:
    """All of it as a Markdown table with a few lines below."""
    found = counts(items, claims)
    lines = [
        f"### {title}: {len(items)} utterances",
        "",
        "| key | facts | precision | recall | F1 |",
        "|---|---|---|---|---|",
    ]
    for key in (*SINGLE, "blockers", "all"):
        one = found.get(key, Count())
        lines.append(f"| {key} | {one.right + one.missed} | {one.precision:.3f} | {one.recall:.3f} | {one.f1:.3f} |")
    share = sum(costly(item, claim) for item, claim in zip(items, claims, strict=True)) / len(items)
    lines += [
        "",
        f"Costly mistakes: {share:.2%} of the utterances.",
        "",
        "| confidence | right | claims |",
        "|---|---|---|",
    ]
    lines += [f"| {sure:.2f} | {right:.2f} | {number} |" for sure, right, number in calibration(items, claims)]
    return "\n".join(lines) + "\n"


def acts_table(items: Sequence[Item], claims: Sequence[set[str]]) -> str:
    """Precision, recall and F1 of each act and of all."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for item, claim in zip(items, claims, strict=True):
        skip = set(item.get("skip") or ())
        gold, own = set(item["gold"]) - skip, claim - skip
        for place, acts in enumerate((gold & own, own - gold, gold - own)):
            for act in acts:
                found[act][place] += 1
                found["all"][place] += 1
    lines = [f"### Acts: {len(items)} lines", "", "| act | lines | precision | recall | F1 |", "|---|---|---|---|---|"]
    for act in sorted(found, key=lambda name: (name == "all", name)):
        one = Count(*found[act])
        lines.append(f"| {act} | {one.right + one.missed} | {one.precision:.3f} | {one.recall:.3f} | {one.f1:.3f} |")
    return "\n".join(lines) + "\n"
