"""What is said in exact words stands where the learned ear heard less."""

import pytest

from coach.domain.hearing import Heard, Hearing
from coach.listening import outright
from coach.listening.clauses import clauses
from coach.listening.model import described
from coach.listening.normal import Spelling
from coach.locations import assets

SPELLING = Spelling.described(described(assets() / "listening"))


def with_outright(hearing: Hearing, text: str) -> Hearing:
    return outright.with_outright(hearing, text, SPELLING.simplified(text))


@pytest.mark.parametrize(
    ("text", "approvals"),
    [
        ("园长跟投资人两个人都要点头", "third"),
        ("要院长和集团都批", "third"),
        ("both the director and the investor have to sign", "third"),
        ("the head has to sign and then the governors", "third"),
        ("he has to put it to the management company and they've to run it by the owners' board", "third"),
        ("she has to run it by her sister", "second"),
        ("it has to go to the board on the 9th", "second"),
        ("no need to go to the board", None),
        ("GM, the board votes on the 15th", "second"),
        ("no say at all, committee of nine decides", "second"),
        ("he only will decide", "first"),
        ("she only can sign", "first"),
        ("she signs everything herself", "first"),
        ("she never signs anything herself", None),
        ("he only signs small things", None),
        ("he only decides when the MD is away", None),
        ("procurement then finance then the chief exec", "third"),
        ("there's a panel, she reckons 3 signatures", "third"),
        ("他和老板都要点头", None),
        ("合作社的钱要理事会七个人举手过半", "second"),
        ("社员大会过了他签", "second"),
        ("董事会已经通过了", None),
        ("理事会没意见", None),
        ("等了半天，沙场的邬老板才来，沙场他的", "first"),
        ("店不是他的", None),
        ("车是他的", None),
        ("the quarry's his", "first"),
        ("联系人王工 需求 有 预算 有 决策 他", "first"),
        ("need: yes, budget: yes, decision maker: him", "first"),
        ("他提单，车管部经理批，最后副总批", "third"),
        ("he raises the PO, the fleet manager approves it, finally the VP", "third"),
        ("猪场是他哥的 他哥在外地", "second"),
        ("店是他爸传给他的", None),
        ("店是他爸的，他说了算", "second"),
        ("the farm's his brother's", "second"),
        ("it's her brother's farm", "second"),
        ("园长和投资人都没来", None),
        ("业委会要开会，开完会居委会还要盖章", "third"),
        ("俩人商量着定", "second"),
        ("both signatures on everything, the lawyer said", "second"),
        ("Angus Baird. Own place. Kiln cracked", "first"),
        ("the head signs first, then the governors", "third"),
        ("her boss's boss is the owner", "third"),
        ("得他领导的领导点头", "third"),
        ("就孙科长上面郭厂长一个", "second"),
        ("字他签", "first"),
        ("合同是他自己签，别人不管", "first"),
        ("合同他签不了", None),
        ("他之上尚有一把手总经理", "second"),
        ("他上面有老板和集团", None),
        ("她说要跟先生说一声", "second"),
        ("不用跟老婆商量", None),
        ("他自己说了算，就是要跟老婆商量一下", "first"),
        ("上面那位厂长这次见着了", "first"),
        ("上面没有一个懂的", None),
        ("他一個人話事，上面沒有人", "first"),
        ("both the director and the investor liked it", None),
        ("both of them sign, nobody else", "second"),
        ("他跟股东汇报过股东没意见，他签字算数", "first"),
        ("要处长跟副总都签字才行", "third"),
        ("要處長跟副總都簽核才行", "third"),
        ("要局长和书记都点头", "third"),
        ("只差处长一句话", "second"),
        ("上面还有个馆长", "second"),
        ("the two of them decide together, nobody above", "second"),
    ],
)
def test_two_who_are_named_and_both_have_to_agree_are_two_approvals_r7(text: str, approvals: str | None) -> None:
    heard = with_outright(Hearing(), text).facts.get("authority")
    assert (heard.value if heard else None) == approvals


