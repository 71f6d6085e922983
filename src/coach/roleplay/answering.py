"""The customer's replies to arguments, questions and asks, by two policies: one who may buy, and one who never will."""

from coach.roleplay import telling, wishes, worries
from coach.roleplay.scene import CustomerReply, Scene

_ASKS_BACK = ("", "whether", "either", "opinion", "favour")
"""Question forms by which a rep only checks whether something would do; relief is a sufficient answer."""


def may_buy(scene: Scene) -> CustomerReply | None:
    """The policy of an A, B or C."""
    guessed = _guessed(scene)
    progress = _eased(scene) + _met(scene)
    worries.listens(scene)
    if progress:
        scene.now.pushes = 0
        scene.now.idle = 0
    asks = "ask" in scene.reading.acts
    if asks:
        scene.count("asks")
    if asks and scene.ready:
        return scene.end("sign", "sign", "signed")
    fixed = _fix(scene, progress) if not scene.can_sign and _next(scene) else None
    if fixed:
        return fixed
    if progress:
        _relief(scene)
    if progress and not asks and (guessed or (not scene.reading.asked and scene.reading.form in _ASKS_BACK)):
        return scene.done("agree") if scene.said else None
    if not guessed and _is_asked(scene) and telling.tell(scene):
        scene.now.idle = 0
        return scene.done("answer")
    if asks:
        if not progress and worries.admits(scene):
            return scene.done("objection")
        if wishes.warms(scene) and scene.settled:
            return scene.done("answer")
        return _not_yet(scene, bool(progress))
    if progress:
        return scene.done("agree") if scene.said else None
    if worries.admits(scene):
        return scene.done("objection")
    if wishes.warms(scene):
        return scene.done("answer")
    return scene.done("answer") if scene.said else _unmoved(scene)


def never_buys(scene: Scene) -> CustomerReply | None:
    """The policy of a D: polite, then plain, then gone. Nothing makes him sign (R5, R20)."""
    acts = scene.reading.acts
    if "ask" in acts:
        scene.count("asks")
    pushing = bool(acts & {"ask", "concede", "value", "proof", "next"})
    if scene.reading.final and "no" in scene.mind.told and not pushing:
        return scene.done("refuse") if scene.say(scene.voice.pool("confirm")) else None
    if _is_asked(scene) and not (scene.now.refused and "ask" in acts) and (telling.tell(scene) or scene.said):
        return scene.done("answer")
    if scene.now.refused:
        if not pushing and scene.count("refused") >= 5:
            return scene.end("end_polite", "refuse", "refused")
        return scene.done("refuse") if scene.say(scene.voice.pool("refuse")) else None
    if scene.now.asks >= 2 and "ask" in acts:
        return _says_no(scene)
    if "ask" not in acts and not pushing and scene.count("idle") <= 1:
        return scene.done("answer") if scene.say(scene.voice.pool("small_talk")) else None
    if "ask" not in acts and pushing and scene.count("idle") >= 5:
        return _says_no(scene)
    if scene.reading.gives and scene.say(scene.voice.pool("conceded")):
        return scene.done("objection")
    kind = scene.put_off()
    return scene.done(kind) if kind else None


def _says_no(scene: Scene) -> CustomerReply | None:
    """His first no, to a rep who never asked for it."""
    scene.count("refused")
    return scene.done("refuse") if scene.say(scene.voice.pool("first_no")) else None


def _is_asked(scene: Scene) -> bool:
    reading, acts = scene.reading, scene.reading.acts
    if acts & {"ask", "concede"} and "discover" not in acts and not reading.asked:
        return False
    guesses = reading.names_no and reading.tagged
    return reading.question or guesses or ("discover" in acts and "concede" not in acts)


