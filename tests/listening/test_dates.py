"""Date phrases in both languages: which day, which is vague, which is none, and whose day it is."""

from datetime import date, timedelta
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.listening.dates import find_dates, next_step_day, visit_day

MONDAY = date(2026, 11, 23)

DAYS = {
    "12.1号": "2026-12-01", "改成12.1送参数": "2026-12-01", "11月28号（周六）再去": "2026-11-28", "28 November (Sat)": "2026-11-28", "后天": "2026-11-25", "後天": "2026-11-25", "大后天": "2026-11-26", "明儿": "2026-11-24", "聽日": "2026-11-24", "聽朝": "2026-11-24",
    "周五": "2026-11-27", "周一": "2026-11-30", "下周三": "2026-12-02", "下下周一": "2026-12-07", "下個禮拜三": "2026-12-02", "礼拜四": "2026-11-26", "周四10点": "2026-11-26", "下周二9:30": "2026-12-01",
    "星期日": "2026-11-29", "星期天": "2026-11-29", "本周五": "2026-11-27", "三天后": "2026-11-26", "再过三天": "2026-11-26", "两周后": "2026-12-07",
    "一個星期後": "2026-11-30", "12月4号": "2026-12-04", "12 月 4 日": "2026-12-04", "十二月三日": "2026-12-03", "12月26": "2026-12-26", "1月5号": "2027-01-05",
    "明年1月5日": "2027-01-05", "2027年2月3日": "2027-02-03", "26号": "2026-11-26", "20號": "2026-12-20", "下个月8号": "2026-12-08", "约12/3": "2026-12-03",
    "tomorrow": "2026-11-24", "tmrw": "2026-11-24", "day after tomorrow": "2026-11-25", "this Friday": "2026-11-27", "next Friday": "2026-12-04",
    "next Wednesday": "2026-12-02", "Thursday 9am": "2026-11-26", "thurs": "2026-11-26", "call wed": "2026-11-25", "Monday": "2026-11-30",
    "in two weeks": "2026-12-07", "in a fortnight": "2026-12-07", "in 3 days": "2026-11-26", "a week from Friday": "2026-12-04", "Friday week": "2026-12-04",
    "Tuesday next week": "2026-12-01", "next week Tuesday": "2026-12-01", "4 December": "2026-12-04", "Dec 4th": "2026-12-04", "the 4th": "2026-12-04",
    "the 4th of December": "2026-12-04", "December third": "2026-12-03", "the ninth of december": "2026-12-09", "Mon Nov 30": "2026-11-30",
    "12/3": "2026-12-03", "25/12": "2026-12-25", "02/12": "2026-12-02", "2026-12-03": "2026-12-03", "3.12.": "2026-12-03", "2 dec": "2026-12-02",
    "１２月４号": "2026-12-04", "tomorrow fortnight": "2026-12-08", "tomorrow week": "2026-12-01", "a week tomorrow": "2026-12-01", "this day week": "2026-11-30",
    "a fortnight today": "2026-12-07", "a fortnight on Friday": "2026-12-11", "ten days' time": "2026-12-03", "2nd": "2026-12-02",
    "the week after next, on Wednesday": "2026-12-09", "Wednesday of the week after next": "2026-12-09", "Tuesday after next": "2026-12-08",
    "next week, Friday": "2026-12-04",
}  # fmt: skip

VAGUE = [
    "改天",
    "过两天",
    "過幾天",
    "回头",
    "下次",
    "月底前",
    "年后",
    "下个月",
    "下周",
    "周末",
    "soon",
    "sometime",
    "next month",
    "in a while",
    "end of month",
    "after Thanksgiving",
    "before Christmas",
    "the first Monday in January",
    "the last Friday of the month",
    "the week after next",
    "第一个周一",
    "十月十八去签",
    "八月初二",
    "最后一个周五",
]
NOTHING = [
    "monthly review", "it may work", "we march up to him", "the second one", "the sun was out", "fried rice", "5号线", "三号楼", "12/3 inch pipe", "一号位",
    "24/7 support", "wedding", "sat down with the boss", "Sat with the owner", "每周三开例会", "一周一次", "以后天天来", "周六福", "$12/3", "every Friday",
    "3/4 of them", "4th floor", "the 2nd time", "12.5万", "两周的量", "3号机", "first half of Dec", "Wed love it", "decided", "an augmented plan", "1/3 的人",
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "day"), DAYS.items())
def test_a_phrase_that_names_one_day_is_resolved(phrase: str, day: str) -> None:
    found = find_dates(phrase, MONDAY)
    assert [(str(one.day), one.kind) for one in found] == [(day, "day")]


