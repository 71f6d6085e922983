"""A day on which somebody comes back: "老板二十号左右才回". It is nobody's next step, and it may come after the last day of the class (R8, R14)."""

import re
from datetime import date

from coach.dialogue.step_answer import clause_of
from coach.domain.hearing import Heard, Hearing

_RETURNS = re.compile(
    r"才(?:能)?(?:回|到|在|有空)|回来|回國|回国|出差到|休假到|外地.{0,4}到|"
    r"\b(?:(?:is|['’]s|are|['’]re|comes?|gets?|only|not) (?:only )?back|back (?:on|in|from)|returns?|away (?:un)?til+|off (?:un)?til+|abroad (?:un)?til+|travel+ing (?:un)?til+)\b",
    re.I,
)
_NOBODY_ELSE = re.compile(
    r"我[^们們]{0,4}(?:才|回)|我回|[款货貨钱錢样樣]|合同|\b(?:money|payment|contract|paper\w*|goods|sample\w*|quote|part|parts)\b|\bi(?:['’]m| am|['’]ll| will)\b.{0,8}\bback\b",
    re.I,
)


def returning(text: str, hearing: Hearing) -> Heard | None:
    """The last day on which somebody else is back, with the clause that says so; None where none is told."""
    found = [(one, clause_of(text, one.quote)) for one in hearing.days]
    back = [(one, clause) for one, clause in found if _RETURNS.search(clause) and not _NOBODY_ELSE.search(clause)]
    return max((Heard(one.value, clause, 1.0) for one, clause in back), default=None, key=lambda one: date.fromisoformat(one.value))  # fmt: skip
