"""What is heard about the reasons for not signing is worth: a reason, another one than was heard, or none (R13)."""

from collections.abc import Iterator

from coach.dialogue.admitting import not_known
from coach.dialogue.clauses import clauses
from coach.dialogue.own_part import lets_go
from coach.dialogue.rank_heard import about_approval, has_no_say
from coach.dialogue.steps import REPORTING
from coach.domain.debrief import Debrief
from coach.domain.facts import FACTS, FactName
from coach.domain.hearing import Heard, Hearing
from coach.patterns import Pattern

_WHEREABOUTS = Pattern("blockers_heard", "{whereabouts}")
"""Where somebody is just now."""
_DENIES: dict[str, FactName] = {"no_need": "need", "no_budget": "power"}
"""The fact that a reason for not signing denies."""
_FIRM = 0.8
"""Confidence below which a reason denies no fact that was told."""
_ABOUT_A_RIVAL = Pattern("blockers_heard", "{about_a_rival}")
_NO_WORRY = Pattern("blockers_heard", "{no_worry}")
_OWN_ROUND = Pattern("blockers_heard", r"\W*{own_round}\W*")
"""How many customers the rep himself went to see."""
_FAINT = 0.65
"""Confidence below which a rival needs words about one."""
_ANSWERS_LATER = Pattern("blockers_heard", "{answers_later}")
"""That the customer will answer later puts the rep off, and names no rival."""
_ONLY_UNSIGNED = Pattern("blockers_heard", r"\W*{only_unsigned}\W*")
"""That it is not signed, which is no reason why."""


def blockers_told(d: Debrief, hearing: Hearing) -> Iterator[Heard]:
    """The reasons that the words give."""
    for heard in hearing.blockers:
        if heard.value == "competitor" and _ANSWERS_LATER.search(heard.quote):
            yield heard._replace(value="customer_thinking")
        elif not (_ONLY_UNSIGNED.fullmatch(heard.quote) or _is_none(d, hearing, heard)):
            yield heard


def no_worry(text: str) -> bool:
    """Whether the words only say that the customer had no worry."""
    told = list(clauses(text))
    return bool(told) and all(map(_NO_WORRY.search, told))


def denies_alone(d: Debrief, reason: Heard) -> bool:
    """Whether a reason, that somebody has to be asked, speaks against "signs alone", so that the rep says which stands
    (R7, R15): not where he told that the one asked has no say.
    """
    alone = d.facts["authority"].value == "first" and d.step in REPORTING
    return alone and reason.value == "absent_decider" and not has_no_say(d, reason.quote)


def _is_none(d: Debrief, hearing: Hearing, heard: Heard) -> bool:
    if heard.value == "competitor":
        return _names_no_rival(heard) or (heard.confidence < _FIRM and _speaks_for_it(hearing, heard.quote))
    if heard.value == "absent_decider":
        if lets_go(heard.quote) and not about_approval(heard.quote):
            return True  # 我说好的马总等您消息: his own farewell
        money = hearing.facts.get("power")  # whose money it is says nobody was missing
        return heard.confidence < _FIRM and money is not None and money.value == "yes" and money.quote == heard.quote
    if heard.value == "other":
        return _speaks_for_it(hearing, heard.quote)
    denied = _DENIES.get(heard.value)  # a reason half heard does not speak against what was told plainly (R15)
    return denied is not None and d.facts[denied].value == "yes" and heard.confidence < _FIRM


def _names_no_rival(heard: Heard) -> bool:
    """Whether the words tell who else may quote as unknown (R14), or where somebody is, or faintly and of no rival at all."""
    faint = heard.confidence < _FAINT and not _ABOUT_A_RIVAL.search(heard.quote)
    own = _OWN_ROUND.fullmatch(heard.quote) is not None
    return faint or own or not_known(heard.quote) or _WHEREABOUTS.search(heard.quote) is not None


def _speaks_for_it(hearing: Hearing, quote: str) -> bool:
    """Whether the words are evidence for a fact, which stands in nobody's way."""
    return any(
        told.quote and told.quote in quote
        for name in FACTS
        if (told := hearing.facts.get(name)) and told.value in ("yes", "first")
    )
