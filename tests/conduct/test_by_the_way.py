"""What a tired rep says in passing: a sound, an agreement, a second thought about the class, a day that is somebody
else's.
"""

import pytest

from coach.dialogue import asides
from coach.dialogue.admitting import is_about
from coach.dialogue.approvals import admitted_rank, approvals_told
from coach.dialogue.cues import read
from coach.dialogue.line_answer import read_line, winning_line
from coach.dialogue.planned_step import step_words
from coach.domain.hearing import Heard, Hearing
from tests.conduct.test_debriefing import Bench, asks


@pytest.mark.parametrize(("language", "sound"), [("zh", "嗯"), ("zh", "哦……"), ("en", "hm"), ("en", "umm")])
def test_a_sound_tells_nothing_and_is_not_said_to_be_kept(language: str, sound: str) -> None:
    bench = Bench(language)
    bench.open_visit()
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    assert "close_attempted" in asks(bench)
    bench.say(sound)
    assert bench.talk.debrief.close.attempted is None
    assert "reply.mumble" in bench.talk.debrief.lines_used
    assert "reply.evasive" not in bench.talk.debrief.lines_used


@pytest.mark.parametrize(("language", "words"), [("zh", "妥了"), ("zh", "成"), ("en", "right")])
def test_who_agrees_signs_nothing_by_it(language: str, words: str) -> None:
    bench = Bench(language)
    bench.to_reverse()
    bench.say("nothing. A, 60" if language == "en" else "没了。A，六成")
    bench.say(words, signed="yes")
    assert bench.talk.debrief.signed is False


@pytest.mark.parametrize(("language", "words"), [("zh", "那就C，三成"), ("en", "C then, 30")])
def test_a_class_thought_over_before_it_is_turned_round_is_what_he_stands_by_r16(language: str, words: str) -> None:
    bench = Bench(language)
    bench.open_visit()
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    bench.say(words)
    d = bench.talk.debrief
    assert (d.claimed.customer_class, d.standing) == ("A", ("C", 30))
    bench.say("asked, she wants to think", ("price",), close_attempted="yes", gave_in="no")
    assert bench.talk.debrief.step == "reverse"
    assert bench.talk.debrief.question is not None
    assert "A" not in bench.talk.debrief.question.text.split("C")[0]


@pytest.mark.parametrize(
    ("told", "quote", "step"),
    [
        ("院长姓秦，人在北京，下周四才回来", "下周四", ""),
        ("我又说晚上装，她还是说明天", "明天", ""),
        ("他答应下周四带我见校长", "下周四", "他答应下周四带我见校长"),
        ("我下周四再去", "下周四", "我下周四再去"),
        ("她想换新的，说明天答复", "明天", ""),
        ("我说罗姐今天签了我后天就来装", "后天", ""),
        ("我跟他说明天过去", "明天", "我跟他说明天过去"),
        ("he only says tomorrow", "tomorrow", ""),
        ("he only said he is free, I go on Thursday", "Thursday", "I go on Thursday"),
    ],
)
def test_a_day_on_which_the_rep_can_do_nothing_is_no_step(told: str, quote: str, step: str) -> None:
    assert step_words(told, (Heard("2026-12-03", quote, 1.0),)) == step


@pytest.mark.parametrize("text", ["你让我说啥，五百块公司不批", "我有啥办法"])
def test_who_does_not_know_what_to_say_is_helped(text: str) -> None:
    assert read_line(text, Hearing()).kind == "question"


@pytest.mark.parametrize("text", ["不知道，随便", "想不出来，再说吧"])
def test_whatever_is_no_answer(text: str) -> None:
    assert read(text).dont_know


@pytest.mark.parametrize(
    "text", ["我说今天刷卡我送一箱纸，她一听就掏卡了", "我说今天刷卡我送一箱纸，他老婆在旁边说那就定呗"]
)
def test_the_sentence_that_won_ends_where_the_customer_answers(text: str) -> None:
    assert winning_line(text) == "今天刷卡我送一箱纸"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_doubtful_of_somebody_who_signed_is_not_read_back(language: str) -> None:
    bench = Bench(language)
    said = bench.say("signed, she paid by card", names={"customer": "Acme"}, signed="yes", power="unsure")
    assert not any("钱" in line or "money" in line for line in said)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_who_held_on_is_not_told_why_one_gives_in_r18(language: str) -> None:
    bench = Bench(language)
    bench.to_reverse()
    bench.say("nothing. A, 60", ("fear_impression",), gave_in="no")
    bench.say("Ms Lee, shall we sign today, you save two shifts?")
    assert not {"once.r18a", "once.r18b", "once.r18a_asked"} & set(bench.talk.debrief.lines_used)


