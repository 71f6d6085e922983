"""The next step as a rep tells it: his whole answer, without what only corrects, on the day of his own action."""

from datetime import date

import pytest

from coach.dialogue.absence import returning
from coach.dialogue.planned_step import step_words
from coach.dialogue.step_answer import action_of, announced, drops, read_step, step_in, waits
from coach.domain.hearing import Heard, Hearing
from coach.listening.details import completed

FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("step", "action"),
    [
        ("如果王总早上接电话，就问预算", "问预算"),
        ("要是他在, 我打电话", "我打电话"),
        ("if Dana picks up in the morning, I ask who signs", "I ask who signs"),
        ("Once the boss is back, then I call", "I call"),
        ("call Dana, if she is in", "call Dana, if she is in"),
        ("if so,", "if so,"),
    ],
)
def test_a_step_in_short_is_its_action(step: str, action: str) -> None:
    assert action_of(step) == action


def told(text: str) -> tuple[str, str]:
    """The step and its day; the days are those the real ear finds."""
    hearing = completed(Hearing(), text, "opening", FRIDAY, 0.0)
    step = read_step(text, hearing.days, hearing.facts.get("vague_date"))
    return step.what, f"{step.day:%m-%d}" if step.day else ""


@pytest.mark.parametrize(
    ("text", "step", "day"),
    [
        ("约了周四上午十点，周总带我上去见老板", "约了周四上午十点，周总带我上去见老板", "12-03"),
        ("周总带我上去见老板，约了周四上午十点", "周总带我上去见老板，约了周四上午十点", "12-03"),
        ("我下周二再去，带上老板一起看样机", "我下周二再去，带上老板一起看样机", "12-01"),
        (
            "日子不对，他说年前货款12月10号回来，我12月8号去",
            "他说年前货款12月10号回来，我12月8号去",
            "12-08",
        ),
        ("下一步改成12月3号去签合同", "12月3号去签合同", "12-03"),
        ("好，那就周二上午九点打给他", "周二上午九点打给他", "12-01"),
        ("不用打电话，我直接过去，周三上午", "不用打电话，我直接过去，周三上午", "12-02"),
        ("send the quote tomorrow. then call friday", "send the quote tomorrow. then call friday", "11-28"),
        ("on the 3rd I'll bring Dr. Evans along", "on the 3rd I'll bring Dr. Evans along", "12-03"),
        ("monday at 9 Carl and I go see Mrs. Dietz", "monday at 9 Carl and I go see Mrs. Dietz", "11-30"),
        ("call Tom wednesday, ask who signs", "call Tom wednesday, ask who signs", "12-02"),
        (
            "no, make it tuesday 9am, breakfast with her and her husband",
            "tuesday 9am, breakfast with her and her husband",
            "12-01",
        ),
        (
            "change the next step to friday 4 dec, bring the lease papers",
            "friday 4 dec, bring the lease papers",
            "12-04",
        ),
        ("没用 我周一上午先打她电话 问她老公在不在", "我周一上午先打她电话 问她老公在不在", "11-30"),
        ("他没推啊 我不用再要 周三合同回来我直接过去找他盖章", "周三合同回来我直接过去找他盖章", "12-02"),
        ("no use, I call her monday", "I call her monday", "11-30"),
        ("he didn't put me off, I go on wednesday to have it stamped", "I go on wednesday to have it stamped", "12-02"),
        ("他周二给我电话，不打我周三打", "他周二给我电话，不打我周三打", "12-02"),
        ("have Tom drop off the sample on monday", "have Tom drop off the sample on monday", "11-30"),
        ("I take the demo off him on friday", "I take the demo off him on friday", "12-04"),
        ("no, she's away till wednesday, I go thursday", "she's away till wednesday, I go thursday", "12-03"),
    ],
)
def test_the_whole_answer_is_the_step_on_the_day_of_the_reps_action(text: str, step: str, day: str) -> None:
    assert told(text) == (step, day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("不行，周一我请假，周二吧", "12-01"),
        ("行，但改周三", "12-02"),
        ("改到周三", "12-02"),
        ("yes but thursday", "12-03"),
        ("not monday, tuesday", "12-01"),
        ("I'm off monday, so tuesday", "12-01"),
        ("it'll be friday, not thursday", "12-04"),
        ("next week sometime", ""),
    ],
)
def test_a_bare_day_changes_the_day_and_keeps_the_step(text: str, day: str) -> None:
    assert told(text) == ("", day)


def test_a_time_of_day_beside_a_bare_day_is_kept() -> None:
    assert read_step("no, make it tuesday 9am", (Heard("2026-12-01", "tuesday", 1.0),)).times == "9am"


@pytest.mark.parametrize("text", ["等他电话", "就等他通知", "she'll call me", "no, I'll wait for his call"])
def test_waiting_is_no_step(text: str) -> None:
    assert waits(text)


@pytest.mark.parametrize(
    "text", ["我等他回来再去", "我打给他", "I'll call her", "wait for the quote, then I go see him"]
)
def test_an_action_of_the_reps_is_one(text: str) -> None:
    assert not waits(text)


