"""Extracts a next step mentioned within a report: what lies ahead, without the visit itself and without mere waiting."""

from coach.dialogue.absence import tells_return
from coach.dialogue.line_answer import tells_his_words
from coach.dialogue.step_answer import acts, announced, clauses_of, goes_on_about, is_no_day_for_it, waits
from coach.dialogue.visit_day import tells_of_it
from coach.domain.hearing import Heard


def step_words(told: str, days: tuple[Heard, ...]) -> str:
    """The words from the first clause with an action or a day to the last one; empty if nothing lies ahead."""
    whole = " ".join(told.split())
    clauses = clauses_of(whole)
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
