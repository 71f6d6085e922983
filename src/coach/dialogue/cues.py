"""What a short answer means by itself: a number key, a command, a class and a percentage, yes, no, "the same", "I don't know".

Facts about the customer are the listener's business; this reads only what belongs to the talk.
"""

import re
from dataclasses import dataclass

from coach.dialogue.judgements import DIGITS, class_told, confidence_told
from coach.dialogue.naming import only_judges
from coach.domain.debrief_events import Choice
from coach.domain.facts import CustomerClass

_WIDE = {
    ord(w): n for w, n in zip("０１２３４５６７８９？／：％ＡＢＣＤａｂｃｄ", "0123456789?/:%ABCDabcd", strict=True)
}
_COMMAND = re.compile(r"^/(\w+)\s*(.*)$", re.S)
_BARE_COMMAND = {"退出": "quit", "quit": "quit", "exit": "quit", "帮助": "help", "幫助": "help"}
"""Commands that are given as a word of their own, the stroke before them forgotten; as an answer they are none."""
_DONT_KNOW = re.compile(
    r"^\W*(?:真?不(?:太)?(?:知道|清楚|晓得|曉得|确定|確定)|没问|沒問|(?:搞|弄|说|說|讲|講)不(?:清楚?|准|準|明白)|(?:谁|誰|哪个|哪個|鬼|天)(?:知道|晓得|曉得|清楚)|没底|[没沒]数|不好讲|不好说|不好說|说不上来|說不上來|唔知|没有?了?|沒有|无|無|没啥|暂时没有|想不出来?|"
    r"(?:i\s+)?(?:don'?t|do not|dunno|didn'?t)\s*(?:really\s+)?(?:know|ask|have one)?|dunno|no idea|not sure|none|nothing|n/?a|can'?t think of (?:any|one)|beats me)"
    r"\W*(?:啊|吧|呢|了|yet|really|sorry)?\W*$",
    re.I,
)
_YES = re.compile(r"^\W*(?:对|對|是的?|好的?|行|可以|要得|得行?|好嘞|得嘞|妥了?|没毛病|冇问题|没错|沒錯|没问题|嗯+|恩|成|中|系|係|啱|确认|就这样|就這樣|ok(?:ay)?|yes|yep|yeah|yup|right|correct|sure|fine|that'?s right|confirm(?:ed)?|sounds good|go(?: ahead)?|good|agreed?)[\s\W]*(?:的|了|吧|啊|呀|就这样|就这么办|thanks?)?\W*$", re.I)  # fmt: skip
_NO = re.compile(r"^\W*(?:不对|不對|不是|不行|不|错了?|唔係|no|nope|nah|wrong|not right|not quite|change it)\W*$", re.I)
_CLAUSE_ENDS = re.compile(
    r"[，,。.!！;；:：\n—–]|(?<=[一-鿿])\s+(?=[一-鿿])|\s(?:but|and|because|cos|he|she|they|so|then|when|though)\b",
    re.I,
)
_DID = re.compile(
    r"(?:我)?(?:当然|當然|倒)?(?:有(?:[开開提要问問请請说說讲講催]口?)?|[开開提要问問请請说說讲講催]口?(?:了|过|過)(?:口|[一两兩三几幾半]\S{1,2})?|对|對|是的?|嗯|係|系)(?:的|啊|呀|呢|吧)?|"
    r"(?:yes|yeah|yep|yup|aye|sure|of course)?\s*(?:(?:i|we)\s+)?(?:sure |of course )?(?:did|asked)(?:\s+(?:it|so|him|her|them))?(?:\s+(?:once|twice|indeed))?|"
    r"(?:yes|yeah|yep|yup|aye|sure|of course)(?:\s+(?:once|twice))?",
    re.I,
)
_DID_NOT = re.compile(
    r"(?:我)?(?:真|还|還|就|倒)?(?:(?:没|沒)(?:有|敢|能)?|冇|未|不敢|唔敢)(?:[开開提要问問请請说說讲講催喊叫让讓](?:出)?口?)?(?:过|過)?(?:他|她|佢|人家)?(?:[签簽](?:字|单|單)?)?(?:啊|呀|呢|吧|嘛|咯|撒)*|"
    r"(?:no|nope|nah|not really)|(?:no\s*)?(?:(?:i|we)\s+)?(?:did ?n[o'’]?t|did not|never|could ?n[o'’]?t|dared not)(?:\s+(?:ask(?:ed)?|dare|did|try))?(?:\s+(?:it|to|him|her|them))*",
    re.I,
)
_LET_GO = re.compile(
    r"(?<![没沒有])放(?:过|過|了|手了)|顺着|順著|算了|[没沒]有?再|[没沒]有?接着|(?<!n't )(?<!n’t )(?<!not )(?<!never )\b(?:let (?:it|him|her|them) go|g[ai]ve (?:up|in))\b|\bdidn['’]?t (?:try|ask|push) again\b",
    re.I,
)
_HELD = re.compile(
    r"[没沒]有?(?:放|松|鬆)|(?<!不用)(?<!不必)(?<!不想)(?<!不敢)[又再](?:试|試|要|问|問|提|追|争取)|(?:接着|继续|繼續|追着)(?:要|试|試|问|問|追|提|往下)|\b(?:kept (?:at|on|going|asking|pushing|trying)|(?:tried|asked|went) (?:again|once more|a second time)|held (?:on|out)|stuck with it|had another go)\b|(?:n['’]t|not|never) (?:let (?:it|him|her|them) go|give (?:up|in))\b",
    re.I,
)
_ASIDE = re.compile(
    r"[\s,，.。;；]+(?:(?:like|as)\s+i\s+(?:already\s+)?(?:said|told you)|i\s+(?:already\s+)?(?:said(?:\s+so)?|told\s+you(?:\s+already)?)|我?(?:刚才?|剛才?|前面|早就?|已经|已經)?(?:都)?(?:说过|說過|讲过|講過|说|說|讲|講)了?(?:的|嘛|啊)?)[\s.!。！]*$",
    re.I,
)
"""A reminder that it was said before; it tells nothing itself."""
_SAME = re.compile(r"(?:不变|不變|没变|沒變|一样|一樣|照旧|还是|還是|维持|維持|原来的?|same|unchanged|no change|stick|still|as before|both stand)", re.I)  # fmt: skip
_INSIST = re.compile(
    r"(?:就是|肯定是|绝对是|絕對是|一定是|明明是|必须是?|铁定是?|給我判|给我判|判(?:为|成|他)?)\s*[aA](?:类|級|级|類)?|(?:definitely|absolutely|surely|clearly|obviously|has to be|must be|just put|make (?:it|him|her)|call (?:it|him|her)|he'?s|she'?s)\s+(?:an?\s+)?A\b|\btrust me\b|\bi insist\b|相信我|信我|凭感觉|凭经验|my gut",
    re.I,
)
_DISPUTE = re.compile(
    r"(?:不同意|不服|不认|有异议|不对吧|分类不对|判错|disagree|dispute|don'?t agree|object|wrong class)", re.I
)

