"""Whole answers of Chinese reps, each with a manner of his own: WeChat, idioms, dictation, Cantonese, one word, two languages."""

from datetime import date

import pytest

from coach.dialogue import glossary
from tests.conduct.test_evenings import evening, question


@pytest.mark.parametrize(
    "told",
    [
        "见的老板娘 姓郝 她说收银机老卡 然后说要等她老公回来商量下 我就回来了",
        "見咗門市經理阿May，佢話要問過老細先",
        "见了场长老谭，他说他要跟东家打个招呼",
    ],
)
def test_whom_the_person_met_has_to_consult_is_the_approval_above_r7(told: str) -> None:
    assert evening("zh", told).facts["authority"].value == "second"


def test_what_the_rep_reads_in_his_face_neither_praises_nor_refuses_r9() -> None:
    d = evening(
        "zh", "今日拜访的是长河水泥的分管设备的彭副总。看得出他对我们那套余热回收是动了心的，临了说容他从长计议。"
    )
    assert (d.customer, d.facts["value"].value) == ("长河水泥", "unsure")
    assert "customer_thinking" in d.blockers


def test_what_was_not_talked_about_is_unknown_and_not_doubted_r9() -> None:
    d = evening("zh", "聚贤楼的王经理，桌布洗两次就起毛", "A 五成", "王经理说上面还有老板。预算没说。")
    assert d.facts["power"].value == "unsure"
    assert d.question is not None
    assert "power" not in d.question.asks


def test_a_husband_who_may_have_a_say_shakes_who_decides_r14() -> None:
    d = evening(
        "zh",
        "今日去咗觀塘嗰間永興印刷，見咗老闆娘陳太。佢話部切紙機成日卡紙，要諗吓先",
        "A，七成",
        "佢自己話晒事，錢唔係問題，佢話部機幾好",
        "我有問佢今日簽唔簽得，佢話諗吓先",
        "我唔知佢老公有冇份話事。都係A，六成",
    )
    assert [c.fact for c in d.contradictions] == ["authority"]


def test_who_cannot_sign_was_to_be_asked_for_the_one_who_can_in_the_last_twenty_minutes_r17() -> None:
    told = ("聚贤楼的王经理，桌布洗两次就起毛", "B 五成", "王经理说上面还有老板。预算没说。他觉得咱们的布结实")
    d = evening("zh", *told, "没提", "没提签字，不知道为啥没签", "不知道。B，四成")
    assert question(d) == "push.line_to_decider"
    assert "once.r17_to_decider" in d.lines_used


def test_a_bare_not_told_answers_what_was_asked_and_a_manager_named_is_no_rank() -> None:
    d = evening("zh", "聚贤楼的王经理，桌布洗两次就起毛", "B 五成", "他觉得咱们的布结实。上面还有老板", "没提")
    assert d.close.attempted is None
    assert evening("zh", "聚贤楼的王经理，桌布洗两次就起毛").facts["authority"].value is None


def test_that_he_said_it_all_is_no_evidence_of_any_one_fact() -> None:
    d = evening(
        "zh",
        "蓝天驾校，马校长，自己的驾校自己说了算，当场就说模拟器好，要三台，就是今天公章不在，说明天盖",
        "A 九成九",
        "都是他说的啊，教练机不够学员排队投诉，他要三台，钱他账上有，他说模拟器能省一半油钱",
    )
    assert [one.text for one in d.facts["authority"].quotes] == ["自己的驾校自己说了算"]
    assert not d.plan.own


def test_of_a_long_answer_only_the_clause_that_does_not_know_who_signs_is_kept_as_such() -> None:
    d = evening(
        "zh", "康宁养老院的院长，姓薛。护理床坏了好几张", "A 五成", "养老院是她跟她哥合伙开的，谁签我不知道。钱没敢问。她说你们这个床挺好的"
    )  # fmt: skip
    assert [one.text for one in d.facts["authority"].quotes] == ["谁签我不知道"]


def test_money_of_which_only_the_rep_is_certain_is_no_evidence_r9() -> None:
    assert evening("zh", "汇丰五金的鲍总，他自己的厂，钱肯定有，刚买了辆大奔").facts["power"].value == "unsure"


def test_whether_he_said_it_is_not_asked_of_what_is_told_as_his_words() -> None:
    d = evening("zh", "德馨药房，见的是采购总监黎总，他当场说中药打粉机要换，关系铁得很", "A 八成")
    assert d.question is not None
    assert "他当场说" not in d.question.text