@pytest.mark.parametrize("phrase", VAGUE)
def test_a_phrase_that_names_no_single_day_is_vague(phrase: str) -> None:
    assert [(one.day, one.kind) for one in find_dates(phrase, MONDAY)] == [(None, "vague")]


@pytest.mark.parametrize("phrase", NOTHING)
def test_what_only_looks_like_a_date_is_left_alone(phrase: str) -> None:
    assert find_dates(phrase, MONDAY) == ()


@pytest.mark.parametrize("phrase", ["31 February", "Feb 30", "2月30号", "13月5日", "4月31日"])
def test_a_day_the_calendar_does_not_have_is_impossible(phrase: str) -> None:
    assert [(one.day, one.kind) for one in find_dates(phrase, MONDAY)] == [(None, "impossible")]


@pytest.mark.parametrize(
    ("phrase", "day"),
    [("昨天", "2026-11-22"), ("上周五", "2026-11-20"), ("last Friday", "2026-11-20"), ("3天前", "2026-11-20"), ("two days ago", "2026-11-21"), ("11月20号", "2026-11-20")],
)  # fmt: skip
def test_what_lies_behind_is_past(phrase: str, day: str) -> None:
    assert [(str(one.day), one.kind) for one in find_dates(phrase, MONDAY)] == [(day, "past")]


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)))
@settings(max_examples=80, deadline=None)
def test_weekdays_hold_from_every_base_day(base: date) -> None:
    monday = base - timedelta(days=base.weekday())
    assert find_dates("下周三", base)[0].day == find_dates("next Wednesday", base)[0].day == monday + timedelta(days=9)
    friday = find_dates("Friday", base)[0].day
    assert friday is not None
    assert friday.weekday() == 4
    assert 1 <= (friday - base).days <= 7
    assert find_dates("周五", base)[0].day == friday
    assert find_dates("31号", base)[0].day is not None


@given(
    st.text(max_size=60) | st.text("下个周三月号12/3日前明天 Decthfri-sat.31后", max_size=30),
    st.sampled_from([MONDAY, date.max, date.min]),
)
@settings(max_examples=150, deadline=None)
def test_no_text_raises_and_every_phrase_is_verbatim(text: str, base: date) -> None:
    found = find_dates(text, base)
    assert all(
        text[one.start : one.end] == one.phrase and (one.day is None) == (one.kind in ("vague", "impossible"))
        for one in found
    )
    assert all(one.end <= two.start for one, two in pairwise(found))
    next_step_day(text, base, "opening")
    visit_day(text, base)


@pytest.mark.parametrize(
    ("text", "stage", "day"),
    [
        ("张总自己定，账上有钱。没签，下周三我再去找他。", "opening", "2026-12-02"),
        ("他12月15号交房，急着要。我们约了周四上午十点再谈。", "opening", "2026-11-26"),
        ("說好後天早上九點去他公司談", "push", "2026-11-25"),
        ("约周四见面，不对，是周五见。", "opening", "2026-11-27"),
        ("Budget is approved for April 1. We agreed to meet on Thursday at ten.", "opening", "2026-11-26"),
        ("I'll call her on Wednesday, no wait, Thursday.", "push", "2026-11-26"),
        ("Their contract expires December 31. Demo with the CFO next Tuesday.", "opening", "2026-12-01"),
        ("say we fix next Friday, no, not next Friday, this Friday", "push", "2026-11-27"),
    ],
)
def test_the_day_of_the_next_step_is_told_from_other_days(text: str, stage: str, day: str) -> None:
    found = next_step_day(text, MONDAY, stage)
    assert found is not None
    assert str(found.day) == day


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("他们12月15日前必须把设备配齐，老板自己定。", "forward"),
        ("合同12月31号到期，急着换。", "forward"),
        ("The licence expires on December 31.", "opening"),
        ("They move out by March 31 and he needs it.", "forward"),
        ("过两天我再去找他", "opening"),
        ("I'll catch up with him sometime next month.", "opening"),
        ("He was closed on Friday.", "opening"),
        ("天气预报说明天下雨", "push"),
        ("Tour went well, he signed yesterday.", "opening"),
    ],
)
def test_a_day_that_belongs_to_something_else_is_no_next_step(text: str, stage: str) -> None:
    assert next_step_day(text, MONDAY, stage) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("昨天去了宏达机械，见的采购部李经理", "2026-11-22"),
        ("上周五见的王总", "2026-11-20"),
        ("黄了 昨天去鼎盛沙发厂 人家跟别人签了", "2026-11-22"),
        ("周五去了趟无锡", "2026-11-20"),
        ("今天拜访了客户", "2026-11-23"),
        ("yesterday I saw Mike", "2026-11-22"),
        ("Visit yesterday: Halloran Glass", "2026-11-22"),
        ("Yesterday: Moss & Daughters florist. Only the daughter in", "2026-11-22"),
        ("昨天：鼎丰物流，马总", "2026-11-22"),
        ("on Friday I met the boss", "2026-11-20"),
        ("met her last Thursday at the plant", "2026-11-19"),
    ],
)
def test_the_day_of_the_visit_is_heard(text: str, day: str) -> None:
    found = visit_day(text, MONDAY)
    assert found is not None
    assert str(found.day) == day


