"""A debrief held over stdin and stdout: as plain lines for people, pipes and screen readers, or as JSON Lines for
programs.
"""

from itertools import chain
from typing import Any

from coach.cli import output
from coach.cli.stdin_lines import lines_typed
from coach.conduct.debriefing import Talk
from coach.conduct.pending_write import Reply
from coach.dialogue import commands
from coach.domain.debrief_events import QuestionAsked
from coach.domain.record import as_json, record_of
from coach.phrases import Phrasebook


class JsonTalk:
    """Contract 4: started, then say and ask out, {"say": …} in, a record or open as the last line."""

    def hold(self, talk: Talk) -> None:
        """Holds the debrief until it is recorded, left, or the input ends."""
        output.json_line(
            {"type": "started", "id": talk.id, "language": talk.debrief.language, "step": talk.debrief.step}
        )
        if talk.debrief.recorded:
            self._record(talk)
            return
        caught_up = talk.think_again()
        self._show(caught_up or Reply(question=talk.debrief.question))
        for number, data in output.json_lines_in():
            if isinstance(data, output.LineError):
                data.tell(number)
                continue
            words = data.get("say")
            if not isinstance(words, str):
                output.LineError("not_text", field="say", value=words).tell(number)
                continue
            reply = talk.say(words)
            if reply.left:
                self._say(reply)
                break
            self._show(reply)
            if reply.done:
                self._record(talk)
                return
        output.json_line({"type": "open", "id": talk.id})

    def _show(self, reply: Reply) -> None:
        self._say(reply)
        if reply.question and not reply.done:
            output.json_line({"type": "ask", **_question(reply.question)})

    def _say(self, reply: Reply) -> None:
        for text in reply.notices:
            output.json_line({"type": "say", "text": text, "notice": True})
        for text in reply.said:
            output.json_line({"type": "say", "text": text})

    def _record(self, talk: Talk) -> None:
        output.json_line({"type": "record", "record": as_json(record_of(talk.debrief))})


def _question(question: QuestionAsked) -> dict[str, Any]:
    choices = [choice.model_dump() for choice in question.choices]
    return {"step": question.step, "asks": list(question.asks), "text": question.text, "choices": choices}


class PlainTalk:
    """One line a time, no cursor moves, choices numbered."""

    def __init__(self, book: Phrasebook) -> None:
        self._book = book

    def first_words(self, seed: int) -> str | None:
        """Asks the first question of a debrief with that `seed` and gives the answer, or None where nothing is said, or
        only asked what one can say: then there is nothing to open.
        """
        variants = self._book.entries["opening.first"]
        question = self._book.say("plain.coach", text=variants[seed % len(variants)])
        for text in (self._book.say("plain.hint"), question):
            output.line(text)
        for words in lines_typed():
            command = _command(words)
            if command == "quit":
                break
            if command == "help":
                for text in (self._book.say("help.text"), question):
                    output.line(text)
            elif words.strip():
                return words
        output.line("")
        output.line(self._book.say("plain.nothing_said"))
        return None

    def hold(self, talk: Talk, first: str | None = None) -> None:
        """Holds the debrief until it is recorded, left, or the input ends; `first` is what was said already."""
        if first is None:
            if not talk.debrief.recorded:
                output.line(talk.book.say("plain.hint"))
            self._show(talk, talk.think_again() or Reply(question=talk.debrief.question))
        if talk.debrief.recorded:
            output.line(talk.book.say("notice.finished", id=talk.id))
            return
        for words in chain([] if first is None else [first], lines_typed()):
            reply = talk.say(words)
            self._show(talk, reply)
            if reply.left or reply.done:
                return
        output.line("")
        output.line(talk.book.say("notice.leaving", id=talk.id))

    def _show(self, talk: Talk, reply: Reply) -> None:
        for text in reply.notices:
            output.line(text)
        for text in reply.said:
            output.line(talk.book.say("plain.coach", text=text))
        if reply.question and not (reply.done or reply.left):
            output.line(talk.book.say("plain.coach", text=reply.question.text))
            for choice in reply.question.choices:
                output.line(f"  {choice.key}  {choice.label}")


def _command(words: str) -> str | None:
    """The command that these first words are; None if they are none."""
    name = words.strip().removeprefix("/").casefold()
    return commands.resolve(name, "")[0] if words.strip().startswith("/") else None
