"""What the customer discloses when asked: facts, interests, worries. Only what was asked for; disclosures are
remembered.
"""

from coach.domain.practice_events import ReplyKind
from coach.roleplay.asides import aside
from coach.roleplay.scenario import OBJECTIONS
from coach.roleplay.scene import Scene
from coach.roleplay.topics import DETAILS

_FACTS = ("authority", "need", "power")
_BESIDE = (
    "deciding",
    "when",
    "duration",
    "who",
    "where",
    "favour",
    "wellbeing",
    "private",
    "odd",
    "others",
    "pardon",
    "advice",
    "identity",
)
"""Question forms that ask for something other than their subject."""
_VAGUE = ("", "open", "whether", "why", "opinion")
"""Question forms to which relief is a sufficient answer."""
_NOT_OF_HIM = ("private", "others", "favour", "wellbeing", "pardon", "advice", "identity", "odd")
"""Forms that ask nothing of him, whatever word of his is in them."""
_FOR_A_DETAIL = (*_NOT_OF_HIM, *DETAILS)
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
    put_off = waiting or (scene.is_d and any(one.startswith("customer.put_off.") for one in scene.mind.used))
    into = scene.face in scene.reading.faces and bool(put_off) and scene.mind.open not in scene.mind.found
    behind = "behind" in scene.reading.asked and bool(put_off or set(asked) <= set(scene.mind.told) - {"need"})
    behind = behind or (into and scene.face in OBJECTIONS and not asked)
    named = (behind or scene.reading.struck) and scene.reading.probes and "need" in scene.mind.told
    if "need" in asked and ((behind and waiting) or named or _is_beside(scene)):
        asked.remove("need")
    for name in sorted(asked, key=lambda one: one in scene.mind.told)[:_AT_ONCE]:
        _fact(scene, name)
    if scene.is_d:
        _tell_of_a_d(scene, asked, behind, bool(put_off))
    else:
        _tell_of_a_buyer(scene, asked, behind, bool(waiting))
    if len(scene.said) == before and into:
        scene.put("evaded", (*scene.mind.evaded, scene.mind.open))
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
    of_others = reading.form == "others" and bool(reading.probes)
    to_a_worry = behind or waiting or ((reading.struck or of_others) and not asked)
    if to_a_worry and (of_others or reading.form not in _NOT_OF_HIM) and _named(scene):
        return
    if behind and not waiting and reading.points_back and set(reading.interests) & set(scene.mind.voiced):
        scene.say(scene.voice.pool("confirm"))
    elif behind and (waiting or not asked):
        _behind(scene)
    elif not asked and _unnamed(scene) and (scene.mind.turn or reading.interests):
        _behind(scene) if waiting or scene.settled else _draws(scene)
    elif not asked and reading.interests and reading.form not in _FOR_A_DETAIL and not reading.acts & {"ask", "next"}:
        _draws(scene)


def _is_beside(scene: Scene) -> bool:
    """Whether the question asks for something other than its subject: when, who, how is the dog."""
    reading = scene.reading
    near = reading.interests and reading.form != "private"
    return reading.form in _BESIDE and not near and "need" not in reading.squarely


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
            _ = _same_wish(scene) or _second_interest(scene) or scene.say(scene.voice.own(name, scene.tongue.need))
        elif not scene.said:
            _told_before(scene, name)
        return
    lines = {"authority": scene.tongue.authority, "need": scene.tongue.need, "power": scene.tongue.power}[name]
    scene.say(scene.voice.own(name, lines))
    scene.add("told", name)
    if name == "need" and not scene.is_d:
        _voice_interest(scene)
    if scene.is_d and getattr(scene.scenario, name, "yes") == "no":
        scene.add("told", "no")
        scene.count("refused")


def _told_before(scene: Scene, name: str) -> None:
    """Asked again for a fact that he told: what he has no money or need for has no more to it; anything else he says that he said it."""
    form = scene.reading.form
    if scene.is_d and "no" in scene.mind.told and name in scene.mind.told and form in ("whether", "open"):
        scene.say(scene.voice.pool("that_is_it"))
    elif form in ("when", "duration"):
        return
    elif name in scene.reading.squarely or (name in ("authority", "power") and form in ("whether", "either", "who")):
        scene.say(scene.voice.pool("told_before"))


def _draws(scene: Scene) -> None:
    """Reply to a general question: his interests, before anything else."""
    if "need" not in scene.get("told"):
        _fact(scene, "need")
    elif not set(scene.reading.interests) & set(scene.mind.voiced):
        _second_interest(scene)
    else:
        _same_wish(scene)


def _voice_interest(scene: Scene) -> bool:
    about, weights = scene.reading.interests, scene.scenario.interests
    ranked = sorted(weights, key=lambda name: (name not in about, -weights[name].weight))
    name = next((one for one in ranked if one not in scene.get("voiced")), None)
    if name is None:
        return False
    scene.add("voiced", name)
    return scene.say(scene.voice.own(f"interest.{name}", scene.tongue.interests[name].says))


def _second_interest(scene: Scene) -> bool:
    return not scene.is_d and _voice_interest(scene)


