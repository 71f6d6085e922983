"""The patterns for English customers and contacts."""

import re
from functools import cache
from typing import NamedTuple

from coach.listening.name_words import any_of, table

NAME = r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+"
CAPITAL = r"(?!I\b)(?:(?:St|Mt|Ft)\.\s)?[A-ZÀ-ÖØ-Þ](?:\.(?=\s[A-Z])|(?:[^\W一-鿿]|[&-])*(?:['’](?!s\b)\w+)?)"

_LOWER = r"[a-z0-9][\w'’&-]*(?:\s(?!(?:and(?!\s(?:co|sons?|daughters?|partners|company|bros)\b)|with|today|yesterday|but|so|who|about|he|she|they|was|is|in|on|at)\b)[a-z&][\w'’&-]*){1,3}"  # fmt: skip
"""A company written in small letters, and perhaps more behind it."""


class English(NamedTuple):
    """The patterns, each named for what it finds, and the word lists they are checked against."""

    person: re.Pattern[str]
    called: re.Pattern[str]
    apposed: re.Pattern[str]
    plain_person: re.Pattern[str]
    role: re.Pattern[str]
    at: re.Pattern[str]
    plain_at: re.Pattern[str]
    plain_of: re.Pattern[str]
    visited: re.Pattern[str]
    labelled: re.Pattern[str]
    opening: re.Pattern[str]
    person_first: re.Pattern[str]
    titled: re.Pattern[str]
    named: re.Pattern[str]
    name_is: re.Pattern[str]
    of_a_pair: re.Pattern[str]
    full_name: re.Pattern[str]
    by_first_name: re.Pattern[str]
    introduced: re.Pattern[str]
    of_theirs: re.Pattern[str]
    the_house: re.Pattern[str]
    at_a_house: re.Pattern[str]
    with_officer: re.Pattern[str]
    between: re.Pattern[str]
    first_names: frozenset[str]
    brands: frozenset[str]
    suffixes: frozenset[str]
    plain_suffixes: frozenset[str]
    not_names: frozenset[str]
    places: frozenset[str]


def _trades(told: str) -> frozenset[str]:
    """Trades that end a name, each in the plural as well: kitchens as well as kitchen."""
    return frozenset(form for word in told.split() for form in (word, word if word.endswith("s") else f"{word}s"))


