"""The reading of a rep's line in a scenario: which facts it asks about, which worry or interest it addresses. Favours
recall; it does not judge.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from coach.roleplay.echoes import answers_to, names, repeats
from coach.roleplay.likeness import CLEAR, LEAD, SIGN, likeness
from coach.roleplay.matters import Matters
from coach.roleplay.plain import is_few, is_foreign, is_listing, is_long, plain
from coach.roleplay.questions import checks, split
from coach.roleplay.reading import Reading
from coach.roleplay.scenario import Scenario, ScenarioText
from coach.roleplay.topics import DETAILS, Topics, topics

ASKABLE = ("authority", "need", "power", "behind")
_BESIDE = ("pardon", "odd", "advice", "identity", "favour", "wellbeing", "deciding", "bid")
"""Forms of a question that asks for nothing of his, whatever it is like."""
_SMALL_TALK = ("wellbeing", "private", "duration")


def read(scenario: Scenario, language: str, text: str, acts: Iterable[str], after: str = "") -> Reading:
    """Interprets one line of the rep, said `after` the customer's; `acts` come from the listener. To say his words again
    states nothing, unless to ask for the signature.
    """
    words, tongue, line = topics(language), scenario.text_in(language), plain(text, language)
    his = Matters(scenario, language)
    if nothing := _nothing(line, language, words):
        return nothing
    whole = text.casefold()
    asking, statements = split(line, language, words)
    if not words.sense["ask"].search(line) and repeats(after, statements, language):
        statements = ""
    put = _put(scenario, language, asking, statements, line)
    argued = his.argued(statements)
    signs = words.sense["ask"].search(line) or (put.plain_ask and not _is_dated(line, words))
    acts = frozenset(acts)
    plainly = bool(signs) and "authority" not in put.asked and ("ask" in acts or "behind" not in put.asked)
    return replace(
        _sensed(put, language, line, statements),
        acts=_with_ask(acts, put.asked) if plainly else acts,
        worries=his.worries(line),
        interests=his.wishes(line),
        decider=bool(words.sense["decider"].search(line)) or names(tongue.decider, whole, language),
        knows_decider=names(tongue.decider, whole, language),
        short=len(line) <= 12 if language == "zh" else len(line.split()) <= 4,
        plain_ask=plainly,
        listing=is_listing(line, language),
        long=is_long(line, language),
        argued=argued,
        names_no=his.says_no(line),
        subjects=his.subjects(statements),
        beyond_price=tuple(name for name in argued if scenario.worries[name].kind != "cost"),
        touched=his.touched(statements),
        stated=his.wishes(statements),
        guessed=his.guessed(statements),
        echoed=his.echoed(statements),
        echoes_need=answers_to(tongue.need, statements, language, figures=False),
    )


def _nothing(line: str, language: str, words: Topics) -> Reading | None:
    """The reading of a line that says nothing to him: silence, another language, orders to a machine."""
    if not re.search(r"\w", line):
        return Reading(frozenset(), empty=True)
    if is_foreign(line, language):
        return Reading(frozenset({"other"}), foreign=True)
    if words.sense["orders"].search(line):
        return Reading(frozenset({"other"}), question=True, questions=line, form="odd")
    return None


def _signs(asking: Sequence[str], line: str, language: str) -> bool:
    """Whether a question is like one for the signature, or the whole line is where its question is but a few words."""
    in_full = [line] if asking and is_few(asking[-1], language) else []
    return any(map(likeness(language).signs, (*asking, *in_full)))


def _is_dated(line: str, words: Topics) -> bool:
    """Whether it names a day or an hour that comes once."""
    return bool(words.sense["date"].search(words.sense["recurring"].sub("", line)))


def _sensed(reading: Reading, language: str, line: str, statements: str) -> Reading:
    """The features of a line that do not depend on the scenario."""
    words = topics(language)
    sense = words.sense
    reading = replace(reading, final=reading.question and bool(sense["finality"].search(line)))
    return replace(
        reading,
        presumes=bool(sense["presumption"].search(line)),
        flatters=bool(sense["flattery"].search(line)),
        apologises=bool(sense["apology"].search(line)),
        considers=bool(sense["considerate"].search(line)),
        tagged=bool(sense["confirm"].search(line)),
        overpromises=bool(sense["overpromise"].search(statements)),
        hails=bool(sense["hail"].search(line)),
        points_back=bool(sense["back"].search(line)),
        refers=bool(sense["reference"].search(statements)),
        offers=bool(sense["offer"].search(statements)),
        benefits=bool(sense["benefit"].search(line)),
        dated=_is_dated(line, words),
        meets=bool(sense["meet"].search(line)),
        thanks=bool(sense["thanks"].search(line)),
        states=bool(statements.strip()),
        mirrors=bool(sense["mirror"].search(line)) or checks(line, language, words),
        parts=bool(sense["farewell"].search(statements)),
        threatens=bool(sense["threat"].search(line) and not sense["apology"].search(line)),
        ultimatum=bool(sense["ultimatum"].search(line)),
        vouches=bool(sense["guarantee"].search(line)),
        discounts=bool(sense["discount"].search(line)),
        yields=bool(sense["yields"].search(statements)),
        goodbye=bool(sense["goodbye"].search(statements)),
        sneers=bool(sense["sneer"].search(line)),
        abuses=bool(sense["abuse"].search(line)),
        free=bool(sense["free"].search(line)) and not (reading.final or sense["guarantee"].search(line)),
    )


def _put(scenario: Scenario, language: str, asking: Sequence[str], statements: str, line: str) -> Reading:
    """What the questions of a line ask for; a few words ask for what the words before them name."""
    words, tongue, questions = topics(language), scenario.text_in(language), " ".join(asking)
    if not questions:
        return Reading(frozenset())
    his = Matters(scenario, language)
    form = _form(tongue, asking, language)
    signs = form not in DETAILS and _signs(asking, line, language)
    asks = words.sense["ask"].search(line) or signs
    of_before = (form == "others" or (form in ("open", "why") and is_few(asking[-1], language))) and not asks
    struck = his.touched(line) if of_before else his.struck(questions)
    probes = tuple(dict.fromkeys((*struck, *his.named(questions))))
    final = bool(words.sense["finality"].search(questions))
    lead = 2.5 * CLEAR if probes else CLEAR if final else LEAD
    asked, squarely = _topics(asking, words, language, lead, form in _BESIDE or signs)
    leans = is_few(asking[-1], language) and form in ("", "open", "whether")
    offers = bool(words.sense["offer"].search(statements))
    if leans and not (offers or asked or asks):
        asked, squarely = _topics([line], words, language, CLEAR, beside=False)
    would_do = leans and offers and len(asking) == 1
    unasked = {"need", "behind"} if form in ("others", "private") else {"need"} if final or would_do else set()
    asked = tuple(name for name in asked if name not in unasked)
    return Reading(
        frozenset(),
        question=True,
        questions=questions,
        idle=all(map(likeness(language).is_aside, asking)),
        asked=asked,
        plain_ask=signs,
        probes=probes,
        struck=struck,
        sought=his.guessed(questions),
        of_a_worry=bool(words.sense["concern"].search(questions)),
        of_ours=bool(words.sense["ours"].search(questions)),
        strangers=his.strangers(questions) and not probes,
        form=form,
        faces=tuple(face for face, about in words.face.items() if about.search(questions)),
        squarely=tuple(name for name in asked if name in squarely),
    )


def _form(tongue: ScenarioText, asking: Sequence[str], language: str) -> str:
    """The form of the last question, or of the small talk that a few words behind it go on with; one about the decider
    that does not speak to him is about somebody else, and no question very like one for his need is private.
    """
    words, last, questions = topics(language), asking[-1], " ".join(asking)
    wishes = (line for one in tongue.interests.values() for line in one.says)
    trade = " ".join((tongue.title, tongue.briefing, *tongue.greeting, *tongue.need, *wishes)).casefold()
    if names(tongue.decider, questions, language) and not words.sense["address_him"].search(questions):
        return "others"
    form = words.form_of(last, words.sense["joint"], lambda word: word in trade)
    of_a_wish = form == "others" and any(names(one.words, last, language) for one in tongue.interests.values())
    of_his_need = form == "private" and likeness(language).topic(questions, 2 * CLEAR) == "need"
    if form == "open" and len(asking) > 1 and is_few(last, language):
        before = _form(tongue, asking[:-1], language)
        return before if before in _SMALL_TALK else form
    return "open" if of_a_wish or of_his_need else form


def _topics(
    asking: Sequence[str], words: Topics, language: str, lead: float, beside: bool
) -> tuple[tuple[str, ...], set[str]]:
    """The topics the questions ask for, by patterns and by likeness, and those asked for in so many words."""
    questions, known = " ".join(asking), likeness(language)
    asked = tuple(name for name in ASKABLE if words.ask[name].search(questions))
    squarely = {name for name, pattern in words.square.items() if pattern.search(questions)}
    clear = known.clear(asking)
    if beside or (words.sense["ask"].search(questions) and not set(clear) - {SIGN}):
        return asked, squarely
    pieces = [piece for one in asking for piece in words.sense["joint"].split(one)]
    asked = known.asked(asking, pieces, asked, lead, squarely)
    return tuple(sorted(asked, key=ASKABLE.index)), squarely | {*clear}


def _with_ask(acts: Iterable[str], asked: Sequence[str]) -> frozenset[str]:
    """Treats a plain "sign?" as an ask rather than a question."""
    return frozenset(acts) - ({"other"} if asked else {"other", "discover"}) | {"ask"}
