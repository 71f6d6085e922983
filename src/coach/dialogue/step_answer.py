"""A next step as the rep tells it: the whole answer is the step, without what only corrects; its day is the day of his own action."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from coach.domain.hearing import Heard

_AYES = r"yes|yeah|yep|yup|ok(?:ay)?|sure|fine|right|good|行|好的?|对|對|可以|嗯+|是的?|没问题|係"
_NAYS = r"no(?: (?:sir|coach|mate|boss))?|nope|nah|not (?:quite|right)|wrong(?: (?:day|date))?|sorry|actually|well|hmm|不|不行|不对|不對|不是|错了?|唔係"
_STOP = r"(?:\s*[,，.。;；:：!！—–-]+\s*|\s+(?=(?:but|and|make|change|move|let|i|its?|i['’]?m|just|next)\b))"
_REMARK = (
    r"(?:我|他|她|人家)?(?:没|沒|不)(?!然|过|過|用打)[^，,。.;；\s]{0,6}(?:\s+|[，,。.;；]\s*)(?=[^，,。]*(?:我|[周週]|星期|礼拜|[明后]天|\d))|"
    r"(?:我|我就|我跟[他她])(?:说|說|回)(?:了?句)?[:：，,“\"\s]*(?:(?:行|好的?|ok|成)[，,\s]?)?那?(?=我)|"
    r"(?:he|she|they) (?:did ?n['’]?t|never) [^,.]{1,24}[,.]\s*|(?:no (?:use|need|point)|that['’]s no use)[^,.]{0,24}[,.]\s*|i (?:just )?(?:said|told (?:him|her|them)),? (?:(?:sure|ok(?:ay)?|fine|all right),? )?(?=i\b)"
)
"""What is said of the talk before the step: "没用 …", "他没推啊 …", "I said fine, I …"."""
_LEAD = re.compile(
    rf"(?:下一步(?:就是|是|[:：])|(?:(?:{_AYES})(?: thanks| then)?|{_NAYS}){_STOP}|{_REMARK}|(?:日子|时间|時間|日期|那天)(?:不对|不對|不行|错了?|有变|要改)\W+|"
    r"(?:但是?|不过|不過|那么|那就|那|所以|下一步|日子|时间|時間)*(?:[要就]?(?:改|换|換|挪|推迟?|推遲|提前)(?:成|到|在|为|為)|改(?=[周週星礼禮明后後大下本这這\d])|而是|应该是|應該是|定在)|(?:但是?|不过|不過|那就|那(?=我))(?=\S)|"
    r"(?:but|so|then|just|please|rather)\s+|(?:make it|let'?s (?:make it|say)|change (?:it |that |the (?:next )?(?:step|date|day) )?to|(?:move|push|shift|bring) (?:it|that) (?:back |forward |up )?to|"
    r"put (?:it )?(?:down )?(?:for|on)|(?:the |my )?next step(?: is|['’]s|:)?|it['’]?s(?= (?:on )?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow))|it(?:['’]ll| will|['’]s| should) be)\s+)",
    re.I,
)
_NAMED_STEP = re.compile(
    r"(?<!what )(?<!what's )(?:(?:the|my|so the|so my) )?\bnext step(?: is|['’]s|:)(?=\s+\w)|下一步(?:就是|是|[:：])(?=[^什啥怎]{2})",
    re.I,
)
"""Where the rep names the step as one: what stands before it answers something else."""
_AYE = re.compile(rf"(?:{_AYES}){_STOP}", re.I)
_MORE = re.compile(r"(?:and|also|plus)\s+|(?:还|還|并且|而且|顺便|順便|另外|加上|再)", re.I)
_CLAUSE = re.compile(r"[^，,。；;！!\n]+?(?=[，,。；;！!\n]|\.(?=\s|$)|\s(?:but|so|then)\s|\s[—–-]\s|$)")
_DENIED = re.compile(r"(?:\bnot(?: on)?|不是|别|別|不要|唔係)\s*$", re.I)
_BARRED = re.compile(
    r"请假|請假|没空|沒空|(?<!在)不在|出差|休息|放假|有事|才回|回不来|(?<!合同)回来(?![后後再就以之])|回国|回國|不行|不方便|到期|截止|货款|貨款|回款|"
    r"\b(?:off|away|busy|can['’]?t|cannot|until|till|holiday|out of office|returns|(?:he|she|they|boss|owner)(?:['’]s| is| comes| gets| are)? (?:only )?back|expires?)\b|\b(?:no good|not (?:free|in|around|there)|does ?n['’]?t work)\b",
    re.I,
)
_SOUGHT = re.compile(
    r"\b(?:ask(?:ing)?(?: \w+)? (?:for|about)|offer(?:ing)?|propos\w+|suggest\w*|push(?:ing)? for)\s+(?:\w+\s+){0,2}$",
    re.I,
)
"""Before a day that he asks the customer for, which is not the day on which he acts."""
_MOMENT = re.compile(r"\W*(?:if|when|once|as soon as)\b|\W*(?:如果|要是|等到|一到)", re.I)
"""How the moment of an if-then step begins."""
_OWN = re.compile(r"我|咱|\bi\b|\bwe\b|\blet'?s\b", re.I)
_OTHERS = re.compile(r"\s*(?:因为|因為|说|説)?(?:他|她|佢|客户|客戶|对方|對方)|\s*(?:and |because |as )?(?:he|she|they|his|her)\b", re.I)  # fmt: skip
_RETHOUGHT = re.compile(
    r"(?:[,，.。;；\s—–-]|^)(?:no|wait|actually|or rather|哦?不|不对|不對|还是|還是|改)(?:[,，.。\s]+|(?=[周週星下明后後\d]))",
    re.I,
)
"""Between two days: the later one is meant."""
_TIME = re.compile(
    r"(?:上午|下午|早上|早晨|中午|晚上|傍晚)?\s?(?:[一二三四五六七八九十两]{1,3}|\d{1,2})[点點](?:半|一刻|钟|鐘|\d{1,2}分?)?|上午|下午|早上|早晨|中午|晚上|傍晚|"
    r"\b(?:at |around |about )?\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|o'?clock)\b|\bat \d{1,2}(?:[:.]\d\d)?\b|\b(?:at|around|about) (?:half )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|\b\d{1,2}:\d\d\b|\b(?:in the )?(?:morning|afternoon|evening)\b|\b(?:at )?noon\b|\bfirst thing\b",
    re.I,
)
_EMPTY = re.compile(
    r"(?:[吧了就那改到在成好行的呢啊呀我做办]|可以|应该|應該|还是|還是|日子|时间|時間|定在?|左右|那天|"
    r"\b(?:on|the|it|make|then|instead|rather|just|say|let'?s|for|at|by|better|would|be|is|it'?s|works|maybe|do|doing|prefer|can|could|i'?ll|some ?time|some|please|of|and|not|i|i'?d|think|guess|that|day|date|should|to|in|sharp|so|but)\b|[^\w]|_)*",
    re.I,
)
_WAITS = re.compile(
    r"等(?:他|她|佢|客户|客戶|对方|對方|老板|老闆|电话|電話|通知|消息|回话|回复|信|着|着吧|等看)|(?<![给給跟和同找约約])[他她佢](?:说|說)?(?:会|會|要|自己会)?(?:再|主动)?(?:给我)?(?:打电话|打電話|来电|來電|联系我|聯繫我|找我|回我|回话|通知我|打给我|打給我)|看[他她]的?(?:意思|安排)|看情况|随缘|^\W*(?:到时候|回头|以后)?再说吧?\W*$|"
    r"\bwait(?:ing)?\b|\b(?:he|she|they)(?:['’]ll| will|['’]d| would|(?:['’]s| is|['’]re| are) going to)\s+(?:call|ring|phone|get back|come back|contact|let me know|be in touch|email|text|write|reach out)\b|\bin (?:his|her|their) court\b|\bup to (?:him|her|them)\b|\bwe['’]?ll see\b|\bsee how it goes\b|\bplay it by ear\b",
    re.I,
)
_ACTS = re.compile(
    r"我.{0,8}(?:去|打(?:给|電|电)|找|带|帶|送|约|約|问|問|联系[他她]|给[他她]|给(?!我))|再去|\b(?:i|we)(?:['’]ll| will|['’]m going to)?\s+(?!wait|am\b|['’]?ll wait|think|guess|will\b)(?:go|call|ring|see|meet|visit|send|bring|ask|drop|take|show|come|phone|write)\b",
    re.I,
)
_NOTE = re.compile(
    r"\W*(?:我|就|再|先)*(?:[下这這上本]?个?(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]|明早|[明后後]天|\d{1,2}[号號日])?(?:上午|下午|早上|晚上|中午)?(?:我|就|再|先)*(?:去|打(?!算|折)|给|給|找|约|約|联系|聯繫|拜[访訪]|送|发|發|带|帶|[问問][他她])|"
    r"\W*(?:(?:on |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day |tomorrow )?(?:i['’]?ll |i )?(?:(?:go|call|ring|phone|see|meet|visit|send|bring|drop|ask|email|text|message|whatsapp|chase|pop|follow up)\b|(?:take|show|book|get|fix)\b(?= (?!it\b|this\b)\w))",
    re.I,
)
"""How an act of the rep's begins that is told short, as a note to himself."""
_ANNOUNCED = re.compile(
    r"我(?:说|說|跟[他她]说|答应[他她]?)?我?(?:先|得|要|就)?(?:回去|回公司|这就|马上|明天|后天|[下这]?[周週][一二三四五六日天]).{0,3}(?:找|去|问|問|打|送|带|帶|约|約|过来|過來|过去|批|申请|算|改|拿)|"
    r"\bi (?:said|told (?:him|her|them)|promised(?: (?:him|her|them))?)(?: that)? i(?:['’]d|['’]ll| would| will) (?:be back|come|get|ask|call|bring|check|talk|take|send|go|have)\b",
    re.I,
)
_SAID_TO_HIM = re.compile(r"[您你]|咱|\b(?:you|your|let['’]?s|shall we)\b|[?？]", re.I)
_DROPS = re.compile(
    r"\W*(?:我|就|这家|這家|这单|這單)*(?:不(?:去|跟|跑|做)了|不用(?:再)?跟了?|没有下一步了?|放弃了?|算了)\W*|\W*(?:no,?\s)?(?:(?:no|no more) next steps?|drop (?:it|him|her|them)|i(?:['’]?m| am) done with (?:it|him|her|them)|nothing more)\W*",
    re.I,
)


