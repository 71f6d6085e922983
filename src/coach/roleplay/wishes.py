"""How a wish comes out: what the customer would gain, in his own words."""

from coach.roleplay.scene import Scene


def voice(scene: Scene) -> bool:
    """Tells the next wish, if he may buy: the one asked about, or the one that weighs most."""
    about, weights = scene.reading.interests, scene.scenario.interests
    ranked = sorted(weights, key=lambda name: (name not in about, -weights[name].weight))
    name = next((one for one in ranked if one not in scene.now.voiced), None)
    if name is None or scene.is_d:
        return False
    scene.add("voiced", name)
    return _tell(scene, name)


def more_of_it(scene: Scene) -> bool:
    """More about an interest already stated, if the question is about it."""
    name = next((one for one in scene.mind.voiced if one in scene.reading.interests), None)
    return name is not None and _tell(scene, name)


def warms(scene: Scene) -> bool:
    """Reply to a guessed interest with its benefit: he confirms it. It counts once the rep returns to it."""
    reading = scene.reading
    name = next((one for one in reading.guessed if one not in scene.now.voiced), None)
    works = (
        reading.benefits and "value" in reading.acts and not (reading.listing or reading.acts & {"concede", "pressure"})
    )
    if scene.said or name is None or not works:
        return False
    scene.add("voiced", name)
    return _tell(scene, name)


def _tell(scene: Scene, name: str) -> bool:
    return scene.say(scene.own(f"interest.{name}", scene.tongue.interests[name].says))
