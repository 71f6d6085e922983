"""Words of other authors: a question in words no pattern has is heard by its likeness to examples; nothing is told that
it is not like.
"""

import pytest

from coach.conduct.practising import Practising
from coach.domain.practice import Mind
from coach.roleplay.likeness import examples, likeness
from coach.roleplay.reader import read
from coach.roleplay.scenario_files import shipped
from tests.roleplay.test_hearing import BAKERY, by_ear, heard, pool

UNSEEN = {
    ("zh", "authority"): (
        "要不要回家跟嫂子合计一下？",
        "这种事您一般听谁的？",
        "您点头之后还要走什么手续吗？",
        "采购这条线最后归谁把关？",
        "有没有谁能把这事给否了？",
        "您这儿多大的开支要往上递？",
        "店里的钱是您管还是您媳妇管？",
        "那盖章得找哪位？",
        "这单子您当场能应下来吗？",
    ),
    ("zh", "need"): (
        "您一天都怎么忙活的？",
        "旧家伙用着还顺不顺手？",
        "什么时候最抓狂？",
        "您图换它能给店里添点什么？",
        "要是接着这么干下去，您受得住吗？",
        "哪一步最磨人？",
        "当初咋想着看这个了？",
        "忙起来的时候乱不乱？",
        "有没有耽误过交货？",
    ),
    ("zh", "power"): (
        "钱这头您打算怎么安排？",
        "一下子掏这么多会不会伤筋动骨？",
        "是全款还是慢慢还？",
        "您卡里挪得出来吗？",
        "这个数您咬咬牙能行吗？",
        "今年的设备钱用完了没有？",
        "家底够不够厚？",
        "得不得找信用社？",
        "您给自己定的顶是多少？",
    ),
    ("zh", "behind"): (
        "您吞吞吐吐的，是不是有啥不好开口？",
        "是我哪儿没说到您心坎上？",
        "您这一推，推的是啥呢？",
        "还有哪根刺没拔掉？",
        "什么东西绊住您了？",
        "您怵的是哪一样？",
        "差的那口气在哪儿？",
        "您心里那道坎是什么？",
        "要我怎么着您才敢落笔？",
    ),
    ("en", "authority"): (
        "Would the missus have something to say about it?",
        "Whose nod do I need, apart from yours?",
        "Does it have to be waved through by someone?",
        "Who else would be round the table?",
        "If you fancy it, can you just go and buy it?",
        "Could somebody overrule you?",
        "Is it your name on the order?",
        "How far up does something like this have to travel?",
        "Who'd sign the cheque?",
    ),
    ("en", "need"): (
        "Talk me through an ordinary Tuesday.",
        "What's the pain in it?",
        "Where's the mess in how it works now?",
        "Which bit wears you out?",
        "What got under your skin so much that you rang us?",
        "What would be different if it worked?",
        "How do the mornings look?",
        "What trips you up most weeks?",
        "Any jobs you've had to turn down?",
    ),
    ("en", "power"): (
        "Could you put your hands on that sort of money?",
        "Is there anything in the kitty for it?",
        "Would you be paying outright or over time?",
        "Does that number frighten you?",
        "What had you in mind to spend?",
        "Is there money going spare this year?",
        "Could the till stand it?",
        "Would your bank manager need to be asked?",
        "Are you flush enough for that?",
    ),
    ("en", "behind"): (
        "What's niggling you?",
        "Is there a fly in the ointment?",
        "What's keeping the pen in your pocket?",
        "What did I fail to cover?",
        "You've gone a bit quiet, what are you thinking?",
        "What would you want to see before you'd say yes?",
        "What's the worst that could happen, as you see it?",
        "Did the last lot stitch you up?",
        "Which part of it doesn't sit right?",
    ),
}
"""Written by somebody who knew neither the patterns nor the examples. They stay out of both."""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_three_of_five_questions_in_words_nobody_foresaw_are_heard(language: str) -> None:
    asked = [(topic, line) for (tongue, topic), lines in UNSEEN.items() if tongue == language for line in lines]
    found = sum(topic in read(BAKERY, language, line, ("discover",)).asked for topic, line in asked)
    assert found >= 0.6 * len(asked)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_example_left_out_is_mostly_heard_by_the_others_and_seldom_misheard(language: str) -> None:
    known = likeness(language)
    heard = {
        group: [known.without(group, line).topic(line) for line in lines] for group, lines in examples(language).items()
    }
    topics = [(group, one) for group in ("authority", "need", "power", "behind") for one in heard[group]]
    assert sum(one == group for group, one in topics) >= 0.5 * len(topics)
    assert sum(one not in (group, None) for group, one in topics) <= 0.2 * len(topics)
    assert sum(one is None for one in heard["none"]) >= 0.8 * len(heard["none"])
    assert sum(one == "sign" for one in heard["sign"]) >= 0.75 * len(heard["sign"])
    kin = {"need", "behind"}
    told_apart = [(group, one) for group in heard for one in heard[group] if one and not {group, one} <= kin]
    assert sum(one != group for group, one in told_apart) <= 0.12 * sum(map(len, heard.values()))


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        ("Could I ask what the budget is?", "en", "power"),
        ("May I ask where it pinches?", "en", "need"),
        ("Let me just ask you something: whose signature goes on it?", "en", "authority"),
        ("冒昧问一句，您手头方便吗？", "zh", "power"),
        ("我想问，这事最后谁落笔", "zh", "authority"),
        ("我能不能问问，现在最耽误您的是哪一样？", "zh", "need"),
    ],
)
def test_who_asks_leave_to_ask_is_heard_for_what_he_asks(text: str, language: str, asked: str) -> None:
    reading = heard(text, language)
    assert asked in reading.asked
    assert reading.form not in ("favour", "")