class StepAnswer(NamedTuple):
    """What was told: the step (empty where only a day or a time of day), its day with the words for it, and how.

    `own` where the day is that of an action of the rep's; `corrects` where the answer began by refusing what was read to him, `adds`
    where it only adds to that; `times` are times of day beside a bare day; `onward` is the answer from the clause of the day on, where
    nothing before it is the rep's doing.
    """

    what: str
    day: date | None = None
    phrase: str = ""
    own: bool = False
    corrects: bool = False
    adds: bool = False
    times: str = ""
    onward: str = ""


def plans(text: str) -> bool:
    """Whether the words tell what the rep is going to do and are said to nobody."""
    return not _SAID_TO_HIM.search(text) and orders(text)


def read_step(text: str, days: tuple[Heard, ...], vague: Heard | None = None) -> StepAnswer:
    """Reads an answer to the question for the next step; `days` are the days ahead in it, in order, `vague` is what is no day. Never raises."""
    whole = " ".join(text.split())
    named = _NAMED_STEP.search(whole)
    rest, adds = _without_lead(whole[named.start() :] if named else whole)
    clauses = clauses_of(rest)
    best: tuple[int, Heard] | None = None
    onward = ""
    left = rest
    for clause, heard, between in _placed(rest, clauses, days):
        rank = _rank(clause, heard.quote)
        if rank < 0:
            left = left.replace(clause, " ", 1)
        elif best is None or rank > best[0] or _RETHOUGHT.search(between):
            before, onward = rest[: rest.find(clause)], rest[rest.find(clause) :].strip()
            best, onward = (rank, heard), "" if _OWN.search(before) else onward
    for heard in (*days, vague) if vague else days:
        left = left.replace(heard.quote, " ")
    bare = _EMPTY.fullmatch(_TIME.sub(" ", left)) is not None
    return StepAnswer(
        what="" if bare else rest,
        day=date.fromisoformat(best[1].value) if best else None,
        phrase=best[1].quote if best else "",
        own=best is not None and best[0] == 2,
        corrects=rest != whole and not _AYE.match(whole),
        adds=adds and best is None,
        times=" ".join(hit[0].strip() for hit in _TIME.finditer(left)) if bare else "",
        onward=onward,
    )


