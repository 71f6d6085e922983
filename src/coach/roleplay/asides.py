"""What he says to a question that touches nothing of his: by its form, never with a fact that was not asked for."""

from coach.roleplay import wishes
from coach.roleplay.echoes import counts, numbers, shares
from coach.roleplay.scene import Scene
from coach.roleplay.topics import NOT_OF_HIM

_IDLE = ("favour", "wellbeing", "private", "odd")
"""Question forms unrelated to the visit; he tolerates a few, then wants to get to the point."""
_CHECKS, _FOR_A_FIGURE = ("", "whether"), ("count", "duration")
_OF_A_NO = {"when": "not_soon", "whether": "that_is_it", "either": "that_is_it", "opinion": "that_is_it"}
"""What one who said no says to a question of this form, where another would leave it open."""


def aside(scene: Scene) -> None:
    """Answers an irrelevant question by its form, never with a fact. The third in a row he cuts short."""
    if not _answers(scene):
        _ = scene.say(scene.voice.pool("go_on")) or scene.say(scene.voice.pool("small_talk"))
    if scene.reading.form in _IDLE and scene.count("idle") == 3:
        scene.say(scene.voice.pool("steer"))


def _answers(scene: Scene) -> bool:
    form, pool = scene.reading.form, scene.voice.pool
    if scene.is_d and "no" in scene.mind.told and form in _OF_A_NO:
        return scene.say(pool(_OF_A_NO[form]))
    if (form in _FOR_A_FIGURE and (_figure(scene) or _wish(scene))) or _tells_need(scene):
        return True
    if form in _CHECKS and _is_known(scene):
        return scene.say(pool("confirm"))
    if form in _CHECKS and scene.reading.tagged:
        return scene.say(pool("small_talk"))
    return bool(form) and (scene.say(pool(f"aside.{form}")) or scene.say(pool("aside.open")))


def _is_known(scene: Scene) -> bool:
    """Whether the question is about a wish or a worry that he told, or about what he said of his need."""
    reading, mind = scene.reading, scene.mind
    said = [line for number, line in enumerate(scene.tongue.need) if f"need:{number}" in mind.used]
    told = set(reading.interests) & set(mind.voiced) or set(reading.worries) & set(mind.found)
    return bool(told) or any(shares(line, reading.questions, scene.language) for line in said)


def _wish(scene: Scene) -> bool:
    """Answers a question for a figure of a wish that he has not told with the wish."""
    return bool(set(scene.reading.sought) - set(scene.mind.voiced)) and wishes.voice(scene)


def _tells_need(scene: Scene) -> bool:
    """Answers a question in the words of his need with the sentence that has them, if he has not said it: one word is
    enough where it asks whether something of his is so.
    """
    reading = scene.reading
    of_his = reading.form in _CHECKS and not reading.of_ours
    for number, line in enumerate(scene.tongue.need):
        fresh = f"need:{number}" not in scene.mind.used and reading.form not in NOT_OF_HIM
        if fresh and shares(line, reading.questions, scene.language, 1 if of_his else 2):
            scene.add("told", "need")
            return scene.say(scene.voice.line("need", number, line))
    return False


def _figure(scene: Scene) -> bool:
    """Answers a question for a number with the sentence of his need, or of what he told, that has it; or says that he
    said so, if it is the very number.
    """
    tongue, asked = scene.tongue, scene.reading.questions
    same = numbers if scene.reading.form == "count" else counts
    own = {f"interest.{name}": tongue.interests[name].says for name in scene.mind.voiced}
    own |= {name: getattr(tongue, name) for name in ("authority", "power", "no") if name in scene.mind.told}
    for key, lines in {**own, "need": tongue.need}.items():
        for number, line in enumerate(lines):
            if f"{key}:{number}" in scene.mind.used:
                if same(line, asked, scene.language):
                    return scene.say(scene.voice.pool("told_before"))
            elif counts(line, asked, scene.language):
                scene.add("told", "need")
                return scene.say(scene.voice.line(key, number, line))
    return False