def _guessed(scene: Scene) -> bool:
    """A worry that the rep asked about by name (for an easy customer, or one who dodged it before: only named) and
    answered in the same breath: the customer admits it, so that the answer counts.
    """
    reading, mind = scene.reading, scene.mind
    if not (reading.offers and reading.works) or reading.listing:
        return False
    lets_be_told = scene.level == "easy" and mind.turn
    fair = not reading.acts & {"concede", "pressure"}
    touched = (one for one in reading.touched if fair and (lets_be_told or one in mind.evaded))
    named = (*reading.probes, *touched)
    name = next((one for one in named if one in scene.active and one not in scene.mind.found), None)
    if name is None or (scene.mind.open is None and name not in scene.mind.evaded and scene.rules.evasions):
        return False
    if name not in reading.argued and set(reading.subjects) - {scene.scenario.worries[name].kind}:
        return False
    return worries.admit(scene, name, answered=True)


def _eased(scene: Scene) -> int:
    """Worries that were disclosed and are now answered on their merits."""
    reading, acts = scene.reading, scene.reading.acts
    count = 0
    if not reading.states:
        return 0
    for name in scene.now.found:
        if name in scene.now.eased:
            continue
        named = name in reading.worries
        meant = _is_meant(scene, name)
        argued = bool(acts & {"answer", "proof"}) or (named and "value" in acts) or _is_argued(scene, name, named)
        if argued and (named or meant):
            scene.add("eased", name)
            scene.now.patience = min(scene.max_patience, scene.now.patience + 1)
            if scene.now.open == name:
                scene.now.open = None
            count += 1
    return count


def _is_meant(scene: Scene, name: str) -> bool:
    """Whether a line that does not name the worry still refers to it: it has just been disclosed, and the line has no
    other subject, such as the price or an interest.
    """
    reading = scene.reading
    told = name == scene.now.open and (scene.level != "hard" or reading.points_back or reading.refers)
    voiced = set(scene.mind.voiced)
    wish = reading.guessed or (reading.benefits and set(reading.interests) & voiced)
    argues = reading.acts & {"answer", "proof"}
    of_a_wish = (set(reading.guessed) & voiced and not (argues and reading.vouches)) or (wish and not argues)
    other = of_a_wish or reading.subjects or set(reading.touched) - {name}
    return bool(told) and not (reading.listing or other or "concede" in reading.acts)


def _is_argued(scene: Scene, name: str, named: bool) -> bool:
    """Whether the line settles this worry though it was not recognized as an answer: it offers something about it, or
    follows its disclosure directly.
    """
    reading = scene.reading
    if name in reading.argued and (reading.offers or reading.acts & {"ask", "next", "value"}):
        return True
    if reading.mirrors and reading.question:
        return False
    return reading.offers and (named or not (reading.question or reading.acts <= {"concede", "give_in", "ask", "next"}))


def _met(scene: Scene) -> int:
    """Interests the customer stated that the rep's line ties value to, by benefit or by the customer's own words."""
    reading, acts = scene.reading, scene.reading.acts
    hit = [name for name in scene.mind.voiced if name in (*reading.interests, *reading.echoed)]
    if not hit and reading.points_back and "value" in acts:
        hit = list(scene.mind.voiced[-1:])
    echoes_need = reading.echoes_need and "need" in scene.mind.told and not reading.mirrors
    if not hit and echoes_need and (reading.benefits or "value" in acts):
        hit = list(scene.mind.voiced[:1])
    echoed = not reading.mirrors and bool(set(hit) & set(reading.echoed))
    gains = (reading.benefits or reading.points_back) and bool(set(hit) & set(reading.stated))
    tied = (gains or echoed) and reading.states and not reading.listing
    closing = "ask" in acts and reading.states and not reading.mirrors and set(hit) & set(reading.guessed)
    spoken = "value" in acts or closing or (tied and not acts <= {"concede", "give_in", "pressure"})
    if not (spoken and hit):
        return 0
    new = [name for name in hit if name not in scene.mind.met]
    for name in new:
        scene.add("met", name)
    return len(new)


def _relief(scene: Scene) -> None:
    eased = [name for name in scene.now.eased if name not in scene.mind.eased]
    if eased:
        scene.say(scene.voice.pool("eased"))
        scene.say(scene.voice.own(f"eased.{eased[0]}", scene.tongue.worries[eased[0]].eased))
    else:
        scene.say(scene.voice.pool("met"))


