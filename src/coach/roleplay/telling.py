"""What the customer discloses when asked: facts, interests, worries. Only what was asked for; disclosures are
remembered.
"""

from coach.domain.practice_events import ReplyKind
from coach.roleplay import wishes, worries
from coach.roleplay.asides import aside
from coach.roleplay.scenario import OBJECTIONS
from coach.roleplay.scene import Scene
from coach.roleplay.topics import BESIDE, DETAILS, NOT_OF_HIM, topics

_FACTS = ("authority", "need", "power")
_VAGUE = ("", "open", "whether", "why", "opinion")
"""Question forms to which relief is a sufficient answer."""
_FOR_A_DETAIL = (*NOT_OF_HIM, *DETAILS)
"""Forms that a wish of his is no answer to."""
_AT_ONCE = 2
"""The most facts that he tells in one breath, whatever he is asked."""


def tell(scene: Scene) -> bool:
    """Answers the questions of this turn; True if it disclosed something, False for an aside or if there is nothing to
    say.
    """
    before = len(scene.said)
    asked = [name for name in _FACTS if name in scene.reading.asked]
    waiting = scene.mind.open and scene.mind.open not in scene.mind.eased
    put_off = waiting or (scene.is_d and scene.mind.put_offs)
    into = scene.face in scene.reading.faces and bool(put_off) and scene.mind.open not in scene.mind.found
    behind = "behind" in scene.reading.asked and bool(put_off or set(asked) <= set(scene.mind.told) - {"need"})
    quoted = bool(waiting) and scene.is_quoted and not ("authority" in asked and _asks_who(scene))
    if quoted and scene.face == "people":
        asked = [name for name in asked if name != "authority"]
    objected = into and scene.face in OBJECTIONS and not set(asked) - {"need"}
    behind = behind or scene.reading.names_no or quoted or objected
    if behind and not put_off and _is_early(scene):
        asked, behind = ["need", *asked], False
    named = (behind or scene.reading.struck) and scene.reading.probes and "need" in scene.mind.told
    counts = scene.reading.form == "count" and "need" not in scene.mind.told
    feared = "need" in scene.mind.told and (scene.reading.of_a_worry or "behind" in scene.reading.squarely)
    if "need" in asked and ((behind and waiting and not counts) or named or feared or _is_beside(scene)):
        asked.remove("need")
        behind = behind or feared
    if behind or (waiting and worries.fresh(scene)):
        asked = [name for name in asked if name not in scene.mind.told]
    for name in sorted(asked, key=lambda one: one in scene.mind.told)[:_AT_ONCE]:
        _fact(scene, name)
    if scene.is_d:
        _tell_of_a_d(scene, asked, behind, bool(put_off))
    else:
        _tell_of_a_buyer(scene, asked, behind, bool(waiting))
    if len(scene.said) == before and into:
        scene.now.evaded = (*scene.mind.evaded, scene.mind.open or "no")
        return scene.evade()
    if len(scene.said) == before and not scene.reading.acts & {"ask", "next"}:
        if not before or scene.reading.form not in _VAGUE:
            aside(scene)
        return False
    return len(scene.said) > before


def _tell_of_a_d(scene: Scene, asked: list[str], behind: bool, put_off: bool) -> None:
    if behind and not put_off and "no" not in scene.mind.told and scene.holds_back("no"):
        scene.say(scene.voice.pool("nothing_yet"))
    elif behind or (put_off and not asked and _unnamed(scene)):
        _real_reason(scene)
    elif not asked and _unnamed(scene):
        _draws(scene)


def _tell_of_a_buyer(scene: Scene, asked: list[str], behind: bool, waiting: bool) -> None:
    reading = scene.reading
    of_others = reading.form in ("others", "who") and bool(reading.probes)
    to_a_worry = behind or waiting or ((reading.struck or of_others) and not asked)
    if to_a_worry and (of_others or reading.form not in NOT_OF_HIM) and worries.named(scene):
        return
    if behind and not waiting and reading.points_back and set(reading.interests) & set(scene.mind.voiced):
        scene.say(scene.voice.pool("confirm"))
    elif behind and (waiting or not asked):
        worries.behind(scene)
    elif not asked and _unnamed(scene) and (scene.mind.turn or reading.interests):
        worries.behind(scene) if waiting or scene.settled else _draws(scene)
    elif asked or reading.idle or reading.form in _FOR_A_DETAIL or reading.acts & {"ask", "next"}:
        return
    elif reading.interests:
        _draws(scene)


