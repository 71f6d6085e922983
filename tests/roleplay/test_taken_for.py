"""What a line is taken for where the ear heard it as something else: an ask, an answer, a gift, a step, a farewell."""

import pytest

from coach.conduct.practising import Practising
from coach.domain.practice import Mind
from coach.domain.practice_events import Level
from coach.roleplay import customer
from coach.roleplay.scenario_files import shipped
from tests.roleplay.test_hearing import BAKERY, by_ear, heard, pool


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        ("这四十万是专门留给压缩机的？", "zh", "power"),
        ("这事郭院长点头就行？", "zh", "authority"),
        ("And the sixty thousand, is that there?", "en", "power"),
        ("It's your firm, so it's your signature?", "en", "authority"),
    ],
)
def test_a_fact_asked_for_in_passing_is_no_ask_for_the_signature(text: str, language: str, asked: str) -> None:
    reading = heard(text, language, shipped()["joinery-cnc"], "ask")
    assert asked in reading.asked
    assert "ask" not in reading.acts


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Oh, one more thing: I can do 15,000.", "en"),
        ("Okay, 12, but that's my last word.", "en"),
        ("那我按您的价给您", "zh"),
        ("我可以给您做到十五万", "zh"),
        ("您这么忙，我就不绕了，七折，签吧。", "zh"),
    ],
)
def test_a_new_figure_is_a_gift(text: str, language: str) -> None:
    assert "concede" in by_ear(text, language).acts


def test_an_hour_is_no_figure() -> None:
    assert "concede" not in heard("I can do 9 o'clock.", "en", BAKERY, "next").acts


def test_what_he_would_gain_is_no_ask_though_it_was_heard_as_one() -> None:
    line = "And you're in bed till five, and you take your lad to school."
    assert by_ear(line, "en").acts == {"value"}


def test_his_worry_said_for_him_with_a_right_behind_it_is_a_question() -> None:
    assert heard("护士学不会，对吧？", "zh", shipped()["dental-scanner"], "other").probes == ("learning",)
    assert not heard(
        "We swap it overnight with a rental running, right?", "en", shipped()["cold-store"], "answer"
    ).probes


def test_a_wish_named_beside_a_worry_does_not_settle_it(desk: Practising) -> None:
    joinery = shipped()["joinery-cnc"]
    mind = Mind(patience=6, turn=4, told=("need",), voiced=("orders",), open="old-make", found=("old-make",))
    reading = heard("机器一天一百套，那一百二十户您就敢接了", "zh", joinery, "answer", "value", mind=mind)
    reply = customer.reply(joinery, "zh", "normal", 1, mind, reading, 20)
    assert (reply.met, reply.eased) == (("orders",), ())


def test_asked_to_come_along_to_the_one_who_decides_he_asks_for_the_day(desk: Practising) -> None:
    talk = desk.open("rep", "zh", shipped()["office-printers"], seed=2)
    talk.say("这事郭院长点头就行？", 20)
    assert talk.say("您愿不愿意陪我跟他说一次？", 20).text in pool(talk, "which_day")


@pytest.mark.parametrize(("level", "settled"), [("easy", ["crew"]), ("normal", [])])
def test_an_easy_customer_takes_the_answer_to_a_worry_he_had_not_told(
    desk: Practising, level: Level, settled: list[str]
) -> None:
    talk = desk.open("rep", "en", BAKERY, seed=2, level=level)
    talk.say("Shall we sign today?", 20)
    talk.say("I'll spend the first week with Kev, and the lads run it, we put that in writing.", 20)
    assert list(talk.state.mind["eased"]) == settled


def test_who_dodged_once_owns_up_and_is_relieved_when_the_answer_names_it(desk: Practising) -> None:
    talk = desk.open("rep", "en", BAKERY, seed=2, level="hard")
    answer = "I'll spend the first week with Kev, and the lads run it, we put that in writing."
    for line in ("Shall we sign today?", "What are you worried about?", answer):
        talk.say(line, 20)
    assert (list(talk.state.mind["found"]), list(talk.state.mind["eased"])) == (["crew"], ["crew"])


