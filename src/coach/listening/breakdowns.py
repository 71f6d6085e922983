"""What broke is a thing: "chair broke" tells of a need, and not of an empty purse."""

from dataclasses import replace

from coach.domain.hearing import Hearing
from coach.patterns import expression

_BROKE = expression("money", "{broke}")
_NO_MONEY = expression("money", "{is_broke}")


def with_breakdown(hearing: Hearing) -> Hearing:
    """The hearing with the need, where a thing that broke was taken for a customer without money."""
    told = hearing.facts.get("power")
    if told is None or told.value != "no" or not _BROKE.search(told.quote) or _NO_MONEY.search(told.quote):
        return hearing
    facts = {key: heard for key, heard in hearing.facts.items() if key != "power"}
    return replace(hearing, facts={"need": told._replace(value="yes"), **facts})
