"""What a program that ended left behind: in the store, in other files, on the terminal, among the processes."""

import re
from pathlib import Path

from scripts.torture.terminal import Terminal
from scripts.torture.typing_rep import DEBRIEF, TypingRep

from coach.conduct.debriefing import Debriefing
from coach.conduct.practising import Practising
from coach.domain import history, practice
from coach.journal.doctor import doctor
from coach.journal.sqlite import SqliteJournal
from coach.terminal.wrapping import wrap
from coach.wiring import SystemClock, draw, listener

_NOTE = re.compile(rb"note\d+x|she liked|what matters most")


def on_the_terminal(terminal: Terminal) -> list[str]:
    """Modes left on, a traceback, a note in what scrolls back after the screen was given up, processes that live on."""
    faults = [f"modes left on: {terminal.modes_left_on}"] if terminal.modes_left_on else []
    if b"Traceback" in terminal.raw:
        faults.append("a traceback on the screen")
    before, _, rest = terminal.raw.partition(b"\x1b[?1049h")
    if _NOTE.search(before) or _NOTE.search(rest.rpartition(b"\x1b[?1049l")[2]):
        faults.append("words of a note in what scrolls back")
    return faults


def in_other_files(folder: Path) -> list[str]:
    """Notes in logs, crash reports or anything else that is not the store."""
    files = [file for file in folder.rglob("*") if file.is_file() and not file.name.startswith("coach.")]
    return [f"words of a note in {file.name}" for file in files if _NOTE.search(file.read_bytes())]


def in_the_store(path: Path, rep: TypingRep, due: str, painted: bool = True) -> list[str]:
    """Whether everything shown is kept, once and in order, what was typed long enough ago is kept too, and the talk
    goes on where it was.
    """
    if not path.exists():
        return ["no store"] if rep.shown or due else []
    faults = [f"doctor: {found.code}" for found in doctor(path) if found.severity == "error"]
    journal = SqliteJournal(path)
    try:
        streams = list(journal.streams())
        if not streams:
            return [*faults, *(["nothing kept"] if rep.shown or due else [])]
        stream = streams[-1]  # one before it was begun while the disk failed
        said = _said(journal, stream, rep.kind)
        draft = journal.draft(stream)
        if said[: len(rep.shown)] != rep.shown:
            faults.append(f"shown {rep.shown}, kept {said}")
        more = said[len(rep.shown) :]
        if more not in ([], [rep.sent]):
            faults.append(f"more kept than said: {more}")
        if not more and not draft.startswith(due):
            faults.append(f"half-typed {due!r}, kept {draft!r}")
        return faults + _goes_on(journal, stream, rep, quiet=painted and not more)
    finally:
        journal.close()


def _said(journal: SqliteJournal, stream: str, kind: str) -> list[str]:
    events = journal.read(stream)
    if kind == DEBRIEF:
        return [line.text for line in history.fold(stream, events).transcript if line.who == "rep"]
    state = practice.fold(stream, events)
    return [turn.rep for turn in state.exchanges] + ([state.waiting.text] if state.waiting else [])


def _goes_on(journal: SqliteJournal, stream: str, rep: TypingRep, quiet: bool) -> list[str]:
    """The question it goes on with; where nothing was kept that was not shown, it is the one that stood on the screen."""
    if rep.kind == DEBRIEF:
        talk = Debriefing(journal, listener(), SystemClock(), draw).resume(stream)
        talk.think_again()
        question = talk.debrief.question
        asked = question.text if question else ""
        if talk.debrief.recorded:
            return []
    else:
        rehearsal = Practising(journal, listener(), SystemClock(), draw).resume(journal.owner_of(stream) or "", stream)
        asked = (rehearsal.think_again() or rehearsal.greeting()).text
    if not asked:
        return ["it does not go on"]
    if quiet and rep.shown and not _was_shown(asked, rep.terminal):
        return [f"it goes on with another question than the one shown: {asked}"]
    return []


def _was_shown(text: str, terminal: Terminal) -> bool:
    """Whether the text stood on the screen, however it was wrapped there."""
    shown = _letters(terminal.shown)
    return any(all(_letters(line.encode()) in shown for line in wrap(text, width)) for width in range(30, 110))


def _letters(raw: bytes) -> bytes:
    return re.sub(rb"[^A-Za-z?]", b"", raw)
