"""A store with hostile text in every field that people fill."""

from collections.abc import Sequence
from pathlib import Path

from coach.domain import debrief_events as e
from coach.domain import review_events as r
from coach.domain.history import fold
from coach.domain.ids import review_stream
from coach.domain.summarise import summarise
from coach.journal.sqlite import SqliteJournal
from tests.made_up import NOW, TODAY

HOSTILE = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "{{ 7*7 }}", "{% raw %}", "javascript:alert(1)",
    "[x](javascript:alert(1))", "![i](http://x.invalid/i.png)", "</li></ol><h1>", "=HYPERLINK(\"http://x\")", "=cmd|' /C calc'!A0", "@SUM(1)", "+1", "-1",
    "\t=1", "\r=1", " =1", "\u00a0=1", "\u3000＝1", "＋1", "－1", "＠x", "\"=1", "'=1", "\n=1", "\ufeff=1", "−1", "%0a=1", "|x",
    "\x1b[2J\x1b]0;t\x07", "a\x00b", "\u202egnp.exe", "\u200b=1", "\x9b31m", "[/]", "[@click=app.quit]x[/]", "{0} %s", "'; drop table events; --", "&lt;b&gt;", "# x", "- x", "1. x", "www.x.invalid", "http://x.invalid",
)  # fmt: skip


def hostile_store(path: Path, texts: Sequence[str]) -> SqliteJournal:
    """A debrief for each text, with the text in every field and in every remark."""
    opened = SqliteJournal(path)
    for n, bad in enumerate(texts):
        stream = f"d{n:011d}"
        events = [
            e.DebriefOpened(rep=bad, language="zh", today=TODAY, product=bad),
            e.CustomerNamed(customer=bad, contact=bad),
            e.RepSaid(text=bad),
            e.CoachSaid(line="x", variant=0, text=bad),
            e.FactHeard(fact="authority", value="first", quote=bad),
            *(e.FactHeard(fact=fact, value="yes", quote=bad) for fact in ("need", "power", "value")),
            e.ClaimMade(customer_class="A", confidence=80),
            e.VerdictGiven(customer_class="B", rules=("R2",), unknown=(), deadline=TODAY),
            e.VerdictDisputed(text=bad),
            e.NextLineKept(text=bad),
            e.NextStepPlanned(what=bad, who=bad),
            e.DebriefRecorded(),
            e.OutcomeRecorded(outcome="lost", on=TODAY, reason=bad),
        ]
        told = [e.Recorded(stream, k, NOW, event) for k, event in enumerate(events, 1)]
        opened.append(bad, stream, 0, events, NOW, summarise(fold(stream, told)))
        remarks = [
            r.Commented(text=bad, by=bad, line=1),
            r.Overruled(customer_class="D", reason=bad, by=bad),
            r.Asked(text=bad, by=bad),
            r.MarkedRead(by=bad),
        ]
        opened.append(bad, review_stream(stream), 0, remarks, NOW)
    return opened
