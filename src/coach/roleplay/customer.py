"""The simulated customer: a hidden state machine. It answers what was asked, never coaches, never sells, never repeats
itself.
"""

from coach.domain.practice import MINUTES_20, Mind
from coach.domain.practice_events import Level
from coach.roleplay import answering, telling, worries
from coach.roleplay.levels import RULES
from coach.roleplay.reading import Reading
from coach.roleplay.scenario import Scenario
from coach.roleplay.scene import CustomerReply, Scene

LAST_TURN = 60
"""Turns after which a talk ends, regardless of patience."""


def greet(scenario: Scenario, language: str, level: Level, seed: int) -> CustomerReply:
    """The customer's opening of the last 20 minutes."""
    mind = Mind(patience=max(2, RULES[level].patience + scenario.patience), clock=MINUTES_20)
    scene = Scene(scenario, language, level, seed, mind, Reading(frozenset()))
    scene.say(scene.voice.pool("greeting"))
    scene.say(scene.voice.own("greeting", scene.tongue.greeting))
    return scene.done("greeting")


def reply(
    scenario: Scenario, language: str, level: Level, seed: int, mind: Mind, reading: Reading, took: int
) -> CustomerReply:
    """The customer's reply to the rep's line, `took` seconds later. Deterministic in its arguments."""
    scene = Scene(scenario, language, level, seed, mind, reading)
    scene.count("turn")
    scene.now.clock = max(0, mind.clock - max(0, took))
    if scene.now.clock == 0:
        return scene.end("time_up", "leave", "time_up")
    if scene.now.turn > LAST_TURN:
        return scene.end("walk", "leave", "walked_out")
    if reading.empty:
        return _silence(scene)
    scene.now.silent = 0
    if reading.abuses or (reading.sneers and scene.now.patience <= _sneer(scene)):
        return scene.end("thrown_out", "leave", "walked_out")
    cost = _cost(scene)
    if cost and scene.count("patience", -cost) <= 0:
        return scene.end("walk", "leave", "walked_out")
    return _respond(scene) or scene.end("walk", "leave", "walked_out")


def _respond(scene: Scene) -> CustomerReply | None:
    acts = scene.reading.acts
    if scene.reading.foreign:
        scene.count("idle")
        return scene.done("answer") if scene.say(scene.voice.pool("foreign")) else None
    if scene.reading.hails:
        scene.count("idle")
        return scene.done("answer") if scene.say(scene.voice.pool("hail")) else None
    if scene.reading.form == "pardon" and acts <= {"other"}:
        scene.count("idle")
        kind = telling.repeat(scene)
        return scene.done(kind) if kind else None
    if scene.reading.praises and acts <= {"other"}:
        scene.count("idle")
        return scene.done("answer") if scene.say(scene.voice.pool("flattered")) else None
    if scene.reading.apologises and acts <= {"other", "discover"} and _was_hurt(scene):
        scene.count("patience")
        if scene.say(scene.voice.pool("forgiven")) and not scene.reading.question:
            return scene.done("answer")
    if "pressure" in acts:
        return _pushed(scene)
    if scene.reading.overpromises:
        return scene.done("answer") if scene.say(scene.voice.pool("too_good")) else None
    if "leave" in acts and not acts & {"ask", "next", "discover"} and not scene.reading.asked:
        return scene.end(_parting_words(scene), "agree", "left")
    if "give_in" in acts and not acts & {"ask", "discover", "answer", "next"} and not scene.reading.question:
        return _let_go(scene)
    scene.now.let_go = 0
    if scene.is_d:
        return answering.never_buys(scene)
    return answering.may_buy(scene)


def _was_hurt(scene: Scene) -> bool:
    """Whether the customer's last line reacted to pressure, an insult or a lie."""
    last = scene.mind.used[-1] if scene.mind.used else ""
    return last.startswith(("customer.pushed.", "customer.stung:", "customer.never_said."))


def _parting_words(scene: Scene) -> str:
    """Thanks if the rep left after a real no (R20); surprise from a customer who may buy and was asked for nothing yet."""
    if "no" in scene.mind.told:
        return "farewell"
    return "goodbye" if scene.is_d or scene.now.asks else "dismissed"


def _silence(scene: Scene) -> CustomerReply:
    if scene.count("silent") >= 3:
        return scene.end("silence_end", "leave", "walked_out")
    if scene.now.silent == 1 and worries.fills(scene):
        return scene.done("answer")
    scene.say(scene.voice.pool("silence"))
    return scene.done("put_off")


def _pushed(scene: Scene) -> CustomerReply | None:
    reading = scene.reading
    if not scene.say(scene.voice.pool("stung" if reading.sneers else "never_said" if reading.presumes else "pushed")):
        return None
    return scene.done("refuse" if scene.is_d and scene.now.refused else "objection")


def _let_go(scene: Scene) -> CustomerReply | None:
    """The rep gives in, which pleases the customer; a second time in a row ends the talk."""
    if scene.count("let_go") >= 2:
        return scene.end("goodbye", "put_off", "next_fixed" if scene.now.dated else "left")
    return scene.done("put_off") if scene.say(scene.voice.pool("let_go")) else None


def _cost(scene: Scene) -> int:
    """The patience that the line costs: pressure, pestering after a no, repeated asks without an argument,
    interruption.
    """
    reading, acts = scene.reading, scene.reading.acts
    if reading.sneers:
        return _sneer(scene)
    if reading.overpromises and "pressure" not in acts:
        return 1
    if "pressure" in acts:
        return 3 if scene.now.refused else 2
    if scene.now.refused and (acts & {"ask", "concede", "value", "proof", "next"}):
        return 2
    if _to_the_point(scene):
        return 0
    work = reading.works or "discover" in acts or (reading.question and not reading.plain_ask)
    if acts & {"ask", "next"} and not work and scene.now.pushes >= 1:
        return min(2, scene.now.pushes)
    over = scene.now.open and scene.now.open not in scene.now.found
    if acts <= {"other"} and reading.long and not reading.question:
        return 1
    if over and acts <= {"other", "concede"} and not reading.question and not reading.thanks:
        return 1
    return 1 if scene.now.idle >= 3 and not reading.question else 0


def _sneer(scene: Scene) -> int:
    """The cost of contempt: half of the whole patience, so that the second time ends the talk."""
    return (scene.max_patience + 1) // 2


def _to_the_point(scene: Scene) -> bool:
    """Whether the line addresses a disclosed worry or a stated interest, which costs no patience."""
    reading = scene.reading
    if reading.listing or not reading.states:
        return False
    wish = reading.benefits and set(reading.interests) & set(scene.now.voiced)
    return bool(wish or set(reading.argued) & set(scene.now.found))
