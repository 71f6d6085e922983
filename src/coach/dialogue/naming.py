"""The customer's name in an answer that was asked for it, often together with a class and a percentage."""

import re

LONGEST = 60
"""Characters of a customer's name that go on file."""

_CLAUSES = re.compile(r"[,，。;；\n]|\.(?=\s|$)")
_SENTENCE = re.compile(r"[?？!！]")
_MOST = 2
"""Clauses besides the judgement that such an answer has: more of them tell a story, not a name."""

_LEADING = re.compile(
    r"(?i)^(?:(?:就?是|叫做?|去了?|见的?|客户|客戶|公司|名字|给|給|对|對|it'?s|it is|the|customer|customer is|is|called|named|saw|met|visited)(?:\s*[:：]\s*|\s+|(?<=[\u4e00-\u9fff])))+"
)
_JUDGED = re.compile(
    r"(?i)(?<![a-z0-9'’&.-])(?:class\s+)?[a-e](?![a-z0-9'’&-])\s*(?:类客户|類客戶|[类級级類档])?|\d{1,3}\s*(?:%|％|per\s?cent|percent|pct|成|/\d+)|(?<![a-z0-9])\d{1,3}(?![\w])|\d{1,3}(?=吧|了|左右|上下)|[一二两兩三四五六七八九十]{1,2}成[半一二三四五六七八九]?|"
    r"\b(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?\b"
)
_FILLING = re.compile(
    r"(?i)(?:嗯|哦|噢|唔|啊|行|好|不|没|沒|没有|沒有|知道|清楚|我|看|判断?|觉得|覺得|感觉|感覺|应该|應該|可能|大概|大约|差不多|估计|估計|把握|左右|上下|以上|吧|了|呢|啊|就|还是|還是|先|给|給|他|她|算|定|是|个|個|按期|能|签|簽|不好说|不好說|不确定|一半|对半|對半|五五开|几成|的|打|有|"
    r"\b(?:i|i'?d|i'm|say|said|would|think|guess|reckon|about|around|roughly|maybe|probably|possibly|perhaps|call|it|it'?s|them|they'?re|him|her|he'?s|she'?s|an?|is|class|at|with|per|cent|percent|sure|confident|confidence|chance|"
    r"fifty|half|and|out|of|in|ten|still|so|well|let'?s|make|put|down|as|for|now|not|hmm|um|er|or|ok|okay|yes|yeah|no|nope|none|nothing|dunno|don'?t|know|idea|what)\b|[\s'’./%+~-])*"
)


def name_told(text: str) -> str:
    """The name, at most `LONGEST` characters and one more where it is longer; empty where the answer tells none. Never raises."""
    if _SENTENCE.search(text):
        return ""
    clauses = [part for part in (_bare(clause) for clause in _CLAUSES.split(text)) if part]
    return clauses[0][: LONGEST + 1] if 0 < len(clauses) <= _MOST else ""


def only_judges(text: str) -> bool:
    """Whether the answer is a class and a percentage and nothing else: what hedges it is said of the judgement, not of a fact."""
    return bool(_JUDGED.search(text)) and all(_judges(clause) for clause in _CLAUSES.split(text))


def _judges(clause: str) -> bool:
    return _FILLING.fullmatch(" ".join(_JUDGED.sub(" ", clause).split())) is not None


def _bare(clause: str) -> str:
    """A clause without judgement and without the words around a name; empty where nothing else is in it."""
    left = " ".join(_JUDGED.sub(" ", clause).split())
    return "" if _FILLING.fullmatch(left) else _LEADING.sub("", left).strip(" :：'’\"“”")
