"""Review actions: comment on a line, overrule the verdict, ask the rep, answer."""

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING

from coach.domain.debrief import spelt_out
from coach.domain.facts import CLASSES
from coach.domain.rulebook import in_short
from coach.terminal.screens.talk_view import TalkView

if TYPE_CHECKING:
    from coach.conduct.desk import Casefile
    from coach.conduct.reviewing import Reviewing
    from coach.domain.review import Review


class Remarking(TalkView):
    """Ctrl+K comments, Ctrl+D overrules, Ctrl+A asks the rep, or answers a request to oneself."""

    BINDINGS = [  # noqa: RUF012 - Textual's shape
        ("ctrl+k", "comment", ""),
        ("ctrl+d", "overrule", ""),
        ("ctrl+a", "ask_rep", ""),
    ]
    _about: str
    _case: "Casefile | None"

    @property
    @abstractmethod
    def line(self) -> int | None:
        """The selected line of the talk, 1 = the first."""

    @abstractmethod
    def show_case(self, case: "Casefile") -> None:
        """Shows the current debrief."""

    def action_comment(self) -> None:
        """Comments on the selected line, or on the whole."""
        line = self.line
        if self._case is None:
            return
        said = self._case.record.transcript[line - 1] if line else None
        about = spelt_out(said.text, said.chosen) if said else self.book.say("screen.remarking.whole")
        key = "comment_line" if line else "comment"
        self._have_written(
            key, about, lambda text: self._do("comment", lambda r: r.comment(self._about, text, line)), line or 0
        )

    def action_overrule(self) -> None:
        """Overrules the verdict with a reason; the verdict stays visible."""
        from coach.terminal.screens.picking import Picking

        if self._case is None:
            return
        if not self._case.record.complete:
            self.tell(self.book.say("review.wrong_unrecorded"))
            return
        b = self.book
        ruled, over = self._case.summary.verdict_class, self._case.review.overruled
        names = [name for name in CLASSES if name != "A" or not self._case.overdue]
        values = [(name, b.say("screen.board.class", customer_class=name)) for name in names]
        shown = in_short(ruled or b.say("screen.inbox.no_class"), run_out=self._case.overdue > 0, overruled=over)
        title, stands = b.say("screen.remarking.overrule", stands=shown), over or ruled
        box = Picking(title, b.say("screen.picking.foot"), values, stands)
        self.app.push_screen(box, lambda picked: self._overrule(picked) if picked and picked != stands else None)

    def action_ask_rep(self) -> None:
        """Sends the rep a request; answers if the viewer himself was asked."""
        if self._case is None:
            return
        if self._case.own and self._case.review.open_requests:
            self.action_answer()
        else:
            asked = self._case.record.rep
            self._have_written(
                "ask",
                self.book.say("screen.remarking.stands"),
                lambda text: self._do("ask", lambda r: r.ask(self._about, text)),
                rep=asked,
            )

    def action_answer(self) -> None:
        """Answers the oldest request."""
        if self._case is None or not self._case.review.open_requests:
            return
        first = self._case.review.open_requests[0]
        about = self.book.say("inbox.asked", by=first.by, text=first.text)
        self._have_written(
            "answer", about, lambda text: self._do("answer", lambda r: r.answer(self._about, text, first))
        )

    def _overrule(self, picked: str) -> None:
        about = self.book.say("screen.board.class", customer_class=picked)
        self._have_written(
            "reason", about, lambda text: self._do("overrule", lambda r: r.overrule(self._about, picked, text))
        )

    def _have_written(self, key: str, about: str, then: Callable[[str], None], line: int = 0, rep: str = "") -> None:
        from coach.terminal.screens.writing import Writing

        b = self.book
        title = b.say(f"screen.remarking.{key}", line=line, rep=rep)
        box = Writing(title, b.say("screen.case.enter"), about, b.say("screen.remarking.placeholder"))
        self.app.push_screen(box, lambda text: then(text) if text else None)

    def _do(self, done: str, deed: "Callable[[Reviewing], Review]") -> None:
        self.in_background(self._done, done, deed)

    async def _done(self, done: str, deed: "Callable[[Reviewing], Review]") -> None:
        await self.ask(lambda desk: deed(desk.reading().reviewing))
        self.show_case(await self.ask(lambda desk: desk.case(self._about)))
        self.tell(self.book.say(f"review.done_{done}"))
