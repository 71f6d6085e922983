"""What full-text search finds: debriefs with the matching lines."""

from typing import NamedTuple


class HitLine(NamedTuple):
    """A matching line. `who`: `rep`, `coach`, or the author of a remark; `number`: its place in the transcript from 1,
    0 for a remark.
    """

    who: str
    text: str
    number: int
    spans: tuple[tuple[int, int], ...]


class Hit(NamedTuple):
    """A debrief that matches.

    `due`: the last day of its class's term, if nothing has come of it yet; `overruled`: the class a reviewer put over the
    verdict; `lines`: the matching lines, the rep's before the coach's, oldest first; `remarks`: the match is in a review.
    """

    id: str
    owner: str
    customer: str
    opened: str
    verdict_class: str | None
    due: str | None
    overruled: str | None
    lines: tuple[HitLine, ...]
    remarks: bool

    @property
    def by_person(self) -> bool:
        """Whether a person said it, rather than only the coach."""
        return self.remarks or any(line.who != "coach" for line in self.lines)