@pytest.mark.parametrize(
    "text",
    [
        "saw Priya, says she needs to run it by Dr Shah, he owns the place",
        "he has to ask Mrs Bell, it's her business",
        "she'll have to talk to her brother cos he decides",
        "小陈说要问林姐，店是她的",
        "他说得跟他爸商量，厂子是他爸的",
        "要请示刘总，他拍板",
    ],
)
def test_the_owner_whom_the_person_met_has_to_ask_is_the_approval_above_r7(text: str) -> None:
    rest = text.replace("，", ",").split(",")[-1].strip()
    assert (
        with_outright(Hearing(facts={"authority": Heard("first", rest, 0.95)}), text).facts["authority"].value
        == "second"
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("he thought the demo was great", "yes"),
        ("thought it was brilliant", "yes"),
        ("I thought it was brilliant", "unsure"),
    ],
)
def test_what_the_customer_thought_great_is_praise_and_what_the_rep_thought_is_none(text: str, value: str) -> None:
    heard = Hearing(facts={"value": Heard("unsure", text, 0.8)})
    assert with_outright(heard, text).facts["value"].value == value


def test_a_put_off_in_its_own_words_is_quoted_by_them() -> None:
    text = "he's renting one at 200 a week. he wants to sleep on it"
    heard = Hearing(blockers=(Heard("customer_thinking", "he's renting one at 200 a week", 0.8),))
    assert [one.quote for one in with_outright(heard, text).blockers] == ["he wants to sleep on it"]


@pytest.mark.parametrize(
    "text",
    ["she has to run, he owns the place", "他要问我价钱，厂子是他的", "he had to ask the price, it's his own shop"],
)
def test_an_owner_who_asks_something_else_stays_the_owner(text: str) -> None:
    told = Heard("first", text.replace("，", ",").split(",")[-1].strip(), 0.95)
    assert with_outright(Hearing(facts={"authority": told}), text).facts["authority"].value == "first"


@pytest.mark.parametrize("text", ["Group capex is closed til April she said", "今年预算已经用完了"])
def test_a_budget_that_is_gone_is_no_money_whatever_was_heard_in_it_r4(text: str) -> None:
    heard = Hearing(facts={"power": Heard("yes", text, 0.9)})
    assert with_outright(heard, text).facts["power"].value == "no"


def test_the_quote_of_what_was_dictated_without_a_comma_is_its_clause_alone() -> None:
    text = "上周五跑了趟幼儿园 想装净水器 要园长跟投资人都点头"
    assert with_outright(Hearing(), text).facts["authority"].quote == "要园长跟投资人都点头"