_KEY = re.compile(r"(?:我?[选選按]|第|就|number |no\. ?|option )?\s*([1-9一二三四])\s*(?:个|個|项|項|号|號|吧)*(?:[,，]?\s*(?:i guess|i think|i'd say|please))?", re.I)  # fmt: skip
_KEY_AND_AYE = re.compile(
    r"([1-9])\s*(?:(?:obviously|clearly|definitely|of course|i (?:said|guess|think|suppose)|like i said|mate|please|probably|for sure|i['’]?d say|then|again|ok(?:ay)?|thanks)\b[\s,.!]*)+|\s*(?:当然|肯定|显然|吧|呗|啊|我刚?说过?了?|谢谢|[，,。！!\s])+$",
    re.I,
)
_KEY_APART = re.compile(r"([1-9])\s*[.,:;，。、：；)）](?!\d)\s*(?!\d)\S", re.S)
_AFTERTHOUGHT = re.compile(r",(?!\d{3})|(?<=[一-鿿])\s+(?=[A-Da-d](?:[类級级類]|[^A-Za-z\w]|$))|[，。?？!！;；:：\n—–]|\.(?=\s|$)|\s-\s|\b(?:no(?! (?:change|idea|clue|more|one)\b)|wait|actually|rather|but|then|because|cos)\b|(?:哦|噢)?不(?=[，,])|但是?|不过", re.I)  # fmt: skip
"""Where a judgement may be thought over: what is said last stands."""
_THEN = re.compile(r"^\s*(?:那么?|所以|这么说|這麼說|so|then)\s*", re.I)
_AROUND = r"(?:判断|判斷|类别|類別|把握|都|还是|還是|就|跟|和|刚才|剛才|前面|之前|原来|原來|那样|的|吧|了|(?:it['’]?s|i['’]?m|still|all|the|my|class|number|per ?cent|stays?|at|with|as|before|earlier|that|so|and)(?![a-z])|\s)*"
_UNMOVED = re.compile(
    rf"{_AROUND}(?:不变|不變|[没沒]变|[沒没]變|没动|一样|一樣|照旧|照舊|维持|維持|不动|same|unchanged|no change|nothing(?:['’]s| has)? changed|stick(?:ing)?){_AROUND}",
    re.I,
)
"""A judgement that stays as it was, in a clause of its own."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What was read. `command` is (name, argument); `chosen` the value of the choice meant, `worded` where more was said beside its key; `confidence` in per cent.

    `did` is what the first words answer to "did you?", None where they answer nothing of the kind; `brief` where nothing follows them.
    `held` is whether he tried again after a put-off; `judges` where a class and a percentage is all there is, `judged` where some clause is so; `unmoved` where
    some clause lets them stand as they were.
    `bad_class` and `bad_percent` hold what was written where it is no class or lies outside 0-100.
    """

    command: tuple[str, str] | None = None
    chosen: str | None = None
    worded: bool = False
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
    if command := _command(plain):
        return Cue(command=command)
    plain = _ASIDE.sub("", plain) or plain
    bare = _chosen(plain, choices)
    chosen = bare or _keyed(plain, choices)
    thoughts = [part.strip() for part in _AFTERTHOUGHT.split(plain) if part.strip()]
    unmoved = any(map(_UNMOVED.fullmatch, thoughts))
    judging, alone = [one for one in thoughts if _judges(one)], only_judges(plain)
    wanted = alone or bool({"claimed_class", "confidence", "not_a"} & set(asks)) or any(map(_names_a_class, judging))
    customer_class, bad_class, confidence, bad_percent = _judgement(
        plain, asks, judging if wanted else [], bool(choices)
    )
    clauses = [part.strip() for part in _CLAUSE_ENDS.split(plain) if part.strip()] or [""]
    return Cue(
        chosen=chosen,
        worded=bool(chosen and not bare),
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
        disputes=bool(_DISPUTE.search(plain)) or _chosen_with_words(plain, choices) == "dispute",
    )


