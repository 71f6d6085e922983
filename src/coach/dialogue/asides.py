"""Words that are no answer but plain talk: not having understood, asking why or to skip, asking the coach what he thinks or is, a feeling, a joke.

Only a text that is nothing else counts: one clause about the customer, and it is an answer.
"""

import re
from typing import Literal

Aside = Literal["puzzled", "why", "worth", "skip", "unwilling", "stop", "mine", "asks_back", "who", "feeling", "joke"]

_LONGEST = 90
_ENDS = re.compile(r"[,，。.!！?？;；:：~～…\n–—]+|\s-\s|\b(?:and|but|or)\b", re.I)
_FILLER = re.compile(
    r"(?:(?:well|honestly|look|so|oh|ok(?:ay)?|hey|sorry|man|god|ugh|um+|uh+|hmm+|please|coach|to be honest|i mean)\b\s*|其实|老实说|说实话|那个|那|教练|不好意思|抱歉|唉+|哎+呀?|嗯+|啊+)*",
    re.I,
)
_AFTERTHOUGHT = re.compile(r"\s+(?:to be honest|honestly|tbh|really|mate|man|coach)$", re.I)
_KINDS: tuple[tuple[Aside, re.Pattern[str]], ...] = (
    (
        "puzzled",
        re.compile(
            r"(?:我)?(?:还是)?(?:真|完全)?(?:没|沒|不|唔)(?:太|大|怎么)?(?:听|看)?(?:懂|明白)(?:你)?(?:的意思|的问题|说什么|在说什么|问什么|在问什么|意思|这个?问题|这一?问)?(?:啊|呢|了)?|(?:这|你)?(?:是)?(?:什么|啥)意思(?:啊|呢|呀)?|你(?:在)?(?:说|问)(?:的是)?(?:什么|啥)(?:啊|呢)?|(?:再|重新)说(?:一遍|一次)(?:吧)?|换个(?:说法|问法)(?:吧)?|"
            r"(?:i )?(?:still )?(?:don'?t|didn'?t|do not|did not|can'?t) (?:really |quite )?(?:know what you mean|understand|get (?:it|that|you|the question|what you mean)|follow)(?: (?:you|that|the question|what you mean|it|this))?|what do you mean(?: by (?:that|this|it))?|(?:what|huh|eh|pardon|come again)(?: me)?|(?:can you )?(?:say|put|ask) (?:that|it) (?:again|differently|another way)|what(?:'s| is) the question|i'?m (?:confused|lost)|no idea what you mean|(?:that )?(?:makes no sense|doesn'?t make sense)",
            re.I,
        ),
    ),
    (
        "why",
        re.compile(
            r"你?(?:为什么|为啥|干嘛|干什么)(?:要|老)?问(?:我)?(?:这个|这些|这)?(?:啊|呢)?|你?问(?:我)?(?:这个|这些|这)(?:干嘛|干什么|做什么|有什么用|有啥用|有用)(?:啊|呢|吗)?|"
            r"你?(?:怎么|怎麼|干嘛|为什么|为啥)?(?:老|总|一直|又|还)(?:是)?(?:在)?问(?:我)?(?:这个|这些|同样的(?:问题)?|这)(?:干嘛|干什么|啊|呢)*|"
            r"why (?:do|are|would) you (?:keep |always |still |even |just )*(?:ask(?:ing)?|going on about|on about)(?: me)?(?: (?:for )?(?:that|this|it|the same(?: thing| question)?))?(?: again)?|why (?:are you asking|do you ask|do you want to know|ask|are you asking me)(?: me)?(?: (?:that|this|it))?|why (?:does|do|is) (?:that|this|it)(?: even)? (?:matter|important)|what(?:'s| is) (?:that|this) (?:got to do with it|for)",
            re.I,
        ),
    ),
    (
        "worth",
        re.compile(
            r"(?:为什么|为啥|干嘛)(?:我们?)?(?:每天|天天|每晚|每次|老)?(?:都|非)*(?:要|得)(?:做|搞|填|弄|聊|写|来)(?:这个|这些|这种|这|一遍|一次)*(?:啊|呢)?|(?:每天|天天|每晚|老)?(?:搞|做|填|弄|聊|复盘)?(?:这个|这些|这|复盘)(?:到底|究竟)?(?:有什么用|有啥用|图什么|图啥|有意义吗|有用吗)(?:啊|呢)?|"
            r"why (?:do|must|should|am) (?:i|we) (?:have to |need to |got to |even |always |still |keep )*(?:do(?:ing)?|go(?:ing)? through|fill(?:ing)? in|answer(?:ing)?|talk(?:ing)? about) (?:(?:all )?(?:this|that|it|these)(?: (?:stuff|thing|questions|debriefs?|crap))?)(?: (?:in )?(?:every|each) (?:single )?(?:night|evening|day|time)| at all| again)*|what'?s the (?:point|use)(?: (?:of|in) (?:all )?(?:this|it|that|doing (?:this|it)|any of (?:this|it)))?(?: (?:every|each) (?:night|evening|day))?|what do i get out of (?:this|it)|what(?:'s| is) in it for me",
            re.I,
        ),
    ),
    (
        "skip",
        re.compile(
            r"(?:(?:我)?(?:能不能|可不可以|可以|能))?(?:先)?(?:跳过|略过|不答|不回答|不说)(?:这个|这题|这一?问|这一?条|它)?(?:吗|吧|行吗|行不行|可以吗)?|(?:这个|这题|这一?问|这一?条)(?:能不能|可不可以|可以|能)?(?:先)?(?:跳过|略过|不答|不回答)(?:吗|吧)?|下一(?:个|题|问)(?:吧)?|(?:这个|名字)?(?:不方便|不便|不能|不好)(?:说|讲|透露)(?:的|啊)?|(?:这个)?(?:要)?保密|不告诉你|"
            r"(?:can|may|could) (?:i|we) (?:just )?(?:skip|pass on|leave) (?:this|it|that)(?: one| question| out)?|(?:let'?s )?(?:skip|pass on) (?:this|it|that)(?: one| question)?|(?:skip|pass|next question)|(?:(?:i'?d|i would) )?(?:rather|prefer) not(?: to)? (?:say|answer|tell(?: you)?)(?: that| this| it)?|(?:i'?m )?not (?:saying|telling(?: you)?|going to (?:say|tell(?: you)?))(?: that| this| it)?|no comment|none of your business|(?:that'?s |it'?s )?(?:private|confidential|a secret)|do i have to(?: answer(?: that| this)?)?",
            re.I,
        ),
    ),
    (
        "unwilling",
        re.compile(
            r"(?:我)?(?:今天)?(?:真的?|实在|根本|都)?(?:不想|懒得|不愿意?|没心情|没兴致)(?:再)?(?:说|聊|讲|谈|提|复盘|回忆)(?:了|这个|这事|这件事|它|今天的事|话)*|(?:别|不要)(?:再)?(?:问|提)(?:我)?(?:了|吧|这个|这事)*|(?:不提|不说|不聊)(?:也罢|了|它了)|"
            r"i (?:really |just )?(?:don'?t|do not|can'?t) (?:really )?(?:want to|wanna|feel like) (?:talk(?:ing)?|discuss(?:ing)?|go(?:ing)? into)(?: about)?(?: (?:it|that|this|today))?|(?:let'?s )?(?:not|don'?t) (?:talk about (?:it|that|this)|go there)|i'?d rather not(?: talk about (?:it|that|this))?|don'?t ask(?: me)?|leave me alone",
            re.I,
        ),
    ),
    (
        "stop",
        re.compile(
            r"(?:今天)?(?:先|就)*(?:到这(?:里|儿)?|到此为止|停(?:在这(?:里|儿)?|一下)?|打住|收工)(?:吧|了|啊)*|我(?:得|要|该)(?:走|撤|下班|开车)了|"
            r"(?:(?:can|could|shall|may) (?:we|i) |let'?s |please |just |i (?:want|need|have) to )*(?:stop|call it a (?:day|night)|leave it|park (?:it|this)|pack it in)(?: (?:here|now|there|this|it|at that|for (?:today|tonight|now)))*|(?:i'?m )?done (?:for (?:today|tonight|now)|here)|enough (?:for (?:today|tonight|now)|already)|(?:i'?ve )?(?:had enough|got to go|gotta go)|i (?:have|need) to go",
            re.I,
        ),
    ),
    (
        "mine",
        re.compile(
            r"(?:要是|如果|那)?(?:换|换了|换成|换做|是)?你(?:自己)?(?:的话)?(?:会|要)?怎么(?:做|办|弄|处理|接)(?:呢|啊)?|(?:那|你说)?我(?:该|应该|要)怎么(?:办|做|弄)(?:呢|啊|才好)?|(?:你)?有(?:什么|啥|没有?)(?:建议|招|办法|主意)(?:吗|没有?|啊)?|"
            r"(?:what|how) (?:would|'d|do) you (?:do|have done|say|have said|handle (?:it|that|this|him|her|them)|play (?:it|this|that))(?: (?:it|that|this))?(?: (?:in my (?:place|shoes)|instead|then|here|now|next|if you were me|(?:if|when) .{3,50}|with (?:him|her|them|this|it)))?|what (?:should|could|can) i (?:do|have (?:done|said))(?: (?:now|then|next|here|about (?:him|her|it|them|that|this)|(?:if|when) .{3,50}))?|any (?:advice|tips|ideas|suggestions)",
            re.I,
        ),
    ),
    (
        "asks_back",
        re.compile(
            r"你(?:自己)?(?:觉得|看|说|认为)(?:呢|怎么样|如何|怎样|我(?:做得|说得)?(?:对不对|怎么样|行不行|傻不傻))|你怎么(?:看|想)|换(?:了)?(?:你|成你)(?:你)?(?:会)?(?:怎么(?:做|说|办))?(?:呢)?|我(?:是不是|算不算)(?:很|太|有点)?(?:傻|笨|蠢|差劲?|失败|丢人|没用|做错了?)(?:了|啊|吗)?|我(?:该|应该)怎么办(?:呢|啊)?|"
            r"what do you (?:think|reckon|say)(?: (?:of|about) (?:it|that|this))?|what'?s your (?:view|take|opinion)|(?:was|is) (?:that|it|this) (?:so |really |very )?(?:dumb|stupid|wrong|bad|ok(?:ay)?|silly|a mistake|my fault)(?: of me)?|did i (?:do (?:it |that )?(?:right|wrong|ok(?:ay)?|badly|well)|mess (?:it |that )?up|screw (?:it |that )?up|blow it)|am i (?:wrong|stupid|an idiot|right|any good|no good)|what would you (?:do|have (?:done|said)|say)(?: (?:in my place|instead|then))?|how would you (?:do|have done|handle) (?:it|that)|you tell me|what (?:should|could) i (?:do|have (?:done|said))",
            re.I,
        ),
    ),
    (
        "who",
        re.compile(
            r"你(?:到底)?是(?:不是)?(?:一?个)?(?:AI|人工智能|机器人|機器人|机器|程序|真人|人|活人|ChatGPT|大模型)(?:还是(?:真)?人)?(?:吗|么|嗎|啊|吧|呢)?|你(?:到底)?是(?:谁|誰|啥|什么(?:东西|人)?)(?:啊|呀)?|(?:这|對面|对面)是(?:真人|机器人|AI)(?:吗|么)?|"
            r"(?:are you|is this) (?:actually |really )?(?:an? )?(?:ai|robot|bot|human(?: being)?|real(?: person)?|machine|person|program|computer|chatgpt)(?: or (?:an? )?(?:human|person|robot|bot|ai|machine))?|(?:who|what) are you(?: really)?|am i (?:talking|speaking) to (?:an? )?(?:human|robot|real person|person|machine|bot|ai)",
            re.I,
        ),
    ),
    (
        "feeling",
        re.compile(
            r"(?:我)?(?:今天|现在|最近|真的?|实在|有点|有些|太|好|很|挺|都快|快|都|也|心里)*(?:心累|累|烦|丧|难受|郁闷|沮丧|崩溃|泄气|没劲|失望|生气|憋屈|委屈|想哭|不想干|不想聊|不爽|气人)(?:了|啊|死了?|坏了?|呀|得很|得慌|透了|我了)*|"
            r"(?:i'?m|i am|i feel|feeling|i'?ve been|it'?s been)(?: (?:so|really|pretty|just|a bit|quite|very|too|bloody|all|like|a|an|totally))* (?:tired|knackered|exhausted|fed up|gutted|frustrated|down|annoyed|stressed|disappointed|wiped|wiped out|shattered|awful|terrible|bad|stupid|useless|rubbish|an? idiot|idiot|failure|sad|low|miserable|rough day|long day|bad day|hard day|sick of (?:it|this))(?: today| now| about it| tonight)?|(?:this|that|it) (?:sucks|hurts|stings)|i hate (?:this|it|this job|my job)|(?:what a|rough|long|bad|hard) (?:day|week)|(?:fed up|knackered|tired|gutted)(?: with (?:it|this))?",
            re.I,
        ),
    ),
    (
        "joke",
        re.compile(r"(?:哈|嘿|呵|嘻){2,}|(?:我)?(?:跟你)?开(?:个)?玩笑(?:的|呢|啦)?|逗你(?:的|呢|玩)?|(?:(?:ha){2,}h?|(?:he){2,}|lol|lmao)?\s*(?:(?:just |only )?(?:kidding|joking))?|i'?m (?:kidding|joking)", re.I),
    ),
)  # fmt: skip