def test_the_quote_of_english_dictated_without_a_stop_is_its_sentence_alone() -> None:
    text = "saw marlene she runs it with gary the deck oven is cooked and that she wants to think it over i said ok"
    assert with_outright(Hearing(), text).blockers[0].quote == "she wants to think it over"


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("不要了，说厂要关", "no"),
        ("亲口说的，年前就关", "no"),
        ("年底前不整改就停产", "yes"),
        ("老板说店要重新装修", None),
        ("他那台制粒机老是堵", "yes"),
        ("佢話部切紙機成日卡紙", "yes"),
        ("她说想做会员小程序", "yes"),
        ("说他们的注塑件飞边严重客户退货", "yes"),
        ("飞边天天退货所以要换", "yes"),
        ("他说不想换", None),
        ("他嫌我们的机器老是坏", None),
        ("he's retiring in March and closing the pit", "no"),
        ("she's closing the deal with us", None),
        ("He says he's winding down, son doesn't want it", "no"),
    ],
)
def test_who_closes_down_needs_nothing(text: str, need: str | None) -> None:
    heard = with_outright(Hearing(), text).facts.get("need")
    assert (heard.value if heard else None) == need


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("他觉得咱省气", "yes"),
        ("他觉得咱不省气", None),
        ("咱的热效率他认", "yes"),
        ("咱的热效率他不认", None),
        ("Ged Moran, loved the demo", "yes"),
        ("Spore tests keep failing. Liked the unit, asked about training", "yes"),
        ("I loved the demo", None),
        ("they all said they'd love it, the boiler died", "yes"),
        ("they'd love it if it was cheaper", None),
        ("I'd love it", None),
        ("so yeah they see it", "yes"),
        ("he wants to see it", None),
        ("no chance they see it", None),
        ("他说手感不错", "yes"),
        ("佢話幾好", "yes"),
        ("他连连点头", "yes"),
        ("他说过我们的机床精度高", "yes"),
        ("他夸过咱的窑烘得匀", "yes"),
        ("他说我们价格高", None),
        ("他说不是很好", None),
        ("他说生意不错", None),
        ("他说别家的挺好", None),
    ],
)
def test_who_takes_to_it_sees_the_value(text: str, value: str | None) -> None:
    heard = with_outright(Hearing(), text).facts.get("value")
    assert (heard.value if heard else None) == value


def test_every_reason_told_outright_is_heard_and_not_only_the_first_r13() -> None:
    heard = with_outright(Hearing(), "报了价他嫌贵，说要再考虑考虑").blockers
    assert {one.value: one.quote for one in heard} == {"price": "报了价他嫌贵", "customer_thinking": "说要再考虑考虑"}
    assert not with_outright(Hearing(), "他不嫌贵").blockers


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("he says the saw costs him a day a week", "yes"),
        ("Tess said the software loses them a job card a day", "yes"),
        ("it's eating forty quid a day in oil", "yes"),
        ("the machine loses him a customer a month", "yes"),
        ("our lease costs 300 a month", None),
        ("he plays golf two days a week", None),
    ],
)
def test_a_loss_that_comes_back_is_a_need(text: str, need: str | None) -> None:
    told = with_outright(Hearing(facts={"value": Heard("yes", text, 0.76)}), text).facts
    assert told["need"].value == "yes" if need else "need" not in told
    assert ("value" in told) is (need is None)


def test_the_full_stop_of_a_title_ends_no_clause() -> None:
    text = "above that his director Dr. Shetty has to sign. We had tea"
    assert (
        with_outright(Hearing(), "he has to ask Dr. Shah, he owns the place")
        .facts["authority"]
        .quote.startswith("he has")
    )
    assert next(text[start:end] for start, end in clauses(text.lower())).endswith("sign")


@pytest.mark.parametrize(
    "text",
    [
        "月底要验收，没有这个过不了",
        "环保要求年底前整改，不装就罚款",
        "audit's at month end and they fail without it",
        "council says fit one by December or get fined",
        "HSE left an improvement notice last week",
    ],
)
def test_what_a_customer_is_forced_to_have_he_needs(text: str) -> None:
    assert with_outright(Hearing(), text).facts["need"].value == "yes"


@pytest.mark.parametrize("text", ["总部规定十二月不签新合同", "the council said no this year", "不买也没事"])
def test_a_rule_that_forces_nothing_on_him_is_no_need(text: str) -> None:
    assert "need" not in with_outright(Hearing(), text).facts


def test_the_plainest_words_are_the_evidence_whatever_else_was_heard_in_the_same_sense() -> None:
    heard = Hearing(facts={"need": Heard("yes", "去了爱婴坊母婴店", 0.9)})
    assert with_outright(heard, "去了爱婴坊母婴店 说想做会员小程序").facts["need"].quote == "说想做会员小程序"