@pytest.mark.parametrize(("text", "language"), [("May I ask something?", "en"), ("能问您个问题吗？", "zh")])
def test_leave_to_ask_alone_asks_for_nothing_yet(text: str, language: str) -> None:
    assert heard(text, language).asked == ()
    assert heard(text, language).form == "favour"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I imagine you're worried that the team won't use it and it ends up in a drawer, am I right?", "en"),
        ("我猜您是怕护士学不会，对吧？", "zh"),
    ],
)
def test_a_guess_at_him_with_a_right_behind_it_is_a_question(text: str, language: str) -> None:
    assert "behind" in heard(text, language, shipped()["dental-scanner"], "answer").asked


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        ("Does this need anybody's blessing?", "en", ("authority",)),
        ("And who holds the purse strings?", "en", ("authority",)),
        ("Would you need a loan for it?", "en", ("power",)),
        ("Who decides, and is there money for it?", "en", ("authority", "power")),
        ("还差什么您就能定？", "zh", ("behind",)),
        ("谁拍板，钱又从哪儿来？", "zh", ("authority", "power")),
    ],
)
def test_a_word_of_another_topic_in_the_question_asks_for_nothing(text: str, language: str, asked: tuple[str, ...]) -> None:  # fmt: skip
    assert heard(text, language).asked == asked


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        ("谁拍板，钱从哪儿出，您最头疼的又是什么？", "zh", 2),
        ("Who decides, what's the budget and what bothers you most?", "en", 2),
    ],
)
def test_he_tells_two_facts_at_most_in_one_breath(desk: Practising, text: str, language: str, asked: int) -> None:
    talk = desk.open("rep", language, BAKERY, seed=2)
    talk.say(text, 20)
    assert len([one for one in talk.state.exchanges[-1].told if ":" not in one]) == asked


@pytest.mark.parametrize(
    ("text", "language"),
    [("平时几点上班？", "zh"), ("What time do you start?", "en"), ("您一天都怎么忙活的？", "zh")],
)
def test_asked_about_his_day_he_tells_of_it(desk: Practising, text: str, language: str) -> None:
    talk = desk.open("rep", language, BAKERY, seed=2)
    talk.say(text, 20)
    assert "need" in talk.state.exchanges[-1].told


