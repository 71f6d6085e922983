"""Clauses: between stops, and where nobody wrote any."""

import pytest

from coach.listening.clauses import clauses
from coach.listening.clauses import parts as sentences


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in clauses(text)]


def test_a_clause_ends_at_a_stop_or_a_comma() -> None:
    assert parts("老板说了算，钱也有。没签") == ["老板说了算", "钱也有", "没签"]
    assert parts("He decides, money is there. Not signed") == ["He decides", " money is there", " Not signed"]


def test_the_fields_of_a_pasted_note_are_clauses() -> None:
    assert parts("Need: bearings failing / Budget approved | not signed") == ["Need", " bearings failing", "Budget approved", "not signed"]  # fmt: skip


def test_a_space_between_chinese_characters_is_a_comma_to_who_dictates() -> None:
    assert parts("他是厂长 上面有个老板在香港 需求嘛 没细聊") == ["他是厂长", "上面有个老板在香港", "需求嘛", "没细聊"]


def test_the_number_of_a_point_in_a_list_belongs_to_no_clause() -> None:
    assert parts("旧箱子温度超差 5. 预算：没谈 6. 结果：未签") == ["旧箱子温度超差", "预算：没谈", "结果：未签"]


def test_a_space_beside_latin_words_is_none() -> None:
    assert parts("他们 ERP 系统 老掉线") == ["他们 ERP 系统", "老掉线"]


def test_a_long_stretch_is_divided_where_something_new_begins() -> None:
    assert parts(
        "seen the owner of a soft play place in coalville it's her own and she were wanting new mats cos the old ones have gone hard"
    ) == [
        "seen the owner of a soft play place in coalville it's her own",
        "and she were wanting new mats",
        "cos the old ones have gone hard",
    ]
    assert parts("今天去的是城东那家做瓷砖的老板自己当家他说样品看着不错但是今年的钱都压在货上了") == [
        "今天去的是城东那家做瓷砖的老板自己当家",
        "他说样品看着不错",
        "但是今年的钱都压在货上了",
    ]


@pytest.mark.parametrize("text", ["he signs and pays", "他说行但是没签"])
def test_a_short_one_stays_whole(text: str) -> None:
    assert parts(text) == [text]


@pytest.mark.parametrize("text", ["", "。。。", " ", "签了。", "a.b.c", "他说 他说 他说"])
def test_nothing_but_stops_is_lost(text: str) -> None:
    """Whatever is no stop stands in exactly one clause."""
    kept = "".join(parts(text))
    assert kept.replace(" ", "") == "".join(char for char in text if char not in "。 ")


def test_english_dictated_without_a_stop_is_quoted_sentence_by_sentence() -> None:
    text = (
        "saw marlene she runs it with her husband he has to agree the oven is cooked she said theyre losing 200 loaves"
    )
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == [
        "saw marlene",
        "she runs it with her husband",
        "he has to agree",
        "the oven is cooked",
        "she said theyre losing 200 loaves",
    ]
    assert sentences("he signs it and she pays", 0, 24) == [(0, 24)]


@pytest.mark.parametrize(
    "text",
    [
        "he said your stuff is no better than what i've got",
        "the old chiller by the stairs is no use to us",
    ],
)
def test_a_sentence_is_not_divided_before_what_belongs_to_its_words(text: str) -> None:
    assert sentences(text, 0, len(text)) == [(0, len(text))]


def test_of_chinese_dictated_without_a_stop_a_sentence_begins_with_whom_it_is_about() -> None:
    text = "他说现在那条老线粉尘超标年底前不整改就停产他急得很带我去车间看了还让我爬上去看除尘口"
    assert [text[a:b] for a, b in sentences(text, 0, len(text))] == [
        "他说现在那条老线粉尘超标年底前不整改就停产",
        "他急得很带我去车间看了",
        "还让我爬上去看除尘口",
    ]
    short = "我说能他就说那挺好的比上海那家快"
    assert sentences(short, 0, len(short)) == [(0, len(short))]
