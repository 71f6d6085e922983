"""What a short answer means by itself: a number key, a command, a class and a percentage, yes, no, "the same", "I don't know".

Facts about the customer are the listener's business; this reads only what belongs to the talk.
"""

import re
from dataclasses import dataclass

from coach.dialogue.naming import only_judges
from coach.domain.events import Choice
from coach.domain.facts import CLASSES, CustomerClass

_WIDE = {
    ord(w): n for w, n in zip("０１２３４５６７８９？／：％ＡＢＣＤａｂｃｄ", "0123456789?/:%ABCDabcd", strict=True)
}
_COMMAND = re.compile(r"^/(\w+)\s*(.*)$", re.S)
_DONT_KNOW = re.compile(
    r"^\W*(?:真?不(?:太)?(?:知道|清楚|晓得|曉得|确定|確定)|没问|沒問|不好说|不好說|说不上来|說不上來|唔知|没有?了?|沒有|无|無|没啥|暂时没有|想不出来?|"
    r"(?:i\s+)?(?:don'?t|do not|dunno|didn'?t)\s*(?:really\s+)?(?:know|ask|have one)?|dunno|no idea|not sure|none|nothing|n/?a|can'?t think of (?:any|one)|beats me)"
    r"\W*(?:啊|吧|呢|了|yet|really|sorry)?\W*$",
    re.I,
)
_YES = re.compile(r"^\W*(?:对|對|是的?|好的?|行|可以|没错|沒錯|没问题|嗯+|恩|成|中|系|係|啱|确认|就这样|就這樣|ok(?:ay)?|yes|yep|yeah|yup|right|correct|sure|fine|that'?s right|confirm(?:ed)?|sounds good|go(?: ahead)?|good|agreed?)[\s\W]*(?:的|了|吧|啊|呀|就这样|就这么办|thanks?)?\W*$", re.I)  # fmt: skip
_NO = re.compile(r"^\W*(?:不对|不對|不是|不行|不|错了?|唔係|no|nope|nah|wrong|not right|not quite|change it)\W*$", re.I)
_CLAUSE_ENDS = re.compile(r"[，,。.!！;；:：\n—–]|\s(?:but|and|because|cos|he|she|they|so|then|when|though)\b", re.I)
_DID = re.compile(
    r"(?:我)?(?:当然|當然|倒)?(?:有(?:[开開提要问問请請说說讲講催]口?)?|[开開提要问問请請说說讲講催]口?(?:了|过|過)(?:口|[一两兩三几幾半]\S{1,2})?|对|對|是的?|嗯|係|系)(?:的|啊|呀|呢|吧)?|"
    r"(?:yes|yeah|yep|yup|aye|sure|of course)?\s*(?:(?:i|we)\s+)?(?:sure |of course )?(?:did|asked)(?:\s+(?:it|so|him|her|them))?(?:\s+(?:once|twice|indeed))?|"
    r"(?:yes|yeah|yep|yup|aye|sure|of course)(?:\s+(?:once|twice))?",
    re.I,
)
_DID_NOT = re.compile(
    r"(?:我)?(?:真|还|還|就|倒)?(?:(?:没|沒)(?:有|敢|能)?|冇|未|不敢|唔敢)(?:[开開提要问問请請说說讲講催](?:出)?口?)?(?:过|過|他|她)?(?:啊|呀|呢|吧)?|"
    r"(?:no|nope|nah|not really)|(?:no\s*)?(?:(?:i|we)\s+)?(?:did ?n[o'’]?t|did not|never|could ?n[o'’]?t|dared not)(?:\s+(?:ask(?:ed)?|dare|did|try))?(?:\s+(?:it|to|him|her|them))*",
    re.I,
)
_LET_GO = re.compile(
    r"(?<![没沒有])放(?:过|過|了|手了)|顺着|順著|算了|[没沒]有?再|[没沒]有?接着|(?<!n't )(?<!n’t )(?<!not )(?<!never )\b(?:let (?:it|him|her|them) go|g[ai]ve (?:up|in))\b|\bdidn['’]?t (?:try|ask|push) again\b",
    re.I,
)
_HELD = re.compile(
    r"[没沒]有?(?:放|松|鬆)|[又再](?:试|試|要|问|問|提|追|争取)|(?:接着|继续|繼續|追着)(?:要|试|試|问|問|追|提|往下)|\b(?:kept (?:at|on|going|asking|pushing|trying)|(?:tried|asked|went) (?:again|once more|a second time)|held (?:on|out)|stuck with it|had another go)\b|(?:n['’]t|not|never) (?:let (?:it|him|her|them) go|give (?:up|in))\b",
    re.I,
)
_ASIDE = re.compile(
    r"[\s,，.。;；]+(?:(?:like|as)\s+i\s+(?:already\s+)?(?:said|told you)|i\s+(?:already\s+)?(?:said(?:\s+so)?|told\s+you(?:\s+already)?)|我?(?:刚才?|剛才?|前面|早就?|已经|已經)?(?:都)?(?:说过|說過|讲过|講過|说|說|讲|講)了?(?:的|嘛|啊)?)[\s.!。！]*$",
    re.I,
)
"""A reminder that it was said before; it tells nothing itself."""
_SAME = re.compile(r"(?:不变|不變|没变|沒變|一样|一樣|照旧|还是|還是|维持|維持|原来的?|same|unchanged|no change|stick|still|as before|both stand)", re.I)  # fmt: skip
_INSIST = re.compile(
    r"(?:就是|肯定是|绝对是|絕對是|一定是|明明是|必须是?|铁定是?|給我判|给我判|判(?:为|成|他)?)\s*[aA](?:类|級|级|類)?|(?:definitely|absolutely|surely|clearly|obviously|has to be|must be|just put|make (?:it|him|her)|call (?:it|him|her)|he'?s|she'?s)\s+(?:an?\s+)?A\b|trust me|i insist|相信我|信我|凭感觉|凭经验|my gut",
    re.I,
)
_DISPUTE = re.compile(
    r"(?:不同意|不服|不认|有异议|不对吧|分类不对|判错|disagree|dispute|don'?t agree|object|wrong class)", re.I
)