@pytest.mark.parametrize(("text", "language"), [("您就说您信不信这个", "zh"), ("Do you believe in it?", "en")])
def test_asked_whether_he_believes_in_it_he_tells_his_real_reason(desk: Practising, text: str, language: str) -> None:
    talk = desk.open("rep", language, shipped()["farm-drone"], seed=2, level="easy")
    talk.say(text, 20)
    assert "no" in talk.state.mind["told"]


def test_a_later_day_named_with_a_farewell_is_leave_taken() -> None:
    told = Mind(patience=5, turn=3, told=("need", "no"))
    line = "那您喝茶，我不卖了。什么时候到期您喊我"
    assert "leave" in heard(line, "zh", shipped()["restaurant-till"], "discover", mind=told).acts


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("你早上五点来就行，闺女你自己送", "zh", "bakery"),
        ("So it's hot and the photographs stop, and there's none on Thursday.", "en", "school-canteen"),
    ],
)
def test_a_gain_with_an_hour_or_a_day_in_it_is_no_next_step(text: str, language: str, name: str) -> None:
    acts = by_ear(text, language, shipped()[name]).acts
    assert "value" in acts
    assert "next" not in acts


def test_terms_and_a_question_behind_them_are_both_heard() -> None:
    reading = heard("两年改成一个月一签，随时走，您还怕什么？", "zh", shipped()["language-school"], "answer")
    assert reading.states
    assert "behind" in reading.asked
    assert "two-years" in reading.argued


def test_a_question_is_no_giving_in() -> None:
    put_off = Mind(patience=5, turn=3, open="payback", used=("customer.put_off.think.open:0",))
    assert "give_in" not in by_ear("All right, but where does it stick?", "en", mind=put_off).acts
    assert "give_in" in by_ear("All right, no rush, call me then.", "en", mind=put_off).acts


def test_a_plain_ask_is_no_giving_in() -> None:
    put_off = Mind(patience=5, turn=3, open="payback", used=("customer.put_off.think.open:0",))
    assert by_ear("好，签这里", "zh", mind=put_off).acts == {"ask"}


def test_a_boast_heard_as_pressure_is_answered_as_a_boast(desk: Practising) -> None:
    line = "I promise you that the dough will never ever fail again."
    assert "pressure" not in heard(line, "en", BAKERY, "pressure").acts


def test_a_yes_put_in_his_mouth_in_the_first_line_is_denied(desk: Practising) -> None:
    talk = desk.open("rep", "zh", shipped()["cold-store"], seed=46)
    talk.say("您不是说好了要买吗", 20)
    assert {"lie", "pressure"} <= set(talk.state.exchanges[-1].acts)


def test_whoever_asks_his_worry_and_answers_it_is_heard_out(desk: Practising) -> None:
    tyres = shipped()["haulage-tyres"]
    mind = Mind(patience=5, turn=6, found=("paper-savings",), eased=("paper-savings",))
    reading = heard("And who comes at three in the morning? Two hours, or we pay.", "en", tyres, "answer", mind=mind)
    reply = customer.reply(tyres, "en", "normal", 1, mind, reading, 20)
    assert (reply.found, reply.eased) == (("roadside",), ("roadside",))


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        ("集团那边能批吗？", "zh", "authority"),
        ("您一般怎么定这种事？", "zh", "authority"),
        ("多少钱您能接受？", "zh", "power"),
        ("How do you usually decide this sort of thing?", "en", "authority"),
        ("What's the hardest part of it today?", "en", "need"),
        ("钱从餐费里出？", "zh", "power"),
        ("you the gaffer then? just you?", "en", "authority"),
        ("And your wife, does she have a say?", "en", "authority"),
        ("I need to know your budget.", "en", "power"),
    ],
)
def test_a_fact_is_asked_for_in_the_words_of_the_street(text: str, language: str, asked: str) -> None:
    assert asked in heard(text, language, shipped()["plant-sensors"], "ask").asked