def test_the_wife_s_say_is_no_private_matter() -> None:
    assert heard("这店里花大钱的事，您媳妇管不管？", "zh").asked == ("authority",)
    assert heard("Will your other half want a word?", "en").asked == ("authority",)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Happy to go ahead today?", "en"),
        ("Right, so shall we do the paperwork?", "en"),
        ("那今天咱就把合同办了吧", "zh"),
        ("要不今儿就敲定？", "zh"),
    ],
)
def test_the_signature_is_asked_for_in_many_words(text: str, language: str) -> None:
    reading = heard(text, language)
    assert "ask" in reading.acts
    assert not reading.asked


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I suppose you're very busy.", "en"),
        ("You must be tired after a night like that.", "en"),
        ("您肯定特别忙吧，我懂。", "zh"),
        ("您这一天够辛苦的。", "zh"),
    ],
)
def test_a_line_that_feels_with_him_is_no_pressure(text: str, language: str) -> None:
    assert "pressure" not in heard(text, language, BAKERY, "pressure").acts


def test_an_offer_of_the_rep_s_own_is_no_question(desk: Practising) -> None:
    talk = desk.open("rep", "en", shipped()["dental-scanner"], level="easy", seed=5)
    talk.say("Shall we sign today?", 20)
    talk.say("I could maybe send you some information?", 20)
    assert not talk.state.exchanges[-1].told
    assert not talk.state.exchanges[-1].found


@pytest.mark.parametrize(
    ("text", "language", "false"),
    [
        ("您上回在电话里可是答应我了的。", "zh", "presumes"),
        ("我们的机器二十年没有一台坏过。", "zh", "overpromises"),
        ("Not one nurse will ever have a bad back again.", "en", "overpromises"),
        ("Our compressors have never broken down.", "en", "overpromises"),
        ("It never breaks down.", "en", "overpromises"),
        ("You told me last week you'd buy it.", "en", "presumes"),
    ],
)
def test_a_lie_is_one_in_any_words(text: str, language: str, false: str) -> None:
    assert getattr(heard(text, language, BAKERY, "value"), false)


@pytest.mark.parametrize(("text", "language"), [("这几年没坏过吧？", "zh"), ("您八年没停过机了。", "zh"), ("You've never had a complaint, have you?", "en")])  # fmt: skip
def test_what_is_asked_or_said_of_his_own_is_no_tall_story(text: str, language: str) -> None:
    assert not heard(text, language).overpromises


@pytest.mark.parametrize(("text", "language"), [("What price would you say yes to?", "en"), ("How much would I have to knock off?", "en"), ("您出个价吧，多少能拿？", "zh")])  # fmt: skip
def test_asked_for_his_price_he_names_none(desk: Practising, text: str, language: str) -> None:
    assert heard(text, language).form == "bid"
    talk = desk.open("rep", language, shipped()["haulage-tyres"], seed=2)
    talk.say("Hm." if language == "en" else "嗯。", 20)
    assert talk.say(text, 20).text in pool(talk, "aside.bid")


@pytest.mark.parametrize(("text", "language"), [("您的意思是就算白给也不用？", "zh"), ("So even if it were free you wouldn't take it?", "en"), ("So you wouldn't swap it for anything, would you?", "en")])  # fmt: skip
def test_asked_whether_he_would_take_it_as_a_gift_he_is_given_none(text: str, language: str) -> None:
    reading = heard(text, language, BAKERY, "concede", "value")
    assert reading.final
    assert not reading.free
    assert not reading.acts & {"concede", "value"}


