"""What made-up reps and customers are called and say; filler is drawn by frequency, so that words spread as in real talk."""

import pydoc_data.topics
import re
from collections import Counter
from functools import cache
from random import Random

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜敏静强磊军洋勇艳杰娟涛明超秀霞平刚桂丽鹏华飞玉兰波辉建国志"
TITLES = ("总", "经理", "主任", "厂长", "处长", "老板", "工")
PLACES = (
    "华",
    "中",
    "恒",
    "瑞",
    "信",
    "达",
    "远",
    "盛",
    "鑫",
    "泰",
    "宏",
    "创",
    "联",
    "科",
    "智",
    "云",
    "海",
    "天",
    "东",
    "北",
    "长",
    "重",
)
TRADES = ("科技", "医药", "制造", "物流", "软件", "能源", "电子", "食品", "建材", "汽车", "机械", "乐器")
STEMS = ("Nor", "Bel", "Kes", "Mar", "Tor", "Val", "Hex", "Lum", "Whit", "Ash", "Brook", "Sten")
ENDS = ("tek", "dale", "wick", "soft", "ford", "gen", "field", "mont", "ley", "more")
KINDS = ("", " Foods", " Logistics", " Cold Store", " Motors", " Labs", " & Sons", " Print")
PEOPLE = (
    "Dana Whitfield",
    "Tom Carter",
    "Mrs Osei",
    "Mr Lindqvist",
    "Priya Nair",
    "Joe Almeida",
    "Ruth Keller",
    "Sam Okafor",
    "Ms Duval",
    "Ed Brandt",
)
PRODUCTS = {"zh": ("", "旗舰版", "标准版", "维保"), "en": ("", "Premium", "Standard", "Service plan")}
MANAGERS = ("周经理", "Helen Marsh", "何经理", "Victor Stone", "苏经理")

FACTS = {
    "zh": {
        ("authority", "first"): ("他不用再请示，自己就能签字", "公司就是他的，他说了算"),
        ("authority", "second"): ("他这关过了还要老板点头", "他上面有一道，老板批了就行"),
        ("authority", "third"): ("要先报部门总监，再到总经理签字", "上面两道，一层一层报"),
        ("need", "yes"): ("年底要上新线，他主动问几号能装", "产线停一天亏三万，他急着要换"),
        ("need", "no"): ("他说去年刚换过，暂时用不上", "他讲现在的够用，不打算动"),
        ("power", "yes"): ("预算批下来了，钱不是问题", "财务那边四十万已经留出来了"),
        ("power", "no"): ("今年账上没钱，明年也难说", "预算砍光了，他说买不起"),
        ("power", "unsure"): ("钱应该没问题，厂子挺大的", "预算我估计有，没问"),
        ("value", "yes"): ("他算过，能省两个人工", "演示完他连说了三遍好用"),
        ("value", "no"): ("他觉得没什么用，跟别家差不多", "他不认我们这一套"),
        ("value", "unsure"): ("他没表态，就是点点头", "价值他大概是认的吧"),
    },
    "en": {
        ("authority", "first"): ("it's her company, she signs alone", "he decides himself, nobody above him"),
        ("authority", "second"): ("his boss has to agree", "one approval above her, the owner"),
        ("authority", "third"): ("first the director, then the managing director signs", "two people above him must agree"),
        ("need", "yes"): ("the line stood still twice this month, they need it now", "she asked how soon we could install"),
        ("need", "no"): ("they replaced theirs last year and need nothing", "he says what they have will do"),
        ("power", "yes"): ("forty thousand is set aside for it", "budget approved, she showed me the sheet"),
        ("power", "no"): ("there is no money this year or next", "the budget is gone"),
        ("power", "unsure"): ("money should be fine, it's a big place", "I suppose they can pay, didn't ask"),
        ("value", "yes"): ("she worked out it saves two hands", "he liked the remote alarm a lot"),
        ("value", "no"): ("he doesn't see the point of it", "she says it's the same as everyone's"),
        ("value", "unsure"): ("he nodded, hard to tell", "I think she likes it"),
    },
}  # fmt: skip