def test_of_two_days_the_one_thought_better_of_is_left() -> None:
    assert told("星期二去，不，星期三去")[1] == "12-02"
    assert told("I go tuesday, no, wednesday")[1] == "12-02"


@pytest.mark.parametrize("text", ["老板12月10号从国外回来", "周一我请假", "she's away on monday"])
def test_a_day_on_which_nothing_can_be_done_is_no_step(text: str) -> None:
    assert told(text) == ("", "")


@pytest.mark.parametrize("text", ["不去了", "不跟了", "没有，划掉", "drop it", "no next step", "none, cross him off"])
def test_giving_the_customer_up_is_heard(text: str) -> None:
    assert drops(text)


@pytest.mark.parametrize(
    "text",
    [
        "不去了，打个电话",
        "我把合同给他划掉一条",
        "cross him off Monday",
        "the next step is a call",
        "leave it as it is",
    ],
)
def test_what_goes_on_is_not_given_up(text: str) -> None:
    assert not drops(text)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("我说行那我下周四过来", "我下周四过来"),
        ("我就说好的，那我周三再来", "我周三再来"),
        ("I said fine, I come on Thursday", "I come on Thursday"),
        ("我下周四过来", "我下周四过来"),
    ],
)
def test_a_step_told_as_it_was_said_to_the_customer_is_the_step(text: str, step: str) -> None:
    assert step_in(text) == step


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("我说我回去找领导批罚款的事，批下来马上过来", "我回去找领导批罚款的事，批下来马上过来"),
        (
            "I told him I'd get the fine approved and come straight back",
            "I'd get the fine approved and come straight back",
        ),
        ("他说他回去找领导批", ""),
        ("我说价格还能谈", ""),
        ("he said he'd call", ""),
    ],
)
def test_a_step_the_rep_promised_the_customer_is_announced(text: str, step: str) -> None:
    assert announced(text) == step


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("老板二十号左右才回，他说等老板回来", "2026-12-20"),
        ("the boss is only back on 20 December", "2026-12-20"),
        ("her husband is away until 20 December", "2026-12-20"),
        ("他说年前货款12月10号回来", None),
        ("我周五才回来", None),
        ("I'm back on Friday", None),
        ("约了周四上午十点见老板", None),
    ],
)
def test_a_day_on_which_somebody_else_is_back_is_heard_as_that(text: str, day: str | None) -> None:
    back = returning(text, completed(Hearing(), text, "opening", FRIDAY, 0.0))
    assert (back.value if back else None) == day


@pytest.mark.parametrize(
    ("text", "step", "day"),
    [
        ("If it's 8:30 tomorrow, I call Dana and ask for Sunday", "If it's 8:30 tomorrow, I call Dana and ask for Sunday", "11-28"),
        ("如果明天八点半，我给李总打电话，请他周日装", "如果明天八点半，我给李总打电话，请他周日装", "11-28"),
        ("No sir. Next step is monday 11 o clock I call her", "monday 11 o clock I call her", "11-30"),
        ("no its tuesday i'm popping back with the contract", "tuesday i'm popping back with the contract", "12-01"),
        ("next step im ringing her thursday", "im ringing her thursday", "12-03"),
    ],
)  # fmt: skip
def test_the_day_is_the_moment_he_acts_and_the_step_is_clean_of_what_only_corrects(
    text: str, step: str, day: str
) -> None:
    assert told(text) == (step, day)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("saw Dev at Oakfield Garage on tuesday. he owns it", ""),
        ("周二见的宏达机械李总，老板自己拍板", ""),
        ("What can I do sir, I told ok I will wait for monday", ""),
        ("said get me ten minutes with Dr H on Thursday", "said get me ten minutes with Dr H on Thursday"),
        ("saw Dev on tuesday. I'll call him thursday, he owns it", "I'll call him thursday"),
    ],
)
def test_only_what_lies_ahead_is_a_step(text: str, step: str) -> None:
    assert step_words(text, completed(Hearing(), text, "opening", FRIDAY, 0.0).days) == step


@pytest.mark.parametrize("text", ["算了不跟了", "算了，不去了", "放弃了，不跟了"])
def test_giving_up_in_two_words_is_giving_up(text: str) -> None:
    assert drops(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("明天老板回来，上午十点我去", "11-28"),
        ("不是明天，上午十点我去", ""),
        ("周四他才回来，我周五上午九点去", "12-04"),
        ("the boss is back on Thursday, I go at 10am", "12-03"),
    ],
)
def test_an_hour_of_his_own_action_is_one_of_the_day_told_before_it(text: str, day: str) -> None:
    assert told(text)[1] == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("make it tuesday 4pm, monday shes in board prep", "12-01"),
        ("Tuesday, Monday she's in Leeds", "12-01"),
        ("周二下午四点，周一她开会", "12-01"),
    ],
)
def test_why_another_day_will_not_do_is_no_step_and_leaves_the_one_proposed(text: str, day: str) -> None:
    assert told(text) == ("", day)


@pytest.mark.parametrize("text", ["call him tuesday, monday he is away", "I'll see him Tuesday, Monday he's off"])
def test_an_action_of_the_rep_stays_beside_why_another_day_will_not_do(text: str) -> None:
    assert told(text) == (text, "12-01")