@pytest.mark.parametrize(
    ("language", "line"),
    [("zh", "您一个人定吗？"), ("en", "Do you decide by yourself?"), ("zh", "是您说了算还是要问别人？")],
)
def test_asked_again_who_decides_he_says_that_he_said_it(desk: Practising, language: str, line: str) -> None:
    talk = desk.open("rep", language, BAKERY, seed=2)
    talk.say(line, 20)
    assert talk.say(line, 20).text in pool(talk, "told_before")


@pytest.mark.parametrize(("language", "line"), [("zh", "你那条线是山路嘛，我晓得"), ("en", "You've got Shap, I know.")])
def test_nodding_at_a_worry_settles_nothing(language: str, line: str) -> None:
    tyres = shipped()["haulage-tyres"]
    mind = Mind(patience=5, turn=6, found=("paper-savings",), open="paper-savings")
    reply = customer.reply(tyres, language, "normal", 1, mind, heard(line, language, tyres, "other", mind=mind), 20)
    assert reply.eased == ()


def test_sorry_and_goodbye_after_a_real_no_is_leave_taken() -> None:
    told = Mind(patience=5, turn=4, told=("power", "no"), refused=1)
    line = "Sorry, Dez. That was stupid of me. I'll leave you to it. Good luck with the place."
    assert heard(line, "en", shipped()["gym-machines"], "pressure", mind=told).acts == {"leave"}


def test_an_easy_customer_tells_nothing_to_whoever_only_gives_away(desk: Practising) -> None:
    talk = desk.open("rep", "en", BAKERY, seed=2, level="easy")
    talk.say("Shall we sign today?", 20)
    talk.say("I'll knock ten per cent off, and Kev and the lads get a free month.", 20)
    assert not talk.state.mind["found"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Then may I have your signature?", "en"),
        ("Your signature, Doctor?", "en"),
        ("行不行嘛", "zh"),
        ("您就说要不要嘛", "zh"),
    ],
)
def test_an_ask_may_go_by_the_signature_itself(text: str, language: str) -> None:
    reading = heard(text, language, BAKERY, "discover")
    assert "ask" in reading.acts
    assert not reading.asked


@pytest.mark.parametrize(
    ("text", "language", "name", "worry"),
    [
        ("If your two nurses could run it alone, would that settle it?", "en", "dental-scanner", "learning"),
        ("您是怕回来的对不上数？", "zh", "hotel-linen", "lost-linen"),
    ],
)
def test_a_supposed_answer_asks_for_the_worry(text: str, language: str, name: str, worry: str) -> None:
    assert heard(text, language, shipped()[name], "discover").probes == (worry,)


def test_things_have_no_opinion() -> None:
    dentist = shipped()["dental-scanner"]
    assert "need" in heard("I'd like to understand the remakes first. What do they cost you?", "en", dentist).asked
    assert heard("What did that customer say?", "en", dentist).form == "others"


def test_whether_it_will_change_is_no_question_for_a_need() -> None:
    reading = heard("So whatever I show you, it won't change?", "en", shipped()["farm-drone"])
    assert reading.final
    assert "need" not in reading.asked


def test_a_hard_customer_hears_that_with_them_is_about_those_he_named() -> None:
    dentist = shipped()["dental-scanner"]
    mind = Mind(patience=5, turn=6, found=("learning",), open="learning", evaded=("learning",))
    line = "We sit with them for two weeks, twenty patients each, or you keep the last payment."
    reply = customer.reply(dentist, "en", "hard", 1, mind, heard(line, "en", dentist, "value", mind=mind), 20)
    assert reply.eased == ("learning",)


def test_a_question_for_his_opinion_or_for_leave_is_no_other() -> None:
    assert heard("您觉得我们东西怎么样？", "zh").form == "opinion"
    assert heard("Have you used anything like it before?", "en").asked == ()


