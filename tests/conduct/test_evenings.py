"""Whole answers of tired reps, heard by the listener itself: what stands on the card afterwards is what they said."""

import random

import pytest

from coach.conduct.debriefing import Debriefing
from coach.domain.debrief import Debrief
from coach.journal.memory import MemoryJournal
from coach.listening.listener import EmbeddedListener
from tests.conduct.reps import Day

EAR = EmbeddedListener()
VISIT = {
    "zh": "去了宏远门窗，老板老洪自己定，窗锯一周坏一次，钱批好了，他说咱家的锯得快。",
    "en": "saw Nils Berg at Berg Windows. It is his company, the saw breaks down every week, he said he has 90k for it, he loved ours.",
}


def evening(language: str, *lines: str) -> Debrief:
    """The debrief after these lines."""
    talk = Debriefing(MemoryJournal(), EAR, Day(), random.Random(4).randrange).open("Rep", language)
    for line in lines:
        talk.say(line)
    return talk.debrief


def question(d: Debrief) -> str:
    return d.question.line if d.question else ""


@pytest.mark.parametrize(
    ("language", "told", "customer"),
    [
        ("en", ("nobody was in. drove 90 minutes to Carrow & Sons and the gate was locked", "no that was the only one"), "Carrow & Sons"),
        ("zh", ("白跑一趟！约好的鼎丰物流马总，前台说他临时去了广州，人没见着", "没有了，就这一家"), "鼎丰物流"),
    ],
)  # fmt: skip
def test_after_a_missed_visit_that_there_was_no_other_names_no_customer(
    language: str, told: tuple[str, ...], customer: str
) -> None:
    d = evening(language, *told)
    assert (d.customer, question(d)) == (customer, "visit.none")


def test_the_owner_named_beside_the_person_met_is_the_approval_above() -> None:
    d = evening(
        "en",
        "Went out to Brackwater Marine, sat with the yard manager, Tobias Okonkwo-Lindqvist. He reckons they lose a slipway day "
        "a month cos the old winch jams. The owner, Mrs Pell, signs everything over 500 quid.",
    )
    assert d.facts["authority"].value == "second"


@pytest.mark.parametrize(
    "told",
    [
        "Lakeside Credit Union, Maria Delgado. She'd have to take it to the committee, then the board votes on it.",
        "Met Dr. Kulkarni. The purchase committee is there, they have to approve, and after that the trust chairman.",
        "Maria Delgado of Lakeside Credit Union. the committee first and then the board",
    ],
)
def test_whoever_is_named_one_after_the_other_is_counted_as_two_above_r7(told: str) -> None:
    assert evening("en", told).facts["authority"].value == "third"


def test_whoever_signs_before_the_board_has_one_above() -> None:
    assert evening("en", "He signs it off, then the board votes on it.").facts["authority"].value == "second"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh", "上午跑了趟永顺五金，老板娘周桂香，店是她跟她男人开的。说螺丝老断货"),
        ("en", "Mario's Bakery, mario himself. he owns it with his wife, she does the books. bread slicer dying"),
    ],
)
def test_whoever_owns_it_with_others_is_no_first_kp_yet(language: str, told: str) -> None:
    assert evening(language, told).facts["authority"].value is None


def test_the_same_as_before_says_nothing_of_the_value() -> None:
    d = evening(
        "zh",
        "见的天启半导体技术总监佟工，上面有分管副总跟总裁。他说良率卡在百分之八十七，非换不可",
        "C 三十",
        "钱没聊",
        "这个没聊到",
        "没让他签",
        "跟刚才说的一样",
    )
    assert d.facts["value"].value in (None, "unsure")
    assert d.after_reverse.customer_class == "C"


def test_where_somebody_is_competes_with_nobody() -> None:
    d = evening(
        "zh", "艾诺生物，赵博士，签字要俩人都签。冻干机排队排到明年", "A 六成五", "他喜欢", "我问了能不能今天定，他说得等孟总，孟总在波士顿，后天回"
    )  # fmt: skip
    assert "competitor" not in d.blockers


def test_a_bet_on_the_class_is_no_doubt_about_the_value() -> None:
    d = evening(
        "en",
        "Met Siobhan Keane at Halloran Glass. Budget approved in January",
        "95",
        "it's an A. I'd bet the car on it",
    )
    assert (d.claimed.customer_class, d.facts["value"].value) == ("A", None)


