"""His own words count, nobody's words are put into another's mouth, and what is written on the scorecard was so."""

import pytest
from scripts.rehearsing.playing import Clock

from coach.conduct.debriefing import Debriefing
from coach.conduct.practising import Practising, Rehearsing
from coach.domain.practice import Check, Mind
from coach.journal.memory import MemoryJournal
from coach.phrases import load
from coach.roleplay import aftermath
from coach.roleplay.debrief_scenario import from_debrief
from coach.roleplay.echoes import names
from coach.roleplay.good_faith import in_good_faith
from coach.roleplay.reader import read
from coach.roleplay.scenario_files import shipped
from tests.terminal.stage import Lines, heard

LINEN = shipped()["hotel-linen"]


def check(talk: Rehearsing, name: str) -> Check:
    return next(one for one in talk.scorecard().checks if one.id == name)


@pytest.mark.parametrize(
    ("language", "line", "tied"),
    [
        ("en", "sheets are back by one every day, so your rooms are out by three", True),
        ("zh", "床单每天一点前回来，三点之前房间都放得出去。", True),
        ("en", "So you want every room out by three.", False),
        ("zh", "您就是想三点之前房间都能放出去。", False),
    ],
)
def test_value_is_tied_by_the_words_of_the_wish_whatever_the_ear_makes_of_the_line(language: str, line: str, tied: bool) -> None:  # fmt: skip
    reading = read(LINEN, language, line, ("other",))
    assert ("rooms-ready" in reading.echoed and not reading.mirrors) is tied


def test_a_wish_answered_in_its_own_words_passes_on_the_scorecard(desk: Practising) -> None:
    talk = desk.open("rep", "en", LINEN, seed=1)
    talk.say("What is it you need?", 60)
    assert any("three" in turn.reply for turn in talk.state.exchanges) or talk.say("What else would you like to change?", 60)  # fmt: skip
    talk.say("sheets are back by one every day, so your rooms are out by three", 60)
    assert check(talk, "value").passed


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "hows the money looking for this"),
        ("en", "so whats the buget like"),
        ("en", "got the money for it"),
        ("zh", "钱那块咋样"),
        ("zh", "这个钱好批不"),
    ],
)
def test_the_money_asked_about_in_a_hurry_is_answered(desk: Practising, language: str, line: str) -> None:
    talk = desk.open("rep", language, LINEN, seed=2)
    talk.say("Good to see you." if language == "en" else "您好。", 20)
    talk.say(line, 30)
    assert "power" in talk.state.exchanges[-1].told


def test_relief_names_no_answer_that_the_rep_may_not_have_given() -> None:
    """An eased line that took up more of the seller's own answer than of the worry would put it into the rep's mouth."""
    named = ("chip", "rental", "芯片", "一条一个码", "四个钟头", "老郑", "donnelly", "sixty depots", "六十个点")
    for scenario in shipped().values():
        for language in scenario.languages:
            for worry in scenario.text_in(language).worries.values():
                assert not any(word in line.casefold() for word in named for line in worry.eased)


@pytest.mark.parametrize(("language", "by_key"), [("en", True), ("en", False), ("zh", True), ("zh", False)])
def test_leave_of_a_d_is_passed_by_the_line_that_took_it(desk: Practising, language: str, by_key: bool) -> None:
    """R20: thank him and leave."""
    never = next(one for one in shipped().values() if one.hidden_class == "D" and language in one.languages)
    talk = desk.open("rep", language, never, seed=1, level="easy")
    for line in {"en": ("Shall we sign today?", "What is it that holds you back?", "Why is that?"), "zh": ("今天签了吧？", "您心里顾虑的是什么？", "为什么呢？")}[language]:  # fmt: skip
        talk.say(line, 30)
    assert any("no" in turn.told for turn in talk.state.exchanges)
    parting = {"en": "Thank you for telling me plainly, I won't take more of your time.", "zh": "谢谢您跟我讲实话，不耽误您了，告辞。"}[language]  # fmt: skip
    if by_key:
        talk.leave()
    else:
        talk.say(parting, 30)
    found = check(talk, "real_no")
    assert found.passed is not by_key
    assert by_key or found.quote == parting


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "We give you the first month free so you can see for yourself."),
        ("en", "Take a free trial month, then you know."),
        ("zh", "头一个月免费给您用，您看看效果。"),
        ("zh", "先白用一个月，行不行您自己看。"),
    ],
)
def test_what_is_free_of_charge_is_given_away(desk: Practising, language: str, line: str) -> None:
    talk = desk.open("rep", language, LINEN, seed=1)
    talk.say(line, 60)
    assert check(talk, "no_gift").passed is False
    assert check(talk, "no_gift").quote == line


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "If it's late, it's free, that's in the contract."),
        ("en", "Are you free on Thursday?"),
        ("zh", "坏了我们免费修。"),
    ],
)
def test_a_guarantee_and_a_free_hour_are_no_gift(language: str, line: str) -> None:
    assert "concede" not in in_good_faith(read(LINEN, language, line, ("other",)), Mind(patience=6, turn=3)).acts


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_never_came_is_told_without_a_time_that_may_not_have_passed(language: str) -> None:
    told = aftermath.why(Check("asked", passed=False, share=0.0), load(language, "practice"))
    assert not any(word in told for word in ("20", "twenty", "二十"))