def test_asking_leave_brings_no_need_whatever_word_of_his_is_in_it(desk: Practising) -> None:
    talk = desk.open("rep", "en", shipped()["school-canteen"], seed=2)
    talk.say("Right then.", 20)
    assert talk.say("Mind if I take a look?", 20).text in pool(talk, "aside.favour")


@pytest.mark.parametrize(("language", "line"), [("zh", "您什么时候能定？"), ("en", "When could you decide?")])
def test_asked_when_he_will_decide_he_does_not_look_for_a_diary(desk: Practising, language: str, line: str) -> None:
    talk = desk.open("rep", language, BAKERY, seed=2)
    talk.say({"zh": "咱们今天签下来，行吗？", "en": "Shall we sign today?"}[language], 20)
    assert talk.say(line, 20).text in pool(talk, "aside.deciding")


@pytest.mark.parametrize("line", ["方便说说吗？", "是价格的问题吗？", "能透露一下吗？"])
def test_a_polite_question_digs_as_well(line: str) -> None:
    assert "behind" in heard(line, "zh").asked


def test_a_case_told_of_somebody_else_is_no_pressure_and_no_gain_of_his() -> None:
    reading = by_ear("Look at this case: Miller saved nine thousand in half a year.", "en")
    assert "pressure" not in reading.acts
    assert not reading.echoes_need


def test_a_word_behind_a_question_does_not_take_it_away() -> None:
    assert heard("Dez, is the money there for it this year, honestly?", "en", shipped()["gym-machines"]).asked == (
        "power",
    )


def test_terms_on_a_worry_he_has_not_told_are_no_pressure() -> None:
    line = "头两个月只记不报，跟您一起对着听，一个月误报超过两次就退钱"
    assert "pressure" not in by_ear(line, "zh", shipped()["plant-sensors"]).acts


@pytest.mark.parametrize(
    ("text", "language", "name", "asked"),
    [
        ("Hank, straight: do you need this thing?", "en", "farm-drone", ("need",)),
        ("Who answers for it apart from you?", "en", "haulage-tyres", ("authority",)),
        ("那您说多少钱合适？", "zh", "joinery-cnc", ()),
        ("满房的时候布草够用吗？", "zh", "hotel-linen", ("need",)),
    ],
)
def test_a_question_is_for_the_fact_asked_in_so_many_words(
    text: str, language: str, name: str, asked: tuple[str, ...]
) -> None:
    assert heard(text, language, shipped()[name]).asked == asked


def test_a_word_or_two_behind_an_ask_belong_to_it() -> None:
    reading = heard("直接点，这套四十万，今天定了我给您排最快的货，定吗？", "zh", shipped()["gym-machines"], "ask")
    assert reading.asked == ()
    assert "ask" in reading.acts


@pytest.mark.parametrize(
    ("line", "language"),
    [("便宜点卖您，八折，今天签了吧", "zh"), ("I'll knock ten per cent off, shall we sign today?", "en")],
)
def test_a_gift_beside_an_ask_is_remarked_on_before_he_puts_it_off(desk: Practising, line: str, language: str) -> None:
    talk = desk.open("rep", language, shipped()["joinery-cnc"], seed=3)
    said = talk.say(line, 20).text
    assert any(said.startswith(one) and said != one for one in pool(talk, "conceded"))


@pytest.mark.parametrize(("level", "found"), [("normal", ["lost-linen"]), ("hard", [])])
def test_a_question_in_the_words_of_his_worry_brings_it_out(desk: Practising, level: Level, found: list[str]) -> None:
    talk = desk.open("rep", "en", shipped()["hotel-linen"], seed=13, level=level)
    talk.say("What's a full night like, from the laundry's side?", 20)
    said = talk.say("Who answers when the count is wrong?", 20).text
    assert list(talk.state.mind["found"]) == found
    assert found or said in pool(talk, "guarded")


