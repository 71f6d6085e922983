"""A rep at the keyboard: answers whatever the coach asks, by what `asks` names and by number where there are numbers."""

from collections.abc import Callable, Sequence
from typing import Any

from scripts.torture.commands import Done, lines, run

ANSWERS = {
    "zh": {
        "customer": "今天见了宏达机械的李经理，聊了一个小时，今天没签",
        "claimed_class": "A类，八成",
        "confidence": "八成",
        "unknowns": "不知道还有没有别家在报价，还是A，六成",
        "not_a": "不知道还有没有别家在报价",
        "push_reason": "怕他嫌我急",
        "blockers": "他说再考虑考虑",
        "next_line": "李经理，您年底要上线，今天定下来我就能排在十号，咱们现在就签，好吗？",
        "next_step": "明天上午给李经理打电话，问预算批了没有",
        "next_date": "明天",
        "confirm": "对",
        "": "他自己能拍板，年底急着要，预算批了，他说东西好用",
    },
    "en": {
        "customer": "saw Dana Whitfield at Whitfield Cold Store, didn't sign today",
        "claimed_class": "A, 80 %",
        "confidence": "80 %",
        "unknowns": "don't know if anyone else is quoting. still an A, 60",
        "not_a": "don't know if anyone else is quoting",
        "push_reason": "I didn't dare",
        "blockers": "she wants to sleep on it",
        "next_line": "Dana, we swap on Sunday night and you lose zero hours. Shall we put this Sunday in writing?",
        "next_step": "I call her tomorrow morning and ask for Sunday",
        "next_date": "tomorrow",
        "confirm": "yes",
        "": "it's her company, the compressor broke down twice, she has 40k set aside and likes the alarm",
    },
}


def answer(asked: dict[str, Any], language: str, keys: bool = True) -> str:
    """What the rep says to a question: a number where there are numbers and `keys`, else words that fit what is asked."""
    if keys and asked["choices"]:
        return str(asked["choices"][0]["key"])
    told = ANSWERS[language]
    return next((told[field] for field in asked["asks"] if field in told), told[""])


def asked_last(done: Done) -> dict[str, Any]:
    """The question left open."""
    return next(row for row in reversed(done.rows) if row["type"] == "ask")


def hold(
    *options: object, language: str = "en", said: Callable[[dict[str, Any]], str] | None = None, limit: int = 40
) -> tuple[list[str], dict[str, Any]]:
    """A whole debrief, one process a turn; the answers given and the record."""
    done = run("debrief", "--jsonl", "--lang", language, *options)
    given: list[str] = []
    name = done.rows[0]["id"]
    while done.rows[-1]["type"] == "open" and len(given) < limit:
        asked = asked_last(done)
        given.append(said(asked) if said else answer(asked, language))
        done = run("debrief", "--jsonl", "--resume", name, *options, given=lines(given[-1]))
    return given, done.rows[-1]


def tell(answers: Sequence[str | dict[str, Any]], *options: object) -> Done:
    """All answers to one new debrief, in one go."""
    return run("debrief", "--jsonl", *options, given=lines(*answers))