SAYS = {
    "zh": {
        "met": ("下午去了{customer}，见的{contact}，聊了一个多小时", "今天跑的{customer}，跟{contact}谈的，报了价", "上午见了{customer}的{contact}，演示了一遍"),
        "claim": ("{class}类，{pct}%的把握", "我判{class}，{pct}%", "{class}吧，{pct}%"),
        "price": ("价格他嫌高，想再低{k}个点", "他们在跟{rival}比价，采购要走招标", "合同卡在付款条款，法务还没看", "交期他要{when}，折扣再谈"),
        "asked": ("我当场请他签了，他说再想想", "签字这句话我说了{k}回，他没松口", "我开口要他签，他说{when}给答复"),
        "not_asked": ("没好意思开口，怕显得太急", "我没提签字，就说那好吧", "话到嘴边没说出来"),
        "unknowns": ("不知道老板批不批，也不知道预算", "决策流程我没摸清，竞品报价也不知道", "他上面是谁我说不上来"),
        "line": ("{contact}，您{when}要上线，今天定下来我就能排上安装，签了吧？", "{contact}，省下的两个人工从这个月就算起，今天签？", "{contact}，您担心的我都写进合同，咱们现在签？"),
        "step": ("打电话给{contact}，问预算和老板哪天在", "去{customer}见老板，带上合同", "把方案改好发给{contact}，约时间签字"),
        "dispute": ("我不同意，他明明想要", "客户口气很热，不该是这一类"),
        "lost": ("选了{rival}", "项目停了", "价格谈不拢"),
        "comment": ("这一句问得好，下次早点问", "这里他已经松口了，你怎么没接？", "“应该没问题”不是证据，去问", "预算到底谁批？"),
        "overrule": ("我认识他们老板，签字就是他一个人", "上面还有集团采购，我去年碰过", "钱早就批给别家了"),
        "ask": ("明天之前问清楚预算谁批", "把合同条款的争议写给我", "约老板的时间定了告诉我"),
        "answer": ("问到了，老板下周三在", "已经问了，预算在采购手里", "约了周五下午"),
    },
    "en": {
        "met": ("saw {contact} at {customer}, talked for an hour", "went to {customer}, met {contact}, left a quote", "demo for {contact} at {customer} this morning"),
        "claim": ("{class}, {pct} percent", "I'd say {class}, {pct}", "{class} at {pct} %"),
        "price": ("the price is too high, they want {k} percent off", "they compare us with {rival}, it goes to tender", "legal is stuck on payment terms", "delivery must be by {when}"),
        "asked": ("I asked for the signature, she wants to think", "asked {k} times, he would not move", "I asked and he answers {when}"),
        "not_asked": ("didn't dare ask", "I said all right then and left", "never got round to asking for the signature"),
        "unknowns": ("don't know who signs in the end, nor the budget", "no idea what the rival quoted", "I couldn't say who is above him"),
        "line": ("{contact}, you lose a day a week; if we sign today I book the install for {when}. Shall we?", "{contact}, what you fear goes into the contract. Sign it now?"),
        "step": ("call {contact} and ask about the budget", "meet the owner of {customer} with the contract", "send {contact} the new proposal and fix a date"),
        "dispute": ("I don't agree, she really wants it", "he was so keen, that can't be right"),
        "lost": ("went with {rival}", "project stopped", "no deal on price"),
        "comment": ("good question, ask it earlier", "he had already given way here, why not close?", "'should be fine' is no evidence, ask", "who approves the budget?"),
        "overrule": ("I know the owner, she signs alone", "group purchasing sits above him, I met them last year", "the money went to somebody else"),
        "ask": ("find out by tomorrow who approves the budget", "send me the clause they object to", "tell me when the owner is in"),
        "answer": ("done, the owner is in on Wednesday", "asked, purchasing holds the budget", "Friday afternoon is fixed"),
    },
}  # fmt: skip

WHEN = {
    "zh": ("下周三", "月底", "季度末", "周五下班前", "十号"),
    "en": ("next Wednesday", "month end", "quarter end", "Friday", "the tenth"),
}


class Filler:
    """Words by frequency, drawn in one go and handed out in order."""

    def __init__(self, dice: Random, language: str) -> None:
        words, weights = _zh() if language == "zh" else _en()
        self._drawn = dice.choices(words, weights, k=200_000)
        self._next = 0
        self._glue = "" if language == "zh" else " "

    def some(self, count: int) -> str:
        """`count` words as a piece of talk."""
        if self._next + count > len(self._drawn):
            self._next = 0
        self._next += count
        return self._glue.join(self._drawn[self._next - count : self._next])


@cache
def _zh() -> tuple[list[str], list[float]]:
    from pypinyin.phrases_dict import phrases_dict

    words = sorted(word for word in phrases_dict if len(word) <= 4)
    common = Counter("".join(words))
    words.sort(key=lambda word: -sum(common[char] for char in word) / len(word))
    return words, [1 / (rank + 10) ** 0.85 for rank in range(len(words))]


@cache
def _en() -> tuple[list[str], list[float]]:
    found = Counter(re.findall(r"[a-z]{2,14}", " ".join(pydoc_data.topics.topics.values()).lower()))
    return list(found), [count**0.85 for count in found.values()]
