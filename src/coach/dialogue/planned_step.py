"""Extracts a next step mentioned within a report: what lies ahead, without the visit itself and without mere waiting."""

from coach.dialogue.absence import tells_return
from coach.dialogue.line_answer import tells_his_words
from coach.dialogue.step_answer import (
    acts,
    announced,
    clauses_of,
    goes_on_about,
    happens_anyway,
    is_no_day_for_it,
    step_in,
    waits,
)
from coach.dialogue.visit_day import tells_of_it
from coach.domain.debrief import Debrief
from coach.domain.facts import FACTS
from coach.domain.hearing import Heard, Hearing


def step_told(d: Debrief, text: str, hearing: Hearing) -> tuple[str, Heard | None]:
    """The next step that an answer mentions, empty if there is none, and its day, which may also be told alone."""
    step, when = hearing.facts.get("next_step"), hearing.facts.get("next_date")
    if d.step == "plan":
        if "customer" not in d.asks:
            return "", None
        when = when or hearing.facts.get("some_date")  # tonight is a day for it as well
    if step and step.value == "yes":
        days = (*hearing.days, *([when] if when else ()))
        not_his = step.quote == d.away_quote or _only_tells(step, hearing) or _on_a_day(step, hearing)
        what = "" if not_his else step_in(step_words(step.quote, _ahead(d, days)))
    elif d.step == "forward" and d.about:
        what, when = _finding_out(d, text, hearing)
    else:
        what = announced(text) if d.step in ("unsigned", "push") else ""
    return ("", None) if happens_anyway(what) else (what, when)


def _ahead(d: Debrief, days: tuple[Heard, ...]) -> tuple[Heard, ...]:
    return tuple(one for one in days if one.value > d.day.isoformat())


def _only_tells(step: Heard, hearing: Hearing) -> bool:
    """Whether the words of a step state a fact about the customer and no action of the rep."""
    return not acts(step.quote) and any(
        hearing.facts[name].quote == step.quote for name in FACTS if name in hearing.facts
    )


def _on_a_day(step: Heard, hearing: Hearing) -> bool:
    """Whether the words of a step tell what happens on a day without the rep ("said the vote's on the 10th")."""
    dated = any(one.quote in step.quote for one in hearing.days)
    return dated and "next_date" not in hearing.facts and not acts(step.quote)


def _finding_out(d: Debrief, text: str, hearing: Hearing) -> tuple[str, Heard | None]:
    """The dated act by which the rep will find out what he only supposed, where that was asked for (R9)."""
    ahead = _ahead(d, hearing.days)
    words = step_words(text, ahead)
    when = next((one for one in ahead if one.quote.strip() in words), None)
    return (step_in(words), when) if when and acts(words) else ("", None)


def step_words(told: str, days: tuple[Heard, ...]) -> str:
    """The words from the first clause with an action or a day to the last one; empty if nothing lies ahead."""
    whole = " ".join(told.split())
    clauses = list(clauses_of(whole))
    quotes = {one.quote.strip(" ,.，。") for one in days}
    kept = [
        (clause, at)
        for n, (clause, at) in enumerate(clauses)
        if _lies_ahead(clause, quotes) and not (n and goes_on_about(clauses[n - 1][0], clause))
    ]
    return whole[kept[0][1] : kept[-1][1] + len(kept[-1][0])].strip(" .,，。;；") if kept else ""


def _lies_ahead(clause: str, quotes: set[str]) -> bool:
    dated = any((quote in clause or clause in quote) and not is_no_day_for_it(clause, quote) for quote in quotes)
    told_him = tells_his_words(clause) and not announced(clause)
    if tells_return(clause) and not acts(clause):
        return False
    return (dated or acts(clause)) and not (waits(clause) or tells_of_it(clause) or told_him)
