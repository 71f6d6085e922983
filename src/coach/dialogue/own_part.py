"""Extracts what the rep explicitly states about his own part in the last 20 minutes: that he asked, gave in, was never
put off; why he held back (R17, R18).

Complements the listener, which classifies statements on the customer.
"""

from dataclasses import replace
from typing import Literal

from coach.dialogue.clauses import clauses
from coach.dialogue.put_offs import quotes_put_off
from coach.domain.debrief import Debrief
from coach.domain.hearing import OWN_BLOCKERS, Heard, Hearing
from coach.patterns import Pattern

_SURE = 0.9
_ASKED = Pattern("own_part", "{asked}|{i_asked} {for_an_order}{at_the_visit}?")
_NOT_ASKED = Pattern("own_part", r"{beginning}?[\s,]*{did_not_ask}\b(?!{something_else})")
"""That he did not ask, without a reason after it; other things he did not ask about do not count."""
_NO_SIGNATURE = Pattern("own_part", "{not_for_the_signature}")
_LEFT_IT = Pattern("own_part", r"{left_it}\W*$")
"""That he left it, behind why: "he can't sign so I didn't"."""
_ASKED_BACK = Pattern("own_part", r"\W*{asked_back}\s*[?？]\s*{no_to_it}")
_LET_GO = Pattern("own_part", "{let_go}")
_NO_PUT_OFF = Pattern("own_part", "{no_put_off}")
_OF_OTHERS = Pattern("own_part", "{others}")
_FEAR = Pattern("own_part", r"{fear}|{afraid}.{0,40}?\b{harm}")
_COURAGE = Pattern("own_part", "{no_courage}")

_OWNED = Pattern("own_part", "{owned}")
"""Words for courage or fear, without which nobody has admitted either (R18)."""
_DENIES = Pattern("own_part", "{denial}")


def denies(text: str) -> bool:
    """Whether the rep denies lack of courage and fear, and admits neither beside it."""
    return any(map(_DENIES.search, clauses(text))) and reason(_DENIES.sub("", text)) is None


def with_own_part(d: Debrief, text: str, hearing: Hearing, held: bool | None = None) -> Hearing:
    """The hearing, overridden by what the rep explicitly states about his own part; `held` is whether he says that he
    tried again.
    """
    if d.signed or d.lost:
        return hearing
    facts = dict(hearing.facts)
    if _ASKED_BACK.match(text):
        facts["close_attempted"] = Heard("no", text, _SURE)
    for clause in clauses(text):
        if _ASKED.fullmatch(clause) and _open_or_of(facts.get("close_attempted"), clause):
            facts["close_attempted"] = Heard("yes", clause, _SURE)
        if (d.step == "unsigned" and _NOT_ASKED.match(clause)) or _NO_SIGNATURE.search(clause):
            facts.setdefault("close_attempted", Heard("no", clause, _SURE))
        if "close_attempted" in d.asks and _LEFT_IT.search(clause):
            facts.setdefault("close_attempted", Heard("no", clause, _SURE))
        if d.step in ("unsigned", "push") and _LET_GO.search(clause):
            facts.setdefault("gave_in", Heard("yes", clause, _SURE))
    if held and "gave_in" in facts:
        facts["gave_in"] = facts["gave_in"]._replace(value="no")
    if not_put_off(text):
        facts.pop("gave_in", None)
    return replace(hearing, facts=facts, blockers=_with_put_off(text, _with_reason(text, hearing.blockers)))


def lets_go(clause: str) -> bool:
    """Whether a clause is the rep's "all right then"."""
    return _LET_GO.search(clause) is not None


def _open_or_of(heard: Heard | None, clause: str) -> bool:
    """Whether nothing was heard yet, or nothing but in this clause, which tells it outright."""
    return heard is None or heard.quote in clause


def not_put_off(text: str) -> bool:
    """Whether the rep says that the customer did not put him off at all."""
    return any(_NO_PUT_OFF.search(clause) for clause in clauses(text))


def _with_put_off(text: str, heard: tuple[Heard, ...]) -> tuple[Heard, ...]:
    """The reasons with the put-off that the rep quotes, where none was heard (R13)."""
    told = next((clause for clause in clauses(text) if quotes_put_off(clause)), "")
    if not told or any(one.value == "customer_thinking" for one in heard):
        return heard
    return (*heard, Heard("customer_thinking", told, _SURE))


def reason(text: str) -> tuple[Literal["no_courage", "fear_impression"], str] | None:
    """Which of R18's two reasons the rep admits, and the clause; fear outweighs courage, since it implies its lack."""
    own = [clause for clause in clauses(text) if not _OF_OTHERS.search(clause)]
    fear = next((clause for clause in own if _FEAR.search(clause)), None)
    if fear:
        return "fear_impression", fear
    nerve = next((clause for clause in own if _COURAGE.search(clause)), None)
    return ("no_courage", nerve) if nerve else None


def _with_reason(text: str, heard: tuple[Heard, ...]) -> tuple[Heard, ...]:
    others = tuple(one for one in heard if one.value not in OWN_BLOCKERS)
    told = reason(text)
    if told is None:
        owns = any(_OWNED.search(clause) and not _OF_OTHERS.search(clause) for clause in clauses(text))
        owned = tuple(one for one in heard if one.value in OWN_BLOCKERS) if owns and not denies(text) else ()
        return (*others, *owned)
    return (*others, Heard(*told, _SURE))