@pytest.mark.parametrize(
    ("line", "language", "name"),
    [("What would the lads say to it?", "en", "crew"), ("小刘他们会不会觉得要被换掉？", "zh", "crew")],
)
def test_asked_what_those_he_worries_about_would_say_he_tells_the_worry(
    desk: Practising, line: str, language: str, name: str
) -> None:
    talk = desk.open("rep", language, BAKERY, seed=2)
    talk.say({"zh": "您最看重什么？", "en": "What matters most to you?"}[language], 20)
    talk.say(line, 20)
    assert list(talk.state.mind["found"]) == [name]


def test_a_short_question_is_about_what_was_said_before_it(desk: Practising) -> None:
    talk = desk.open("rep", "en", shipped()["haulage-tyres"], level="hard", seed=3)
    talk.say("What hurts you most?", 20)
    said = talk.say("Say a tyre goes on the moor at night with the prawns aboard. What happens today?", 20).text
    assert said in pool(talk, "guarded")


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        ("Er, who, um, signs for it?", "en", ("authority",)),
        ("呃，那个，我想问一下，这事，嗯，您自己能定吗？", "zh", ("authority",)),
        ("Um, hi. Is it, um, okay if I just ask one or two things?", "en", ()),
    ],
)
def test_hesitation_changes_nothing(text: str, language: str, asked: tuple[str, ...]) -> None:
    assert heard(text, language, shipped()["office-printers"]).asked == asked


def test_terms_with_a_how_about_it_behind_them_are_no_question() -> None:
    reading = heard("签两年给您打八五折，再送一年，怎么样？", "zh", shipped()["language-school"], "ask", "concede")
    assert reading.asked == ()


@pytest.mark.parametrize(
    ("line", "name"), [("一晚上翻几回身？", "ward-beds"), ("您这车队一个月爆几回胎？", "haulage-tyres")]
)
def test_he_knows_a_figure_of_his_whatever_measure_word_it_is_asked_with(
    desk: Practising, line: str, name: str
) -> None:
    talk = desk.open("rep", "zh", shipped()[name], seed=2)
    assert talk.say(line, 20).text in shipped()[name].text_in("zh").need


def test_to_call_whoever_waits_a_fool_is_pressure_from_the_first_line_on() -> None:
    line = "Look, everybody's buying one. You'd be mad to wait. Sign here."
    assert "pressure" in heard(line, "en", BAKERY, "ask", "pressure", mind=Mind(patience=6)).acts


@pytest.mark.parametrize(
    ("language", "first", "line"),
    [
        ("zh", "您这车队一个月爆几回胎？", "两趟迟到，一共扣了多少运费？"),
        ("en", "How many blowouts did you have last month?", "How much did two late loads cost?"),
    ],
)
def test_he_does_not_claim_to_have_told_a_figure_that_he_did_not(
    desk: Practising, language: str, first: str, line: str
) -> None:
    talk = desk.open("rep", language, shipped()["haulage-tyres"], seed=27)
    talk.say(first, 20)
    assert talk.say(line, 20).text not in pool(talk, "told_before")


def test_asked_what_the_one_who_decides_looks_at_he_does_not_tell_his_own_need(desk: Practising) -> None:
    talk = desk.open("rep", "zh", shipped()["hotel-linen"], seed=9)
    assert talk.say("丁总最看重哪一头，成本还是投诉？", 20).text in pool(talk, "aside.others")


def test_a_figure_he_never_told_is_not_told_before(desk: Practising) -> None:
    talk = desk.open("rep", "zh", shipped()["joinery-cnc"], level="easy", seed=3)
    talk.say("您现在最卡的是哪一道？", 20)
    said = talk.say("那个楼盘一百二十户，排得过来的话您一个月多收多少？", 20).text
    assert said not in pool(talk, "told_before")


