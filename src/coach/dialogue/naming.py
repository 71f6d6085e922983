"""The customer's name in an answer that was asked for it, often together with a class and a percentage, or with a grumble."""

import re
from dataclasses import replace

from coach.domain.hearing import Heard, Hearing

LONGEST = 60
"""Characters of a customer's name that go on file."""

_CLAUSES = re.compile(
    r"[,，、。;；!！\n]|\.(?=\s|$)|\s[-–—]+\s|(?<=[一-鿿])\s+(?=[a-eA-E](?![A-Za-z])|[一二三四五六七八九]{1,2}成|百分之|\d{1,3}\s*(?:%|成))|(?<=[一-鿿])\s+(?=(?:刚才?|剛才?|啱啱|头先|頭先|前面)(?:都)?(?:[说說讲講]))"
)
_QUESTION = re.compile(r"[?？]")
_MOST = 2
"""Clauses besides the judgement that such an answer has: more of them tell a story, not a name."""

_GRUMBLES = re.compile(
    r"(?i)(?:啱啱|头先|頭先|先头)?(?:讲|講)(?:咗|过|過)(?:啦|喇|㗎)?|我?(?:(?:不是|刚刚?|剛剛?|刚才|剛才|已经|已經|早就?|前面|上面|都|就|才|[跟和给給]你)+(?:[一二两兩三四五几幾好]+[遍次回])?|(?=告[诉訴])|(?<![\u4e00-\u9fff])|(?<=^我)|(?<=[，,。、\s]我))(?:[说說讲講提写寫]|告[诉訴])你?(?:[过過]?[了啦]?[一二两兩三四五几幾好]*[遍次回][了啦]?|[过過][了啦]?|[了啦])你?(?:[吗嗎嘛呀啊的呢吧啦]|(?<=你)了)*|"
    r"(?:这|這)?(?:是|都)?第[二三四五六七八九十几幾n]+[遍次回][了啦]?|再[说說]一[遍次](?:[,，:：])?|你忘了|(?:记|記)住了?[啊吧哦]*|[听聽](?:好|清楚?)了?[啊吧]*|(?:怎么|怎麼)?[又还還老][在]?[问問](?:这个|这|我)?|"
    r"\b(?:like|as)\s+(?:i(?:'?ve)?|we)\s+(?:just\s+|already\s+)?(?:said|told you|mentioned)(?:\s+(?:before|already|earlier|twice))*|"
    r"\bi(?:\s+(?:have|did)|['’]ve)?\s+(?:just\s+|already\s+|literally\s+)*(?:told|tell|telling)\s+you(?:\s+(?:so|that|this|already|before|twice|(?:three|four|many) times))*|"
    r"\bi(?:\s+have|['’]ve)?\s+(?:just\s+|already\s+)*(?:said|mentioned)(?:\s+(?:so|it|that|already|before|twice))*|\balready\s+(?:said|told you)(?:\s+(?:so|that|it))?|\b(?:just\s+)?told you(?:\s+already)?|"
    r"\bfor the (?:\w+) time(?: now)?|\b(?:the |that'?s the )?(?:second|third|fourth|fifth|last) time(?: now)?|\b(?:once )?again\b|\byou forgot\b|\bare you listening\b"
)
"""What a rep says because he is asked for what he has told already."""

