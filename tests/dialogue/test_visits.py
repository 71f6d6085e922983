"""No visit is nothing to debrief, and of two visits told in one breath the first is taken: facts of two customers are never mixed."""

from datetime import UTC, datetime

import pytest

from coach.dialogue.visits import first, no_other, none_made
from coach.domain.debrief import Debrief, Utterance


@pytest.mark.parametrize(
    "text",
    [
        "今天没见客户，在公司开了一天会",
        "今天没去成，客户临时改周四了",
        "我说了今天没见客户！",
        "老总没在，保安把我拦下来了",
        "扑了个空",
        "没见着人",
        "没有人在",
        "去了没人",
        "说好三点见刘副总，人家临时去了工地，白跑一趟，改到下周三",
        "约好了不见，让前台说他出差了",
        "恒丰超市，店长没在",
        "没见到，就见了个前台小姑娘",
        "no visits today, in the office all day",
        "I didn't see anybody today",
        "the boss wasn't there, couldn't get past the desk",
    ],
)
def test_nobody_seen_is_no_visit(text: str) -> None:
    assert none_made(text)


@pytest.mark.parametrize(
    "text",
    [
        "老总没在，见了采购",
        "去了宏达机械，见的陈总，他说没见过这么好的机器",
        "saw Dana, the boss wasn't there",
        "met nobody but the clerk, visited Acme",
        "今天见了宏达机械的陈总",
        "她说老板人不在场，聊了半小时",
        "老板不在，他媳妇说他们不需要",
        "没人在场的时候他悄悄跟我说要",
    ],
)
def test_whoever_saw_somebody_made_a_visit(text: str) -> None:
    assert not none_made(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("两家。上午去了大华印刷，见的董总，没签；下午去了鼎盛物流，见的李经理", "两家。上午去了大华印刷，见的董总，没签"),
        ("上午见了大华印刷的董总，他说了算。下午见了鼎盛物流的李经理", "上午见了大华印刷的董总，他说了算"),
        ("two visits. saw Dana at Acme, not signed. then I met Tom at Baxter", "two visits. saw Dana at Acme, not signed."),
        ("今天跑了三家：宏达机械的李经理、南山冷链的周老板、青松牙科的孙医生，都没签", "今天跑了三家：宏达机械的李经理"),
        ("两家，大华印刷董总、鼎盛物流李经理", "两家，大华印刷董总"),
        ("见了两个客户：大华印刷、鼎盛物流。大华没签", "见了两个客户：大华印刷"),
        ("跑了两家宏达、鼎盛", "跑了两家宏达"),
        ("他在城里开了两家店，要新线、要人手", "他在城里开了两家店，要新线、要人手"),
        ("去了宏达，他们有三家分厂，设备旧、产量上不去", "去了宏达，他们有三家分厂，设备旧、产量上不去"),
        ("saw three today: Dana Whitfield at Acme, Pete at Marlow Joinery and Mike from Baxter. none signed", "saw three today: Dana Whitfield at Acme"),
        ("saw Phil at Tanner Autos, Meera at Kesar Sweets, then the guy at Bowline, all ok", "saw Phil at Tanner Autos"),
        ("Dana at Acme and Tom Reed at Baxter Mills. both want it", "Dana at Acme"),
        ("met Sam at Acme and Tom from finance", "met Sam at Acme and Tom from finance"),
        ("met Sam at Acme, the engineer wants it", "met Sam at Acme, the engineer wants it"),
        ("met Sam at Acme, Bob at Acme signs", "met Sam at Acme, Bob at Acme signs"),
        ("met Sam at Acme, Bob at Head Office signs", "met Sam at Acme, Bob at Head Office signs"),
        ("two visits, Dana at Acme and Tom at Baxter", "two visits, Dana at Acme"),
        ("did two today: Ray of Cobb Roofing, Sal from Ottermill", "did two today: Ray of Cobb Roofing"),
        ("saw two today: Dana at Acme, she likes it and they need it", "saw two today: Dana at Acme, she likes it and they need it"),
        ("saw Dana at Acme; two sites, one at York and another at Leeds", "saw Dana at Acme; two sites, one at York and another at Leeds"),
        ("上午去了大华印刷，聊到下午才走", "上午去了大华印刷，聊到下午才走"),
        ("saw Dana at Acme; they have two sites", "saw Dana at Acme; they have two sites"),
        ("见了董总，他们有两家店，下午他还要开会", "见了董总，他们有两家店，下午他还要开会"),
    ],
)  # fmt: skip
def test_of_two_visits_the_first_is_taken(text: str, told: str) -> None:
    assert first(Debrief("x"), text) == told


@pytest.mark.parametrize(
    ("opening", "text", "told"),
    [
        ("上午去了贝贝宠物医院，见赵院长，他说没预算。下午去了金鼎健身，王店长，要问总部", "D，没钱嘛。金鼎健身那个我觉得是B，五成", "D，没钱嘛。"),
        ("上午去了贝贝宠物医院，见赵院长，他说没预算。下午去了金鼎健身，王店长，要问总部", "D。赵院长那边不去了", "D。赵院长那边不去了"),
        ("two visits. saw Dana at Acme, not signed. then I met Tom at Baxter", "A, 70. As for Baxter, that's a B, 40.", "A, 70."),
        ("saw Dana at Acme", "A, 70. As for Baxter, that's a B", "A, 70. As for Baxter, that's a B"),
    ],
)  # fmt: skip
def test_what_turns_to_another_visit_later_belongs_to_that_one(opening: str, text: str, told: str) -> None:
    transcript = [Utterance("rep", opening, datetime(2026, 11, 23, tzinfo=UTC))]
    assert first(Debrief("x", step="claim", transcript=transcript), text) == told


def test_after_the_opening_a_text_is_taken_whole() -> None:
    text = "上午见了大华印刷的董总。下午见了鼎盛物流的李经理"
    assert first(Debrief("x", step="forward"), text) == text


@pytest.mark.parametrize("text", ["Met nobody today, client cancelled on me", "no visit. is there any point doing this then?", "客户临时取消了"])  # fmt: skip
def test_a_visit_that_fell_through_is_no_visit(text: str) -> None:
    assert none_made(text)


@pytest.mark.parametrize(
    "text",
    ["no that was the only one", "nope", "nothing else today", "No, that's it.", "没有了，就这一家", "没了", "就这一家", "今天就跑了这一家"],
)  # fmt: skip
def test_that_there_is_no_other_visit_is_no_visit(text: str) -> None:
    assert no_other(text)


@pytest.mark.parametrize("text", ["no, Acme as well", "就这一家谈成了", "that was Carrow & Sons", "没有预算"])
def test_who_tells_of_a_visit_has_another(text: str) -> None:
    assert not no_other(text)