def test_that_she_decides_is_a_guess_where_it_is_told_as_one_r9() -> None:
    told = (
        "爱婴坊母婴店 见的苗姐 说想做会员小程序",
        "A 六成",
        "她说了算吧应该  钱她说要交房租😅 她说这个小程序挺方便的",
    )
    d = evening("zh", *told)
    assert d.facts["authority"].value is None
    assert d.facts["power"].value is None
    assert [one.text for one in d.facts["value"].quotes] == ["她说这个小程序挺方便的"]


def test_money_that_somebody_has_still_to_grant_is_asked_when_it_comes_r9() -> None:
    d = evening(
        "zh",
        "安康社区医院，骆院长，骆院长说了算",
        "B 五成",
        "局里不批就没钱，今年的额度还剩四十万。病人排队排到大厅。他认我们的东西",
    )
    assert d.facts["power"].value == "unsure"
    assert d.question is not None
    assert "哪天" in d.question.text or "什么时候" in d.question.text


def test_who_stands_above_and_who_above_him_are_two_approvals_r7() -> None:
    d = evening("zh", "永泰建筑材料部的郭经理，塔吊老旧", "B 四成", "郭经理之上有分管副总，再上是董事长")
    assert d.facts["authority"].value == "third"


def test_who_comes_back_on_a_day_is_no_step_of_the_rep_in_cantonese_either() -> None:
    d = evening("zh", "今朝去咗元朗同興凍肉，見咗個仔阿Ken。我叫佢今日落單，佢話等老豆返嚟傾，星期四返。")
    assert not d.plan.what
    assert d.away_quote == "星期四返"


def test_an_answer_promised_for_a_day_is_a_put_off_whoever_said_it_in_the_clause_before_r13() -> None:
    d = evening("zh", "最后她送我到门口，说下礼拜二给我答复。是实验幼儿园的园长，方园长。")
    assert "customer_thinking" in d.blockers


def test_a_put_off_told_at_the_question_for_one_fact_is_heard_r13() -> None:
    d = evening("zh", "宏图饲料场的老谭，制粒机老是堵，要跟东家打个招呼", "B 六成", "钱没聊", "没提签字 他说下周再联系")
    assert "customer_thinking" in d.blockers


def test_a_number_of_approvals_that_is_only_guessed_is_not_known_r9() -> None:
    d = evening(
        "zh",
        "海曙区块链产业园，运营总监方总特别认可我",
        "A，95%",
        "他们数字化转型要的。钱我没问",
        "集团那边应该也就是盖个章，我觉得一道",
    )
    assert d.facts["authority"].value == "unsure"


def test_what_only_takes_back_what_was_said_tells_nothing_of_the_customer() -> None:
    d = evening("zh", "今天去的是市博物馆，哦不对，是区博物馆，见的是副馆长李静，谈恒湿展柜")
    assert (d.customer, d.contact, d.facts["authority"].value) == ("区博物馆", "李静", None)


def test_two_visits_told_keep_apart_to_the_end() -> None:
    d = evening(
        "zh",
        "上午去了贝贝宠物医院，见赵院长，他说没预算。下午去了金鼎健身，王店长，说挺有兴趣，要问总部",
        "D，没钱嘛。金鼎健身那个我觉得是B，五成",
        "他说总部砍光了一分都没有",
        "没有，不去了。还是D。金鼎健身那边我约了他们总部的人周四",
    )
    assert (d.claimed.customer_class, d.claimed.confidence) == ("D", None)
    assert not d.plan.own


def test_a_no_to_the_step_read_back_asks_for_another_one() -> None:
    d = evening(
        "zh",
        "去了弈道棋院，创始人汪老师，他说不需要",
        "D",
        "他原话，我们不需要",
        "没什么能改主意的，D",
        "您现在用的什么，哪儿不满意？",
        "不是，那是另一家的事",
    )
    assert question(d) == "plan.change"


def test_what_the_customer_suffers_from_is_no_doubtful_praise_r9() -> None:
    d = evening(
        "zh", "恒锐刀具的老板是我表哥，A", "九成", "我表哥说了，一家人好说话。他们用的切削液老发臭，工人皮肤过敏"
    )
    assert (d.facts["need"].value, d.facts["value"].value) == ("yes", None)


def test_four_facts_in_four_words_are_heard() -> None:
    d = evening("zh", "鼎泰印务", "B 7", "他定不了 上头两个 要 钱有 认")
    assert [d.facts[name].value for name in ("authority", "need", "power", "value")] == ["third", "yes", "yes", "yes"]


