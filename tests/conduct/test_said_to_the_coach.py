"""What a tired rep says to the coach in the midst of his answer, in whatever dialect: it is met, and never taken for
something about the customer.
"""

import pytest

from coach.dialogue import asides, corrections, visits
from coach.dialogue.approvals import approvals_told
from coach.domain.debrief_events import CoachSaid
from coach.domain.hearing import Hearing
from tests.conduct.reps import heard
from tests.conduct.test_debriefing import Bench, asks


def lines(bench: Bench) -> list[str]:
    return [one.event.line for one in bench.talk.history if isinstance(one.event, CoachSaid)]


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("为啥老问这个", "why"),
        ("你咋老问这些", "why"),
        ("點解成日問呢個", "why"),
        ("why do you keep asking that", "why"),
        ("怎么又问 刚不是说了吗", "again"),
        ("前面讲过了呀", "again"),
        ("i already told you", "again"),
        ("能不能快点 我还要接娃", "hurry"),
        ("你问的也太多了", "hurry"),
        ("im knackered lets be quick", "hurry"),
        ("你为啥不问我竞品", "why_not"),
        ("why don't you ask about competitors", "why_not"),
        ("你说他算哪类", "asks_back"),
        ("你覺得他算哪一類", "asks_back"),
        ("那咋整", "mine"),
        ("just tell me what to do", "mine"),
        ("這個不想說", "unwilling"),
        ("这个不方便讲", "unwilling"),
        ("i'd prefer not to say", "skip"),
    ],
)
def test_a_rep_who_talks_to_the_coach_is_heard_as_talking_to_the_coach(text: str, aside: str) -> None:
    assert asides.read(text) == aside


@pytest.mark.parametrize(
    "text",
    ["说了", "提了", "说过了", "已经说了", "没时间了", "太麻烦了", "我还要去见老板", "他问我你觉得多少合适", "王总说 你看着办 我就走了", "他问我 你觉得呢 我说好", "老板娘一个人忙 累死了 想换机器", "A吧 你信我", "你就判A", "我不知道", "he said you decide and left", "嗯怎么说呢 这趟不算白跑", "我跟你说，今天这个老板", "我问他今天定不定，他说定，又问一遍", "他说哎呀你怎么不提醒我一下", "我要赶飞机，没谈完", "他们问我为什么", "他说再看看 我说中 那你看", "Fine with the one he has. Said so twice.", "I told her twice", "i said it", "we need to run a trial"],
)  # fmt: skip
def test_what_is_an_answer_or_somebody_elses_word_stays_whole(text: str) -> None:
    assert asides.parted(text) == (text, None)
    assert asides.read(text) is None


@pytest.mark.parametrize(
    ("text", "told", "aside"),
    [
        ("累死了 在中海物业那边谈电梯广告", "在中海物业那边谈电梯广告", "feeling"),
        ("C吧 你觉得呢", "C吧", "asks_back"),
        ("怎么又问 刚不是说了吗 A 五成", "A 五成", "again"),
        ("我也不知道啊你说我该咋办", "我也不知道啊", "mine"),
        ("im knackered, saw dana today", "saw dana today", "feeling"),
        ("B maybe 60, what do you think", "B maybe 60", "asks_back"),
    ],
)
def test_an_answer_is_told_apart_from_what_is_said_beside_it(text: str, told: str, aside: str) -> None:
    assert asides.parted(text) == (told, aside)


@pytest.mark.parametrize(("language", "text", "told"), [("zh", "累死了 去宏达见了李总", "去宏达见了李总"), ("en", "I'm knackered, saw Ms Lee", "saw Ms Lee")])  # fmt: skip
def test_the_listener_hears_only_what_is_told_of_the_visit(language: str, text: str, told: str) -> None:
    bench = Bench(language)
    bench.ear.meant[text] = bench.ear.hear("", "opening", bench.desk.clock.today())
    bench.say(told)
    other = Bench(language)
    other.ear.meant = dict(bench.ear.meant)
    other.talk.say(text)
    assert other.talk.debrief.last_said == text
    assert "aside.beside_feeling" in lines(other)
    assert "reply.evasive" not in lines(other)