_LEADING = re.compile(
    r"(?i)^(?:(?:(?:那|这|這)?(?:[两兩二三]家)?(?:[你咱我]?(?:们|們)?)?(?:就|先)(?:[说說讲講聊])|不用改了?|没啥改的?|哎呀?|唉|呃|额|嗯|哦|那个|就|上[次回](?:的|那个?)?|没有?名[儿字]?[ ,，]*|(?:well|um+|uh|er|erm|oh|so|just|it's just|it is just|the one)(?=[\s,])|[a-e]\s*[类類]?客[户戶]|(?:他|她|它|人家|咱|我)[们們]?(?:公司|[单單]位|[厂廠])?(?=叫)|就?是|名?叫做?|去了?|[见見]的?|客[户戶]|公司|名字|名[称稱]?|给|給|对|對|it'?s|it is|that'?s|(?:the|their|his|her)\s+(?:customer|client|company|business|firm|account)?(?:'s)?\s*name(?:\s+is|'s)|the(?=\s+(?:customer|client|company))|customer|client|company|is|called|named|name|they'?re|we saw|i saw|saw|met|visited)(?:\s*[:：]\s*|\s+|(?<=[\u4e00-\u9fff])))+"
)
_CLASS = r"(?<![a-z0-9'’&.-])(?:class\s+)?[a-e](?![a-z0-9'’&])(?:\s*(?:[+＋]|-(?!\w)|plus\b|minus\b))?\s*(?:类客户|類客戶|[类級级類档])?"
_SHARE = (
    r"百分之[零一二三四五六七八九十百\d]+|\d{1,3}\s*(?:%|％|per\s?cent|percent|pct|ish\b|成|/\d+)|[一二两兩三四五六七八九十]{1,3}成[半一二三四五六七八九]?|"
    r"(?<![\u4e00-\u9fff])(?:[一二三四五六七八九]?十[一二三四五六七八九]?|零)(?![\u4e00-\u9fff])|"
    r"\b(?:zero|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?(?:ish)?\b"
)
_BARE_NUMBER = r"(?<![a-z0-9-])\d{1,3}(?!\w|-\w)|\d{1,3}(?=吧|了|左右|上下)"
_JUDGED = re.compile(f"(?i){_CLASS}|{_SHARE}|{_BARE_NUMBER}")
_PLAINLY_JUDGED = re.compile(f"(?i){_CLASS}|{_SHARE}")
_FILLING = re.compile(
    r"(?i)(?:嗯|哦|噢|唔|啊|行|好|不|没|沒|没有|沒有|知道|清楚|我|看|判断?|觉得|覺得|感觉|感覺|应该|應該|可能|大概|大约|差不多|估计|估計|把握|左右|上下|以上|吧|了|呢|呗|唄|啊|呀|哈|嘛|啦|就|还是|還是|或者|或|和|跟|要么|要麼|先|给|給|他|她|算|定|是|个|個|类|類|级|級|档|按期|能|签|簽|不好说|不好說|难说|難說|说不准|說不準|不确定|一半|对半|對半|五五开|几成|的|打|有|都|也|"
    r"顶多|頂多|最多|至少|起码|勉强|勉強|肯定|绝对|絕對|一定|必须|铁定|鐵定|妥妥|纯|純|标准|標準|典型|绝|准|準|稳|穩|悬|懸|快|难|難|中等|偏|偏上|偏下|往|接近|介于|之间|十拿九稳|铁板钉钉|没跑|没问题|没戏|忘|保密|不记得|想不起来|随便|隨便|先不说|不想说|算了|"
    r"\b(?:i|i'?d|i'm|say|says|said|would|think|guess|reckon|about|around|roughly|maybe|probably|possibly|perhaps|call|it|it'?s|that'?s|them|they'?re|him|her|he|she|he'?s|she'?s|an?|is|class|at|with|per|cent|percent|sure|confident|confidence|chance|"
    r"fifty|half|and|out|of|in|ten|still|so|well|let'?s|make|put|down|as|for|me|now|not|hmm|um|er|or|ok|okay|yes|yeah|no|nope|none|nothing|dunno|don'?t|know|idea|what|"
    r"definitely|certainly|clearly|obviously|absolutely|easy|easily|solid|strong|weak|good|bad|dead|cert|certain|hard|tough|tell|gut|feeling|my|best|worst|at|most|least|between|somewhere|borderline|low|high|long|shot|either|more|like|than|just|only|to|the|forgot|can'?t|remember|secret|skip|pass|whatever)\b|[\s'’./%+~-])*"
)
_NOBODY = re.compile(
    r"(?i)没(?:见[着到过]?|碰[着到]|人|有?名|有?公司|有?店名|进|拜|记)|沒(?:見|有?名|人)|不(?:知道|清楚|晓得|记得|让进|在$)|记不|忘了|保安|[没没]?拜访$|路边|个人$|一个人|老客[户戶]|(?:上次|还是|那个|这个).{0,3}(?:那家|客[户戶])|那家$|一[个家].*的$|"
    r"\b(?:didn'?t|did not|nobody|no ?one|not|don'?t|doesn'?t|does not|couldn'?t|can'?t|wasn'?t|no (?:name|company|firm|idea)|(?:just )?an? (?:guy|man|woman|bloke|lady|one)|the same|last (?:time|week|month)|security|on|come on)$|"
    r"\b(?:didn'?t|did not|nobody|no ?one|don'?t|doesn'?t|does not|couldn'?t|wasn'?t|no name|no company|the same|(?:from )?last (?:time|week|month)|same as|turned (?:me )?away|come on)\b"
)
"""What tells that there is no name, or that nobody was met; and a customer told by no more than that he is the one of last time."""
_PLEASANTRY = re.compile(
    r"(?i)(?:喂|哎|嗨|哈[喽啰囉])*(?:[你您]好|在(?:吗|嗎|不|么|嘛)|要得|[好得中]嘞|收到|(?:多)?[谢謝]+[你您啦了]*|唔該|辛苦了?|什[么麼]|啥子?|乜|[继繼][续續]|接着(?:来|[说說讲講])?|明白了?|[晓曉]得了?|(?:今天)?(?:[没沒]有?|无|無)(?:跑)?客[户戶]|怎么了|.{0,6}[吗嗎])(?:[啊呀吧哈])?|"
    r"算了|无所谓|無所謂|不用(?:填|记|記|写|寫)了?|先?空着|(?:just )?(?:leave it(?: blank| open| out)?|forget it|never ?mind|no matter|doesn['’]?t matter|don['’]?t ask(?: me)?.{0,12})|(?:hi|hello|hey|thanks|thank you|cheers|mm+|hm+|next|continue|sorry|(?:no|nobody|none) (?:customer|client)s?)(?: (?:there|coach|ok|today))*"
)
"""What is said to be polite, or to go on; nobody is called so."""
_STORY = re.compile(
    r"(?i)(?:i|i['’]\w+|he|she|we|they|you|there|that|this|it)(?:['’]\w+)?\s|(?:他|她|它|我|你|您|咱|人家)(?!爱我家)"
)
"""How a clause begins that tells something rather than names somebody."""
_SPEAKS = re.compile(r"^(?!我爱我家).*(?:(?<!吉)[他她](?!$)|[你您](?![好丽優优])|啥|咱|(?<![食])什[么麼])")
"""What speaks of or to somebody and so names nobody, wherever it stands: 谢谢他呗."""
_PROPER = re.compile(r"[A-ZÀ-ÖØ-Þ\u4e00-\u9fff]|\d[A-Za-z]")
_SMALL = ("&", "and", "of", "the", "de", "+")
_CAPITAL = re.compile("[A-ZÀ-ÖØ-Þ]")
_TRAILING = re.compile(
    "(?<=[\u4e00-\u9fff]{2})\\s*(?:[呀啊啦嘛呢哦呗]|(?<![酒网水书氧贴清迪])吧)+$|(?i: i (?:think|guess|believe|said)| or (?:so|something))$"
)
_WORDS_BESIDE = 2
_HAN_BESIDE = 3
"""Chinese characters a name needs to be told from an adverb, where it runs straight into the judgement (顶多C)."""


