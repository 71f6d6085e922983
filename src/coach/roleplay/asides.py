"""What he says to a question that touches nothing of his: by its form, never with a fact that was not asked for."""

from coach.roleplay.echoes import counts
from coach.roleplay.scene import Scene

_IDLE = ("favour", "wellbeing", "private", "odd")
"""Question forms unrelated to the visit; he tolerates a few, then wants to get to the point."""
_OF_A_NO = {"when": "not_soon", "whether": "that_is_it", "either": "that_is_it", "opinion": "that_is_it"}
"""What one who said no says to a question of this form, where another would leave it open."""


def aside(scene: Scene) -> None:
    """Answers an irrelevant question by its form, never with a fact. The third in a row he cuts short."""
    reading, before = scene.reading, len(scene.said)
    known = set(reading.interests) & set(scene.mind.voiced) or set(reading.worries) & set(scene.mind.found)
    if scene.is_d and "no" in scene.mind.told and reading.form in _OF_A_NO:
        scene.say(scene.voice.pool(_OF_A_NO[reading.form]))
    elif reading.form in ("", "whether") and known:
        scene.say(scene.voice.pool("confirm"))
    elif reading.form in ("count", "duration") and _figure(scene):
        return
    elif reading.form:
        scene.say(scene.voice.pool(f"aside.{reading.form}") or scene.voice.pool("aside.open"))
    if len(scene.said) == before:
        _ = scene.say(scene.voice.pool("go_on")) or scene.say(scene.voice.pool("small_talk"))
    if reading.form in _IDLE and scene.count("idle") == 3:
        scene.say(scene.voice.pool("steer"))


def _figure(scene: Scene) -> bool:
    """Answers a question for a number with the sentence of his need, or of what he told, that has it; or says that he
    said so.
    """
    tongue, asked = scene.tongue, scene.reading.questions
    own = {f"interest.{name}": tongue.interests[name].says for name in scene.mind.voiced}
    own |= {name: getattr(tongue, name) for name in ("authority", "power", "no") if name in scene.mind.told}
    for key, lines in {**own, "need": tongue.need}.items():
        for number, line in enumerate(lines):
            if counts(line, asked, scene.language):
                told = f"{key}:{number}" in scene.mind.used
                scene.add("told", "need")
                return scene.say(scene.voice.pool("told_before") if told else scene.voice.line(key, number, line))
    return False