_RANK = re.compile(
    r"(?:我(?:是)?(?:想)?问你?[，,]?)?(?:那|那么)?(?:他|她|这人|这个人|我见的(?:这个人|这位|人)?|我|[一-鿿]{1,2}[总總姐哥])?(?:到底|究竟|这样|这)?(?:算|是)第?[几幾](?:个)?KP(?:啊|呢|呀)?|"
    r"(?:so |and )?(?:which|what) kp (?:is|would) (?:he|she|that|this|it)(?: be)?|is (?:he|she) (?:a|the) (?:first|second|third) kp",
    re.I,
)


def asks_rank(text: str) -> bool:
    """Whether the rep asks which KP the person met is, rather than what a KP is."""
    return _RANK.fullmatch(text.strip(" 。.?？!！")) is not None


_TAKES_BACK = re.compile(
    r"(?:(?:ha){1,}h?|lol|lmao|haha)?[\s,.!]*(?:nah |no )?(?:i'?m |i was |was |that was )?(?:just |only )?(?:kidding|joking|a joke|messing|pulling your leg)[\s.!]*(?:lol|mate|haha)?[\s.!]*|(?:哈+)?[，,\s]*(?:我)?(?:跟你|刚才|刚刚|那句)?(?:是)?(?:开(?:个)?玩笑|逗你|说着玩|瞎说)(?:的|呢|啦|玩)*[。.！!\s]*",
    re.I,
)