def _next(scene: Scene) -> bool:
    reading = scene.reading
    if reading.dated and (reading.decider or _day_was_asked(scene)):
        return True
    return "next" in reading.acts or (reading.meets and reading.decider)


def _day_was_asked(scene: Scene) -> bool:
    """Whether the customer has just asked on which day the rep would meet the decider."""
    return bool(scene.mind.used) and scene.mind.used[-1].startswith("customer.which_day")


def _fix(scene: Scene, progress: int) -> CustomerReply | None:
    """Reply of a B or C to a proposed next step: agreed if it has a date, leads to the decider, and the customer wants
    it himself; at level hard not while he doubts.
    """
    reading = scene.reading
    decider = reading.decider or _day_was_asked(scene)
    if not reading.dated:
        if progress and decider:
            _relief(scene)
        return scene.done("answer") if decider and scene.say(scene.voice.pool("which_day")) else None
    scene.now.dated = True
    scene.dated = ("date", "decider") if decider else ("date",)
    doubts = scene.level == "hard" and scene.mind.open and scene.mind.open not in scene.now.eased
    worked = (scene.now.met or scene.now.eased) and not doubts
    known = "authority" in scene.mind.told or reading.knows_decider or _day_was_asked(scene)
    if decider and known and worked:
        return scene.end("next_agreed", "agree", "next_fixed")
    if progress:
        return None
    if scene.reading.question and (scene.reading.asked or scene.now.open in scene.now.found):
        return None
    scene.count("pushes")
    return scene.done("put_off") if scene.say(scene.voice.pool("soft_date")) else None


def _not_yet(scene: Scene, progress: bool) -> CustomerReply | None:
    """Reply when asked to sign while something is still missing."""
    scene.count("pushes")
    if scene.settled and not scene.can_sign:
        return scene.done("put_off") if scene.say(scene.voice.pool("cannot_sign")) else None
    if scene.settled:
        return scene.done("objection") if scene.say(scene.voice.pool("not_worth")) else None
    if scene.unanswered:
        return _reminds(scene, scene.unanswered)
    if not scene.can_sign and scene.now.asks % 2 and not progress:
        return scene.done("put_off") if scene.say(scene.voice.pool("cannot_sign")) else None
    if scene.reading.gives:
        scene.say(scene.voice.pool("conceded"))
    kind = scene.put_off()
    return scene.done(kind) if kind else None


def _reminds(scene: Scene, name: str) -> CustomerReply | None:
    """Reply when the line ignores a disclosed worry: after some turns he repeats it in other words."""
    said = scene.say(scene.voice.pool("still_there"))
    if scene.mind.open != name:
        scene.now.open = name
        said = scene.say(scene.voice.own(f"worry.{name}", scene.tongue.worries[name].says)) or said
    return scene.done("objection") if said else None


def _unmoved(scene: Scene) -> CustomerReply | None:
    """Reply when nothing was asked and nothing was relevant."""
    acts = scene.reading.acts
    idle = scene.count("idle")
    if "next" in acts and scene.can_sign:
        scene.now.dated = True
        scene.dated = ("date",)
        return scene.done("put_off") if scene.say(scene.voice.pool("soft_date")) else None
    if scene.reading.gives:
        return scene.done("objection") if scene.say(scene.voice.pool("conceded")) else None
    if scene.ready or (scene.settled and not scene.can_sign):
        return scene.done("agree") if scene.say(scene.voice.pool("waiting")) else None
    if acts <= {"other"} and scene.reading.long:
        return scene.done("put_off") if scene.say(scene.voice.pool("bored")) else None
    if scene.unanswered:
        return _reminds(scene, scene.unanswered)
    if acts <= {"other"} and idle <= 1 and not scene.now.open:
        return scene.done("answer") if scene.say(scene.voice.pool("small_talk")) else None
    if scene.settled:
        return scene.done("answer") if scene.say(scene.voice.pool("lukewarm")) else None
    kind = scene.put_off()
    return scene.done(kind) if kind else None
