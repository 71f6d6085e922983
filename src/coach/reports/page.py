"""The report as one HTML page without scripts and external resources."""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from coach.domain.cleaning import clean
from coach.locations import assets
from coach.phrases import Phrasebook
from coach.reports.cases import Case
from coach.reports.ledger import Ledger
from coach.reports.ledger_words import class_table, findings
from coach.reports.plots import reliability, strips


def page(cases: Sequence[Case], ledger: Ledger | None, book: Phrasebook, today: str, masked: bool = False) -> str:
    """The page: the ledger with its plots if given, then the debriefs.

    Its Content-Security-Policy forbids scripts and external resources.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    folder = assets() / "reports"
    style = (folder / "report.css").read_text("utf-8")
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, finalize=_cleaned
    )
    return environment.get_template("report.html").render(
        language="zh-Hans" if book.language == "zh" else "en",
        t=book.say,
        style=Markup(style),  # noqa: S704 - our own file; the policy names its hash
        style_hash=Markup(b64encode(sha256(style.encode()).digest()).decode()),  # noqa: S704
        today=today,
        masked=masked,
        cases=cases,
        ledger=ledger,
        findings=tuple(findings(ledger, book)) if ledger else (),
        table=class_table(ledger, book) if ledger else (),
        strips=strips(ledger.classes["claimed"]) if ledger else (),
        points=reliability(ledger.claim) if ledger else (),
    )


def _cleaned(value: Any) -> Any:
    from markupsafe import Markup

    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value