_CLASS_SOLE = re.compile(r"^\W*(?:我(?:看|觉得|判)?|应该|還是|还是|就|那就|算|是|大概|估计|(?:class|an?|i'?d say|it'?s|he'?s|she'?s|say|maybe|probably|still|same,?|now|then)(?![A-Za-z])|\s|,|，)*\s*([A-Za-z])\s*(?:类|級|级|類|档|吧|了|客户|class)?(?![A-Za-z'])(?!\s+(?!(?:i|maybe|at|about|around|with|for|now|probably|possibly|say|still|and|but|because|or|then|as|he|she|they|it|if|unless|until|percent|per|sure|customer|client)\b)[a-z])", re.I)  # fmt: skip
_CLASS_LOOSE = re.compile(r"(?<![A-Za-z])([A-Za-z])\s*(?:类|級|级|類|档)|(?:class|grade|an?|is|it'?s|he'?s|she'?s|them)\s+(?-i:([A-DE]))(?![A-Za-z'’])|(?:算是?|就是|是个|是|判)\s*([A-Da-d])(?![A-Za-z])", re.I)  # fmt: skip
_CLASS_BETWEEN = re.compile(r"[,，;；]\s*(?:class\s+)?([A-Za-z])\s*(?=[,，;；]|$)")
_CLASS_STANDING = re.compile(r"(?<![A-Za-z0-9'’&.-])([A-D]|[b-d])(?=\s*(?:[吧类級级類了呢]|[,，。.;；、!！]|$|\d|[一二两兩三四五六七八九十半]|i think|i guess|i reckon|about|around|maybe))(?!['’&.-]\w)", re.I)  # fmt: skip
_NOT_CLASS = re.compile(r"(?:不是|够不上|夠不上|算不上|不算|称不上|不能算|没到|達不到|达不到|not|isn'?t|ain'?t|never|no longer|short of|why)\s*(?:really\s+)?(?:an?\s+)?$", re.I)  # fmt: skip

_KEY = re.compile(r"(?:我?[选選按]|第|就|number |no\. ?|option )?\s*([1-9一二三四])\s*(?:个|個|项|項|号|號|吧)*(?:[,，]?\s*(?:i guess|i think|i'd say|please))?", re.I)  # fmt: skip
_AFTERTHOUGHT = re.compile(r"[,，。?？!！;；:：\n—–]|\.(?=\s|$)|\s-\s|\b(?:no(?! (?:change|idea|clue|more|one)\b)|wait|actually|rather|but|then|because|cos)\b|(?:哦|噢)?不(?=[，,])|但是?|不过", re.I)  # fmt: skip
"""Where a judgement may be thought over: what is said last stands."""
_THEN = re.compile(r"^\s*(?:那么?|所以|这么说|這麼說|so|then)\s*", re.I)
_AROUND = r"(?:判断|判斷|类别|類別|把握|都|还是|還是|就|跟|和|刚才|剛才|前面|之前|原来|原來|那样|的|吧|了|(?:it['’]?s|i['’]?m|still|all|the|my|class|number|per ?cent|stays?|at|with|as|before|earlier|that|so|and)(?![a-z])|\s)*"
_UNMOVED = re.compile(
    rf"{_AROUND}(?:不变|不變|[没沒]变|[沒没]變|没动|一样|一樣|照旧|照舊|维持|維持|不动|same|unchanged|no change|nothing(?:['’]s| has)? changed|stick(?:ing)?){_AROUND}",
    re.I,
)
"""A judgement that stays as it was, in a clause of its own."""

