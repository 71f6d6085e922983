"""What he tells when asked: facts, what draws him, what holds him back. Only what was asked for; he remembers having told it."""

from coach.roleplay.scene import Scene

_FACTS = ("authority", "need", "power")


def tell(scene: Scene) -> bool:
    """Answers the questions of this turn; False where he has nothing to say to them."""
    asked = [name for name in _FACTS if name in scene.reading.asked]
    waiting = scene.mind.open and scene.mind.open not in scene.mind.eased
    put_off = waiting or (scene.is_d and any(one.startswith("customer.put_off.") for one in scene.mind.used))
    behind = "behind" in scene.reading.asked and bool(put_off or set(asked) <= set(scene.mind.told))
    if behind and waiting and scene.mind.open not in scene.mind.found:
        asked = [name for name in asked if name != "need"]
    for name in asked:
        _fact(scene, name)
    if scene.is_d:
        if behind or (put_off and not asked and _unnamed(scene)):
            _real_reason(scene)
        elif not asked and _unnamed(scene):
            _draws(scene)
    elif (behind or waiting) and _named(scene):
        pass
    elif behind and (waiting or not asked):
        _behind(scene)
    elif not asked and _unnamed(scene) and (scene.mind.turn or scene.reading.interests):
        _behind(scene) if waiting or scene.settled else _draws(scene)
    elif not asked and scene.reading.interests and not scene.reading.acts & {"ask", "next"}:
        _draws(scene)
    if not scene.said:
        known = set(scene.reading.interests) & set(scene.mind.voiced) or set(scene.reading.worries) & set(
            scene.mind.found
        )
        polite = scene.mind.turn == 0 and scene.say(scene.voice.pool("small_talk"))
        _ = polite or scene.say(scene.voice.pool("confirm" if known else "go_on"))
    return bool(scene.said)


def _unnamed(scene: Scene) -> bool:
    reading = scene.reading
    return "discover" in reading.acts and reading.question and not (reading.asked or "concede" in reading.acts)


def _fact(scene: Scene, name: str) -> None:
    if name in scene.mind.told:
        if name == "need" and _second_interest(scene):
            return
        scene.say(scene.voice.pool("told_before"))
        return
    lines = {"authority": scene.tongue.authority, "need": scene.tongue.need, "power": scene.tongue.power}[name]
    scene.say(scene.voice.own(name, lines))
    scene.add("told", name)
    if name == "need" and not scene.is_d:
        _voice_interest(scene)
    if scene.is_d and getattr(scene.scenario, name, "yes") == "no":
        scene.add("told", "no")
        scene.count("refused")


def _draws(scene: Scene) -> None:
    """Asked in a general way: what he wants, before anything else."""
    if "need" not in scene.get("told"):
        _fact(scene, "need")
    elif not set(scene.reading.interests) & set(scene.mind.voiced):
        _second_interest(scene)


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


def _named(scene: Scene) -> bool:
    """A question that names a worry: one of his he admits, another he denies."""
    probes = [name for name in scene.reading.probes if name in scene.active]
    fresh = [name for name in probes if name not in scene.mind.found]
    if fresh:
        name = scene.mind.open if scene.mind.open in fresh else fresh[0]
        if scene.mind.open is None and scene.level == "hard":
            return False
        _admit(scene, name or fresh[0])
        return True
    if (
        scene.reading.strangers
        and scene.mind.open
        and scene.mind.open not in scene.mind.found
        and "behind" not in scene.reading.asked
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
        if scene.level == "hard":
            scene.say(scene.voice.pool("nothing_yet"))
            return
    if name in scene.mind.found:
        more = scene.voice.own(f"more.{name}", scene.tongue.worries[name].more)
        scene.say(more or scene.voice.pool("that_is_it"))
    elif scene.mind.evaded.count(name) < scene.rules.evasions:
        scene.put("evaded", (*scene.mind.evaded, name))
        scene.say(scene.voice.pool("evade"))
    else:
        _admit(scene, name)


def _admit(scene: Scene, name: str) -> None:
    """He tells the worry; asked what is behind it he gives both sides, so what draws him as well, where the level lets him."""
    if scene.rules.two_sided and not scene.get("voiced"):
        _voice_interest(scene)
    scene.say(scene.voice.own(f"worry.{name}", scene.tongue.worries[name].says))
    scene.add("raised", name)
    scene.add("found", name)
    scene.put("open", name)


def _real_reason(scene: Scene) -> None:
    if "no" in scene.get("told"):
        scene.say(scene.voice.pool("that_is_it"))
        return
    if scene.mind.evaded.count("no") < scene.rules.evasions:
        scene.put("evaded", (*scene.mind.evaded, "no"))
        scene.say(scene.voice.pool("evade"))
        return
    scene.say(scene.voice.own("no", scene.tongue.no))
    scene.add("told", "no")
    scene.count("refused")
