"""Short answers: a class and a percentage, a number key, a command, yes, no, the same, I don't know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.dialogue.cues import read
from coach.domain.debrief_events import Choice

JUDGE = ("claimed_class", "confidence")
CHOICES = (Choice(key="1", value="yes", label="对，就这样"), Choice(key="2", value="no", label="不"))


@pytest.mark.parametrize(
    ("text", "customer_class", "confidence"),
    [
        ("A类，八成", "A", 80),
        ("A. 70", "A", 70),
        ("B吧，五成", "B", 50),
        ("A, 60 now", "A", 60),
        ("Ｂ　６０％", "B", 60),
        ("I'd say a B, fifty-fifty", "B", 50),
        ("it's an A, ninety", "A", 90),
        ("I think he is an A and 80%", "A", 80),
        ("not an A, more like a B 40%", "B", 40),
        ("我看是B，六七成吧", "B", 65),
        ("C，百分之三十五", "C", 35),
        ("A 9成", "A", 90),
        ("七成半", None, 75),
        ("五十", None, 50),
        ("d, 5", "D", 5),
        ("B 6", "B", 60),
        ("A，八", "A", 80),
        ("A, 5%", "A", 5),
        ("8 out of 10, an A", "A", 80),
        ("叫鼎新模具。B吧，60", "B", 60),
        ("鼎新模具 B 60", "B", 60),
        ("不好说，C吧", "C", None),
        ("Acme B 60", "B", 60),
        ("it's called Acme. B, 60", "B", 60),
        ("A bakery in Leeds. B, 60", "B", 60),
        ("要我说C？没把握 三成吧", "C", 30),
        ("C？二成", "C", 20),
        ("我不是说了C吗", "C", None),
        ("I said C, didn't I", "C", None),
        ("D，零成", "D", 0),
        ("D 一成都没有", "D", 0),
        ("说了 零", None, 0),
        ("D, zero", "D", 0),
        ("D, no chance", "D", 0),
        ("把那二十八万的账摆出来", None, None),
        ("B, about $40,000", "B", None),
        ("B, he has 40 grand", "B", None),
        ("D obviously", "D", None),
        ("A only boss, 90 percent", "A", 90),
        ("B sir, 60-70%", "B", 65),
        ("call it a B, one in three", "B", 33),
        ("about a 7 out of 10", None, 70),
        ("A, toss-up", "A", 50),
        ("A, two thirds I'd reckon", "A", 67),
        ("B, half of them want it", "B", None),
        ("Noel Brady. D for definite", "D", None),
        ("就是C吧不对应该B吧七成", "B", 70),
        ("A吧，也可能B", "A", None),
        ("A, could be a B", "A", None),
        ("an A at 3 to 1", "A", 75),
        ("应该是A吧哦不B类七成", "B", 70),
    ],
)
def test_a_judgement_is_read_as_a_rep_would_put_it(
    text: str, customer_class: str | None, confidence: int | None
) -> None:
    cue = read(text, JUDGE)
    assert (cue.customer_class, cue.confidence) == (customer_class, confidence)


@pytest.mark.parametrize(
    "text",
    [
        "我没说A",
        "I didn't say A",
        "这么说他不是第一KP，够不上A",
        "so he's not an A",
        "why is it not an A",
        "算不上A类",
        "I saw a man about a dog",
    ],
)
def test_a_class_denied_is_no_class_given(text: str) -> None:
    assert read(text).customer_class is None


@pytest.mark.parametrize(("text", "given_"), [("E类 五成", "E"), ("E", "E"), ("S级客户", "S"), ("class F", "F")])
def test_a_class_that_does_not_exist_is_named(text: str, given_: str) -> None:
    assert read(text, JUDGE).bad_class == given_


@pytest.mark.parametrize(("text", "given_"), [("A类，130%", "130"), ("a, 999999%", "999999"), ("A -5%", "-5")])
def test_a_percentage_off_the_scale_is_named(text: str, given_: str) -> None:
    cue = read(text, JUDGE)
    assert (cue.bad_percent, cue.confidence) == (given_, None)


@pytest.mark.parametrize("text", ["1", "１", "1.", "(1)", "yes", "对，就这样"])
def test_a_choice_is_made_by_number_full_width_too_or_by_its_words(text: str) -> None:
    assert read(text, (), CHOICES).chosen == "yes"


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/back", ("back", "")),
        ("／facts", ("facts", "")),
        ("/edit power yes", ("edit", "power yes")),
        ("/改 需求 有", ("改", "需求 有")),
    ],
)
def test_commands_start_with_a_slash_of_either_width(text: str, command: tuple[str, str]) -> None:
    assert read(text).command == command


@pytest.mark.parametrize("text", ["不知道", "没问", "dunno", "I don't know", "no idea", "didn't ask", "不好说", "唔知"])
def test_not_knowing_is_heard(text: str) -> None:
    assert read(text).dont_know


@pytest.mark.parametrize("text", ["对", "好的", "嗯", "yes", "ok", "Right.", "行", "没问题", "係"])
def test_yes_is_yes_in_many_words(text: str) -> None:
    assert read(text).yes


@pytest.mark.parametrize("text", ["不对", "不对，改下一步", "改一下", "下一步要改", "no, change the step", "change it"])
def test_wanting_it_changed_is_a_no(text: str) -> None:
    assert read(text, ("confirm",)).no


@pytest.mark.parametrize("text", ["改到周三", "不对，下周二去", "change it to Friday"])
def test_a_change_that_is_told_is_no_mere_no(text: str) -> None:
    assert not read(text, ("confirm",)).no


@pytest.mark.parametrize(
    ("text", "did"),
    [
        ("开了，他说等等", True),
        ("提了一嘴", True),
        ("有，他说再看看", True),
        ("有問，佢話等等", True),
        ("没有，怕他烦", False),
        ("没说出口", False),
        ("冇", False),
        ("yeah twice, he ducked it", True),
        ("I did. He laughed.", True),
        ("yes but he said next week", True),
        ("nope, bottled it", False),
        ("I didn't, he was on the phone", False),
    ],
)
def test_first_words_answer_whether_he_did(text: str, did: bool) -> None:
    assert read(text).did is did


@pytest.mark.parametrize(
    "text",
    ["没有预算", "有钱", "问了价格就走了", "他说没有", "no budget", "I did my usual demo", "I asked about the budget"],
)
def test_words_about_the_customer_answer_nothing_about_what_he_did(text: str) -> None:
    assert read(text).did is None


@pytest.mark.parametrize("text", ["就是A，相信我", "he's definitely an A", "trust me, he's an A", "肯定是A"])
def test_insisting_is_noticed(text: str) -> None:
    assert read(text).insists


@given(st.text())
def test_reading_never_fails(text: str) -> None:
    read(text, JUDGE, CHOICES)


CLASSES = tuple(Choice(key=str(n), value=name, label=f"{name}: …") for n, name in enumerate("ABCD", 1))


@pytest.mark.parametrize("text", ["3", "3.", "选3", "第三个", "3 I guess"])
def test_a_choice_made_by_number_is_no_percentage(text: str) -> None:
    cue = read(text, ("claimed_class",), CLASSES)
    assert (cue.chosen, cue.confidence) == ("C", None)


def test_a_key_that_is_not_on_the_menu_is_no_percentage_either() -> None:
    assert read("7", ("claimed_class",), CLASSES).confidence is None


@pytest.mark.parametrize(
    ("text", "customer_class", "confidence"),
    [
        ("C I guess, 40", "C", 40),
        ("C呗，顶多四成", "C", 40),
        ("B. maybe 60? 65", "B", 65),
        ("A. 70 no wait 60", "A", 60),
        ("七成，不，六成", None, 60),
        ("his plan B is us. A, 70", "A", 70),
        ("A, 85, he has 12 trucks", "A", 85),
        ("dunno, B? 50", "B", 50),
    ],
)
def test_the_last_word_about_class_and_percentage_stands(
    text: str, customer_class: str | None, confidence: int | None
) -> None:
    cue = read(text, JUDGE)
    assert (cue.customer_class, cue.confidence) == (customer_class, confidence)


@pytest.mark.parametrize(
    ("text", "customer_class", "confidence"),
    [
        ("she always sleeps on it. ok so still A, but 55", "A", 55),
        ("nothing else, still A 70", "A", 70),
        ("没别的了，还是A，七成", "A", 70),
        ("2 partners, I don't know the other", None, None),
        ("这么说够不上A", None, None),
    ],
)
def test_a_judgement_told_with_what_is_unknown_is_heard(
    text: str, customer_class: str | None, confidence: int | None
) -> None:
    cue = read(text, ("unknowns", "not_a"))
    assert (cue.customer_class, cue.confidence) == (customer_class, confidence)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("I kept at it", True),
        ("我没放手", True),
        ("又问了一次", True),
        ("tried once more", True),
        ("I didn't let it go", True),
        ("放过去了", False),
        ("没再提", False),
        ("I gave up", False),
        ("65 like i said", None),
    ],
)
def test_holding_on_and_letting_go_are_told_in_many_words(text: str, held: bool | None) -> None:
    assert read(text).held is held


def test_a_reminder_that_it_was_said_before_tells_nothing_itself() -> None:
    neither = (Choice(key="3", value="neither", label="Neither"),)
    assert read("neither, i told you", ("push_reason",), neither).chosen == "neither"
    assert read("都不是，我说过了", (), (Choice(key="3", value="neither", label="都不是"),)).chosen == "neither"
    assert read("65 like i said").only_judges


@pytest.mark.parametrize(
    "text", ["没有了，不变", "nothing, same as before", "还是一样", "no change", "说不好，还是照旧吧"]
)
def test_a_judgement_left_as_it_was_is_heard_in_any_clause(text: str) -> None:
    assert read(text, ("unknowns", "not_a")).unmoved


@pytest.mark.parametrize("text", ["他还是一样要比价", "same supplier for years", "the price is unchanged since May"])
def test_what_stayed_the_same_at_the_customers_is_no_judgement(text: str) -> None:
    assert not read(text, ("unknowns", "not_a")).unmoved


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("A all day, 80", ("A", 80)),
        ("sir i am feeling B class, 70 percent", ("B", 70)),
        ("B sir. already told", ("B", None)),
        ("必须A啊，九成", ("A", 90)),
        ("顶多C", ("C", None)),
        ("A方签了", (None, None)),
        ("monday 11 o clock", (None, None)),
    ],
)
def test_a_class_is_read_as_it_is_spoken(text: str, judged: tuple[str | None, int | None]) -> None:
    cue = read(text, ("claimed_class", "confidence"))
    assert (cue.customer_class, cue.confidence) == judged


def test_a_trust_that_meets_insists_on_nothing() -> None:
    assert not read("dont know when the trust meets").insists
    assert read("definitely an A, trust me").insists


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("我們可以視訊跟老闆談十分鐘嗎", None),
        ("B 十分有把握", None),
        ("再谈20分钟", None),
        ("去了十趟", None),
        ("he gave me 20 minutes", None),
        ("asked 3 times", None),
        ("B 八十分", 80),
        ("六十", 60),
        ("B，十拿九稳", 90),
        ("十有八九", 85),
        ("八九不離十", 85),
        ("三分之二的把握", 67),
        ("七八成", 75),
        ("about 60", 60),
    ],
)
def test_minutes_and_times_are_no_percentage(text: str, sure: int | None) -> None:
    assert read(text, ("claimed_class", "confidence")).confidence == sure


@pytest.mark.parametrize("text", ["要得", "得", "好嘞", "妥了", "没毛病"])
def test_a_yes_is_a_yes_in_dialect_too(text: str) -> None:
    assert read(text).yes


@pytest.mark.parametrize("text", ["搞不清楚", "说不准", "谁晓得", "没数"])
def test_not_knowing_has_many_words(text: str) -> None:
    assert read(text).dont_know


@pytest.mark.parametrize(("text", "did"), [("没喊她签嘛 她又莫得权", False), ("没叫他签", False), ("没让她签字", False), ("我开口了 他说得老板娘点头", True), ("没要紧的", None)])  # fmt: skip
def test_asked_or_not_is_read_from_the_first_words_also_without_a_comma(text: str, did: bool | None) -> None:
    assert read(text, ("close_attempted",)).did is did


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("A, sixty-five", 65),
        ("B, seventy five", 75),
        ("about sixty", 60),
        ("ninety-nine", 99),
        ("sixty five people", None),
    ],
)
def test_per_cents_in_english_words_keep_their_ones(text: str, percent: int | None) -> None:
    assert read(text, ("claimed_class", "confidence")).confidence == percent


@pytest.mark.parametrize("text", ["没法判", "不知道该怎么判", "判不出来"])
def test_who_cannot_judge_does_not_know(text: str) -> None:
    assert read(text, ("claimed_class", "confidence")).dont_know


@pytest.mark.parametrize(
    ("text", "disputes"), [("I dispute nothing. Keep it.", False), ("I don't disagree", False), ("I disagree", True)]
)
def test_who_disputes_nothing_does_not(text: str, disputes: bool) -> None:
    assert read(text).disputes is disputes


def test_a_single_number_is_so_many_in_ten_where_only_the_percentage_is_asked_for() -> None:
    assert read("6", ("confidence",)).confidence == 60
    assert read("六", ("confidence",)).confidence == 60
    assert read("2", ("unknowns", "not_a")).confidence is None


@pytest.mark.parametrize(
    ("text", "sure"), [("text her tomorrow at 10 to ask about the duct", None), ("A at 70", 70), ("明天上午10点", None)]
)
def test_a_time_of_day_is_no_share(text: str, sure: int | None) -> None:
    assert read(text, ("claimed_class", "confidence")).confidence == sure


@pytest.mark.parametrize(("text", "unknown"), [("都没问", True), ("这几样我都没聊", True), ("没来得及问", True), ("没问题", False), ("没谈拢", False)])  # fmt: skip
def test_that_none_of_it_was_asked_is_not_knowing_r9(text: str, unknown: bool) -> None:
    assert read(text, ("authority", "need", "power", "value")).dont_know is unknown


@pytest.mark.parametrize("text", ["no idea on class", "not sure about the class", "no idea"])
def test_who_has_no_idea_of_the_class_does_not_know(text: str) -> None:
    assert read(text, JUDGE).dont_know
