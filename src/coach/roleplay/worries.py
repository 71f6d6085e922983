"""How a worry comes out: asked for, named, argued about before he told it, or into a silence."""

from coach.roleplay import wishes
from coach.roleplay.scene import Scene
from coach.roleplay.topics import BESIDE


def named(scene: Scene) -> bool:
    """Reply to a question that names a worry: one of his he admits, another he denies."""
    untold = fresh(scene)
    if untold:
        name = next((one for one in untold if one == scene.mind.open), untold[0])
        if scene.mind.open not in (None, name) and "behind" not in scene.reading.asked:
            return False
        return (scene.mind.open is None and guards(scene, name)) or admit(scene, name)
    if (
        scene.reading.strangers
        and scene.mind.open
        and scene.mind.open not in scene.mind.found
        and not scene.reading.asked
        and scene.reading.form not in BESIDE
    ):
        return scene.say(scene.voice.pool("not_that"))
    return False


def fresh(scene: Scene) -> list[str]:
    """The worries of his that the question names and that he has not told."""
    return [name for name in scene.reading.probes if name in scene.active and name not in scene.mind.found]


def behind(scene: Scene) -> None:
    """Reply to a question for what stands behind his put-off, or for what he has against it before any."""
    name = scene.mind.open
    if name is None:
        dodged = [one for one in scene.mind.evaded if one in scene.active and one not in scene.mind.found]
        name = next((one for one in (*dodged, *scene.active) if one not in scene.mind.eased), None)
        if name is None:
            scene.say(scene.voice.pool("all_clear"))
            return
        if scene.holds_back(name):
            scene.say(scene.voice.pool("nothing_yet"))
            return
    if name in scene.mind.found and name in scene.reading.probes and scene.reading.form == "whether":
        scene.say(scene.voice.pool("confirm"))
    elif name in scene.mind.found:
        more = scene.own(f"more.{name}", scene.tongue.worries[name].more)
        scene.say(more or scene.voice.pool("that_is_it"))
    elif scene.holds_back(name):
        scene.evade()
    else:
        reading = scene.reading
        other = reading.probes and name not in reading.probes
        if (other or (reading.strangers and reading.mirrors)) and reading.form in ("whether", "either"):
            scene.say(scene.voice.pool("not_that"))
        admit(scene, name)


def admits(scene: Scene) -> bool:
    """Reply to an argument about the worry behind his put-off, or before any about one that he would raise, given before
    it was asked for: it settles nothing yet, but he shows that it is relevant.
    """
    raised = (scene.mind.open,) if scene.mind.open else scene.active
    name = next((one for one in raised if one in scene.reading.touched and one not in scene.mind.found), None)
    if scene.said or name is None:
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
            if name in scene.active and name not in scene.now.found:
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


def admit(scene: Scene, name: str, answered: bool = False) -> bool:
    """Discloses the worry; asked for the reason behind it he tells both sides, so his interest as well, if the level
    allows it. He comes back to what he heard of it before, unless this very line has `answered` it.
    """
    if scene.rules.two_sided and scene.mind.open and not scene.now.voiced:
        wishes.voice(scene)
    scene.say(scene.own(f"worry.{name}", scene.tongue.worries[name].says))
    if name in scene.mind.heard and not answered:
        scene.say(scene.voice.pool("heard_before"))
    scene.add("raised", name)
    scene.add("found", name)
    scene.now.open = name
    return True