@pytest.mark.parametrize(
    ("answer", "asked"),
    [("开口了啊，他口头答应了嘛，说合同下周来公司签", True), ("没有，他口头答应了，我就没让他签", False)],
)
def test_the_first_words_answer_whether_he_asked_whatever_follows_r13(answer: str, asked: bool) -> None:
    d = evening(
        "zh",
        "盛元驾校，校长老郭口头答应了，模拟器要六台，他自己的驾校，钱够，说跟真车一样好用",
        "A，九成五",
        "今天就这样",
    )
    assert question(d) == "unsigned.retry"
    again = evening("zh", *[one.text for one in d.transcript if one.who == "rep"], answer)
    assert again.close.attempted is asked


def test_who_would_not_press_her_again_is_afraid_of_the_impression_r18() -> None:
    d = evening(
        "zh",
        "花间集，周姐，她说跟老公说下",
        "B，五成",
        "她老公也管钱，要两人定。样机玫瑰放四天还挺着，她眼睛都亮了",
        "不知道",
        "我问了今天定不，她那么说我也不好再催",
    )
    assert d.close.reason == "fear"


@pytest.mark.parametrize(
    ("asked", "term"),
    [
        ("B和C差在哪？", "classes"),
        ("B跟C怎么分", "classes"),
        ("什么算一次拜访？电话算吗？", "visit"),
        ("does a phone call count as a visit?", "visit"),
        ("他说电话算过账了", None),
    ],
)
def test_a_question_about_the_method_is_answered(asked: str, term: str | None) -> None:
    assert glossary.asked_for(asked) == (f"glossary.{term}.text" if term else None)


def test_what_he_had_been_after_and_is_gone_is_lost_r23() -> None:
    assert evening("zh", "唉，跟了半年的鼎岳石油今天黄了，选了别家").lost


def test_what_the_customer_said_by_his_name_is_his_own_word_r9() -> None:
    d = evening(
        "zh",
        "鹿鸣酒坊，见的酿酒师傅老韦，陶缸裂了两口，他说得问他东家",
        "B，六成",
        "钱是东家说了算，老韦说去年卖酒的钱还在，他试了咱们的小样罐，说温度稳，出酒多一成",
    )
    assert d.facts["power"].value == "yes"


@pytest.mark.parametrize(
    ("line", "commended"),
    [
        ("老韦，您带我去见东家十分钟，温度曲线我摆给他看，您看周四上午行吗", "line.to_decider"),
        ("老韦，报告我帮您写好了，您带我一块儿去见东家，十分钟说清楚", "line.to_decider_undated"),
        ("老韦，小样的参数，我明天给您一份您参考", "line.not_to_decider"),
    ],
)
def test_the_way_to_the_decider_wants_a_day_only_where_there_is_none_r21(line: str, commended: str) -> None:
    d = evening(
        "zh",
        "鹿鸣酒坊，见的酿酒师傅老韦，陶缸裂了两口，他说得问他东家",
        "B，六成",
        "预算东家批了五万，他试了小样罐，说出酒多一成",
        "没签，东家不在，我没开口",
        "不知道东家脾气，B，五成",
        line,
    )
    assert d.next_line == line
    assert commended in d.lines_used


def test_a_signature_that_would_not_count_is_none_r13() -> None:
    told = "见了恒通物流的车队长老赵，温度老超标被罚了两回。没签"
    d = evening("zh", told, "C 六成", "他提单，车管部经理批，最后副总批", "提了，他说他签了也不算啊，要走流程")
    assert (d.signed, d.close.attempted, d.facts["authority"].value) == (False, True, "third")


def test_whether_the_money_suffices_makes_no_d_r5_r9() -> None:
    d = evening(
        "zh", "见了鲜达食品的周厂长，机子三天两头停，他说这个好", "A 七成", "厂里他说了算", "就是账上钱够不够呗"
    )
    assert d.facts["power"].value == "unsure"
    assert "no_budget" not in d.blockers


def test_what_has_to_pass_two_above_is_about_approval_r7() -> None:
    d = evening("zh", "见了殡仪馆的设备科王科长。他说要上会，馆长和民政局都要过")
    assert d.facts["authority"].value == "third"


def test_a_customer_judged_was_met_whoever_was_not_there_r13() -> None:
    d = evening("zh", "见了个客户", "养猪场的", "C", "猪场是他哥的", "没签 他哥不在签什么签")
    assert "visit.none" not in d.lines_used
    assert d.facts["authority"].value == "second"
    assert "absent_decider" in d.blockers


def test_an_hesitation_beside_the_class_is_nobodys_name() -> None:
    d = evening("zh", "凯旋门婚纱，老板娘说旺季过了再说", "说不好，B吧")
    assert (d.customer, d.contact, d.claimed.customer_class) == ("凯旋门婚纱", "", "B")


