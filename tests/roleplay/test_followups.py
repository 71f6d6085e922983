"""Follow-ups: into the put-off itself, into a real no, past a worry; and lines that only look like something else."""

import pytest

from coach.conduct.practising import Practising
from coach.domain.practice import Mind
from coach.phrases import load
from coach.roleplay import customer
from coach.roleplay.scenario_files import shipped
from coach.roleplay.scene import Scene
from tests.roleplay.test_hearing import BAKERY, by_ear, heard, pool

ASK = {"zh": "咱们今天签下来，行吗？", "en": "Shall we sign today?"}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("face", "question"),
    [
        ("price", {"zh": "贵是跟什么比？", "en": "Expensive compared with what?"}),
        ("busy", {"zh": "忙什么呢", "en": "What keeps you so busy?"}),
        ("compare", {"zh": "还有哪几家？", "en": "Who else is quoting?"}),
        ("people", {"zh": "您要问谁？", "en": "Which of them do you want to ask?"}),
        ("terms", {"zh": "哪一条？", "en": "Which clause?"}),
    ],
)
def test_a_hard_customer_asked_about_his_put_off_stays_with_it(
    face: str, question: dict[str, str], language: str
) -> None:
    mind = Mind(patience=6, turn=3, open="crew", raised=("crew",), used=(f"customer.put_off.{face}.open:0",))
    reading = heard(question[language], language, BAKERY, mind=mind)
    scene = Scene(BAKERY, language, "hard", 1, mind, reading)
    assert scene.evade()
    assert scene.said[0] in load(language, "practice").entries[f"customer.evade.{face}"]


@pytest.mark.parametrize(("language", "question"), [("zh", "什么时候有空？"), ("en", "When in spring?")])
def test_one_who_never_buys_can_be_asked_about_his_put_off_again(
    desk: Practising, language: str, question: str
) -> None:
    talk = desk.open("rep", language, shipped()["gym-machines"], seed=2)
    assert talk.say(ASK[language], 20).kind == "put_off"
    assert all(talk.say(question, 20).text for _ in range(2))


@pytest.mark.parametrize(("language", "line"), [("zh", "贵在哪儿？"), ("en", "How much less did you have in mind?")])
def test_digging_into_the_price_brings_out_what_is_behind_it(desk: Practising, language: str, line: str) -> None:
    talk = desk.open("rep", language, BAKERY, seed=2)
    answer = {
        "zh": "让徒弟小刘来管柜子，谁也不会走，写进合同。",
        "en": "Kev runs it, the lads stay, we'll put that in writing.",
    }
    for said in (ASK[language], {"zh": "您担心什么？", "en": "What worries you?"}[language], answer[language]):
        talk.say(said, 20)
    assert talk.say(ASK[language], 20).kind == "objection"
    talk.say(line, 20)
    assert list(talk.state.mind["found"]) == ["crew", "payback"]


@pytest.mark.parametrize(("language", "line"), [("zh", "您什么时候能有钱？"), ("en", "When will you have the money?")])
def test_a_real_no_has_no_date(desk: Practising, language: str, line: str) -> None:
    talk = desk.open("rep", language, shipped()["gym-machines"], seed=2)
    talk.say({"zh": "这笔钱有着落吗？", "en": "Is there money for it?"}[language], 20)
    assert talk.say(line, 20).text in pool(talk, "not_soon")


def test_a_worry_he_told_and_nobody_answered_he_tells_again(desk: Practising) -> None:
    talk = desk.open("rep", "en", shipped()["haulage-tyres"], seed=2)
    mind = Mind(patience=5, turn=6, found=("paper-savings",), raised=("paper-savings",), asks=1)
    reading = heard("Sign today?", "en", shipped()["haulage-tyres"], "ask", mind=mind)
    scene = Scene(talk.scenario, "en", "normal", 2, mind, reading)
    assert scene.unanswered == "paper-savings"


def test_a_gain_on_another_wish_settles_no_worry(desk: Practising) -> None:
    talk = desk.open("rep", "zh", BAKERY, seed=2)
    for line in (ASK["zh"], "您具体想考虑什么？", "您就能多睡两个钟头，早上五点来直接烤，还能送闺女上学。"):
        talk.say(line, 20)
    assert list(talk.state.mind["found"]) == ["crew"]
    assert not talk.state.mind["eased"]


