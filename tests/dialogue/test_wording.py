"""How words are told back: cut, addressed, without what leads up to them."""

import pytest

from coach.dialogue.wording import address, clip, core, spoken


@pytest.mark.parametrize(
    ("contact", "called"),
    [
        ("车间主任老韩", "老韩"),
        ("采购部李经理", "李经理"),
        ("副院长赵姐", "赵姐"),
        ("园长吴老师", "吴老师"),
        ("老板吴总", "吴总"),
        ("销售部主任", "销售部主任"),
        ("采购经理", "采购经理"),
        ("生产副总", "生产副总"),
        ("刘校长", "刘校长"),
        ("欧阳总", "欧阳总"),
        ("Dana Whitfield", "Dana Whitfield"),
        ("", ""),
    ],
)
def test_a_person_is_called_without_the_office_before_the_name(contact: str, called: str) -> None:
    assert address(contact) == called


def test_what_was_dictated_in_one_breath_is_quoted_by_its_end() -> None:
    told = "哎呀今天累惨了跑了一天腿都要断了他那台口扫坏了三个月一直借人家的用说真的想买一台"
    assert clip(told).startswith("…")
    assert clip(told).endswith("说真的想买一台")
    assert clip(told[-18:]) == told[-18:]


@pytest.mark.parametrize(
    ("quote", "read"),
    [
        ('he said "we\'d have to lease"', "he said ‘we'd have to lease’"),
        ('他说"这个好使"', "他说‘这个好使’"),
        ('我给她看了演示说"这个好使', "我给她看了演示说‘这个好使’"),
        ('"we would have to lease"', "we would have to lease"),
        ('"If it was up to me" he said', "‘If it was up to me’ he said"),
        ('have the money now" he said', "‘have the money now’ he said"),
        ('"If it was up to me you would have all of the money now", he said', "If it was up to me you would have all of…"),
        ("Cash? they did a big press last month without blinking", "Cash? they did a big press last month…"),
    ],
)  # fmt: skip
def test_a_quote_is_read_back_with_its_own_marks_in_pairs_and_with_enough_to_tell(quote: str, read: str) -> None:
    assert clip(quote) == read


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("老孙说回去研究研究", "回去研究研究"),
        ("临了说容他从长计议", "容他从长计议"),
        ("佢要諗吓先", "佢要諗吓先"),
        ("he said call me after Christmas", "call me after Christmas"),
        ("she wants to sleep on it", "she wants to sleep on it"),
    ],
)
def test_what_he_said_is_quoted_back_without_that_he_said_it(quote: str, words: str) -> None:
    assert spoken(quote) == words


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("downtime? 不对，她老问数据迁移要多久", "她老问数据迁移要多久"),
        ("the price. no wait, the downtime", "the downtime"),
        ("不对不对，是怕断档", "不对不对，是怕断档"),
        ("他不是怕贵，是怕停产", "他不是怕贵，是怕停产"),
    ],
)
def test_a_first_guess_that_is_taken_back_is_not_what_he_named(text: str, named: str) -> None:
    assert core(text) == named