def name_told(text: str) -> str:
    """The name, at most `LONGEST` characters and one more where it is longer; empty where the answer tells none. Never raises.

    It stands before the judgement or is led to (客户是…); what follows a judgement bare is a comment on it.
    """
    names, _ = _parts(text)
    if names and _SPEAKS.search(names[0]):
        return ""
    return names[0][: LONGEST + 1] if 0 < len(names) <= _MOST and not _STORY.match(names[0]) else ""


def without_the_person(name: str, contact: str) -> str:
    """The customer's name without the person met behind it: 康泰体检中心 王主任."""
    rest = name.removesuffix(contact).rstrip(" 的,，") if contact and contact != name else name
    return rest if len(rest) >= _WORDS_BESIDE else name


def apart_from_names(hearing: Hearing, text: str, asked_again: bool) -> Hearing:
    """What was heard in an answer about the customer's name, without what was heard in the name itself: Signature Homes is no signature.

    `asked_again` tells that it was asked for the name and not for the whole story.
    """
    if asked_again and _names_alone(text):
        return Hearing(names=hearing.names)
    if not hearing.facts:
        return hearing
    name = hearing.names.get("customer", "")
    told = {key: heard for key, heard in hearing.facts.items() if heard.quote not in name}
    return hearing if len(told) == len(hearing.facts) else replace(hearing, facts=told)


