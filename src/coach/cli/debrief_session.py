"""A whole debrief over stdin and stdout."""

from coach import phrases, wiring
from coach.cli import output
from coach.cli.debrief_io import JsonTalk, PlainTalk
from coach.ports import CoachError
from coach.settings import Settings


def hold(settings: Settings, voice: JsonTalk | PlainTalk, resume: str | None = None) -> None:
    """Holds a whole debrief over stdin and stdout."""
    book = phrases.load(settings.effective_language)
    with output.reporting_errors(book):
        service = wiring.debriefing(settings)
        if resume:
            talk = service.resume(resume, settings.rep_name)
        else:
            talk = service.open(
                settings.rep_name,
                settings.effective_language,
                today=settings.today,
                follow_language=settings.language is None,
            )
    try:
        voice.hold(talk)
    except CoachError as error:
        output.fail_with(talk.book, error)
    finally:
        talk.leave()
        service.journal.close()