def _is_beside(scene: Scene) -> bool:
    """Whether the question asks for something other than its subject: when, who, how is the dog; or for a figure from
    one who has no need.
    """
    reading = scene.reading
    near = reading.interests and reading.form != "private"
    counted = reading.form == "count" and scene.scenario.need == "no"
    return counted or (reading.form in BESIDE and not near and "need" not in reading.squarely)


def _is_early(scene: Scene) -> bool:
    """Whether "why?" or "what is wrong?" can only mean his need: he has told nothing yet, and no worry was asked for."""
    reading = scene.reading
    return "need" not in scene.mind.told and not (reading.of_a_worry or reading.probes or reading.names_no)


def repeat(scene: Scene) -> ReplyKind | None:
    """Repeats his last statement in other words; None if there are none left."""
    last = scene.mind.used[-1].rpartition(":")[0] if scene.mind.used else ""
    if last and scene.say(scene.voice.again(last, scene.tongue)):
        face = last.split(".")[2] if last.startswith("customer.put_off.") else ""
        return "objection" if face in OBJECTIONS else "put_off" if face else "answer"
    return "answer" if scene.say(scene.voice.pool("aside.pardon")) else None


def _unnamed(scene: Scene) -> bool:
    reading = scene.reading
    return "discover" in reading.acts and reading.digs and "concede" not in reading.acts


def _fact(scene: Scene, name: str) -> None:
    if name in scene.mind.told:
        if name == "need" and scene.reading.form != "count":
            _ = wishes.more_of_it(scene) or wishes.voice(scene) or scene.say(scene.own(name, scene.tongue.need))
        elif not scene.said and name != "need":
            _told_before(scene, name)
        return
    lines = {"authority": scene.tongue.authority, "need": scene.tongue.need, "power": scene.tongue.power}[name]
    scene.say(scene.own(name, lines))
    scene.add("told", name)
    if name == "need":
        wishes.voice(scene)
    if scene.is_d and getattr(scene.scenario, name, "yes") == "no":
        scene.add("told", "no")
        scene.count("refused")


def _told_before(scene: Scene, name: str) -> None:
    """Asked again for a fact that he told: what he has no money or need for has no more to it; anything else he says
    that he said it.
    """
    form = scene.reading.form
    if scene.is_d and "no" in scene.mind.told and name in scene.mind.told and form in ("whether", "open"):
        scene.say(scene.voice.pool("that_is_it"))
    elif form in ("when", "duration") or (name == "authority" and _is_of_the_decider(scene)):
        return
    elif name in scene.reading.squarely or (
        name in ("authority", "power") and form in ("whether", "either", "who", "where")
    ):
        scene.say(scene.voice.pool("told_before"))


def _is_of_the_decider(scene: Scene) -> bool:
    """Whether the question is about somebody who decides, and not who that is."""
    reading = scene.reading
    return reading.form == "others" or (reading.knows_decider and not _asks_who(scene))


def _asks_who(scene: Scene) -> bool:
    """Whether it is asked in so many words who signs or decides."""
    return bool(topics(scene.language).square["authority"].search(scene.reading.questions))


def _draws(scene: Scene) -> None:
    """Reply to a general question: his interests, before anything else."""
    if "need" not in scene.now.told:
        _fact(scene, "need")
    elif not set(scene.reading.interests) & set(scene.mind.voiced):
        wishes.voice(scene)
    else:
        wishes.more_of_it(scene)


def _real_reason(scene: Scene) -> None:
    if "no" in scene.now.told:
        scene.say(scene.voice.pool("that_is_it"))
        return
    if scene.holds_back("no"):
        scene.evade()
        return
    scene.say(scene.own("no", scene.tongue.no))
    scene.add("told", "no")
    for name in ("need", "power"):
        if getattr(scene.scenario, name) == "no":
            scene.add("told", name)
    scene.count("refused")