def step_in(words: str) -> str:
    """What a step was announced with, from the step on."""
    return _without_lead(" ".join(words.split()))[0]


def announced(text: str) -> str:
    """A step of his own that the rep announced to the customer or to the coach; empty where he announced none."""
    whole = " ".join(text.split())
    hit = _ANNOUNCED.search(whole)
    return step_in(whole[hit.start() :]) if hit else ""


def clause_of(text: str, phrase: str) -> str:
    """The clause that the phrase stands in."""
    whole, at = " ".join(text.split()), " ".join(text.split()).find(phrase)
    return next((hit[0].strip() for hit in _CLAUSE.finditer(whole) if hit.start() <= at < hit.end()), whole)


def clauses_of(whole: str) -> list[tuple[str, int]]:
    """The clauses of a text, each with the place it begins at."""
    return [(hit[0], hit.start()) for hit in _CLAUSE.finditer(whole)]


def acts(clause: str) -> bool:
    """Whether the rep says of himself that he will do something."""
    return bool(_ACTS.search(clause) or _ANNOUNCED.search(clause))


def orders(words: str) -> bool:
    """Whether the words are an act of the rep's, told of himself or short as a note to himself: "ring him monday", 周一打电话."""
    return acts(words) or _NOTE.match(words) is not None


def waits(text: str) -> bool:
    """Whether the words only leave it to the customer: waiting is no step."""
    return bool(_WAITS.search(text)) and not _ACTS.search(text)