def test_a_gain_in_the_words_of_his_need_is_tied_to_what_he_wants(desk: Practising) -> None:
    talk = desk.open("rep", "en", shipped()["joinery-cnc"], seed=3)
    while "Two men cut forty" not in talk.state.last_line:
        talk = desk.open("rep", "en", shipped()["joinery-cnc"], seed=talk.opened.seed + 1)
        talk.say("What do you need?", 20)
    talk.say("So one man cuts a hundred sets, you save the waiting, and nobody behind stands.", 20)
    assert talk.state.exchanges[-1].met


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        ("做面包最累的是哪一块？", "zh", "need"),
        ("您图个什么？", "zh", "need"),
        ("现在这套用得怎么样？", "zh", "need"),
        ("你能不能定？", "zh", "authority"),
        ("您一个人定，对吧？", "zh", "authority"),
        ("钱有没有专项？", "zh", "power"),
        ("So you're the boss here, right?", "en", "authority"),
        ("Whose decision is it?", "en", "authority"),
    ],
)
def test_a_question_for_a_fact_is_heard_in_many_words(text: str, language: str, asked: str) -> None:
    reading = heard(text, language, BAKERY, "ask")
    assert asked in reading.asked
    assert "ask" not in reading.acts


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("赵师傅您好，您听得懂英语吗？", "zh"),
        ("徒弟们帮不上忙吗？", "zh"),
        ("夜里翻身得几个人？", "zh"),
        ("Dr Brooks, do you like the colour?", "en"),
    ],
)
def test_a_form_of_address_or_a_stray_word_is_no_question_for_a_fact(text: str, language: str) -> None:
    reading = heard(text, language)
    assert not reading.asked
    assert not reading.decider
    assert reading.form != "wellbeing"


@pytest.mark.parametrize(
    ("text", "language"),
    [("周四上午十点，我陪您去见郭院长，行吗？", "zh"), ("Could we see Martin on the third of December?", "en")],
)
def test_a_dated_step_is_no_ask_for_the_signature(text: str, language: str) -> None:
    reading = heard(text, language, shipped()["office-printers"], "ask", "next")
    assert reading.dated
    assert "ask" not in reading.acts


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("现在下单送您两袋面粉", "zh"),
        ("原价九千八，今天给您三千八", "zh"),
        ("Fifteen then", "en"),
        ("The list price is 9,000, for you it's 4,000.", "en"),
    ],
)
def test_what_is_knocked_off_or_added_is_a_gift(text: str, language: str) -> None:
    assert "concede" in heard(text, language, BAKERY, "ask").acts


def test_a_relative_who_or_what_is_no_question() -> None:
    reading = heard(
        "那前台一眼看得见谁该续费，一个学期那三四十个都能追回来", "zh", shipped()["language-school"], "answer"
    )
    assert not reading.question
    assert "value" in reading.acts


def test_asking_whether_it_is_agreed_is_an_ask() -> None:
    assert "ask" in heard("So we're agreed?", "en", BAKERY, "other").acts
    assert "ask" in heard("那就说定了吧？", "zh", BAKERY, "other").acts


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        ("洗衣房一年开销从哪儿出？", "zh", "power"),
        ("您同意就行了吧？", "zh", "authority"),
        ("您想换什么样的？", "zh", "need"),
        ("money?", "en", "power"),
        ("boss?", "en", "authority"),
    ],
)
def test_a_word_or_two_may_ask_for_a_fact(text: str, language: str, asked: str) -> None:
    assert asked in heard(text, language, BAKERY, "ask").asked


def test_wanting_to_sleep_on_it_is_no_question_for_who_decides() -> None:
    assert heard("What is it you want to sleep on?", "en").asked == ("behind",)


@pytest.mark.parametrize(
    ("language", "line", "name"),
    [
        ("zh", "有了这个，货不会再坏在您手里，今天定下来？", "cold-store"),
        ("en", "The salmon stays frozen and you lose no fish, shall we sign today?", "cold-store"),
    ],
)
def test_a_gain_and_the_ask_in_one_sentence_are_both_heard(language: str, line: str, name: str) -> None:
    assert {"ask", "value"} <= heard(line, language, shipped()[name], "ask").acts


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Thursday?", "en"),
        ("您看周一咱们一块儿跟副厂长碰一下？", "zh"),
    ],
)
def test_a_day_proposed_is_a_next_step(text: str, language: str) -> None:
    assert heard(text, language, shipped()["plant-sensors"], "ask").acts == {"next"}