def test_that_the_order_is_inside_the_limit_counts_with_words_behind_it() -> None:
    d = evening(
        "en",
        "Met Siobhan Keane at Halloran Glass. She decides up to 30k, ours is 28. Budget approved in January",
        "A 95",
        "yes it's inside. 28 is less than 30 last time I checked",
    )
    assert d.facts["authority"].value == "first"


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ("Met Fergal Dunne at Dunmore Poultry, his uncle signs. Two fans down, birds dying", "B 50", "don't know", "he's not able to sign so I didn't")),
        ("zh", ("见了鼎丰物流的老马，他上面有老板要点头。叉车坏了两台", "B 五成", "不知道", "他又签不了我就没提")),
    ],
)  # fmt: skip
def test_who_left_it_because_the_other_cannot_sign_did_not_ask(language: str, lines: tuple[str, ...]) -> None:
    assert evening(language, *lines).close.attempted is False


def test_what_others_do_on_a_day_is_no_step_of_the_rep() -> None:
    d = evening(
        "en",
        "Harriet at Penrose Vets, all four partners have to agree. The x-ray broke twice last month",
        "C 35",
        "don't know",
        "I did ask if they could decide today, she laughed, said the vote's on the 10th",
    )
    assert d.plan.what == ""


def test_above_a_limit_the_one_who_decides_is_somebody_else() -> None:
    d = evening("en", "Met Ruth Bell at Acme Foods. she signs up to 5k, over that it's her father")
    assert d.facts["authority"].value == "second"


def test_y_is_a_yes() -> None:
    d = evening(
        "en", "Signed! Priya Raman at Oakleaf Dental signed on the spot, 3 chairs", "let's start today I said", "y"
    )
    assert d.recorded


def test_the_class_changed_in_the_answer_on_what_is_unknown_counts() -> None:
    d = evening(
        "zh",
        "金诚律所，赵律师，买东西三个人同意就行，就差一个。档案老是找不着，上个月差点误了开庭",
        "A 八成",
        "他有钱，他说咱那个好",
        "我问能不能今天签，他说等第三个人点头",
        "第三个人是谁不知道。改B",
    )
    assert d.after_reverse.customer_class == "B"


def test_of_what_was_dictated_in_one_breath_the_need_is_quoted() -> None:
    d = evening(
        "zh",
        "唉今天跑断腿了我去的是城东那个叫什么来着哦对宏鑫铸造厂见着的是设备科的孙科长聊的是砂处理线的事他说现在那条老线粉尘超标环保局下了单子"
        "年底前不整改就停产他急得很带我去车间看了还让我爬上去看除尘口那个脏得呀",
    )
    assert d.facts["need"].words.endswith("年底前不整改就停产")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Priory School, the bursar Mr Bell said the boiler won't last the winter and governors have a meeting on 3 December"),
        ("zh", "见了阳光幼儿园的吴园长，锅炉撑不过冬天，董事会12月3号开会"),
    ],
)  # fmt: skip
def test_a_meeting_of_others_is_no_step_of_the_rep(language: str, told: str) -> None:
    assert evening(language, told).plan.what == ""


def test_another_number_in_the_answer_on_what_is_unknown_is_one_for_the_same_class() -> None:
    d = evening(
        "en",
        "Hollins Farm, Gerald Hollins himself, he decides. Wants the drone. cash in the bank. Says it'd save him a man",
        "A 85",
        "I forgot to ask",
        "weather maybe. 80 now",
    )
    assert tuple(d.after_reverse) == ("A", 80)


def test_that_there_was_no_point_in_asking_says_that_he_did_not() -> None:
    d = evening(
        "en",
        "Priory School, Mr Bell. The boiler won't last",
        "B 65",
        "no idea",
        "no idea",
        "no point, it's the governors",
    )
    assert d.close.attempted is False


def test_who_likes_it_in_two_words_sees_the_value() -> None:
    d = evening("en", "Ravi at Sunrise Pharmacy. Wants it. Signs himself. Has the money. Likes it. Didn't sign.")
    assert d.facts["value"].words == "Likes it"


def test_who_says_that_he_told_it_already_is_believed() -> None:
    d = evening("en", "Ravi at Sunrise Pharmacy. Wants it. Signs himself", "A 50", "I've told you")
    assert "aside.again" in d.lines_used


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ("Tina at the Corner Deli. she wants the slicer", "B 40", "she's the owner. love it, skint til january")),
        ("zh", ("康宁护理院，护理部主任郝姐，院长说了算。家属告了必须换，她试了床说就要这个", "C 四成", "今年预算用完了，明年一月的已经报上去了")),
    ],
)  # fmt: skip
def test_of_money_that_comes_later_is_asked_when_it_comes_and_it_makes_no_d(
    language: str, lines: tuple[str, ...]
) -> None:
    d = evening(language, *lines)
    assert (d.facts["power"].value, d.ruling.customer_class == "D") == ("unsure", False)
    assert d.question is not None
    assert d.question.asks == ("power",)