def test_a_look_at_the_account_there_and_then_is_no_signature_r13() -> None:
    d = evening("zh", "见了金辉钢构的罗老板，自己的厂，咱的机子他试切了说准，钱没问题当场给我看了账户，最后说要再想想")
    assert not d.signed


def test_a_day_written_with_a_point_is_one() -> None:
    told = ("10.23那天见的，金辉钢构的罗老板，自己的厂，天天返工，他说准，钱当场给我看了账户，没签", "A 80")
    assert evening("zh", *told).visit_date == date(2026, 10, 23)


def test_of_a_worry_that_he_says_there_was_none_nothing_is_made_r21() -> None:
    told = "东方剑桥幼儿园的蒋园长，她自己开的，孩子没地方跑家长意见大，看我们效果图直拍大腿，账上她说有一百多万，没签"
    d = evening(
        "zh", told, "A 九成", "没开口，她说明天给我打电话，我说好呀", "没有不知道的，就是A，九成", "她没啥顾虑啊"
    )
    assert d.worry == ""


def test_a_husband_who_cares_for_nothing_there_is_no_approval_r7() -> None:
    told = "见的女老板叶总，公司是她的。没签，她说要跟老公商量，我看她就是推，她老公在国外根本不管"
    assert evening("zh", told).facts["authority"].value == "first"


@pytest.mark.parametrize(("told", "step"), [("唐总出国了12月2号回", ""), ("他徒弟去福建了，礼拜五回", "")])
def test_the_day_on_which_somebody_comes_back_is_no_next_step(told: str, step: str) -> None:
    d = evening("zh", f"见了红运烟花的熊部长，他报给唐总签就行。没签，{told}")
    assert d.plan.what == step
    assert d.away_until is not None


def test_that_he_said_nothing_more_is_giving_in_r18() -> None:
    told = "见了邬老板，沙场他的，环保限期整改，六十万他说有，他试了说挺好，没签"
    d = evening("zh", told, "A 七成", "要了一次，他说别逼他，我就没说话了")
    assert (d.close.attempted, d.close.gave_in) == (True, True)


def test_what_she_can_pay_herself_is_no_limit_of_what_she_signs_r7() -> None:
    d = evening("zh", "见了萌爪的刘院长，预算她说八万以内自己掏")
    assert (d.facts["authority"].value, d.facts["power"].value) == (None, "yes")


def test_what_the_customer_is_quoted_with_where_the_value_was_asked_for_is_asked_about_r9() -> None:
    met = "今天见了宏达机械的李总，他的厂，他自己签字，机器老坏所以要换，账上有二十万，没签"
    d = evening("zh", met, "A 七成", "他说这样晚上就不用再派人盯着了", "对")
    assert (d.facts["value"].value, d.facts["value"].words) == ("yes", "他说这样晚上就不用再派人盯着了")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh", "你们这个判定我上回就不服，凭啥说人家是D。今天又去了欣欣超市，见的段姐，她店她说了算"),
        ("zh", "你们上次非说她是D，今天又去了欣欣超市，见的段姐"),
        ("en", "you said she's a D. Saw Ann Low at Low Foods again today, her own place"),
    ],
)
def test_a_class_of_the_coachs_that_the_rep_does_not_accept_is_not_his_own_r16(language: str, told: str) -> None:
    assert evening(language, told).claimed.customer_class is None


def test_a_line_that_calls_him_by_his_title_is_heard_as_nothing_else_r21() -> None:
    line = "孟主任，周五分管厂长在厂里吗，我带灌装头来当场灌一百瓶给他看"
    told = "见的越窖的孟主任，他打报告，分管厂长签，再报总厂设备部。灌装头老漏，他说我们的好，没签"
    d = evening("zh", told, "C 五成", "没问", "没要，这种级别要也白要", "不知道厂长见没见过别家。C 五成", line)
    assert (d.next_line, d.close.gave_in) == (line, None)


def test_a_body_that_has_still_to_vote_is_the_approval_above_r7() -> None:
    d = evening("zh", "去了竹荪合作社，见的罗理事长，烘干房老是潮。没签", "A 七成", "社员大会过了他签")
    assert d.facts["authority"].value == "second"


def test_the_sentence_that_won_is_kept_where_it_was_told_r21() -> None:
    d = evening("zh", "今天去了宏达机械，见的李总，他的厂，我说“李总，周四装车，今天把字签了吧”，他当场就签了")
    assert (d.signed, d.next_line) == (True, "李总，周四装车，今天把字签了吧")