@pytest.mark.parametrize(
    ("language", "told", "quote", "value"),
    [
        ("en", "The compressor's been down twice this month.", "compressor's been down twice this month", "yes"),
        ("zh", "年底要上新线人手不够，他急。", "年底要上新线人手不够", "yes"),
        ("zh", "他说水有检测报告，没毛病，不需要。", "没毛病，不需要", "no"),
    ],
)
def test_the_customer_of_a_debrief_speaks_of_his_need_in_its_own_words(language: str, told: str, quote: str, value: str) -> None:  # fmt: skip
    ear = Lines(**{told: heard(need=(value, quote))})
    numbers = iter(range(10_000))
    talk = Debriefing(MemoryJournal(), ear, Clock(), lambda n: next(numbers) % n).open("rep", language)
    talk.say(told)
    need = from_debrief(talk.debrief).text_in(language).need
    assert need
    assert all(quote in line for line in need)


@pytest.mark.parametrize(
    ("language", "told", "quote"),
    [
        ("zh", "价格倒能谈，非要我再让八个点", "非要我再让八个点"),
        ("zh", "嗯，他说的", "他说的"),
        ("en", "He haggled for another eight per cent off.", "another eight per cent off"),
        ("en", "Yes, he said so.", "he said so"),
    ],
)
def test_he_does_not_speak_of_his_need_in_words_that_tell_of_none(language: str, told: str, quote: str) -> None:
    ear = Lines(**{told: heard(need=("yes", quote))})
    numbers = iter(range(10_000))
    talk = Debriefing(MemoryJournal(), ear, Clock(), lambda n: next(numbers) % n).open(language=language, rep="rep")
    talk.say(told)
    tongue = from_debrief(talk.debrief).text_in(language)
    assert tongue.need == load(language, "practice").entries["guess.need.yes"]
    assert quote not in tongue.briefing


@pytest.mark.parametrize(("language", "name"), [("zh", "老吴"), ("en", "Dana Whitfield")])
def test_a_customer_without_a_firm_goes_by_the_name_of_the_person_met(language: str, name: str) -> None:
    ear = Lines(**{"x": heard(contact=name)})
    numbers = iter(range(10_000))
    talk = Debriefing(MemoryJournal(), ear, Clock(), lambda n: next(numbers) % n).open("rep", language)
    talk.say("x")
    tongue = from_debrief(talk.debrief).text_in(language)
    assert name in tongue.title
    assert tongue.customer == name


def test_no_quote_of_the_debrief_ends_in_the_middle() -> None:
    ear = Lines(**{"x": heard(need=("yes", "the forklift keeps breaking down and"))})
    numbers = iter(range(10_000))
    talk = Debriefing(MemoryJournal(), ear, Clock(), lambda n: next(numbers) % n).open("rep", "en")
    talk.say("x")
    tongue = from_debrief(talk.debrief).text_in("en")
    assert all("breaking down”" in line for line in tongue.need)
    assert "down and" not in tongue.briefing


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("late", "we come later", False),
        ("war", "a warm warehouse", False),
        ("nine", "ninety of them", False),
        ("again", "he is against it", False),
        ("lab", "the label says so", False),
        ("pay you", "you pay your own", False),
        ("late", "it's always late", True),
        ("bin", "two trays get binned", True),
        ("train", "the training took a day", True),
        ("renew", "a renewal every term", True),
        ("kev", "that's kev's job", True),
        ("allerg", "allergies on the menu", True),
        ("two hours", "two hours' sleep", True),
    ],
)
def test_an_english_word_of_his_is_found_inflected_and_in_no_other_word(word: str, text: str, found: bool) -> None:
    assert names([word], text, "en") is found