def test_that_she_said_so_brings_no_money_that_is_to_come() -> None:
    d = evening(
        "en",
        "Tina at the Corner Deli. she wants the slicer",
        "B 40",
        "she's the owner. love it, skint til january",
        "she said so",
    )
    assert d.facts["power"].value == "unsure"


def test_where_the_one_who_decides_has_somebody_above_there_are_two_approvals() -> None:
    d = evening("zh", "康宁护理院，护理部主任郝姐。都是院长说了算，院长上面是集团采购中心。她试了床说就要这个")
    assert d.facts["authority"].value == "third"


@pytest.mark.parametrize(("language", "told"), [("en", "She's signed!! sort of"), ("zh", "签了，算是签了，签的意向书")])
def test_a_signature_taken_back_by_half_is_none(language: str, told: str) -> None:
    assert evening(language, told).signed is None


def test_a_stamp_above_is_no_signature() -> None:
    d = evening("en", "Callum at Northgate Gym. two members hurt", "A 90", "one stamp yes")
    assert d.signed is None


def test_the_day_it_was_meant_for_is_not_the_visits() -> None:
    d = evening(
        "en", "Tuesday I was meant to see Kessler Foods and they moved it to today, the line is tied up with string"
    )
    assert d.visit_date is None


def test_what_the_customer_says_he_does_tomorrow_is_no_step_of_the_rep() -> None:
    lines = (
        "大通客运的聂站长，上面副处长批。他说你们这个快",
        "B 七十",
        "经费下来了，安检机要换",
        "我说要不您现在就把报告打了，他说明天打",
    )
    assert evening("zh", *lines).plan.what == ""


def test_his_own_fear_is_not_the_customers_worry() -> None:
    d = evening(
        "zh",
        "大通客运的聂站长，他自己说了算。他们老的那台扫一个包要八秒。经费下来了。他说你们这个快",
        "A 七十",
        "我说要不您现在就定，他说再想想。我说成",
        "A七十",
        "我怕催急了他烦",
    )
    assert (d.worry, d.close.reason) == ("", "fear")


def test_a_doubt_about_somebody_elses_eye_leaves_what_was_told_and_is_not_read_back() -> None:
    d = evening(
        "zh",
        "宁海水产批发，见的是老板的儿子小宁，说话不算数，他爸说了算。增氧机要换二十台，死了一池虾。小宁说咱的省电。钱他说他爸有",
        "B，六成",
        "没要，他签不了",
        "他爸认不认我们不知道；价钱他爸会砍。B，五成五",
    )
    assert d.facts["value"].value == "yes"
    assert "还不知道" not in d.transcript[-1].text + d.transcript[-2].text


def test_a_hum_is_no_doubt() -> None:
    d = evening(
        "en",
        "Callum at Northgate Gym, they rubber stamp it. two members hurt",
        "A 90",
        "no idea",
        "I asked him",
        "hm. it's B then. B 85",
    )
    assert d.facts["value"].words != "hm"


def test_whose_signature_is_enough_by_office_is_the_approval_above_the_person_met() -> None:
    d = evening(
        "zh", "南山区第二小学，总务主任老魏。教室护眼灯，家长闹了两回。他说校长签字就行，钱是区里拨的，五十万在账上"
    )
    assert d.facts["authority"].value == "second"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Angus Baird, Baird's Smokehouse. Kiln cracked. brother's just the brother, no share in it"),
        ("zh", "美林宠物医院，刘院长。她老公上面要点头？不是，她老公没股份，不管买不买"),
    ],
)
def test_a_relative_without_a_say_is_no_approval(language: str, told: str) -> None:
    assert evening(language, told).facts["authority"].approvals in (None, 0)


def test_that_it_is_not_signed_is_no_reason_why() -> None:
    d = evening(
        "en",
        "Apex Tooling, Ged Moran MD, 3 spindles down, cash fine, loved the demo, no signature, he asked for friday",
    )
    assert "absent_decider" not in d.blockers


def test_the_day_he_will_not_wait_for_is_not_the_steps() -> None:
    d = evening(
        "en",
        "Signed! Priya Raman at Oakleaf Dental signed on the spot, 3 chairs",
        "let's start today I said",
        "I'm not waiting for friday, I'll be there tomorrow at 7",
    )
    assert str(d.plan.date) == "2026-11-24"


@pytest.mark.parametrize(
    ("language", "asked"),
    [("zh", "你先别问，我问你，要是客户老说考虑考虑咋整"), ("en", "what do you do when a customer keeps saying he'll think about it")],
)  # fmt: skip
def test_what_the_coach_would_do_is_no_report(language: str, asked: str) -> None:
    d = evening(language, asked)
    assert (d.blockers, d.step) == ((), "opening")


