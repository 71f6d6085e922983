"""The customer's name in an answer, apart from class and percentage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.dialogue.naming import LONGEST, buys_himself, name_told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("鼎新模具", "鼎新模具"),
        ("鼎新模具，B，六成", "鼎新模具"),
        ("鼎新模具 B 60", "鼎新模具"),
        ("客户是鼎新模具，A类，八成", "鼎新模具"),
        ("叫鼎新模具。B吧，60", "鼎新模具"),
        ("鼎新，给B，一半一半", "鼎新"),
        ("A4纸业，B，五成", "A4纸业"),
        ("Acme Foods, B, 60%", "Acme Foods"),
        ("it's called Acme. B, 60", "Acme"),
        ("Bob's Burgers, an A, 90", "Bob's Burgers"),
        ("Delta Dental, class B, 55", "Delta Dental"),
        ("Lakeshore", "Lakeshore"),
        ("lakeshore laundry b 60", "lakeshore laundry"),
        ("恒通", "恒通"),
        ("Kowalski Tool & Die", "Kowalski Tool & Die"),
        ("Bob's", "Bob's"),
        ("3M, A 70", "3M"),
        ("It's St. Mary's Hospital, B 60", "St. Mary's Hospital"),
        ("Dr. Khan's Surgery. B, 60", "Dr. Khan's Surgery"),
        ("A&W, B, 60", "A&W"),
        ("7-Eleven. B, 70%", "7-Eleven"),
        ("their name is Acme", "Acme"),
        ("他们叫恒通塑业", "恒通塑业"),
    ],
)
def test_the_name_is_what_is_left_without_the_judgement(text: str, name: str) -> None:
    assert name_told(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "B吧，六成",
        "我判B，六成把握",
        "应该算B吧，五成左右",
        "不好说，C吧",
        "我觉得是A，把握大概七成",
        "I'd say B, about 60 percent",
        "probably a B, sixty",
        "call it a C, 40%",
        "B I think, 50/50",
        "say A, 80% sure",
        "我觉得是B，六七成吧",
        "C呗，四成",
        "应该算A",
        "D，零",
        "B+，七成",
        "B-, 70",
        "不好说，A或者B",
        "A，一半一半",
        "百分之六十，B",
        "顶多C，三成",
        "A，铁板钉钉",
        "A 80, easy",
        "hard to say, A or B",
        "a solid B, 60",
        "A or B, 50ish",
        "C, long shot",
        "A, he loves us, 80",
        "A，他很喜欢我们",
        "how should I know?",
        "他看了，没说话，走了，我也走了",
        "没坐下来，站门口说了一句。D吧",
        "",
    ],
)
def test_a_judgement_alone_and_a_story_name_nobody(text: str) -> None:
    assert name_told(text) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("刚说了呀，恒通塑业", "恒通塑业"),
        ("恒通塑业！第三遍了", "恒通塑业"),
        ("都说三遍了，恒通塑业，A", "恒通塑业"),
        ("我不是说了吗，恒通塑业", "恒通塑业"),
        ("跟你说了呀 恒通塑业", "恒通塑业"),
        ("恒通塑业呀！A，八成", "恒通塑业"),
        ("I told you, Kowalski Tool & Die", "Kowalski Tool & Die"),
        ("Kowalski Tool & Die, for the third time", "Kowalski Tool & Die"),
        ("Lakeshore Laundry, like i said", "Lakeshore Laundry"),
        ("as I said, Acme. B 60", "Acme"),
        ("Acme, already told you", "Acme"),
    ],
)
def test_a_grumble_about_being_asked_again_is_no_part_of_the_name(text: str, name: str) -> None:
    assert name_told(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("没名儿 就叫关老板洗浴", "关老板洗浴"),
        ("A客户绿源超市", "绿源超市"),
        ("哎 湘味源啊", "湘味源"),
        ("就是那个 鼎盛物流 嘛", "鼎盛物流"),
        ("哎呀就上次那个 五金城的 老周", "五金城的 老周"),
        ("丝语美发，吴姐是采购总监", "丝语美发"),
        ("well it's Brightside, the nursery place", "Brightside"),
        ("oh come on, Brightside Nurseries", "Brightside Nurseries"),
        ("it's just called The Spoon", "The Spoon"),
        ("A customer Green Valley Market", "Green Valley Market"),
        ("the one from last week, Quayside", "Quayside"),
        ("um, Quayside I think", "Quayside"),
    ],
)
def test_what_leads_to_a_name_is_no_part_of_it(text: str, name: str) -> None:
    assert name_told(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "没见着人",
        "没名字",
        "不知道叫啥",
        "记不清了",
        "保安不让进",
        "今天没拜访",
        "上次那个客户",
        "个人，没公司",
        "didn't see anyone",
        "no name, it's a guy with a van",
        "nobody was there",
        "the same one as last time",
    ],
)
def test_nobody_and_no_name_is_no_name(text: str) -> None:
    assert name_told(text) == ""


@given(st.text())
def test_reading_a_name_never_fails(text: str) -> None:
    assert len(name_told(text)) <= LONGEST + 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("刚说了福寿花圈店啊 B吧 六成", "福寿花圈店"),
        ("兴旺养猪场啊 B 六成", "兴旺养猪场"),
        ("两家你先说振东吧 A 七八成", "振东"),
        ("金辉婚庆呀 啱啱讲咗 A 八成", "金辉婚庆"),
        ("不用改 老孙头养猪场", "老孙头养猪场"),
        ("蓝月酒吧 A", "蓝月酒吧"),
        ("好利来", "好利来"),
        ("Hello Kitty Cafe", "Hello Kitty Cafe"),
    ],
)
def test_a_name_that_was_dictated_ends_where_the_judgement_or_a_grumble_begins(text: str, name: str) -> None:
    assert name_told(text) == name


@pytest.mark.parametrize("text", ["说啥 谢谢他呗", "在吗", "你好", "要得", "好嘞", "收到", "谢谢", "啥", "继续", "没有客户", "hello there", "leave it", "forget it", "算了", "thanks", "no customers today"])  # fmt: skip
def test_a_pleasantry_names_nobody(text: str) -> None:
    assert name_told(text) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("鑫隆数控，鑫鑫的鑫，兴隆的隆。C，四成", "鑫隆数控"),
        ("哦，叫佳美洗涤，见的是副总，姓郝", "佳美洗涤"),
        ("江南春，三点水的江", "江南春"),
        ("Kroll, spelt with a K, B 60", "Kroll"),
    ],
)
def test_how_a_name_is_written_and_who_was_met_there_is_no_part_of_it(text: str, name: str) -> None:
    assert name_told(text) == name


@pytest.mark.parametrize(
    "text", ["个人客户，就叫王姐", "没公司，就她自己", "就是王姐本人", "a private customer", "no company, just her"]
)
def test_who_buys_himself_is_the_customer(text: str) -> None:
    assert buys_himself(text)


@pytest.mark.parametrize("text", ["客户是宏达机械", "公司叫恒通", "Acme", "just saw him, Acme it is"])
def test_a_company_is_no_private_customer(text: str) -> None:
    assert not buys_himself(text)


@pytest.mark.parametrize(
    "text",
    ["四六开，六成", "老样子", "就那样", "输在价格，老周便宜八个点", "same old", "not great", "bit of both"],
)
def test_how_the_day_was_is_no_name(text: str) -> None:
    assert name_told(text) == ""