_DIGIT = {
    "一": 1,
    "二": 2,
    "两": 2,
    "兩": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "半": 5,
}
_TENS = {"ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}  # fmt: skip
_PERCENT = re.compile(
    r"(-?\d{1,6}(?:\.\d+)?)\s*(?:%|％|per\s*cent|percent|pct)|百分之\s*(\d{1,6}|[一二三四五六七八九十百]{1,4})", re.I
)
_CHENG = re.compile(
    r"([一二两兩三四五六七八九十]|\d{1,3})\s*(半)?\s*成(?:([一二三四五六七八九])|(半))?(?!功|本|立|交|了|员|果|为|都|熟|长)"
)
_OUT_OF_TEN = re.compile(r"(\d{1,2})\s*(?:/|out of|in)\s*10\b", re.I)
_CHENG_RANGE = re.compile(r"([一二三四五六七八九])([二三四五六七八九])成")
_FIFTY = re.compile(r"五五开|一半一半|对半|對半|fifty[- ]fifty|50[/-]50|half and half", re.I)
_TEN_WORD = re.compile(r"\b(" + "|".join(_TENS) + r")(?:[- ](one|two|three|four|five|six|seven|eight|nine))?\b", re.I)
_BARE = re.compile(r"(?<![\d.])(-?\d{1,6})(?![\d.]|\s*(?:点|时|月|日|号|k\b|万|块|元|am|pm|:))")


@dataclass(frozen=True, slots=True)
class Cue:
    """What was read. `command` is (name, argument); `chosen` the value of the choice meant; `confidence` in per cent.

    `did` is what the first words answer to "did you?", None where they answer nothing of the kind; `brief` where nothing follows them.
    `held` is whether he tried again after a put-off; `judges` where a class and a percentage is all there is, `judged` where some clause is so; `unmoved` where
    some clause lets them stand as they were.
    `bad_class` and `bad_percent` hold what was written where it is no class or lies outside 0-100.
    """

    command: tuple[str, str] | None = None
    chosen: str | None = None
    customer_class: CustomerClass | None = None
    confidence: int | None = None
    bad_class: str = ""
    bad_percent: str = ""
    yes: bool = False
    no: bool = False
    same: bool = False
    did: bool | None = None
    brief: bool = False
    held: bool | None = None
    judges: bool = False
    judged: bool = False
    unmoved: bool = False
    dont_know: bool = False
    insists: bool = False
    disputes: bool = False
    empty: bool = False


def read(text: str, asks: tuple[str, ...] = (), choices: tuple[Choice, ...] = ()) -> Cue:
    """Reads an answer to a question that asks for `asks` and offers `choices`. Never raises."""
    plain = text.translate(_WIDE).strip()
    if not plain:
        return Cue(empty=True)
    command = _COMMAND.match(plain)
    if command and "\n" not in plain[:40]:
        return Cue(command=(command[1].lower(), command[2].strip()))
    plain = _ASIDE.sub("", plain) or plain
    chosen = _chosen(plain, choices)
    thoughts = [part.strip() for part in _AFTERTHOUGHT.split(plain) if part.strip()]
    unmoved = any(map(_UNMOVED.fullmatch, thoughts))
    judging, alone = [one for one in thoughts if _judges(one)], only_judges(plain)
    wanted = alone or bool({"claimed_class", "confidence", "not_a"} & set(asks))
    customer_class, bad_class, confidence, bad_percent = _judgement(
        plain, asks, judging if wanted else [], bool(choices)
    )
    clauses = [part.strip() for part in _CLAUSE_ENDS.split(plain) if part.strip()] or [""]
    return Cue(
        chosen=chosen,
        customer_class=None if chosen else customer_class,
        confidence=None if chosen else confidence,
        bad_class="" if chosen else bad_class,
        bad_percent="" if chosen else bad_percent,
        held=False if _LET_GO.search(plain) else True if _HELD.search(plain) else None,
        judges=not chosen and (alone or _only_judged(thoughts, judging)),
        judged=not chosen and bool(judging),
        unmoved=unmoved,
        yes=bool(_YES.match(plain)),
        no=bool(_NO.match(plain)),
        did=_did(clauses[0]),
        brief=len(clauses) == 1,
        same=len(plain) <= 60 and bool(_SAME.search(plain)),
        dont_know=bool(_DONT_KNOW.match(plain)),
        insists=bool(_INSIST.search(plain)),
        disputes=bool(_DISPUTE.search(plain)),
    )


def _did(clause: str) -> bool | None:
    return True if _DID.fullmatch(clause) else False if _DID_NOT.fullmatch(clause) else None


def _judgement(
    plain: str, asks: tuple[str, ...], judging: list[str], menu: bool
) -> tuple[CustomerClass | None, str, int | None, str]:
    """Class and percentage, and what is neither. Of several the last of the `judging` clauses is meant; at a menu one figure is a key."""
    wanted = "claimed_class" in asks or "confidence" in asks
    customer_class, bad_class = _class(plain, wanted)
    confidence, bad_percent = _confidence(plain, wanted)
    if menu and re.fullmatch(r"\d", plain):
        return customer_class, bad_class, None, ""
    if not bad_class and not bad_percent:
        for clause in judging:
            customer_class = _class(clause, True)[0] or customer_class
            last = _confidence(clause, True)[0]
            confidence = confidence if last is None else last
    return customer_class, bad_class, confidence, bad_percent


def _judges(clause: str) -> bool:
    return only_judges(_THEN.sub("", clause))


def _only_judged(thoughts: list[str], judging: list[str]) -> bool:
    """Whether every clause judges, lets the judgement stand or has nothing to add."""
    told = [one in judging or bool(_UNMOVED.fullmatch(one)) for one in thoughts]
    return any(told) and all(judges or _DONT_KNOW.match(one) for judges, one in zip(told, thoughts, strict=True))


def _chosen(plain: str, choices: tuple[Choice, ...]) -> str | None:
    bare = plain.rstrip(".。)）、 ").lstrip("(（ ").casefold()
    key = _KEY.fullmatch(bare)
    if key:
        bare = str(_DIGIT.get(key[1], key[1]))
    for choice in choices:
        if bare in (choice.key.casefold(), choice.value.casefold(), choice.label.casefold()):
            return choice.value
    return None


def _class(plain: str, wanted: bool) -> tuple[CustomerClass | None, str]:
    found: CustomerClass | None = None
    bad = ""
    sole = _CLASS_SOLE.match(plain) if wanted else None
    hits = list(_CLASS_LOOSE.finditer(plain))
    if sole and (sole[1].upper() in CLASSES or (not hits and len(plain) <= 12)):
        hits = [sole]
    elif wanted and not hits:
        hits = list(_CLASS_BETWEEN.finditer(plain)) or list(_CLASS_STANDING.finditer(plain))
    for hit in hits:
        letter = next(group for group in hit.groups() if group).upper()
        start = hit.start(next(i for i, group in enumerate(hit.groups(), 1) if group))
        if _NOT_CLASS.search(plain[max(0, start - 24) : start]):
            continue
        if letter in CLASSES:
            found = letter
        elif wanted and not (letter == "I" and len(plain) > 2):
            bad = letter
    return found, "" if found else bad


def _confidence(plain: str, wanted: bool) -> tuple[int | None, str]:
    number = _percent(plain)
    if number is None and wanted:
        word = _TEN_WORD.search(plain)
        bare = _BARE.search(plain)
        han = re.search(r"[一二三四五六七八九]?十[一二三四五六七八九]?", plain)
        number = (
            float(bare[1])
            if bare
            else float(_TENS[word[1].lower()])
            if word
            else _chinese_number(han[0])
            if han
            else None
        )
    if number is None:
        return None, ""
    if 0 <= number <= 100:
        return round(number), ""
    return None, f"{number:g}"


def _percent(plain: str) -> float | None:
    if _FIFTY.search(plain):
        return 50
    hit = _PERCENT.search(plain)
    if hit:
        return float(hit[1]) if hit[1] else _chinese_number(hit[2])
    hit = _CHENG_RANGE.search(plain)
    if hit:
        return (_DIGIT[hit[1]] + _DIGIT[hit[2]]) * 5
    hit = _CHENG.search(plain)
    if hit:
        tens = float(hit[1]) if hit[1].isdigit() else _DIGIT[hit[1]]
        return tens * 10 + (5 if hit[2] or hit[4] else _DIGIT.get(hit[3] or "", 0))
    hit = _OUT_OF_TEN.search(plain)
    return float(hit[1]) * 10 if hit else None


def _chinese_number(text: str) -> float:
    if text.isdigit():
        return float(text)
    hundreds, hundred, _ = text.partition("百")
    if hundred:
        return _DIGIT.get(hundreds, 1) * 100
    tens, _, ones = text.partition("十")
    if "十" not in text:
        return _DIGIT.get(text, 0)
    return (_DIGIT.get(tens, 1) if tens else 1) * 10 + _DIGIT.get(ones, 0)