def _same_wish(scene: Scene) -> bool:
    """More about an interest already stated, if the question is about it."""
    name = next((one for one in scene.mind.voiced if one in scene.reading.interests), None)
    return bool(name) and scene.say(scene.voice.own(f"interest.{name}", scene.tongue.interests[name].says))  # type: ignore[index]


def _named(scene: Scene) -> bool:
    """Reply to a question that names a worry: one of his he admits, another he denies."""
    probes = [name for name in scene.reading.probes if name in scene.active]
    fresh = [name for name in probes if name not in scene.mind.found]
    if fresh:
        name = next((one for one in fresh if one == scene.mind.open), fresh[0])
        if scene.mind.open not in (None, name) and "behind" not in scene.reading.asked:
            return False
        return (scene.mind.open is None and guards(scene, name)) or admit(scene, name)
    if (
        scene.reading.strangers
        and scene.mind.open
        and scene.mind.open not in scene.mind.found
        and not scene.reading.asked
        and scene.reading.form not in _BESIDE
    ):
        return scene.say(scene.voice.pool("not_that"))
    return False


def _behind(scene: Scene) -> None:
    name = scene.mind.open
    if name is None:
        name = next((one for one in scene.active if one not in scene.mind.eased), None)
        if name is None:
            scene.say(scene.voice.pool("all_clear"))
            return
        if scene.holds_back(name):
            scene.say(scene.voice.pool("nothing_yet"))
            return
    if name in scene.mind.found and name in scene.reading.probes and scene.reading.form == "whether":
        scene.say(scene.voice.pool("confirm"))
    elif name in scene.mind.found:
        more = scene.voice.own(f"more.{name}", scene.tongue.worries[name].more)
        scene.say(more or scene.voice.pool("that_is_it"))
    elif scene.holds_back(name):
        scene.evade()
    else:
        admit(scene, name)


def admits(scene: Scene) -> bool:
    """Reply to an argument about the worry behind his put-off, or about the next that he would raise, given before it
    was asked for: it settles nothing yet, but he shows that it is relevant.
    """
    name = scene.mind.open or next(
        (one for one in scene.active if one not in scene.mind.found and scene.mind.turn), None
    )
    if scene.said or name is None or name in scene.mind.found or name not in scene.reading.touched:
        return False
    if scene.reading.acts & {"concede", "pressure"} or scene.reading.listing:
        return False
    if guards(scene, name):
        return True
    scene.say(scene.voice.pool("touched"))
    return admit(scene, name)


def guards(scene: Scene, name: str) -> bool:
    """Whether he keeps a worry to himself that is named before he told it, as often as the level has it: he lets on
    that it struck home.
    """
    return scene.holds_back(name) and scene.say(scene.voice.pool("guarded"))


def listens(scene: Scene) -> None:
    """Keeps in mind what was argued about a worry he has not told: he comes back to it when he tells it."""
    if scene.reading.works and not scene.reading.listing:
        for name in scene.reading.touched:
            if name in scene.active and name not in scene.get("found"):
                scene.add("heard", name)


def fills(scene: Scene) -> bool:
    """Reply to a silence after his put-off: he goes on himself and discloses the reason, if the level allows it."""
    name, last = scene.mind.open, scene.mind.used[-1] if scene.mind.used else ""
    waits = last.startswith("customer.put_off.") and scene.mind.asks and not scene.is_d
    if not waits or name is None or name in scene.mind.found or scene.rules.evasions:
        return False
    scene.say(scene.voice.pool("fills"))
    admit(scene, name)
    return True


def warms(scene: Scene) -> bool:
    """Reply to a guessed interest with its benefit: he confirms it. It counts once the rep returns to it."""
    reading = scene.reading
    name = next((one for one in reading.guessed if one not in scene.get("voiced")), None)
    works = (
        reading.benefits and "value" in reading.acts and not (reading.listing or reading.acts & {"concede", "pressure"})
    )
    if scene.said or name is None or not works or not scene.mind.turn:
        return False
    scene.add("voiced", name)
    return scene.say(scene.voice.own(f"interest.{name}", scene.tongue.interests[name].says))


def admit(scene: Scene, name: str) -> bool:
    """Discloses the worry; asked for the reason behind it he tells both sides, so his interest as well, if the level
    allows it.
    """
    if scene.rules.two_sided and scene.mind.open and not scene.get("voiced"):
        _voice_interest(scene)
    scene.say(scene.voice.own(f"worry.{name}", scene.tongue.worries[name].says))
    if name in scene.mind.heard:
        scene.say(scene.voice.pool("heard_before"))
    scene.add("raised", name)
    scene.add("found", name)
    scene.put("open", name)
    return True


def _real_reason(scene: Scene) -> None:
    if "no" in scene.get("told"):
        scene.say(scene.voice.pool("that_is_it"))
        return
    if scene.holds_back("no"):
        scene.evade()
        return
    scene.say(scene.voice.own("no", scene.tongue.no))
    scene.add("told", "no")
    for name in ("need", "power"):
        if getattr(scene.scenario, name) == "no":
            scene.add("told", name)
    scene.count("refused")