@pytest.mark.parametrize(("text", "language"), [("So you wouldn't swap it for anything, would you?", "en"), ("您压根儿不打算换了？", "zh")])  # fmt: skip
def test_who_said_no_does_not_say_perhaps(desk: Practising, text: str, language: str) -> None:
    talk = desk.open("rep", language, shipped()["restaurant-till"], seed=2)
    talk.say({"zh": "现在收银用的什么？", "en": "How's the till you have now?"}[language], 20)
    assert talk.say(text, 20).text in pool(talk, "confirm")


def test_his_first_no_speaks_of_none_before(desk: Practising) -> None:
    for language, line in (("zh", "再给您便宜两百。"), ("en", "I'll take another five per cent off.")):
        talk = desk.open("rep", language, shipped()["gym-machines"], level="easy", seed=9)
        said = [talk.say(line, 20) for _ in range(7)]
        first = next(one for one in said if one.kind == "refuse")
        assert first.text in pool(talk, "first_no")


@pytest.mark.parametrize(("text", "language"), [("您要是没空我改天再来也行", "zh"), ("I can come back another time if you like.", "en")])  # fmt: skip
def test_offering_to_come_another_time_lets_him_go(text: str, language: str) -> None:
    assert "give_in" in heard(text, language, BAKERY, "other").acts


@pytest.mark.parametrize(("text", "language"), [("今天打扰您了……", "zh"), ("Um, hello again, Dr Brooks.", "en")])
def test_a_shy_greeting_is_one(text: str, language: str) -> None:
    reading = heard(text, language, BAKERY, "value", mind=Mind(patience=6, turn=0))
    assert reading.hails
    assert reading.acts == {"other"}


@pytest.mark.parametrize(("language", "line"), [("zh", "签吧？"), ("en", "Sign?")])
def test_a_bare_ask_costs_patience_with_a_question_mark_too(desk: Practising, language: str, line: str) -> None:
    talk = desk.open("rep", language, BAKERY, level="easy", seed=3)
    for _ in range(8):
        if not talk.state.ended:
            talk.say(line, 20)
    assert talk.state.outcome == "walked_out"


def test_an_offhand_smoke_makes_no_private_question() -> None:
    assert heard("看您刚才光抽烟不吱声，我就想问一句，您觉得这东西行不行？", "zh").form == "opinion"


def test_what_costs_so_much_a_day_is_no_gain_of_time() -> None:
    reading = heard("一天坏掉的面也得一百多，一年就是三四万。", "zh", BAKERY, "value")
    assert "mornings" not in reading.interests


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("No hurry, I'd just like the truth. Where's it stuck?", "en"),
        ("不急，就是想听您句实话，卡在哪儿？", "zh"),
        ("好吧，那您到底在意啥？", "zh"),
    ],
)
def test_no_hurry_before_a_question_for_what_is_behind_is_no_giving_in(text: str, language: str) -> None:
    """R18."""
    put_off = Mind(patience=6, turn=3, used=("customer.put_off.think.open:0",))
    reading = by_ear(text, language, mind=put_off)
    assert "behind" in reading.asked
    assert "give_in" not in reading.acts


def test_to_be_alone_with_it_afterwards_is_no_question_for_who_decides() -> None:
    assert "authority" not in heard("Is it that you'd be alone with it once you've paid?", "en").asked


@pytest.mark.parametrize("scenario", ["cold-store", "language-school", "bakery"])
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("您平时周末都干点啥，爱不爱钓鱼？", "zh"),
        ("您孩子多大了，上几年级？", "zh"),
        ("What do you do at weekends, do you like fishing?", "en"),
    ],
)
def test_a_private_question_brings_nothing_out_whatever_it_is_like(desk: Practising, text: str, language: str, scenario: str) -> None:  # fmt: skip
    talk = desk.open("rep", language, shipped()[scenario], seed=2)
    talk.say({"zh": "咱们今天签下来，行吗？", "en": "Shall we sign today?"}[language], 20)
    talk.say(text, 20)
    assert not talk.state.exchanges[-1].told
    assert not talk.state.exchanges[-1].found
