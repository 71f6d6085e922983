"""How a clause sounds that is said to the coach and tells nothing of the customer, by kind; Chinese in the spelling of `spelling.plain`."""

import re
from typing import Final, Literal

Aside = Literal[
    "puzzled",
    "again",
    "why",
    "worth",
    "hurry",
    "why_not",
    "skip",
    "unwilling",
    "stop",
    "mine",
    "asks_back",
    "who",
    "feeling",
    "joke",
]

KINDS: Final[tuple[tuple[Aside, re.Pattern[str]], ...]] = (
    (
        "puzzled",
        re.compile(
            r"(?:我)?(?:还是)?(?:真|完全)?(?:没|沒|不|唔)(?:太|大|怎么)?(?:听|看)?(?:懂|明白)(?:你)?(?:的意思|的问题|说什么|在说什么|问什么|在问什么|意思|这个?问题|这一?问)?(?:啊|呢|了)?|(?:这|你)?(?:是)?(?:什么|啥)意思(?:啊|呢|呀)?|你(?:在)?(?:说|问)(?:的是)?(?:什么|啥)(?:啊|呢)?|(?:再|重新)说(?:一遍|一次)(?:吧)?|换个(?:说法|问法)(?:吧)?|"
            r"(?:i )?(?:still )?(?:don'?t|didn'?t|do not|did not|can'?t) (?:really |quite )?(?:know what you mean|understand|get (?:it|that|you|the question|what you mean)|follow)(?: (?:you|that|the question|what you mean|it|this))?|what do you mean(?: by (?:that|this|it))?|(?:what|huh|eh|pardon|come again)(?: me)?|(?:can you )?(?:say|put|ask) (?:that|it) (?:again|differently|another way)|what(?:'s| is) the question|i'?m (?:confused|lost)|no idea what you mean|(?:that )?(?:makes no sense|doesn'?t make sense)",
            re.I,
        ),
    ),
    (
        "again",
        re.compile(
            r"(?:我)?(?:这个|这些|那个|这一?条|这事|这句)?(?:我)?(?:都|已经|早就?|就)*(?:(?:前面|上面|刚才?|刚刚|不是)(?:我)?(?:都|已经|早就?|就|才|不是|刚|(?:跟|和|给|对)你)*(?:说|提|答|回答|交代|告诉)(?:你)?(?:过)?(?:了)?(?:你)?|(?:都|已经|早就?|才|刚)*(?:跟|和|给|对)你(?:都|已经|早就?|才|刚)*(?:说|提|交代)(?:过了?|了))(?:[一几好两三][遍次回])?(?:了)?(?:吗|的)?|(?:我)?(?:不是)?(?:刚|都|已经|早就?)*告诉(?:过)?你(?:过)?了?(?:吗)?|"
            r"(?:你(?:怎么)?|怎么)[又还](?:来|在)?问(?:我)?(?:这个|一遍|一次|了|同样的|的|呢)*|(?:你)?(?:刚才?|刚刚|前面|不是)(?:都|就|刚|已经)*问过(?:我)?了?(?:吗)?|(?:你)?没(?:听见|听到|在听)(?:我说(?:话|的)?)(?:吗)?|"
            r"(?:but |and |like )?i(?: have|'?ve)? (?:already |just |literally )+(?:told you|said|answered|mentioned)(?: (?:so|that|it|this|you))*(?: already| before| twice| just now)*|(?:but )?(?:i )?(?:have |'?ve )?told you (?:already|before|twice|just now|a minute ago)|(?:but )?i(?: have|'?ve)? (?:said (?:that|this|so)|mentioned that) (?:already|before|twice|just now|a minute ago)|you(?:'ve| have)? (?:already |just )*asked (?:me )?(?:that|this)(?: already| before| twice)*|how many times(?: do i have to (?:say|tell you)(?: it| that)?)?|(?:are you|you'?re not) (?:even )?listening|(?:asked and )?answered",
            re.I,
        ),
    ),
    (
        "why",
        re.compile(
            r"你?(?:到底)?(?:为什么|怎么|干嘛|干什么|做什么)(?:又|老是?|总是?|一直|还|非得?|要|得|会|来|去|这么|都)*(?:问|揪着|盯着|关心)(?:我)?(?:这个|这些|这种|这|那个|那些|他|她|这么|多|细|不放|来|去|问|的|呢)*|你?问(?:我)?(?:这个|这些|这种|这|那么多|这么多|来问去)(?:的)?(?:干嘛|干什么|为什么|做什么|有什么用|有用|有意义|图什么)(?:呢|吗)?|问?这个?(?:重要|有关系|要紧)吗|"
            r"why (?:do|are|would) you (?:keep |always |still |even |just )*(?:ask(?:ing)?|going on about|on about)(?: me)?(?: (?:for )?(?:that|this|it|these|the same(?: thing| question)?))?(?: again| all the time)?|why (?:do you (?:want|need) to know|ask|all (?:these|the) questions)(?: (?:that|this|it|these))?|why (?:does|do|is) (?:that|this|it)(?: even)? (?:matter|important|relevant)|what(?:'?s| is) (?:that|this) (?:got to do with it|for)|what(?:'?s| is) the point of asking(?: (?:that|this|it|me that))?",
            re.I,
        ),
    ),
    (
        "worth",
        re.compile(
            r"为什么(?:我们?)?(?:(?:每天|天天|每晚|每次|老)(?:都|非)*(?:要|得)?|(?:都|非)*(?:要|得))(?:做|搞|填|弄|聊|写|来)(?:这个|这些|这种|这|一遍|一次)*(?:呢)?|(?:每天|天天|每晚|老)?(?:搞|做|填|弄|聊|复盘)?(?:这个|这些|这|复盘)(?:到底|究竟)?(?:有什么用|图什么|有意义吗|有用吗)(?:呢)?|"
            r"why (?:do|must|should|am) (?:i|we) (?:have to |need to |got to |even |always |still |keep )*(?:do(?:ing)?|go(?:ing)? through|fill(?:ing)? in|answer(?:ing)?|talk(?:ing)? about) (?:(?:all )?(?:this|that|it|these)(?: (?:stuff|thing|questions|debriefs?|crap))?)(?: (?:in )?(?:every|each) (?:single )?(?:night|evening|day|time)| at all| again)*|what'?s the (?:point|use)(?: (?:of|in) (?:all )?(?:this|it|that|doing (?:this|it)|any of (?:this|it)))?(?: (?:every|each) (?:night|evening|day))?|what do i get out of (?:this|it)|what(?:'s| is) in it for me",
            re.I,
        ),
    ),
    (
        "hurry",
        re.compile(
            r"(?:你)?(?:能不能|可不可以|可以|能|请|麻烦)?(?:再|稍微|尽量|我们|问得|说得)*(?:快|短|简单|干脆|利索)(?:一?[点些])(?:问|说|来|结束|弄完)?(?:行不行|行吗|好不好|好吗|吗|吧|不|没)?|(?:能不能)?(?:少问(?:点|两句|几句)|快问|赶紧问|别问(?:那么|这么)多)(?:吧)?|(?:还)?(?:剩|有|要)(?:多久|多长时间|几个问题|多少个?问题|几句)(?:才完|要问|问|完)?(?:呢)?|什么时候(?:能)?(?:完|结束|是个头)|"
            r"你(?:怎么|这么|问的|问得|的|问题|也|真|太|有点|问)*(?:多|烦|细|啰嗦|唠叨|麻烦)(?:问题|了|吧)*|(?:问题|问的|问得)(?:也|真|太|有点)*(?:多|细|啰嗦)了?|有完没完了?|(?:那)?赶紧(?:的|点|问|结束|吧)*|(?!我(?:得|要|该)(?:走|撤|下班|开车)了)我(?:还|得|要|赶着?|急着?|马上|着急|现在|正|等会儿?)+(?:去)?(?:接(?:娃|孩子|小孩|老婆|人)|回家|吃饭|做饭|开车|睡觉|睡了|赶路|赶车|赶飞机|下班|哄娃)(?:了|呢)*|我?没(?:时间|工夫|空)跟你.{1,4}|"
            r"(?:can|could) (?:we|you) (?:please )?(?:be quick|hurry(?: up)?|speed (?:this |it )?up|make (?:it|this) (?:quick|short)|keep (?:it|this) short|get on with it)|(?:let'?s |please )?(?:be quick|make (?:it|this) (?:quick|short)|keep (?:it|this) (?:short|quick)|hurry up|get on with it|get this over(?: with)?)|how (?:many more|much longer)(?: questions?)?(?: is this| are there| left| will this take)?|i(?:'?ve)? (?:have|got|have got|gotta|need)(?: to)? (?:(?:run|leave|drive|pick .{1,20}|get home)(?: soon| now)?|go soon)|i'?m (?:in a (?:rush|hurry)|running late|driving)|(?:that'?s |it'?s )?(?:too|so) many questions|you ask (?:too much|too many questions|a lot)|(?:is this|are we) (?:nearly )?(?:done|over|finished)(?: yet| soon)?",
            re.I,
        ),
    ),
    (
        "why_not",
        re.compile(
            r"你(?:为什么|怎么)(?:都|也|就|老|一直|还)*(?:不|没)(?:问|提(?!醒|前)|说|管|关心)(?:问|过)?.{0,10}|why (?:don'?t|didn'?t|do|haven'?t) you (?:not )?ask(?:ed)? (?:me )?(?:about |whether |if )?.{1,30}",
            re.I,
        ),
    ),
    (
        "skip",
        re.compile(
            r"(?:(?:我)?(?:能不能|可不可以|可以|能))?(?:先)?(?:跳过|略过|不答|不回答|不说)(?:这个|这题|这一?问|这一?条|它)?(?:吗|吧|行吗|行不行|可以吗)?|(?:这个|这题|这一?问|这一?条)(?:能不能|可不可以|可以|能)?(?:先)?(?:跳过|略过|不答|不回答)(?:吗|吧)?|下一(?:个|题|问)(?:吧)?|"
            r"(?:can|may|could) (?:i|we) (?:just )?(?:skip|pass on|leave) (?:this|it|that)(?: one| question| out)?|(?:let'?s )?(?:skip|pass on) (?:this|it|that)(?: one| question)?|(?:skip|pass|next question)|(?:i'?d |i would )?(?:rather|prefer) not (?:to )?(?:say|answer|tell(?: you)?)(?: that| this| it)?|do i have to(?: answer(?: that| this)?)?",
            re.I,
        ),
    ),
    (
        "unwilling",
        re.compile(
            r"(?:这个|这事|这一?条|这件事|这|那个|名字)?(?:我)?(?:今天)?(?:真的?|实在|根本|都|就|也)*(?:不想|懒得|不愿意?|没心情|没兴致|不方便|不便|没法|不太想|不能)(?:再|跟你|对你)*(?:说|聊|讲|谈|提|答|回答|透露|告诉你|复盘|回忆)(?:了|这个|这事|这件事|它|今天的事|话)*|(?:这个?|那个?)?(?:要)?保密|(?:这个|名字)?不好透露的?|不告诉你|(?:别|不要)(?:再)?(?:问|提)(?:我)?(?:了|吧|这个|这事)*|(?:不提|不说|不聊)(?:也罢|了|它了)|"
            r"i (?:really |just )?(?:don'?t|do not|can'?t) (?:really )?(?:want to|wanna|feel like) (?:talk(?:ing)?|discuss(?:ing)?|go(?:ing)? into)(?: about)?(?: (?:it|that|this|today))?|(?:let'?s )?(?:not|don'?t) (?:talk about (?:it|that|this)|go there)|i'?d rather not(?: talk about (?:it|that|this))?|don'?t ask(?: me)?|leave me alone|(?:i'?m )?not (?:saying|telling(?: you)?|going to (?:say|tell(?: you)?))(?: that| this| it)?|no comment|none of your business|(?:that'?s |it'?s )?(?:private|confidential|a secret)",
            re.I,
        ),
    ),
    (
        "stop",
        re.compile(
            r"(?:今天)?(?:先|就)*(?:到这(?:里|儿)?|到此为止|停(?:在这(?:里|儿)?|一下)?|打住|收工)(?:吧|了)*|我(?:得|要|该)(?:走|撤|下班|开车)了|"
            r"(?:(?:can|could|shall|may) (?:we|i) |let'?s |please |just |i (?:want|need|have) to )*(?:stop|call it a (?:day|night)|leave it|park (?:it|this)|pack it in)(?: (?:here|now|there|this|it|at that|for (?:today|tonight|now)))*|(?:i'?m )?done (?:for (?:today|tonight|now)|here)|enough (?:for (?:today|tonight|now)|already)|(?:i'?ve )?(?:had enough|(?:got to|gotta) go(?: now)?)|i (?:have|need) to go(?: now)?",
            re.I,
        ),
    ),
    (
        "mine",
        re.compile(
            r"(?:要是|如果|那)?(?:换|换了|换成|换做|是)?你(?:自己)?(?:的话)?(?:会|要)?怎么(?:做|说|办|弄|处理|接)(?:呢)?|换(?:了|成)?你(?:呢)?|你?有(?:(?:什么|没有?)(?:建议|招|办法|主意)(?:吗|没有?)?|(?:建议|招|办法|主意)吗)|"
            r"(?:那|所以)?你(?:说|看|觉得|告诉)?我(?:到底)?(?:该|应该|要|能)怎么(?:办|做|弄|说|接|回)(?:呢|才好)?|(?:那)?(?:我)?(?:这)?(?:(?:该|应该)(?:怎么(?:办|做|说|接|回|弄|搞|整)|做什么)|(?:要|可)?怎么(?:办|弄|搞|整))(?:才好|才行|呢)?|(?:你)?(?:快|帮我|给我)*(?:教教?我|支个招|出个主意|想想办法|想个办法)(?:怎么(?:说|做|办|接))?(?:吧)?|"
            r"(?:what|how) (?:would|'d|do) you (?:do|have done|say|have said|handle (?:it|that|this|him|her|them)|play (?:it|this|that))(?: (?:it|that|this))?(?: (?:in my (?:place|shoes)|instead|then|here|now|next|if you were me|(?:if|when) .{3,50}|with (?:him|her|them|this|it)))?|what (?:should|could|can) i (?:do|have (?:done|said))(?: (?:now|then|next|here|about (?:him|her|it|them|that|this)|(?:if|when) .{3,50}))?|how (?:should|could|can|do) i (?:handle|answer|deal with|play|put) (?:it|that|this|him|her|them)(?: (?:now|then|next|here|(?:if|when) .{3,50}))?|any (?:advice|tips|ideas|suggestions)|(?:just |so |please )*tell me what to (?:do|say)|help me(?: out)?(?: here)?",
            re.I,
        ),
    ),
    (
        "asks_back",
        re.compile(
            r"(?!.*判.{0,3}A)(?=.*(?:呢|吗|哪|几|什么|怎么|[定判猜教]|着办|不$|没$|[A-D]|该|告诉我|评|准话|([一-鿿])不\1|有没有))(?:算了|那|所以)?(?:我(?:想)?问)?你(?:倒是?|来|先|就|给我?|帮我|跟我|也|直接|还是|到底)*(?:觉得|看|说|认为|评|判|判断|分析|定|告诉我|猜|拿主意|教教?我?)(?:说|看|评|一下|下|一|句|着|个|准话)*(?:呢|办|他|她|这|个|家|单|人|客户|那|我|到底|该|应该|要|是|算|能|会|有|哪|几|类|什么|怎么|做|弄|接|回|判|给|定|签|成|戏|把握|不|没|A|B|C|D|对|行|好|吗|吧|一)*|(?:随便|随你)(?:你)?(?:判|定|写|填|怎么判)?|"
            r"你(?:自己)?(?:觉得|看|说|认为)(?:呢|怎么样|如何|怎样|我(?:做得|说得)?(?:对不对|怎么样|行不行|傻不傻))|你怎么(?:看|想)|我(?:是不是|算不算)(?:很|太|有点)?(?:傻|笨|蠢|差劲?|失败|丢人|没用|做错了?)(?:了|啊|吗)?|"
            r"what do you (?:think|reckon|say)(?: (?:of|about) (?:it|that|this))?|what'?s your (?:view|take|opinion)|(?:was|is) (?:that|it|this) (?:so |really |very )?(?:dumb|stupid|wrong|bad|ok(?:ay)?|silly|a mistake|my fault)(?: of me)?|did i (?:do (?:it |that )?(?:right|wrong|ok(?:ay)?|badly|well)|mess (?:it |that )?up|screw (?:it |that )?up|blow it)|am i (?:wrong|stupid|an idiot|right|any good|no good)|you (?:tell me|decide|choose|pick)(?: (?:what|which|who).{0,24})?|(?:just |so |please )*tell me (?:which (?:class )?(?:it|he|she|that) is|what (?:he|she|it) is|what you think)|(?:it'?s )?(?:up to you|your call)|(?:so )?(?:what|which) class (?:is|would) (?:he|she|it|that|this|you)(?: (?:be|say|give (?:him|her|it|that)))?|do you think (?:he|she|it|they|that)(?:'?s| is| are|'?ll| will)?.{0,24}",
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
"""Each is matched whole; the first kind that fits counts."""
