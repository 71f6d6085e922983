"""Export of debriefs: a table for spreadsheets, records as JSON, Markdown, or one HTML page to mail or print."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from coach.conduct.reviewing import review_in
from coach.domain.cleaning import clean, clean_data
from coach.domain.history import fold
from coach.domain.record import as_json, record_of
from coach.domain.review import with_outcome
from coach.domain.rulebook import expiry_of
from coach.domain.summary import ALL, Query, Summary
from coach.phrases import Phrasebook
from coach.ports import Journal
from coach.reports.cases import Case, case, review_data
from coach.reports.ledger import Ledger
from coach.reports.markdown import markdown
from coach.reports.masking import Mask
from coach.reports.page import page
from coach.reports.spreadsheet import table

COLUMNS = (
    "id", "owner", "opened", "language", "state", "customer", "contact", "visit_date", "product", "claimed_class",
    "claimed_confidence", "after_class", "after_confidence", "verdict_class", "rules", "unknown", "deadline", "signed",
    "close_attempted", "asked_times", "gave_in", "close_reason", "blockers", "disputed", "next_what", "next_date",
    "next_line", "outcome", "outcome_on", "outcome_reason", "again", "overdue", "now",
)  # fmt: skip
"""The columns of the table, with the same names in every language, so that formulas keep working. `overdue`: the term
has expired; `now`: what the class may be then (R8).
"""


class Exporting:
    """Exports a store piecewise.

    No document presents a class as valid whose term has expired by `today` (R8); with `masked`, names are replaced
    consistently.
    """

    def __init__(self, journal: Journal, book: Phrasebook, today: date, masked: bool = False) -> None:
        self._journal = journal
        self._book = book
        self._mask = _mask(book) if masked else None
        self._today = today

    def rows(
        self,
        *,
        owner: str | None = None,
        customer_class: str | None = None,
        product: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int = ALL,
    ) -> list[Summary]:
        """The recorded debriefs selected, latest first. Raises JournalError."""
        owners = None if owner is None else (owner,)
        wanted = Query(
            state="recorded",
            owners=owners,
            customer_class=customer_class,
            product=product,
            visited_between=(since, until),
        )
        return self._journal.summaries(wanted, limit)

    def table(self, rows: Iterable[Summary]) -> Iterator[str]:
        """CSV in UTF-8 with a byte order mark; no cell is evaluated as a formula."""
        yield from table(COLUMNS, (self._cells(row) for row in rows))

    def records(self, rows: Iterable[Summary]) -> Iterator[str]:
        """A JSON array of records that conform to the published schema, each with its `review`."""
        before = "[\n"
        for row in rows:
            record, review = self.data(row)
            yield before + json.dumps(clean_data({**record, "review": review}), ensure_ascii=False)
            before = ",\n"
        yield "[]\n" if before == "[\n" else "\n]\n"

    def markdown(self, rows: Iterable[Summary]) -> Iterator[str]:
        """Markdown with everything that people said escaped."""
        yield from map(clean, markdown((self.case(row) for row in rows), self._book))

    def page(self, rows: Iterable[Summary], ledger: Ledger | None) -> Iterator[str]:
        """One HTML page with the ledger's plots, without scripts and external resources."""
        today, masked = self._today.isoformat(), self._mask is not None
        yield page([self.case(row) for row in rows], ledger, self._book, today, masked)

    def case(self, row: Summary) -> Case:
        """A debrief prepared for printing."""
        return case(*self.data(row), self._book, run_out=expiry_of(row, self._today).overdue)

    def data(self, row: Summary) -> tuple[dict[str, Any], dict[str, Any]]:
        """Record and review of a debrief as plain data, masked if requested."""
        said = review_in(self._journal, row.id)
        debrief = with_outcome(fold(row.id, self._journal.read(row.id, 0, row.owner)), said)
        record: dict[str, Any] = as_json(record_of(debrief))
        review = review_data(said)
        if self._mask is None:
            return record, review
        masked = self._mask.record({**record, "review": review}, review["read_by"])
        readers = {self._mask.name("rep", name): at for name, at in review["read_by"].items()}
        return masked, {**masked.pop("review"), "read_by": readers}

    def _cells(self, row: Summary) -> list[object]:
        term = expiry_of(row, self._today)
        data: dict[str, object] = row._asdict() | {"overdue": int(term.overdue), "now": "/".join(term.options)}
        if self._mask is not None:
            masked = self._mask.record(
                {
                    "customer": row.customer,
                    "contact": row.contact,
                    "rep": row.owner,
                    **{name: data[name] for name in ("product", "next_what", "next_line", "outcome_reason")},
                }
            )
            data |= {**masked, "owner": masked["rep"]}
        return [data[name] for name in COLUMNS]


def _mask(book: Phrasebook) -> Mask:
    from coach.listening.person_names import is_common_word, names_in, short_name

    return Mask(book, names_in, is_common_word, short_name)