def drops(text: str) -> bool:
    """Whether the words give the customer up: there is no next step."""
    return _DROPS.fullmatch(text.strip()) is not None


def _without_lead(whole: str) -> tuple[str, bool]:
    """The answer without the words that only agree or correct; whether it agrees and adds something."""
    rest, agreed = whole, _AYE.match(whole) is not None
    while (lead := _LEAD.match(rest)) and lead.end() < len(rest):
        rest = rest[lead.end() :].lstrip(" ,，.。;；:：")
    more = _MORE.match(rest)
    adds = agreed and more is not None
    return (rest[more.end() :] if more and adds and more[0].isascii() else rest), adds


def _placed(rest: str, clauses: list[tuple[str, int]], days: tuple[Heard, ...]) -> Iterator[tuple[str, Heard, str]]:
    """Each day with the clause that it stands in, and what stands between it and the day before."""
    at = 0
    for heard in days:
        place = rest.find(heard.quote, at)
        if place < 0:
            continue
        between, at = rest[at:place] if at else "", place + len(heard.quote)
        yield next((clause for clause, start in reversed(clauses) if start <= place), rest), heard, between


def _rank(clause: str, phrase: str) -> int:
    """How well a day stands for the step: 2 an action of the rep's, 1 nobody named, 0 somebody else's, -1 a day denied or barred."""
    before = clause[: clause.find(phrase)]
    if _DENIED.search(before) or _BARRED.search(clause):
        return -1
    if _SOUGHT.search(before):
        return 0
    return 2 if _OWN.search(clause) or _MOMENT.match(clause) else 0 if _OTHERS.match(clause) else 1