def only_joking(text: str) -> bool:
    """Whether the rep takes his last words back as a joke."""
    return _TAKES_BACK.fullmatch(text.strip().replace("’", "'")) is not None


def read(text: str) -> Aside | None:
    """Which aside the text is, or None where it is an answer."""
    plain = _straight(text)
    if not plain or len(plain) > _LONGEST:
        return None
    clauses = [_plain(part.strip()) for part in _ENDS.split(plain)]
    kinds = [_kind(clause) for clause in clauses if clause]
    return None if None in kinds else next((kind for kind, _ in _KINDS if kind in kinds), None)


_ASKED_OF_ME: frozenset[Aside] = frozenset({"why", "mine"})
_QUOTED = re.compile(
    r"\b(?:said|says?|asks?|asked|goes|went|like|told|wondered|wants to know)(?: to)?(?: me| us| him| her| them)?$|(?:说|說|问|問|讲)[我他她]?$",
    re.I,
)
"""What stands before a question that somebody else asked."""


def beside(text: str) -> Aside | None:
    """A question to the coach at the end of an answer: "never saw him, what would you do?"; None where there is none."""
    parts = [part.strip() for part in _ENDS.split(_straight(text)) if part.strip()]
    if len(parts) < _ANSWER_AND_QUESTION or _QUOTED.search(parts[-2]):
        return None
    last = _plain(parts[-1])
    kind = _kind(last)
    return kind if kind in _ASKED_OF_ME or (kind == "stop" and _WISHES.match(last)) else None


_WISHES = re.compile(
    r"(?:can|could|shall|may) (?:we|i)\b|i (?:have|need|want)\b|(?:i'?ve )?(?:got to|gotta) go|我(?:得|要|该)", re.I
)
"""How a wish to stop begins that is the rep's own, and not what the customer said."""


_ANSWER_AND_QUESTION = 2


def _straight(text: str) -> str:
    """The text with the apostrophes that tired thumbs leave out where the patterns want them."""
    return _BARE_CONTRACTIONS.sub(r"\1'\2", text.strip().replace("’", "'"))


_BARE_CONTRACTIONS = re.compile(r"\b(what|that|i|let)(s(?=\s)|m(?=\s)|ve(?=\s))(?<!\bis)", re.I)


def _plain(clause: str) -> str:
    return _AFTERTHOUGHT.sub("", _FILLER.sub("", clause, count=1).strip())


def _kind(clause: str) -> Aside | None:
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(clause)), None)
