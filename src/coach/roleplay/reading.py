"""What a rep's line touches in this scenario: which facts it asks about, which worry or interest it takes up. Generous on purpose; it judges nothing."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from coach.roleplay.echoes import answers_to, names, touches
from coach.roleplay.scenario import Scenario, ScenarioText
from coach.roleplay.topics import Topics, topics

ASKABLE = ("authority", "need", "power", "behind")
_FORMS = ("lock_in", "proof")
"""Kinds of worry whose words are those in which any promise is made: a contract, a guarantee."""
_NO_S = re.compile(r"\b(how|what|who|where|when|why|that|there|here)s\b")
_NO_T = re.compile(r"\b(do|does|did|is|are|was|were|have|has|would|could|should|ca|wo)nt\b")
_SENTENCE = re.compile(r"[^。！？?!；;\n]*[。！？?!；;\n]|[^。！？?!；;\n]+")
_CLAUSES = re.compile(r"[^.。！？?!；;\n]*[.。！？?!；;\n]+|[^.。！？?!；;\n]+")


@dataclass(frozen=True)
class Reading:
    """A rep's line as the customer takes it.

    `asked` of authority, need, power, behind; `probes` worries named in a question, `strangers` true where it names only
    worries that are none of his; `worries` and `interests` taken up in statements; `argued` the worries that a whole
    sentence of his, no question, is about; `touched` those of them in his own words; `guessed` the wishes named in his own words; `points_back`: "you told me"; `form` of the last question (count, when, who, whether,
    open, pardon, private, …), empty where there is none; `squarely` the facts asked in so many words; `foreign`: in a language he doesn't speak;
    `gives`: something is given; `vouches`: it is given only if the promise fails; `ultimatum`: now or never; `free`: something is given
    free of charge, and no guarantee; `echoed`: wishes whose own words come back in a statement that says more than they did;
    `subjects`: the kinds of worry that its statements are about; `discounts`: a lower price is named; `yields`: the customer is let off;
    `goodbye`: leave is taken in so many words; `sneers` and `abuses`: contempt for him, and worse.
    """

    acts: frozenset[str]
    empty: bool = False
    question: bool = False
    asked: tuple[str, ...] = ()
    probes: tuple[str, ...] = ()
    strangers: bool = False
    worries: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    points_back: bool = False
    offers: bool = False
    benefits: bool = False
    dated: bool = False
    decider: bool = False
    knows_decider: bool = False
    meets: bool = False
    thanks: bool = False
    parts: bool = False
    threatens: bool = False
    releases: bool = False
    short: bool = False
    plain_ask: bool = False
    states: bool = False
    listing: bool = False
    mirrors: bool = False
    long: bool = False
    argued: tuple[str, ...] = ()
    touched: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()
    form: str = ""
    squarely: tuple[str, ...] = ()
    foreign: bool = False
    gives: bool = False
    vouches: bool = False
    ultimatum: bool = False
    free: bool = False
    echoed: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    discounts: bool = False
    yields: bool = False
    goodbye: bool = False
    sneers: bool = False
    abuses: bool = False

    @property
    def works(self) -> bool:
        """Whether the line argues: value, proof or an answer."""
        return bool(self.acts & {"value", "proof", "answer"})

    @property
    def insults(self) -> bool:
        """Whether it is said to hurt (R20)."""
        return self.sneers or self.abuses

    @property
    def promises(self) -> bool:
        """Whether it says what he gains by it: a wish of his, a gain, and no leaflet."""
        named = self.guessed or (self.interests and not self.question)
        return bool(named) and self.benefits and self.states and not (self.listing or self.mirrors)

    @property
    def digs(self) -> bool:
        """Whether it is an open question about nothing in particular: "how so?"."""
        return self.form in ("open", "why") and not self.asked


def read(scenario: Scenario, language: str, text: str, acts: Iterable[str]) -> Reading:
    """Reads one line of the rep; `acts` come from the listener."""
    words, tongue = topics(language), scenario.text_in(language)
    plain = _with_apostrophes(text.casefold().replace("\u2019", "'"))
    if not re.search(r"\w", plain):
        return Reading(frozenset(), empty=True)
    if _is_foreign(plain, language):
        return Reading(frozenset({"other"}), foreign=True)
    asking, statements = _split(plain, language, words)
    put = _put(scenario, language, asking)
    plainly = bool(words.sense["ask"].search(plain)) and "authority" not in put.asked
    return replace(
        _sensed(put, words, plain, statements),
        acts=_with_ask(acts, put.asked) if plainly else frozenset(acts),
        worries=tuple(_touched_worries(scenario, tongue, words, plain, language)),
        interests=tuple(_touched_interests(scenario, tongue, words, plain, language)),
        decider=bool(words.sense["decider"].search(plain) or names(tongue.decider, plain, language)),
        knows_decider=names(tongue.decider, plain, language),
        short=len(plain) <= 12 if language == "zh" else len(plain.split()) <= 4,
        plain_ask=plainly,
        listing=_is_listing(plain, language),
        long=_is_long(plain, language),
        argued=_argued(scenario, language, statements),
        touched=_argued(scenario, language, statements, in_his_words=True),
        guessed=tuple(
            name for name, one in tongue.interests.items() if touches(one.words, one.says, statements, language)
        ),
        echoed=tuple(name for name, one in tongue.interests.items() if answers_to(one.says, statements, language)),
    )


def _sensed(reading: Reading, words: Topics, plain: str, statements: str) -> Reading:
    """What is in a line whatever the scenario is."""
    sense = words.sense
    return replace(
        reading,
        points_back=bool(sense["back"].search(plain)),
        offers=bool(sense["offer"].search(statements)),
        benefits=bool(sense["benefit"].search(plain)),
        dated=bool(sense["date"].search(plain)),
        meets=bool(sense["meet"].search(plain)),
        thanks=bool(sense["thanks"].search(plain)),
        releases=bool(sense["release"].search(plain)),
        states=bool(statements.strip()),
        mirrors=bool(sense["mirror"].search(plain)),
        parts=bool(sense["farewell"].search(statements)),
        threatens=bool(sense["threat"].search(plain)),
        gives=bool(sense["gift"].search(plain)),
        ultimatum=bool(sense["ultimatum"].search(plain)),
        vouches=bool(sense["guarantee"].search(plain)),
        subjects=tuple(kind for kind, about in words.worry.items() if kind not in _FORMS and about.search(statements)),
        discounts=bool(sense["discount"].search(plain)),
        yields=bool(sense["yields"].search(statements)),
        goodbye=bool(sense["goodbye"].search(statements)),
        sneers=bool(sense["sneer"].search(plain)),
        abuses=bool(sense["abuse"].search(plain)),
        free=bool(sense["free"].search(plain)) and not sense["guarantee"].search(plain),
    )


def _put(scenario: Scenario, language: str, asking: Sequence[str]) -> Reading:
    """What the questions of a line ask for."""
    words, tongue, questions = topics(language), scenario.text_in(language), " ".join(asking)
    if not questions:
        return Reading(frozenset())
    kinds = {kind for kind, pattern in words.worry.items() if pattern.search(questions)}
    probes = tuple(_named_worries(scenario, tongue, words, questions, language))
    trade = " ".join((tongue.title, tongue.briefing, *tongue.need)).casefold()
    form = words.form_of(asking[-1], lambda word: word in trade)
    asked = tuple(name for name in ASKABLE if words.ask[name].search(questions))
    asked = tuple(name for name in asked if form != "others" or name not in ("need", "behind"))
    return Reading(
        frozenset(),
        question=True,
        asked=asked,
        probes=probes,
        strangers=bool(kinds) and not kinds & {worry.kind for worry in scenario.worries.values()} and not probes,
        form=form,
        squarely=tuple(name for name in asked if name in words.square and words.square[name].search(questions)),
    )


def _with_ask(acts: Iterable[str], asked: Sequence[str]) -> frozenset[str]:
    """A plain "sign?" is an ask, and no question of its own."""
    return frozenset(acts) - ({"other"} if asked else {"other", "discover"}) | {"ask"}


def _split(plain: str, language: str, words: Topics) -> tuple[list[str], str]:
    """The questions, and what is said beside them. "If I can do this, is it you who decides?" is both."""
    pieces = (_SENTENCE if language == "zh" else _CLAUSES).findall(plain)
    asking: list[str] = []
    saying: list[str] = []
    for whole in map(str.strip, pieces):
        if condition := words.sense["condition"].match(whole):
            saying.append(condition.group(0))
        piece = whole[condition.end() :] if condition else whole
        body = words.sense["tag"].sub("", piece)
        if words.sense["proposal"].search(piece) or (body != piece and not words.sense["question"].search(body)):
            saying.append(body)
        elif words.sense["question"].search(piece) and not _is_offer(piece, language, words):
            asking.append(piece)
        else:
            saying.append(piece)
    return asking, " ".join(saying)


def _is_offer(piece: str, language: str, words: Topics) -> bool:
    """Whether a Chinese sentence with a question word in it offers something: "whoever…, we give…", with a full stop."""
    return language == "zh" and len(piece) > 15 and piece[-1] in "。！" and bool(words.sense["offer"].search(piece))


def _touched_worries(
    scenario: Scenario, tongue: ScenarioText, words: Topics, text: str, language: str
) -> Iterable[str]:
    for name, worry in scenario.worries.items():
        own, pattern = tongue.worries[name], words.worry.get(worry.kind)
        if (pattern and pattern.search(text)) or touches(own.words, (*own.says, *own.more), text, language):
            yield name


def _named_worries(scenario: Scenario, tongue: ScenarioText, words: Topics, text: str, language: str) -> Iterable[str]:
    for name, worry in scenario.worries.items():
        pattern = words.worry.get(worry.kind)
        if (pattern and pattern.search(text)) or names(tongue.worries[name].words, text, language):
            yield name


def _touched_interests(
    scenario: Scenario, tongue: ScenarioText, words: Topics, text: str, language: str
) -> Iterable[str]:
    for name, interest in scenario.interests.items():
        own, pattern = tongue.interests[name], words.interest.get(interest.kind)
        if (pattern and pattern.search(text)) or touches(own.words, own.says, text, language):
            yield name


def _argued(scenario: Scenario, language: str, statements: str, in_his_words: bool = False) -> tuple[str, ...]:
    if not _is_said(statements, language):
        return ()
    own = scenario.text_in(language).worries
    if in_his_words:
        return tuple(name for name, one in own.items() if touches(one.words, one.says, statements, language))
    return tuple(_touched_worries(scenario, scenario.text_in(language), topics(language), statements, language))


def _with_apostrophes(plain: str) -> str:
    """English as typed in a hurry: "hows", "dont"."""
    return _NO_T.sub("\\1n't", _NO_S.sub("\\1's", plain))


def _is_said(statements: str, language: str) -> bool:
    return len(statements) > 9 if language == "zh" else len(statements.split()) > 6


def _is_listing(plain: str, language: str) -> bool:
    """Whether it is a leaflet read aloud: one short item after the other in a single breath."""
    if language == "zh":
        return any(sum(one.count(mark) for mark in "，、,") >= 6 for one in _SENTENCE.findall(plain))
    return any(one.count(" and ") + one.count(",") >= 5 for one in _CLAUSES.findall(plain))


def _is_long(plain: str, language: str) -> bool:
    return len(plain) > 90 if language == "zh" else len(plain.split()) > 50


def _is_foreign(plain: str, language: str) -> bool:
    """Whether it is said in the other language; a word or two of it is not."""
    chinese, latin = len(re.findall("[\u4e00-\u9fff]", plain)), len(re.findall(r"[a-z]{2,}", plain))
    return (not chinese and latin > 2) if language == "zh" else (chinese > 2 * latin and chinese > 1)