def _command(plain: str) -> tuple[str, str] | None:
    """The command given and its argument."""
    command = _COMMAND.match(plain)
    if command and "\n" not in plain[:40]:
        return command[1].lower(), command[2].strip()
    bare = _BARE_COMMAND.get(plain.casefold())
    return (bare, "") if bare else None


def _did(clause: str) -> bool | None:
    return True if _DID.fullmatch(clause) else False if _DID_NOT.fullmatch(clause) else None


def _judgement(
    plain: str, asks: tuple[str, ...], judging: list[str], menu: bool
) -> tuple[CustomerClass | None, str, int | None, str]:
    """Class and percentage, and what is neither. Of several the last of the `judging` clauses is meant; at a menu one figure is a key."""
    wanted = "claimed_class" in asks or "confidence" in asks
    customer_class, bad_class = class_told(plain, wanted)
    confidence, bad_percent = confidence_told(plain, wanted)
    if menu and re.fullmatch(r"\d", plain):
        return customer_class, bad_class, None, ""
    if not bad_class and not bad_percent:
        for clause in judging:
            customer_class = class_told(clause, True)[0] or customer_class
            last = confidence_told(clause, True)[0]
            confidence = confidence if last is None else last
    return customer_class, bad_class, confidence, bad_percent


def _names_a_class(clause: str) -> bool:
    return class_told(clause, True)[0] is not None


def _judges(clause: str) -> bool:
    return only_judges(_THEN.sub("", clause))


def _only_judged(thoughts: list[str], judging: list[str]) -> bool:
    """Whether every clause judges, lets the judgement stand or has nothing to add."""
    told = [one in judging or bool(_UNMOVED.fullmatch(one)) for one in thoughts]
    return any(told) and all(judges or _DONT_KNOW.match(one) for judges, one in zip(told, thoughts, strict=True))


def _chosen_with_words(plain: str, choices: tuple[Choice, ...]) -> str | None:
    """The choice whose key stands before the words: "3, he signs alone"."""
    keyed = re.match(r"([1-9])[\s,，.、:：]+\D", plain)
    return _chosen(keyed[1], choices) if keyed else None


def _keyed(plain: str, choices: tuple[Choice, ...]) -> str | None:
    """The choice whose key stands first and apart, whatever is said after it ("4. why do you ask"), or with no more than an aye ("2 obviously")."""
    keyed = _KEY_AND_AYE.match(plain) or (None if any(map(_confirms, choices)) else _KEY_APART.match(plain))
    return next((one.value for one in choices if keyed and one.key == keyed[1]), None)


def _confirms(choice: Choice) -> bool:
    """Whether a choice belongs to the whole that is to be confirmed: words beside the key change it."""
    return choice.value == "change"


def _chosen(plain: str, choices: tuple[Choice, ...]) -> str | None:
    bare = plain.rstrip(".。)）、 ").lstrip("(（ ").casefold()
    key = _KEY.fullmatch(bare)
    if key:
        bare = str(DIGITS.get(key[1], key[1]))
    for choice in choices:
        if bare in (choice.key.casefold(), choice.value.casefold(), choice.label.casefold()):
            return choice.value
    return None
