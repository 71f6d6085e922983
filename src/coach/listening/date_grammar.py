"""The syntax of date phrases as patterns: Chinese (both scripts, Cantonese) and English.

Every rule is a named group; `date_readers` has its semantics under the same name.
"""

import re

_NUM = r"(?:\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?|[一二三四五六七八九两兩])"
_WD = r"(?:禮拜|礼拜|星期|週|周)"
_NOT_A_DAY = (
    "线線楼樓位机機店院仓倉厂廠车車馆館门門桌包房会會员員样樣产產标標码碼窗柜櫃井炉爐库庫坑地塔客模方人梯泵棚池船口文汽柴油电電字公路街高城"
    "工教站台个個种種料型钢鋼粉生胶膠床锅鍋仔技研主"
)

CHINESE = re.compile(
    rf"""(?=[0-9\uff10-\uff19一二三四五六七八九十廿卅两兩今明去昨尋寻噚前大聽听后後下上这這本呢周週礼禮星月年改过過回有得迟遲择擇日近尽盡节節春开開等半哪再几幾正腊臘大除元国國五端中清长長第最冬])(?:
    (?P<span>(?:{_NUM}\s?月\s?)?(?<!\d){_NUM}[日号號]?\s?[到至~～—-]\s?(?:{_NUM}月)?{_NUM}[日号號]|(?:{_WD})[一二三四五六](?:到|至|~|-){_WD}?[一二三四五六日天])
    |(?P<zhday>(?:(?P<year>\d{{4}})\s?年|(?P<near>今年|明年|去年|上|下|这|這|本)(?P<ge>个|個)?)?\s?(?<![\d.])(?:(?P<month>(?<=[今明去]年)\d{{1,2}}|{_NUM})\s?)?月\s?
        (?P<mday>\d{{1,2}}|{_NUM}(?=\s?[日号號]))(?:\s?[日号號](?![{_NOT_A_DAY}])|(?![\d.%\uff0f/个個台万萬千吨噸件天年月份多]|\s?%)))
    |(?P<nth>(?:第[一二两兩三四1-4]|最[后後]一?)[个個]{_WD}[一二三四五六日天1-6])
    |(?P<weekday>(?P<which>下下|上上|再下|下|上|这|這|本|呢|今)?[个個]?(?<![每一二两兩三四五六七八九十几幾\d半逢隔])(?:{_WD}|(?<=[下上这這]个)拜|(?<=[下上這]個)拜)
        (?P<wd>[一二三四五六日天1-6])(?![天个個福到至点點]|\d(?!\d?\s?[点點时時:\uff1a])|[一二三四五六日]))
    |(?P<named>大后天|大後天|大後日|大后日|(?<![以最今然])(?:后天|後天|后日|後日|後儿|后儿|後兒)(?!天|子)|(?<![證证声聲])(?:明天|明日(?!期)|明儿|明兒|明个|明個|明早|明晚|明晨|明朝|明仔)
        |聽日|听日|聽朝|听朝|聽晚|听晚|今天|今日|今儿|今兒|今个|今個|今早|今晚|今晨|今朝|今次|而家|昨天|昨日|昨儿|昨兒|昨晚|昨个|尋日|寻日|噚日|琴日|尋晚|大前天|大前日
        |(?<![之以目提])(?:前天|前日|前儿|前兒)(?!天))
    |(?P<after>(?:再?[过過])(?P<n1>[三四五六七八九十]|\d{{1,2}})[天日](?!左右)|(?<![\d第前十])(?P<n2>{_NUM})\s?[天日](?:之|以)?[后後](?!期)
        |(?<![\d第前十])(?P<n3>{_NUM})\s?(?:[个個]?\s?(?:星期|礼拜|禮拜)|週|周)(?:之|以)?[后後](?!期)|再?[过過](?P<n4>[一二三四五六七八九]|\d)(?:[个個]?(?:星期|礼拜|禮拜)|週|周)(?![一二三四五六日左]))
    |(?P<ago>(?<![\d第])(?P<a1>{_NUM})\s?[天日](?:之|以)?前|(?<![\d第])(?P<a2>{_NUM})\s?(?:[个個]?\s?(?:星期|礼拜|禮拜)|週|周)(?:之|以)?前)
    |(?P<dom>(?<![\d第.月A-Za-z\#\uff03-])(?:(?P<d1>{_NUM})\s?[号號]|(?P<d2>\d{{1,2}}|[廿卅二三]?十[一二三四五六七八九]?)\s?日)(?![{_NOT_A_DAY}游遊内內均本元圆圓常志誌记記程用\d]))
    |(?P<lunar>(?:正月初?|大年初)(?P<l1>{_NUM})[日号號]?|[腊臘]月初?(?P<l12>{_NUM})[日号號]?|(?P<eve>除夕|大?年三十)|(?P<lantern>元宵[节節]?))(?![节節]?[前后後])
    |(?P<zhvague>(?<![\d年])(?:十[一二]?|[二三四五六七八九冬])月(?:初[一二三四五六七八九十]|十[一二三四五六七八九]|[廿卅二三]十?[一二三四五六七八九]?)(?![日号號天多个個万萬千百块塊份月周成])
        |改天|改日|择日|擇日|[过過](?:两|兩|几|幾|些)[天日]|[过過](?:一?阵|一?陣|一?段|些)(?:子|时间|時間|日子)?|回头|回頭(?!客)|[过過](?:完|了|罢|罷)[年节節]|元宵[节節]?[前后後]|除夕[前后後]|(?:[国國][庆慶]|中秋|端午|清明|五一|元旦|[长長]假)[节節]?(?:[过過]?[后後]|前)|开年|開年|下[次回](?!再说没)|有空|得[闲閒]|迟[点些]|遲[點啲]
        |哪天|日后|日後|近期|尽快|盡快|年[后後]|[节節][后後]|春[节節][后後]?|开春|開春|月底前?|月初|月中|年底前?|年中|上旬|中旬|下旬|下(?:[个個])?月|下(?:[个個])?(?:星期|礼拜|禮拜|週|周)|[这這本](?:[个個])?(?:星期|礼拜|禮拜|週|周)?[週周]?末
        |(?<![一])[周週]末|半[个個]月[后後]|[一二两兩三四五六几幾\d][个個]月[后後]|等通知)
    )""",
    re.VERBOSE,
)  # fmt: skip