def test_asked_about_a_worry_that_is_not_his_he_says_so_before_he_tells_his_own(desk: Practising) -> None:
    talk = desk.open("rep", "zh", shipped()["haulage-tyres"], level="easy", seed=27)
    said = talk.say("救援这块您最不放心，是不是？", 20).text
    assert any(said.startswith(one) for one in pool(talk, "not_that"))
    assert list(talk.state.mind["found"]) == ["paper-savings"]


def test_a_worry_told_in_answer_is_not_begun_with_told_before(desk: Practising) -> None:
    talk = desk.open("rep", "en", BAKERY, seed=2)
    for line in ("Is the money there?", "Who decides?", "Shall we sign today?"):
        talk.say(line, 20)
    said = talk.say("What is it about the money, Tom: whether it comes back?", 20).text
    assert not any(said.startswith(one) for one in pool(talk, "told_before"))


@pytest.mark.parametrize(
    ("language", "line"),
    [("zh", "叶子背面一点没沾上，您是信不过，对不对？"), ("en", "It drifts and never gets under the leaf, does it?")],
)
def test_whoever_names_his_reason_never_to_buy_is_told_it(desk: Practising, language: str, line: str) -> None:
    talk = desk.open("rep", language, shipped()["farm-drone"], seed=3)
    talk.say(line, 20)
    assert "no" in talk.state.mind["told"]


def test_a_question_in_the_words_of_his_need_is_not_left_open(desk: Practising) -> None:
    talk = desk.open("rep", "zh", shipped()["joinery-cnc"], seed=44)
    assert "封边" in talk.say("您封边那边是不是老等着开料？", 20).text


def test_a_gain_named_in_the_first_line_is_heard(desk: Practising) -> None:
    talk = desk.open("rep", "en", shipped()["haulage-tyres"], level="hard", seed=3)
    talk.say("With us no truck of yours spends the night on the hard shoulder, you keep your wheels turning.", 20)
    assert list(talk.state.mind["voiced"]) == ["on-road"]


@pytest.mark.parametrize(
    ("text", "name"),
    [("And the forms, who'd fill them in?", "ward-beds"), ("How do you do it with that rod?", "plant-sensors")],
)
def test_a_question_for_a_detail_is_no_ask_and_no_greeting(text: str, name: str) -> None:
    reading = by_ear(text, "en", shipped()[name])
    assert "ask" not in reading.acts
    assert reading.form != "wellbeing"


def test_a_worry_named_beside_an_or_asks_for_no_fact() -> None:
    assert "authority" not in heard("弯弯绕绕，是合同还是资料的事？", "zh", shipped()["dental-scanner"]).asked


def test_a_hard_customer_hears_the_second_of_his_worries_named_first(desk: Practising) -> None:
    talk = desk.open("rep", "zh", shipped()["language-school"], level="hard", seed=54)
    assert talk.say("我知道您怕老师不肯用，我们就教一天。", 20).text in pool(talk, "guarded")


@pytest.mark.parametrize(
    ("line", "language", "needs"),
    [
        ("昨晚满房，床单够换吗？", "zh", True),
        ("Are your two machines still all right?", "en", True),
        ("您见过我们的机器吗？", "zh", False),
        ("Have you seen our machines?", "en", False),
    ],
)
def test_whether_a_thing_of_his_need_is_so_he_tells(desk: Practising, line: str, language: str, needs: bool) -> None:
    talk = desk.open("rep", language, shipped()["hotel-linen"], seed=4)
    talk.say(line, 20)
    assert ("need" in talk.state.mind["told"]) is needs


def test_he_is_not_relieved_by_a_question(desk: Practising) -> None:
    talk = desk.open("rep", "en", BAKERY, level="hard", seed=2)
    for line in ("You could be in bed till five.", "And Kev? Does he know you're buying?"):
        talk.say(line, 20)
    talk.say("I'm asking because I wouldn't want Kev to walk. What would he need to hear?", 20)
    assert (list(talk.state.mind["found"]), list(talk.state.mind["eased"])) == (["crew"], [])