@pytest.mark.parametrize(("language", "text"), [("zh", "B 五成 你说他算哪类"), ("en", "B 50, what do you think")])
def test_a_judgement_with_a_question_back_is_kept_and_the_question_met(language: str, text: str) -> None:
    bench = Bench(language)
    bench.say("saw Ms Lee at Acme", names={"customer": "Acme", "contact": "Ms Lee"}, signed="no")
    bench.say(text)
    assert bench.talk.debrief.claimed == ("B", 50)
    assert lines(bench)[-1] == "aside.beside_asks_back"


@pytest.mark.parametrize(("language", "text"), [("zh", "刚说过了"), ("en", "i already told you")])
def test_who_says_twice_that_he_told_it_is_not_asked_a_third_time_r9(language: str, text: str) -> None:
    bench = Bench(language)
    bench.open_visit()
    before = asks(bench)
    bench.say(text)
    assert (asks(bench), lines(bench)[-1]) == (before, "aside.again")
    bench.say(text)
    assert asks(bench) != before
    assert {f"forward:{field}" for field in before} <= set(bench.talk.debrief.skipped)


@pytest.mark.parametrize(("language", "text"), [("zh", "能不能快点"), ("en", "let's be quick")])
def test_a_rep_in_a_hurry_is_asked_nothing_twice(language: str, text: str) -> None:
    bench = Bench(language)
    bench.open_visit()
    bench.say(text)
    bench.say("hm, traffic was bad")
    assert bench.talk.debrief.step == "unsigned"


@pytest.mark.parametrize(("language", "text"), [("zh", "你看着办"), ("en", "you decide")])
def test_leaving_it_to_the_coach_is_a_yes_to_what_was_read_back_and_no_class(language: str, text: str) -> None:
    bench = Bench(language)
    bench.say("saw Ms Lee at Acme", names={"customer": "Acme", "contact": "Ms Lee"}, signed="no")
    bench.say(text)
    assert (bench.talk.debrief.claimed.customer_class, bench.talk.debrief.step) == (None, "claim")
    other = Bench(language)
    other.to_plan()
    assert "confirm" in asks(other)
    other.say(text)
    assert other.talk.debrief.recorded


@pytest.mark.parametrize(("language", "text"), [("zh", "没见着人 老板出去了"), ("en", "nobody in")])
def test_who_met_nobody_is_let_off_also_when_he_says_so_late(language: str, text: str) -> None:
    bench = Bench(language)
    bench.say("traffic was bad")
    bench.say(text)
    assert bench.talk.debrief.lines_used.keys() >= {"opening.first"}
    assert bench.talk.debrief.question is not None
    assert bench.talk.debrief.question.line == "visit.none"


@pytest.mark.parametrize("text", ["没见着人 老板出去了", "老板没在"])
def test_going_out_is_no_visit(text: str) -> None:
    assert visits.none_made(text)


@pytest.mark.parametrize("word", ["退出", "quit"])
def test_the_word_quit_alone_leaves_without_its_stroke(word: str) -> None:
    assert Bench().talk.say(word).left


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("等一下 不是上礼拜五 是周四", "周四"),
        ("不是今天是昨天", "昨天"),
        ("说错了 上周三", "上周三"),
        ("不对 是昨天去的", "昨天"),
        ("wait it was thursday not friday", "thursday"),
        ("sorry, not friday, thursday", "thursday"),
        ("it wasn't today it was yesterday", "yesterday"),
    ],
)
def test_a_day_set_against_another_is_the_visits_put_right(text: str, day: str) -> None:
    assert corrections.correction_in(text) == ("visit_date", day)


@pytest.mark.parametrize("text", ["不是他拍板 是他老婆", "不是A 是B", "not him, his wife", "他周四来", "周四", "不是明天 是后天"])  # fmt: skip
def test_what_sets_no_past_days_against_each_other_puts_no_visit_right(text: str) -> None:
    right = corrections.correction_in(text)
    assert right is None or right.field != "visit_date"


