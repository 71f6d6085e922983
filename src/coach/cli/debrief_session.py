"""A whole debrief over stdin and stdout."""

from coach import phrases, wiring
from coach.cli import output
from coach.cli.debrief_io import JsonTalk, PlainTalk
from coach.conduct.debriefing import Debriefing, Talk
from coach.ports import CoachError
from coach.settings import Settings


def hold(settings: Settings, voice: JsonTalk | PlainTalk, resume: str | None = None, product: str = "") -> None:
    """Runs a new debrief about a `product`, or the one to `resume`, over stdin and stdout. Ends the program on errors."""
    book = phrases.load(settings.effective_language)
    with output.reporting_errors(book):
        service = wiring.debriefing(settings, wiring.open_journal(settings, create=not resume))
        seed, words = wiring.draw(1000), None
        if isinstance(voice, PlainTalk) and not resume and (words := voice.first_words(seed)) is None:
            service.journal.close()
            return
        talk = service.resume(resume, settings.rep_name) if resume else _opened(service, settings, seed, product)
    try:
        if isinstance(voice, PlainTalk):
            voice.hold(talk, words)
        else:
            voice.hold(talk)
    except CoachError as error:
        output.fail_with(talk.book, error)
    finally:
        talk.release()
        service.journal.close()


def _opened(service: Debriefing, settings: Settings, seed: int, product: str) -> Talk:
    return service.open(
        settings.rep_name,
        settings.effective_language,
        today=settings.today,
        follow_language=settings.language is None,
        seed=seed,
        product=product,
    )
