"""Comparison of the rep's own class with his report: if they disagree, both are presented and he decides (R12, R15)."""

from coach.dialogue.wording import in_words
from coach.domain.debrief import Debrief
from coach.domain.facts import FACTS, rank_of
from coach.phrases import Line


def agrees(d: Debrief) -> bool:
    """Whether the rep's own class equals the one the rules give for his report; true if he gave none."""
    return d.standing.customer_class in (None, d.ruling.customer_class)


def other_side(d: Debrief) -> Line | None:
    """The evidence for another class than the rep's own; None if there is none, or too little is known."""
    claimed, ruling = d.standing.customer_class, d.ruling
    reach = ruling.customer_class or (ruling.pending if claimed != "D" else None)
    if claimed is None or reach in (None, claimed):
        return None
    if reach == "D":
        sign = next(name for name in FACTS if d.facts[name].value == "no")
        return Line(f"side.{sign}", {"words": in_words(d.facts[sign].words)})
    if claimed == "D":
        return Line("side.no_sign", {"reach": reach})
    if claimed == d.expired == "A":
        return Line("side.ran_out")
    authority = d.facts["authority"]
    return Line(f"side.{rank_of(authority.approvals or 0)}", {"words": in_words(authority.words)})
