"""Debriefs as Markdown, with all text from people escaped."""

import re
from collections.abc import Iterable, Iterator

from coach.phrases import Phrasebook
from coach.reports.cases import Case

_ACTIVE = re.compile(r"^([-+#=]|\d+[.)](?= ))|([\\`*_\[\]|<>~$&@]|:(?=//)|(?<=www)\.)", re.IGNORECASE)


def markdown(cases: Iterable[Case], book: Phrasebook) -> Iterator[str]:
    """The document, in pieces of one debrief."""
    yield f"# {escaped(book.say('report.title'))}\n\n"
    for case in cases:
        yield "\n".join(_lines(case, book)) + "\n\n"


def escaped(text: str) -> str:
    """The text on one line, with all characters escaped that Markdown or HTML interprets."""
    return _ACTIVE.sub(_literal, " ".join(text.split()))


def _lines(case: Case, book: Phrasebook) -> Iterator[str]:
    yield f"## {escaped(case.title)}\n\n{escaped(case.subtitle)}\n"
    for line in case.verdict:
        yield f"- {escaped(line)}"
    yield ""
    for fact in case.facts:
        quotes = " ".join(book.say("report.quote", text=quote) for quote in fact.quotes)
        yield f"- **{escaped(fact.name)}**: {escaped(fact.value)} {escaped(quotes)}".rstrip()
    yield ""
    for line in case.plan:
        yield f"- {escaped(line)}"
    if case.remarks:
        yield f"\n### {escaped(book.say('report.remarks'))}\n"
        yield from (f"- {escaped(line)}" for line in case.remarks)
    yield f"\n### {escaped(book.say('show.talk'))}\n"
    for number, (who, text) in enumerate(case.transcript, 1):
        said = book.say("report.said", who=book.say(f"search.who.{who}"), text=text)
        yield f"{number}. {escaped(said)}"


def _literal(match: re.Match[str]) -> str:
    sign = match.group()
    return f"{sign[:-1]}\\{sign[-1]}"