@pytest.mark.parametrize(("text", "rank"), [("没有", "first"), ("上面没有了", "first"), ("没有钱", None)])
def test_none_above_is_none_r7(text: str, rank: str | None) -> None:
    assert approvals_told(text) == rank


def test_whether_it_is_one_approval_or_two_is_admitted_as_not_known_r7() -> None:
    assert admitted_rank("一道还是两道我也搞不清")


@pytest.mark.parametrize("text", ["又提了一次", "tried again"])
def test_what_he_did_is_not_the_sentence_for_next_time(text: str) -> None:
    bench = Bench("zh" if text >= "一" else "en")
    bench.to_reverse()
    bench.say("nothing. A, 60")
    if bench.talk.debrief.step == "reverse":
        bench.say("A, 60")
    assert "next_line" in asks(bench)
    bench.say(text)
    assert bench.talk.debrief.next_line == ""


@pytest.mark.parametrize("text", ["哎呀你别问了", "求你别问了"])
def test_who_will_not_be_asked_is_let_off(text: str) -> None:
    assert asides.read(text) == "unwilling"


@pytest.mark.parametrize(
    ("language", "words"), [("zh", "他说了算？上面还有董事长"), ("en", "she decides? her board does")]
)
def test_the_coachs_question_repeated_is_no_answer_r9(language: str, words: str) -> None:
    bench = Bench(language)
    bench.open_visit()
    quote = words.split("？")[0].split("?")[0]
    bench.ear.meant[words] = Hearing(facts={"authority": Heard("first", quote, 0.95)})
    bench.talk.say(words)
    assert bench.talk.debrief.facts["authority"].value is None


def test_a_sentence_dictated_without_a_comma_is_the_line_and_no_step() -> None:
    line = "姚厂长 贷款一下来我当天就送机器 合同今天先签 贷款不下来作废"
    bench = Bench("zh")
    bench.to_reverse()
    bench.say("没有。A，六成")
    assert "next_line" in asks(bench)
    bench.say(line, next_date="2026-11-23")
    assert bench.talk.debrief.next_line == line


def test_whether_they_know_each_other_is_not_whether_he_sees_the_value() -> None:
    assert not is_about("value", "不知道董事长认不认识我们")
    assert is_about("value", "不知道他认不认这个价值")


@pytest.mark.parametrize(
    ("language", "names", "words", "noted"),
    [
        ("zh", {"customer": "恒大塑业", "contact": "张总"}, "不是张总，是李总", ("恒大塑业", "李总")),
        ("zh", {"customer": "恒大塑业", "contact": "张总"}, "见的不是张总，是李总", ("恒大塑业", "李总")),
        ("zh", {"customer": "恒大", "contact": "张总"}, "不对，不是恒大，是恒通", ("恒通", "张总")),
        ("zh", {"customer": "恒大", "contact": "张总"}, "客户是恒通，不是恒大", ("恒通", "张总")),
        ("zh", {"customer": "恒大", "contact": "张总"}, "名字写错了，是恒通", ("恒通", "张总")),
        ("zh", {"customer": "恒大", "contact": "张总"}, "不是没钱，是不想花", ("恒大", "张总")),
        ("en", {"customer": "Acme", "contact": "Ms Lee"}, "no, it's not Acme, it's Baxter", ("Baxter", "Ms Lee")),
        ("en", {"customer": "Acme", "contact": "Ms Lee"}, "not keen, but curious", ("Acme", "Ms Lee")),
        ("en", {"customer": "Acme", "contact": "Ms Lee"}, "No no it's Neil Ashby I saw, not Ms Lee. Ms Lee owns it.", ("Acme", "Neil Ashby")),
        ("en", {"customer": "Acme", "contact": "Ms Lee"}, "I saw her, not him. He was out.", ("Acme", "Ms Lee")),
        ("zh", {"customer": "恒大", "contact": "张总"}, "我见的是李总，不是张总。钱他说有", ("恒大", "李总")),
    ],
)  # fmt: skip
def test_a_name_set_against_the_one_noted_takes_its_place(
    language: str, names: dict[str, str], words: str, noted: tuple[str, str]
) -> None:
    bench = Bench(language)
    bench.say("went there", names=names)
    bench.say("A, 70")
    bench.say(words)
    assert (bench.talk.debrief.customer, bench.talk.debrief.contact) == noted