_COUNT = r"(?:\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DAY = r"(?:mon(?:day)?|tue(?:s(?:day)?)?|weds?|wed(?:nesday|nsday|nesdy)|thu(?:rs?(?:day)?)?|thrusday|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
_TH = r"(?:st|nd|rd|th)"
ORDINALS: tuple[str, ...] = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
ORDINALS += (
    "twentyfirst",
    "twentysecond",
    "twentythird",
    "twentyfourth",
    "twentyfifth",
    "twentysixth",
    "twentyseventh",
    "twentyeighth",
    "twentyninth",
    "thirtieth",
    "thirtyfirst",
)
_NTH = "|".join(
    name.replace("y", "y[- ]?", 1) if name[0] == "t" and name[-3:] != "eth" and "ty" in name else name
    for name in sorted(ORDINALS, key=len, reverse=True)
)
_AFTER_ORDINAL = (
    r"(?=\s*(?:$|[^\w\s'-]|\n|-\s)|\s+(?:at|in|of\s+(?:this|next|the)|with|when|to|and|or|but|for|then|we|i|he|she|they|so|is|was|it|if|once|after|before|first|for|on|mor|aft|eve|am|pm|noon|around|about"
    r"|\d|her|his|my|their|the|sharp|again|said|says|lah|already|where|which|that|this|now)\b)"
)

_OPENING = (
    r"[0-9]|(?:the|in|on|by|for|until|at|after|before|over|around|an?|next|nxt|this|last|past|all|good|most|each|every|black|cyber|coming|following|end|start|middle|beginning|one|two|three|five)\s"
    r"|week|month|day|overmorrow|tom|tm|tdy|toda|toni|eod|yest|yst|yday|soon|some|eventually|til|first|second|thir|four|fif|six|seven|eigh|nin|ten|eleven|twel|twent"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|thr|fri|sat|sun"
)
"""Beginnings of English date phrases, as a fast prefilter."""

ENGLISH = re.compile(
    rf"""(?<![\w$£€.,/:-])(?={_OPENING})(?:
    (?P<iso>(?P<iy>20\d\d)[-/.](?P<im>\d{{1,2}})[-/.](?P<id>\d{{1,2}})(?!\d))
    |(?P<spoken>(?:(?P<pw>(?:next|this|last)\s+)?(?:{_DAY})\.?,?\s+)?(?:the\s+)?(?P<sd>\d{{1,2}})(?P<sth>{_TH})?\s*(?P<of>of\s+)?(?P<sm>{_MONTH})\b(?!\s+(?:be|not|have|need|want|just|come)\b)(?:[,.]?\s+(?P<sy>20\d\d))?)
    |(?P<named_month>(?:{_DAY}\.?,?\s+)?(?P<nm>{_MONTH})\.?,?\s?(?:the\s+)?(?P<nd>\d{{1,2}})(?:{_TH})?(?![\w%:$£€]|[.,/]\d|\s?(?:%|k\b|grand|percent|units|people|machines|to\s+\d|-\s?\d|–\s?\d))(?:,?\s+(?P<ny>20\d\d))?)
    |(?P<spelled>(?:the\s+)?(?P<e1>{_NTH})\s+of\s+(?P<e2>{_MONTH})\b|(?P<e3>{_MONTH})\s+(?:the\s+)?(?P<e4>{_NTH})\b
        |(?:(?:on|by|til+|until|for)\s+)?the\s+(?P<e5>{_NTH}){_AFTER_ORDINAL})
    |(?P<ordinal>(?:{_DAY},?\s+)?(?:on\s+|by\s+|til+\s+|until\s+|for\s+)?(?:the\s+)?(?P<od>\d{{1,2}}){_TH}\b{_AFTER_ORDINAL})
    |(?P<dotted>(?P<dd>\d{{1,2}})\.(?P<dm>\d{{1,2}})\.(?:(?P<dy>20\d\d)|(?!\d)))
    |(?P<slashed>(?P<s1>\d{{1,2}})[/\uff0f](?P<s2>\d{{1,2}})(?:[/\uff0f](?P<s3>20\d\d|\d\d))?(?![\w/"%])(?!\s?(?:inch|in\b|of\b|\"|mm|cup|hp|ths?\b|的|成)))
    |(?P<dat>day\s+after\s+(?:tomorrow|tmrw?|tmr|tomorow|tomoro|2moro)|overmorrow)
    |(?P<tomorrow>(?:an?\s+(?P<tn>week|fortnight)\s+(?:from\s+)?)?(?:tomorrow|tomorow|tommorow|tommorrow|tomoro|tomorro|tomozz?|tmrw|tmr|tmw|tmoz|tmrrw|2moro|2morrow|2mrw|2mo|the\s+morra|the\s+morn)(?:\s+(?P<tw>week|wk|fortnight))?(?![\w-]))
    |(?P<today>(?:an?\s+(?P<yn>week|fortnight)\s+)?today(?:\s+(?P<yw>week|wk|fortnight))?|this\s+day\s+(?P<dw>week|fortnight)|tonight|2day|tdy|this\s+(?:morning|afternoon|evening|arvo)|eod)(?!\w|'s\s+(?:world|market|price))
    |(?P<yesterday>(?:the\s+)?day\s+before\s+yesterday|yesterday|yday|yesterdy|ystd|last\s+night)(?!\w)
    |(?P<ahead>in\s+(?P<h1>{_COUNT})\s+(?P<u1>day|week|wk|fortnight)s?(?:'|’)?s?(?:\s+time)?(?!\w)|(?P<h2>{_COUNT})\s+(?P<u2>day|week|wk|fortnight)s?(?:'|’)?\s+(?:from\s+(?:now|today|2day)|hence|later(?!\w)|today(?!\w)|time(?!\w))|in\s+2wks?)
    |(?P<ago>(?P<g1>{_COUNT})\s+(?P<g2>day|week|wk|fortnight)s?\s+(?:ago|back)\b)
    |(?P<week_from>an?\s+(?P<wn>week|fortnight)\s+(?:from\s+|on\s+|come\s+)?(?P<wf>{_DAY})\b)
    |(?P<nth>(?:the\s+)?(?:(?:first|second|third|fourth|1st|2nd|3rd|4th)\s+{_DAY}\b|last\s+{_DAY}\s+(?:of|in)\s+(?:the\s+|this\s+|next\s+)?(?:month|year|quarter|{_MONTH})\b))
    |(?P<weekday>(?:(?P<every>every|each|most|all|good|black|cyber)\s+)?(?:(?P<before>next|nxt|this\s+coming|this|last|past|coming|following)\s+)?(?:week,?\s+(?:on\s+)?)?(?:(?P<far>(?:the\s+)?week\s+after\s+next),?\s+(?:on\s+)?)?(?P<wd>{_DAY})(?P<dot>\.(?=\s?[a-z\d]))?
        (?P<many>s(?!\w))?(?:\s+(?:of\s+|in\s+)?(?P<behind>(?:the\s+)?week\s+after\s+next|next\s+week|this\s+week|last\s+week|(?:just\s+)?gone|after\s+next|week|wk|fortnight)(?!\w))?(?![\w]))
    |(?P<vague>soon|sometime|some\s+time|some\s+day|someday|one\s+of\s+these\s+days|next\s+time|(?:the\s+)?week\s+after\s+next|next\s+(?:month|week|year|quarter)|in\s+a\s+(?:while|bit|few\s+(?:days|weeks)|couple\s+of\s+(?:days|weeks))
        |in\s+a\s+month|(?:an?|the)?\s*(?:end|start|middle|beginning)\s+of\s+(?:the\s+|this\s+|next\s+)?(?:month|week|year|quarter)|month\s+end|at\s+some\s+point|eventually|(?:in|after|before|over|around)\s+(?:the\s+)?(?:new\s+year|christmas|xmas|easter|thanksgiving|holidays|hols|harvest|(?:bank\s+holiday|long)\s+weekend)|(?:at\s+|on\s+)?the\s+weekend)(?!\w)
    )""",
    re.VERBOSE | re.ASCII,
)  # fmt: skip