def test_nobody_else_behind_both_of_them_leaves_the_other_one_above_r7() -> None:
    alone = Heard("first", "nobody else", 0.95)
    assert (
        with_outright(Hearing(facts={"authority": alone}), "both of them sign, nobody else").facts["authority"].value
        == "second"
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She said ours was the quietest", True),
        ("he reckons it's a lot better", True),
        ("他说比现在的便宜", True),
        ("觉得比他原来那家快多了", True),
        ("他说别家比我们便宜", False),
        ("他说不比现在的便宜", False),
        ("我说比他现在的便宜", False),
        ("he said ours was dearer", False),
        ("she said it was over", False),
    ],
)
def test_what_he_says_is_better_of_ours_is_praise(text: str, value: bool) -> None:
    assert ("value" in with_outright(Hearing(), text).facts) is value


@pytest.mark.parametrize(
    ("text", "power"),
    [("钱他说能分两次付就行", "yes"), ("他说定金三成随时可以打", "yes"), ("他问能不能分两次付", None)],
)
def test_terms_on_which_he_pays_are_money(text: str, power: str | None) -> None:
    heard = with_outright(Hearing(), text).facts.get("power")
    assert (heard.value if heard else None) == power


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Has about 2 grand for it from the credit union", True),
        ("they have 40k set aside", True),
        ("she hasn't got 40k set aside", False),
        ("she says the partners have ringfenced 20 for kit this year", True),
        ("I have set aside 20 minutes for her", False),
        ("he has 2 vans for it", False),
    ],
)
def test_a_sum_that_he_has_for_it_is_money(text: str, there: bool) -> None:
    assert ("power" in with_outright(Hearing(), text).facts) is there


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("价格28万他没还价，说账上有钱", True),
        ("他讲预算有", True),
        ("说账上有钱，但要等年后", False),
        ("我说有钱", False),
    ],
)
def test_money_that_he_says_is_there_is_money(text: str, there: bool) -> None:
    assert ("power" in with_outright(Hearing(), text).facts) is there


def test_of_words_dictated_without_a_stop_those_around_the_statement_are_quoted() -> None:
    text = "那个屠宰场的场长姓马他说自己说了算但是上头有个大股东不咋管事屠宰线电击晕那套老是跳闸一停就是半小时"
    quote = with_outright(Hearing(), text).facts["authority"].quote
    assert quote.endswith("自己说了算")
    assert len(quote) < 16


@pytest.mark.parametrize("text", ["他试开了说跟真车一个样", "他说跟进口的没两样", "他说不比进口的差"])
def test_as_good_as_the_real_thing_is_no_refusal_r5(text: str) -> None:
    refused = Hearing(facts={"value": Heard("no", text, 0.96)})
    assert with_outright(refused, text).facts["value"].value == "yes"
    assert "value" not in with_outright(Hearing(), text).facts


@pytest.mark.parametrize(
    ("text", "approvals"),
    [("上面有副总", "second"), ("上面有副总，副总上面还有老总", "third"), ("上头有所长，有机关局，有纪委", "third")],
)
def test_one_above_and_nobody_told_of_above_him_is_one_approval_r7(text: str, approvals: str) -> None:
    taken_for_granted = Hearing(facts={"authority": Heard("third", text.split("，")[0], 0.96)})
    assert with_outright(taken_for_granted, text).facts["authority"].value == approvals


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("她说现在的膨化机出料不匀", True),
        ("他說現在的口掃機太慢，病人抱怨", True),
        ("要色选机，现在靠人捡梗", True),
        ("联系人王工 需求 有 预算 有", True),
        ("need: yes, budget: yes", True),
        ("他说要看样机，再说", False),
        ("要停机，没空", False),
        ("不要打印机，", False),
        ("她说现在的机子挺好", False),
        ("需求 没有 预算 无", False),
    ],
)
def test_what_is_wrong_with_what_he_has_and_what_he_is_after_is_the_need(text: str, needs: bool) -> None:
    told = with_outright(Hearing(), text).facts.get("need")
    assert (told is not None and told.value == "yes") is needs