@pytest.mark.parametrize(
    ("language", "line", "name"),
    [
        ("zh", "两年的合同改成一个月一签，随时能走，违约金划掉", "language-school"),
        ("zh", "老机器先不动，两台并排干三个月，不行我拉走，钱退您", "joinery-cnc"),
        ("en", "It runs on your own network, nothing in the cloud, we fill in the form.", "plant-sensors"),
    ],
)
def test_terms_that_answer_a_worry_he_told_are_an_answer_and_no_gift(language: str, line: str, name: str) -> None:
    told = Mind(patience=6, turn=3, found=tuple(shipped()[name].worries))
    assert by_ear(line, language, shipped()[name], mind=told).acts == {"answer"}


@pytest.mark.parametrize(
    ("language", "line"),
    [("zh", "您真不要？"), ("en", "Is that a no for good, or is there something I could show you?")],
)
def test_asked_whether_his_no_is_one_he_says_so(desk: Practising, language: str, line: str) -> None:
    talk = desk.open("rep", language, shipped()["gym-machines"], seed=2)
    talk.say({"zh": "这笔钱有着落吗？", "en": "Is there money for it?"}[language], 20)
    answer = talk.say(line, 20)
    assert answer.kind == "refuse"
    assert answer.text in pool(talk, "confirm")


def test_his_own_words_said_again_and_a_first_line_are_no_pressure() -> None:
    school = shipped()["school-canteen"]
    assert "pressure" not in by_ear("You said it arrives lukewarm.", "en", school).acts
    first = Mind(patience=6)
    assert "pressure" not in by_ear("You and I both know you need this.", "en", school, mind=first).acts


def test_more_is_told_of_the_wish_that_is_asked_about(desk: Practising) -> None:
    talk = desk.open("rep", "en", shipped()["language-school"], seed=3)
    talk.say("What do you need?", 20)
    assert list(talk.state.mind["voiced"]) == ["renewals"]
    talk.say("What do you need twenty more renewals for?", 20)
    assert list(talk.state.mind["voiced"]) == ["renewals"]
    assert talk.state.last_line in shipped()["language-school"].text_in("en").interests["renewals"].says


def test_his_own_put_off_thrown_back_at_him_is_a_question_for_what_is_behind(desk: Practising) -> None:
    talk = desk.open("rep", "en", shipped()["cold-store"], level="hard", seed=52)
    while "sink in" not in talk.state.last_line:
        talk.say("Shall we sign today?", 5)
    talk.say("What do you want to let sink in?", 20)
    assert "behind" in talk.state.exchanges[-1].asked
    assert "need" not in talk.state.mind["told"]
    talk.say("Sink in, yes. But what is it that keeps you?", 20)
    assert talk.state.mind["found"]


def test_an_objection_asked_into_is_not_answered_with_a_wish() -> None:
    dentist = shipped()["dental-scanner"]
    mind = Mind(patience=5, turn=6, found=("learning",), eased=("learning",), open="records", raised=("records",), told=("need",), voiced=("retakes",), used=("customer.put_off.terms.open:0",))  # fmt: skip
    reading = heard("What part of the contract?", "en", dentist, "discover", mind=mind)
    reply = customer.reply(dentist, "en", "normal", 1, mind, reading, 20)
    assert (reply.told, reply.found) == ((), ("records",))


@pytest.mark.parametrize(
    ("line", "language", "name", "found"),
    [
        ("Whose neck is on the block if the new ones jam?", "en", "office-printers", "blame"),
        ("半夜坏了谁来修？", "zh", "cold-store", "after"),
    ],
)
def test_asked_who_stands_for_what_he_worries_about_he_tells_the_worry(
    desk: Practising, line: str, language: str, name: str, found: str
) -> None:
    talk = desk.open("rep", language, shipped()[name], seed=2)
    talk.say({"zh": "您最看重什么？", "en": "What matters most to you?"}[language], 20)
    talk.say(line, 20)
    assert list(talk.state.mind["found"]) == [found]


def test_a_figure_of_a_wish_is_answered_with_the_wish_and_one_of_no_need_with_nothing(desk: Practising) -> None:
    talk = desk.open("rep", "zh", shipped()["plant-sensors"], seed=61)
    talk.say("您夜里电话响几回？", 20)
    assert list(talk.state.mind["voiced"]) == ["no-calls"]
    talk = desk.open("rep", "zh", shipped()["restaurant-till"], seed=66)
    talk.say("我看您这店生意好，一天翻几次台？", 20)
    assert "no" not in talk.state.mind["told"]