@pytest.mark.parametrize(("language", "first", "text"), [("zh", "上周五去的", "等一下 不是上周五 是周四"), ("en", "last friday", "wait it was thursday not friday")])  # fmt: skip
def test_the_visit_is_moved_to_the_weekday_nearest_to_the_one_told_and_no_step_is_planned(
    language: str, first: str, text: str
) -> None:
    bench = Bench(language)
    bench.say(first, names={"customer": "Acme", "contact": "Ms Lee"}, visit_date="2026-11-20")
    bench.ear.meant["周四"] = bench.ear.meant["thursday"] = Hearing(facts={"some_date": heard("2026-11-26", "周四")})
    bench.talk.say(text)
    d = bench.talk.debrief
    assert (d.day.isoformat(), d.plan.what, d.step) == ("2026-11-19", "", "claim")
    assert "plan.corrected" in lines(bench)


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("集团那边要批 就一道吧", "second"),
        ("两道吧", "third"),
        ("没人了", "first"),
        ("就他一个", "first"),
        ("上面还有两个人", "third"),
        ("just one", "second"),
        ("nobody else", "first"),
        ("two more", "third"),
        ("不知道几道", None),
        ("就两道题没答", None),
        ("等一个月", None),
        ("one month", None),
        ("two weeks", None),
    ],
)
def test_approvals_may_be_counted_in_words_r7(text: str, rank: str | None) -> None:
    assert approvals_told(text) == rank


@pytest.mark.parametrize(("language", "text"), [("zh", "就一道吧"), ("en", "just one")])
def test_the_count_asked_for_is_taken_as_told_r7(language: str, text: str) -> None:
    bench = Bench(language)
    bench.open_visit()
    bench.say("well", need="yes", power="yes", value="yes")
    assert asks(bench) == ("authority",)
    bench.say(text)
    assert bench.talk.debrief.facts["authority"].approvals == 1


@pytest.mark.parametrize(("language", "text"), [("zh", "A吧 七成"), ("en", "A, 70")])
def test_a_class_told_only_when_the_facts_were_asked_for_is_still_his_claim_r16(language: str, text: str) -> None:
    bench = Bench(language)
    bench.say("saw Ms Lee at Acme", names={"customer": "Acme", "contact": "Ms Lee"}, signed="no")
    bench.say("hm")
    while bench.talk.debrief.step == "claim":
        bench.say("hm")
    bench.say(text)
    assert bench.talk.debrief.claimed == ("A", 70)


@pytest.mark.parametrize(("language", "text"), [("zh", "C 七成"), ("en", "C, 70")])
def test_a_judgement_that_comes_after_all_in_the_push_is_kept_r16(language: str, text: str) -> None:
    bench = Bench(language)
    bench.to_reverse()
    bench.say("这个不想说" if language == "zh" else "I'd rather not say")
    while bench.talk.debrief.step == "reverse":
        bench.say("/skip")
    bench.say(text)
    assert bench.talk.debrief.after_reverse == ("C", 70)


@pytest.mark.parametrize(("language", "text"), [("zh", "怎么又问 刚不是说了吗"), ("en", "i already told you that")])
def test_who_is_asked_to_confirm_and_wants_to_be_done_is_done(language: str, text: str) -> None:
    bench = Bench(language)
    bench.to_plan()
    bench.say(text)
    assert bench.talk.debrief.recorded


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("跑了两家 一个是振东沙发厂的王厂长 海绵的事 一个是老孙头那个养猪场 疫苗", "跑了两家 一个是振东沙发厂的王厂长 海绵的事"),
        ("did two today, one was Kestrel sofas, met Mr Hall, the other was the pig farm", "did two today, one was Kestrel sofas, met Mr Hall"),
        ("见了两个老板 一个是哥哥 一个是弟弟", "见了两个老板 一个是哥哥 一个是弟弟"),
        ("saw two men, one was the boss, the other was his son", "saw two men, one was the boss, the other was his son"),
    ],
)  # fmt: skip
def test_of_two_visits_told_one_after_the_other_the_first_is_taken(text: str, first: str) -> None:
    assert visits.first(Bench().talk.debrief, text) == first