@pytest.mark.parametrize(
    "text",
    [
        "周五我再去",
        "I'll be back Thursday",
        "he was in on Monday",
        "下午去望京见了老板，周五再谈",
        "客户昨天签了别家",
        "昨天到货了",
        "他昨天去上海了",
        "其实是前天就该去的",
        "I was supposed to have visited yesterday",
        "昨天去电他没接",
    ],
)
def test_another_day_is_not_taken_for_the_visits(text: str) -> None:
    assert visit_day(text, MONDAY) is None


@pytest.mark.parametrize(
    "line",
    ["called on {day}\n", "{day}, we called, ", "{day} ", "{day}打电话", "x" * 40 + " not on {day} "],
    ids=range(5),
)
@pytest.mark.parametrize("month", ["11/", "12/"])
def test_a_pasted_log_is_read_at_once(line: str, month: str) -> None:
    log = "".join(line.format(day=f"{month}{n % 20 + 1}") for n in range(200_000 // len(line)))[:200_000]
    whole = f"I saw her today.\n{log}.\nI call her on 24 December."
    began = process_time()
    find_dates(whole, MONDAY)
    found = process_time()
    assert visit_day(whole, MONDAY) == find_dates(whole, MONDAY)[0]
    assert next_step_day(whole, MONDAY, "opening") is not None
    assert found - began < 2
    assert process_time() - found < 1.5


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("正月十六再去", date(2027, 2, 21)),
        ("腊月二十八他们开会", date(2027, 2, 4)),
        ("大年初八", date(2027, 2, 13)),
        ("改到腊月初八", date(2027, 1, 15)),
        ("除夕见", date(2027, 2, 5)),
        ("元宵节去", date(2027, 2, 20)),
    ],
)
def test_days_around_new_year_are_called_by_the_moon(text: str, day: date) -> None:
    assert [(one.day, one.kind) for one in find_dates(text, date(2026, 11, 25))] == [(day, "day")]


@pytest.mark.parametrize("text", ["过完年再去", "元旦后", "元宵节后再说", "国庆节后", "开年", "正月三十", "腊月三十"])
def test_a_feast_behind_which_it_is_to_be_is_no_day(text: str) -> None:
    assert {one.kind for one in find_dates(text, date(2026, 11, 25))} == {"vague"}


@pytest.mark.parametrize(
    "text",
    ["11月21号（周六）去的宏达机械", "记一下 2026年11月21号 周六 加班 见东岭水库管理站 站长老苗", "11.21见的", "21 November (Sat) I saw Acme"],
)  # fmt: skip
def test_the_weekday_behind_a_day_is_that_day_and_no_other(text: str) -> None:
    visit = visit_day(text, MONDAY)
    assert visit is not None
    assert visit.day == date(2026, 11, 21)
    assert len(find_dates(text, MONDAY)) == 1


@pytest.mark.parametrize("text", ["涨了1.5回来", "从3.5到4.2", "省2.5去年", "11月10号 设备坏了 客户急"])
def test_a_figure_with_a_point_is_no_day_and_a_day_of_trouble_no_visit(text: str) -> None:
    assert visit_day(text, MONDAY) is None
