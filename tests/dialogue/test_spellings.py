"""The same words in traditional characters, or with a curly apostrophe, are the same words."""

import pytest

from coach.dialogue import asides, cues, spelling, visits


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("还是没变，我坚持", "還是沒變，我堅持"),
        ("不清楚，没问", "不清楚，沒問"),
        ("谁知道", "誰知道"),
        ("没毛病", "沒毛病"),
        ("没开口要", "沒開口要"),
        ("我的判断是B，六成", "我的判斷是B，六成"),
        ("don't know", "don’t know"),
        ("I didn't ask", "I didn’t ask"),
        ("I'd say a B, 60", "I’d say a B, 60"),
    ],
)
def test_a_short_answer_reads_alike_in_either_spelling(one: str, other: str) -> None:
    for asks in ((), ("claim",), ("asked_to_sign",), ("second_claim",)):
        assert cues.read(one, asks) == cues.read(other, asks)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("老板没在，保安不让进", "老闆沒在，保安不讓進"),
        ("今天没出门", "今天沒出門"),
        ("the owner wasn't there", "the owner wasn’t there"),
    ],
)
def test_that_nobody_was_seen_is_heard_in_either_spelling(one: str, other: str) -> None:
    assert visits.none_made(one)
    assert visits.none_made(other)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("dana whitfield", "Dana Whitfield"),
        ("crumb and co", "Crumb and Co"),
        ("siobhan o'brien", "Siobhan O'Brien"),
        ("mcallister roofing llc", "McAllister Roofing LLC"),
        ("eBay", "eBay"),
        ("Lakeshore laundry", "Lakeshore laundry"),
        ("purchasing manager", "purchasing manager"),
        ("宏达机械", "宏达机械"),
    ],
)
def test_a_name_typed_small_is_written_with_its_capitals(typed: str, written: str) -> None:
    assert spelling.name(typed) == written


@pytest.mark.parametrize(
    ("dialect", "other", "standard"),
    [
        ("我唔晓得", "我唔曉得", "我不知道"),
        ("你问这个干嘛", "你問這個幹嘛", "你问这个为什么"),
        ("点解要问呢个", "點解要問呢個", "为什么要问这个"),
        ("讲咩啊", "講咩啊", "说咩"),
    ],
)
def test_a_dialect_is_read_in_standard_words_in_either_spelling(dialect: str, other: str, standard: str) -> None:
    assert spelling.plain(dialect) == standard
    assert asides.read(other) == asides.read(dialect)
