"""A whole debrief over stdin and stdout."""

from coach import phrases, wiring
from coach.cli import output
from coach.cli.talks import JsonTalk, PlainTalk
from coach.conduct.debriefing import Debriefing, Talk
from coach.ports import CoachError
from coach.settings import Settings


def hold(settings: Settings, voice: JsonTalk | PlainTalk, resume: str | None = None) -> None:
    """Holds a whole debrief over stdin and stdout."""
    book = phrases.load(settings.spoken)
    try:
        desk = wiring.debriefing(settings)
        seed, words = wiring.draw(1000), None
        if isinstance(voice, PlainTalk) and not resume and (words := voice.first_words(seed)) is None:
            desk.journal.close()
            return
        talk = desk.resume(resume, settings.who) if resume else _opened(desk, settings, seed)
    except CoachError as wrong:
        output.journal_failed(book, wrong)
    try:
        if isinstance(voice, PlainTalk):
            voice.hold(talk, words)
        else:
            voice.hold(talk)
    except CoachError as wrong:
        output.journal_failed(talk.book, wrong)
    finally:
        talk.leave()
        desk.journal.close()


def _opened(desk: Debriefing, settings: Settings, seed: int) -> Talk:
    follows = settings.language is None
    return desk.open(settings.who, settings.spoken, today=settings.today, follow_language=follows, seed=seed)