@pytest.mark.parametrize(("language", "date"), [("zh", "11月20日（周五）"), ("en", "20 November (Fri)")])
def test_the_day_of_the_visit_is_read_back_as_a_date(language: str, date: str) -> None:
    told = Bench(language).say("last friday", visit_date="2026-11-20", signed="no")
    assert any(date in line for line in told)


def at_the_reason(language: str) -> Bench:
    bench = Bench(language)
    bench.open_visit()
    bench.say("owner, pumps fail, budget set, loves it", authority="first", need="yes", power="yes", value="yes")
    bench.say("no", close_attempted="no")
    bench.say("nothing. A, 60")
    assert asks(bench) == ("push_reason",)
    return bench


@pytest.mark.parametrize(("language", "text"), [("zh", "李姐报告给您放这了，今天就签，您看签哪里"), ("en", "Ms Lee, here is your report, will you sign today?")])  # fmt: skip
def test_the_sentence_given_where_the_reason_was_asked_for_is_kept_r21(language: str, text: str) -> None:
    bench = at_the_reason(language)
    bench.say(text)
    assert bench.talk.debrief.next_line == text
    assert "next_line" not in asks(bench)


@pytest.mark.parametrize(("language", "text"), [("zh", "我没敢让他签"), ("en", "I didn't dare ask her to sign")])
def test_a_reason_is_no_sentence_r18(language: str, text: str) -> None:
    bench = at_the_reason(language)
    bench.say(text)
    assert not bench.talk.debrief.next_line


@pytest.mark.parametrize(("language", "text"), [("zh", "明天九点"), ("en", "tomorrow at nine")])
def test_a_time_alone_is_no_sentence_for_next_time_r21(language: str, text: str) -> None:
    bench = Bench(language)
    bench.to_reverse()
    bench.say("nothing. A, 60")
    while "next_line" not in asks(bench):
        bench.say("1")
    bench.ear.meant[text] = Hearing(days=(heard("2026-11-24", text.split()[0] if language == "en" else "明天"),))
    bench.talk.say(text)
    assert not bench.talk.debrief.next_line


@pytest.mark.parametrize(("language", "line", "verdict"), [
    ("zh", "李姐，咱们周四跟您弟弟坐下来聊聊，行不行", False),
    ("en", "Sue, let's sit down with your brother, Thursday?", False),
    ("zh", "李姐，不签明天就涨价了，行不行", True),
    ("en", "Sue, the price goes up tomorrow, shall we?", True),
])  # fmt: skip
def test_asking_for_a_day_is_no_pressure_and_a_threat_is_r20(language: str, line: str, verdict: bool) -> None:
    bench = Bench(language)
    bench.to_reverse()
    bench.say("nothing. A, 60")
    while "next_line" not in asks(bench):
        bench.say("1")
    bench.ear.acts = lambda *_: ("pressure",)  # type: ignore[method-assign]
    bench.say(line)
    assert ("line.pressure" in lines(bench)) is verdict


@pytest.mark.parametrize("language", ["zh", "en"])
def test_that_the_visit_was_today_is_not_read_back(language: str) -> None:
    told = Bench(language).say("today", visit_date="2026-11-23", signed="no")
    assert not any("11月23日" in line or "23 November" in line for line in told)


@pytest.mark.parametrize(("language", "text"), [("zh", "你定"), ("en", "you decide")])
def test_who_leaves_a_fact_to_the_coach_twice_is_not_asked_for_it_for_ever_r9(language: str, text: str) -> None:
    bench = Bench(language)
    bench.open_visit()
    bench.say(text)
    bench.say(text)
    assert "forward:authority" in bench.talk.debrief.skipped