def test_tonight_is_a_day_for_the_next_step() -> None:
    d = evening(
        "zh",
        "老板本人，急用，钱在账上，认我们，他自己说了算。没签，我没开口",
        "A 九成",
        "没有",
        "还是A 九成",
        "1",
        "哥，今天定了，明天就装，您看行吗？",
        "今晚八点再去",
    )
    assert str(d.plan.date) == "2026-11-23"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh", ("美林宠物医院，刘院长自己说了算，B超机老出雪花。她说你们这个清楚。分期她拿得出", "A 七成", "问了两遍，第二遍她说明天下午回话")),
        ("en", ("Met Ruth Bell at Acme Foods, she decides. mixer dead. loved the demo. cash is there", "A 70", "asked, she said she'll get back to me tomorrow")),
    ],
)  # fmt: skip
def test_that_she_will_answer_later_is_a_put_off_and_no_rival_nor_a_step(language: str, told: tuple[str, ...]) -> None:
    d = evening(language, *told)
    assert (d.blockers, d.plan.what) == (("customer_thinking",), "")


def test_the_day_of_the_visit_is_put_right_in_another_answer() -> None:
    d = evening(
        "en",
        "Ms Ferreira, Lusitania Bakery, her mother has to sign. oven at 40%. mother has the money she said. loves it",
        "B 60",
        "asked if we could call the mother. she said mother's asleep",
        "if the mother trusts us. oh and actually it wasn't today it was yesterday. B 60",
    )
    assert str(d.visit_date) == "2026-11-22"
    d = evening(
        "zh", "见了鼎丰物流的老马，叉车坏了", "B 五成", "不知道", "没开口", "哦对了不是今天，是昨天去的。B 五成"
    )
    assert str(d.visit_date) == "2026-11-22"


def test_who_never_goes_back_names_no_customer() -> None:
    d = evening(
        "en",
        "Mr Bell says he needs nothing, his nephew sells the same",
        "D",
        "he told me to my face",
        "D",
        "who do you buy from today?",
        "never going back",
    )
    assert d.customer == ""


def test_a_forgotten_question_was_not_asked() -> None:
    d = evening("zh", "华光灯具，赵厂长，他定，要换老线，钱有。他说咱这个省电", "A 七成", "忘了")
    assert d.close.attempted is False


def test_the_sentence_keeps_the_title_it_begins_with() -> None:
    d = evening(
        "en",
        "Mr. Klein at Zenith Pumps, he decides, pumps leak, budget approved, likes it",
        "A 80",
        "asked, he said monday",
        "nothing. A 80",
        "Mr. Klein, the contract's in my bag, shall we do it now?",
        "Mr. Klein, the contract's in my bag, shall we do it now?",
    )
    assert d.next_line.startswith("Mr. Klein")


def test_what_faintly_sounds_like_a_rival_and_names_none_is_none() -> None:
    d = evening(
        "en",
        "Sat with Yusuf at Crescent Halal Meats. His bandsaw's guard is off, EHO gave him 28 days. He's the boss, bought the place off "
        'his cousin. Says ours is "the dear one" but his cousin in Luton swears by it.',
    )
    assert "competitor" not in d.blockers


def test_a_father_who_has_long_left_it_is_no_approval() -> None:
    d = evening("zh", "长城钢构，王总，跟他爸一起干的，他爸是董事长，不过厂里的事他爸早不管了。老机器一天断三回火")
    assert d.facts["authority"].value is None


def test_when_a_batch_is_ready_says_nothing_of_who_approves() -> None:
    d = evening(
        "zh",
        "长城钢构，王总，他自己定。老机器一天断三回火。二十来万，他说这点钱我自己划。他说咱这个快",
        "A，八成五",
        "我说王总要不今天定，他说等他把手头这批货交了。我就说好",
        "他那批货啥时候交不知道。A，七成五",
    )
    assert (d.facts["authority"].value, d.contradictions) == ("first", ())


@pytest.mark.parametrize(
    ("language", "why_not"),
    [
        ("zh", "没签，我要了两次，他都说再说"),
        ("en", "No. I asked twice, he kept saying after the harvest."),
    ],
)
def test_who_tells_how_often_he_asked_has_asked(language: str, why_not: str) -> None:
    close = evening(language, VISIT[language], "A, 80", why_not).close
    assert (close.attempted, close.times) == (True, 2)


@pytest.mark.parametrize(
    ("language", "why_not"),
    [
        ("zh", "没签，他要了两次检测报告，我没开口"),
        ("en", "No. He asked twice for references, I never brought it up."),
    ],
)
def test_what_the_customer_asked_for_twice_is_no_asking_of_the_rep(language: str, why_not: str) -> None:
    close = evening(language, VISIT[language], "A, 80", why_not).close
    assert (close.attempted, close.times) == (False, None)