def _names_alone(text: str) -> bool:
    """Whether the answer is a name and nothing else, as its capitals, a judgement or a grumble beside it, or the words before it show."""
    names, judged = _parts(text)
    if len(names) != 1 or not name_told(text):
        return False
    titled = all(_CAPITAL.match(word) or word in _SMALL for word in names[0].split())
    return judged or titled or bool(_GRUMBLES.search(text)) or bool(_LEADING.match(text.strip()))


def _parts(text: str) -> tuple[list[str], bool]:
    """The clauses that may be a name, and whether there is a judgement beside them."""
    if _QUESTION.search(text):
        return [], False
    clauses = [part for part in _CLAUSES.split(_GRUMBLES.sub(",", text)) if part.strip()]
    anywhere = any(map(_PLAINLY_JUDGED.search, clauses))
    names: list[str] = []
    judged = False
    for clause in clauses:
        judgement = _JUDGED if not anywhere or _PLAINLY_JUDGED.search(clause) else _PLAINLY_JUDGED
        name = _bare(clause, judgement)
        if (
            name
            and not _NOBODY.search(name)
            and not _PLEASANTRY.fullmatch(name)
            and not (judged and name == clause.strip() and not _CAPITAL.match(name))
        ):
            names.append(name)
        judged = judged or bool(judgement.search(clause))
    return names, judged


def same_name(told: str, known: str) -> bool:
    """Whether a name is the one known already, whole or its first words, however written: marlow and finch, Marlow & Finch."""
    one, other = (re.findall(r"\w+", re.sub(r"\band\b", " ", name.casefold())) for name in (told, known))
    return bool(one) and one == other[: len(one)]


def only_grumbles(heard: Heard) -> bool:
    """Whether words taken for a fact only remind of what was said ("hobbs like I said"): of a guess no more than one word is left without that."""
    left = _GRUMBLES.sub(" ", heard.quote).split()
    return left != heard.quote.split() and (not left or (heard.value == "unsure" and len(left) == 1))


def only_judges(text: str) -> bool:
    """Whether the answer is a class and a percentage and nothing else: what hedges it is said of the judgement, not of a fact."""
    return bool(_JUDGED.search(text)) and all(_judges(clause) for clause in _CLAUSES.split(text))


def _judges(clause: str) -> bool:
    return _FILLING.fullmatch(" ".join(_JUDGED.sub(" ", clause).split())) is not None


def _bare(clause: str, judgement: re.Pattern[str]) -> str:
    """A clause without judgement and without the words around a name; empty where nothing else is in it."""
    if _judges(clause):
        return ""
    name = _LEADING.sub("", " ".join(judgement.sub(" ", clause).split())).strip(" :：'’\"“”")
    if judgement.search(clause) and (_is_a_hedge(name) or _runs_into(clause, name)):
        return ""
    return _TRAILING.sub("", name)


def _is_a_hedge(left: str) -> bool:
    """Whether what stands beside a class in small letters says how surely it is meant: a solid B, though not lakeshore laundry B."""
    words = left.split()
    return not _PROPER.search(left) and (len(words) < _WORDS_BESIDE or any(map(_FILLING.fullmatch, words)))


def _runs_into(clause: str, name: str) -> bool:
    """Whether what is left is so short a word, and so close to the judgement, that it belongs to it."""
    return len(name) < _HAN_BESIDE and f"{name} " not in clause