@cache
def english() -> English:
    """All of them, compiled once."""
    en = table("en")
    verbs, calls = ("|".join(re.escape(verb) for verb in en[kind].split("|")) for kind in ("verbs", "calls"))
    title = rf"(?:{any_of(en['honorifics'])})(?:(?<!\w{{5}})\.)?"
    capitals = rf"{CAPITAL}(?:\s{CAPITAL}){{0,2}}"
    word = rf"{CAPITAL}(?:['’]s(?=\s[A-Z]))?"
    company = rf"(?:St\.?\s{NAME}['’]s\b|{word})(?:\s(?:&|and|of|for|de|the|\+)\s{word}|\s{word}){{0,4}}"
    roles = f"(?:{en['roles']})"
    office = rf"(?:[a-z]+[\s-]){{0,2}}?(?i:{roles}|(?:{any_of(en['offices'])})\b)(?:\s(?:of\s)?(?i:{any_of(en['departments'])})\b)?"
    person = rf"(?:{title}\s{CAPITAL}(?:\s{CAPITAL}){{0,2}}|{capitals})"
    return English(
        person=re.compile(rf"\b(?i:{verbs})\s+(?:both\s+)?(?:my\s+(?:contact|friend)\s+|(?:(?:good\s)?old|young|auld|big|wee|little|poor|uh|um|er)\s+|(?:(?:the|their|its|his|her|an?|one|{capitals}['’]s)\s+)?{office},?\s+)?({person})\b(?!['’]s|\s(?:&|and\sSons)|\s{CAPITAL}['’]s)"),
        called=re.compile(rf"\b(?i:{calls})\s*:?\s+({title}\s{CAPITAL}(?:\s{CAPITAL}){{0,2}}\b)(?!['’])"),
        apposed=re.compile(rf"(?<!in )(?<!at )(?<!from )\b({capitals})(?=(?:,\s|\s\(|\s(?=(?:MD|CEO|CFO|COO|CTO|GM|VP)\b)|,?\s(?:the|their)\s){office}\b)|\b{office},?\s+({person})\b(?!['’]s)"),
        plain_person=re.compile(rf"\b(?i:{verbs})\s+(?:the\s{office}\s(?=(?:{title})\s))?((?:(?:{title})\s)?[a-z][a-z'’-]+(?:\s[a-z][a-z'’-]+)?(?=\s(?:at|from|of|over at|up at|down at|@)\s)|(?:{title})\s[a-z][a-z'’-]+(?=[\s,.;!]|$))"),
        role=re.compile(rf"\b(?i:{verbs})\s+(?:(?i:the|their|its|an?)\s+)?((?i:{roles}))\b(?!['’]s)"),
        at=re.compile(rf"(?:\b(?:at|from|of|with|@)|(?:^|[.!?]\s)At)\s+(?:the\s+|(?:M/s|Messrs)\.?\s+)?({company})"),
        plain_at=re.compile(rf"\b(?:(?:at|from)(?:\san?\s[a-z]+\scalled)?|visited|visit to|went to|runs|owns)\s+({_LOWER})"),
        plain_of=re.compile(rf"\b(?i:{verbs})\s(?:[a-z.'’-]+\s){{1,3}}of\s({_LOWER})"),
        visited=re.compile(rf"\b(?i:met with|met|saw|to see|visited|visit to|visit|called (?:in |out |over |up )?(?:on|at|to)|(?:went|gone) to|drove to|dropped (?:in|by) (?:at|on|to)?|was at|been to|(?:just )?left|(?:just|straight) out of|looked in (?:at|on)|rang|phoned|(?:drove|drive|headed|rode|ran|popped|nipped|swung|stopped|dropped)(?: (?:\d+ )?(?:an hour|minutes|mins|hours|hrs|miles|km))?(?: (?:out|over|up|down|in|by|round|across))*(?: (?:to|at|by|into))?|(?:back|came|come|coming|straight|fresh) from|out to|owns?|owner of|runs?|(?:customer|client|account|company) (?:is|was)|(?:this|it|that|today|first|first one|first up) was|first up|sold to)\s+(?:the\s+|(?:M/s|Messrs)\.?\s+)?({company})"),
        opening=re.compile(rf"^(?:(?i:today|this (?:morning|afternoon)|yesterday|so|ok|okay|right|customer|vis)[,:]?\s+|[A-Za-z' ]{{1,18}}:\s+)?({company}|{CAPITAL}['’]s\s[a-z]+)(?=\s*(?:[,.;:(!/\n]|$|[-–—]\s)|\s(?:today|yesterday|this)\b)(?:,\s({CAPITAL}(?:\s{CAPITAL}){{1,2}})(?=[,.;]|$))?"),
        labelled=re.compile(rf"(?i:\b(?:customer|client|company|account|visited?)\s*[:=]\s*)({company})"),
        person_first=re.compile(rf"^({CAPITAL}\s{CAPITAL}),\s({company})(?=[,.;:]|$)"),
        titled=re.compile(rf"(?<![\w])({title}\s{CAPITAL}(?:\s{CAPITAL}){{0,2}})\b(?!['’]s\s{office})"),
        named=re.compile(rf"\b(?i:(?:{verbs})\s(?:the|this|a)\s(?:guy|man|woman|lady|bloke|chap|fella|lad|girl)|(?:guy|man|woman|lady|bloke|chap|fella|person|girl|lad|gentleman|{roles})(?:['’]s)?\s(?:(?:is|was)\s)?(?:(?:a|an|the)\s)?(?:(?:guy|man|woman|lady|bloke|chap|fella|one)\s)?(?:called|named|name\s(?:is|was)|name['’]s|is|was)(?:\s(?:a|an|one))?)\s((?:{title}\s)?{capitals})(?=[,.;:!?)]|$|\s(?:who|and|from|at|over|but|she|he|owns|runs|signs|decides|or|I\sthink|i\sthink|I\sbelieve)\b)"),
        of_a_pair=re.compile(rf"\b(?:couple|brothers|sisters|twins|partners|pair)(?:\s(?:called|named|today|yesterday))?[,:]?\s({NAME})\s(?:and|&)\s{NAME}(?:\s({NAME}))?\b"),
        name_is=re.compile(rf"\b(?i:(?:his|her|their)\sname(?:['’]?s|\sis|\swas)|(?:person|man|woman|lady|guy|one)\s(?:that\s|who\s|whom\s)?I\s(?:{verbs})\s(?:is|was))\s((?:{title}\s)?(?:{capitals}|[a-z]{{2,12}}(?:\s(?!and\b)[a-z]{{3,}})?))(?=[,.;:!?]|$|\s(?:and|she|he|who|from|at)\b)"),
        full_name=re.compile(rf"(?:^|[,.;:(!?]\s|\s[-–—]\s|\b(?:(?<!went )(?<!compare )(?<!go )(?<!signed )(?<!deal )with|{office})\s)({NAME}\s{CAPITAL})\b(?!['’]s|\s(?:&|{CAPITAL}|signs|decides|approves|owns|has\sto)\b)"),
        by_first_name=re.compile(rf"\b(?i:{verbs}|meeting with|chatted to|chat with)\s+(?:the\s{office}\s)?([A-Za-z]{{2,12}}(?:\s[A-Z][a-z]+|\s(?![a-z]*ly\b)[a-z]{{3,}}(?=,\s))?)(?=[,.;:!?]|$|\s(?:of|today|yesterday|again|this|he|she|and|who|about|at|from|for|but|over|in|the|above|up|down|out|there|himself|herself|on)\b)"),
        introduced=re.compile(rf"\b(?i:company|firm|place|shop|business|outfit|restaurant|bar|café|cafe|salon|studio|practice|store|garage|gym|school|they)(?:['’](?:s|re)|\s(?i:is|are|was))?\s(?i:called|named)\s+((?:[Tt]he\s)?{company})(?=[,.;:!?)]|$|\s(?:in|on|at|near|and|who|run|by|they|he|she|it)\b)"),
        of_theirs=re.compile(rf"\b(?i:visited|visit\sto|attended|(?i:(?:just\s|straight\s|fresh\s)?(?:back|came|come)(?:\sback)?\sfrom|just\sleft)|popped\s(?:into|in\sto|by)|dropped\s(?:into|by)|called\s(?:on|at|in\sat)|(?:^|I\s|[Ww]e\s)went\sto|was\sat|been\sto|hours?\sat|morning\sat|afternoon\sat)\s((?:(?:St|O)\.?['’\s]?)?{NAME}['’]s)(?=[,.;:!?]|$|\s(?:today|yesterday|this|with|and|in|on|again|saw|he|she)\b)"),
        the_house=re.compile(rf"(?:^(?=The(?:\s{CAPITAL}){{2,3}},)|\b(?:[Aa]t|[Vv]isited|visit\sto|[Ww]ent\sto|gone\sto|been\sto|[Bb]ack\sfrom|left|[Pp]opped\s(?:in(?:\s?to)|to)|[Cc]alled\s(?:in\s)?(?:at|on))\s)(The(?:\s{CAPITAL}){{1,3}})\b(?!['’])"),
        at_a_house=re.compile(rf"\b(?:[Vv]isited|[Vv]isit\sto|(?:was|were)\sat|called\s(?:in\s)?at|popped\sinto|people\sat|over\sat|meeting\sat)\s(?:the\s)?({company})(?=\s*(?:[,.;:!?)]|$)|\s(?:(?:today|this|yesterday|and|again|where)\b|(?:in|near)\s(?=[A-Z])))"),
        with_officer=re.compile(rf"(?:^|[.!?:;,]\s)({company}),\s(?:the\s|their\s)?{office},?\s({person})\b"),
        between=re.compile(rf"(?:^|[,.;:(]\s|\band\s)({company})(?=\s*(?:[,.;:)]|$)|\s(?:this|in\sthe|after|before|at)\b)"),
        first_names=frozenset(en["first_names"].split()), brands=frozenset(en["brands"].split()),
        suffixes=_trades(f"{en['suffixes']} {en['proper_suffixes']}"), plain_suffixes=frozenset(en["suffixes"].split()),
        not_names=frozenset(en["not_names"].split()), places=frozenset(en["places"].split()),
    )  # fmt: skip