@pytest.mark.parametrize(("language", "text"), [("zh", "D吧"), ("en", "D then")])
def test_a_d_told_at_the_menu_of_approvals_asks_for_what_makes_it_r5(language: str, text: str) -> None:
    bench = Bench(language)
    bench.say("saw Ms Lee at Acme", names={"customer": "Acme", "contact": "Ms Lee"}, signed="no")
    bench.say("dunno")
    bench.say("hm")
    assert asks(bench) == ("authority",)
    bench.say(text)
    assert bench.talk.debrief.claimed.customer_class == "D"
    assert asks(bench) == ("need", "power", "value")


@pytest.mark.parametrize(("language", "text", "when"), [("zh", "周三我去堵园长", "周三"), ("zh", "周三打电话给她", "周三"), ("en", "Wednesday I call her", "Wednesday")])  # fmt: skip
def test_what_he_will_do_is_the_next_step_and_no_sentence_r21(language: str, text: str, when: str) -> None:
    bench = Bench(language)
    bench.to_reverse()
    bench.say("nothing. A, 60")
    while "next_line" not in asks(bench):
        bench.say("1")
    bench.ear.meant[text] = Hearing(days=(heard("2026-11-25", when),))
    bench.talk.say(text)
    d = bench.talk.debrief
    assert (d.next_line, d.plan.what, str(d.plan.date)) == ("", text, "2026-11-25")


@pytest.mark.parametrize("text", ["王总，周三我去您厂里，当场定，行不行", "王总周三咱们把合同签了"])
def test_a_sentence_with_a_day_in_it_is_still_a_sentence(text: str) -> None:
    bench = Bench("zh")
    bench.to_reverse()
    bench.say("nothing. A, 60")
    while "next_line" not in asks(bench):
        bench.say("1")
    bench.ear.meant[text] = Hearing(days=(heard("2026-11-25", "周三"),))
    bench.talk.say(text)
    assert bench.talk.debrief.next_line == text


def test_the_person_met_is_no_part_of_the_customers_name() -> None:
    bench = Bench("zh")
    bench.say("没签成", signed="no")
    bench.say("康泰体检中心 王主任", names={"contact": "王主任"})
    assert (bench.talk.debrief.customer, bench.talk.debrief.contact) == ("康泰体检中心", "王主任")


def at_the_line(language: str) -> Bench:
    bench = Bench(language)
    bench.to_reverse()
    bench.say("nothing. A, 60")
    while "next_line" not in asks(bench):
        bench.say("1")
    return bench


@pytest.mark.parametrize(("language", "text"), [("zh", "不知道咋说"), ("zh", "没想好"), ("en", "dunno how to say it"), ("en", "I don't know what to say")])  # fmt: skip
def test_not_knowing_how_to_say_it_is_helped_with_and_kept_as_no_sentence_r21(language: str, text: str) -> None:
    bench = at_the_line(language)
    bench.say(text)
    assert not bench.talk.debrief.next_line


@pytest.mark.parametrize(("language", "text"), [("zh", "他怕领导班子有人说闲话"), ("en", "he fears what the board will say")])  # fmt: skip
def test_what_is_about_the_customer_is_no_sentence_to_him_r21(language: str, text: str) -> None:
    bench = at_the_line(language)
    bench.say(text)
    assert not bench.talk.debrief.next_line


@pytest.mark.parametrize(("language", "text"), [("zh", "馆长，闲话我来挡，您今天先把字签了"), ("en", "Ms Lee, you sign it today and I take the talk on me")])  # fmt: skip
def test_a_signature_asked_for_is_none(language: str, text: str) -> None:
    bench = Bench(language)
    bench.to_plan()
    bench.say(text, signed="yes")
    assert bench.talk.debrief.signed is False


@pytest.mark.parametrize(("language", "text"), [("zh", "他刚打电话来，签了"), ("en", "she rang, it's signed")])
def test_a_signature_told_late_counts(language: str, text: str) -> None:
    bench = Bench(language)
    bench.to_plan()
    bench.say(text, signed="yes")
    assert bench.talk.debrief.signed is True


@pytest.mark.parametrize("text", ["今天这个不算客户 就是个同行", "he isn't really a customer, just a colleague"])
def test_whom_the_rep_calls_no_customer_needs_no_debrief(text: str) -> None:
    assert visits.none_made(text)
