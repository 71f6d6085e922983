"""What the rep tells outright of his own part in the last 20 minutes is heard, whatever the listener makes of it."""

import pytest

from coach.dialogue import own_part
from coach.domain.debrief import Debrief
from coach.domain.hearing import Heard, Hearing


@pytest.mark.parametrize(
    "text",
    ["没签，我开口了", "没签 我当场开口了 他说等等", "我开口要他签字了", "我提了签字", "not signed, I asked him to sign", "but I did ask for the order"],
)  # fmt: skip
def test_having_asked_is_told_in_passing(text: str) -> None:
    assert own_part.with_own_part(Debrief("x"), text, Hearing()).facts["close_attempted"].value == "yes"


@pytest.mark.parametrize("text", ["开口了 就是没合同签啥", "I asked him to sign, nothing to sign on though"])
def test_having_asked_told_outright_stands_over_what_the_listener_made_of_the_same_words(text: str) -> None:
    heard = Hearing(facts={"close_attempted": Heard("no", text.split(" 就")[0].split(",")[0], 0.5)})
    assert own_part.with_own_part(Debrief("x"), text, heard).facts["close_attempted"].value == "yes"


@pytest.mark.parametrize(
    "text", ["我没开口", "老板开口了才算", "他开口要价", "I asked about the budget", "she asked him to sign"]
)
def test_not_having_asked_or_somebody_elses_asking_is_none(text: str) -> None:
    assert "close_attempted" not in own_part.with_own_part(Debrief("x"), text, Hearing()).facts


@pytest.mark.parametrize("text", ["我说行那我下周四过来", "我说ok let me check with my boss", "他说再看看，我就说好的", "I said sure, no rush", "fair enough says I", "so i goes grand no rush", "I was like ok cool", "I go no dramas", "he'd think, I just said fine"])  # fmt: skip
def test_the_reps_all_right_then_is_giving_in_r18(text: str) -> None:
    for step in ("unsigned", "push"):
        assert own_part.with_own_part(Debrief("x", step=step), text, Hearing()).facts["gave_in"].value == "yes"


@pytest.mark.parametrize("text", ["他没推啊 我不用再要 周三合同回来我直接过去找他盖章", "不是推托，走流程", "he didn't put me off, the contract is back on Wednesday", "it wasn't a put-off"])  # fmt: skip
def test_who_was_not_put_off_neither_held_on_nor_gave_in(text: str) -> None:
    heard = Hearing(facts={"gave_in": Heard("no", text, 0.9)})
    assert own_part.not_put_off(text)
    assert "gave_in" not in own_part.with_own_part(Debrief("x", step="push"), text, heard).facts


@pytest.mark.parametrize("text", ["他推了我两次", "他没推荐别家", "he put me off", "I didn't push"])
def test_a_put_off_stays_one(text: str) -> None:
    assert not own_part.not_put_off(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("我怕催急了他烦", "fear_impression"),
        ("我一提签字多扫兴", "fear_impression"),
        ("不是不敢，是觉得她都说要商量了再逼就不好看了", "fear_impression"),
        ("没好意思开口，怕显得太急", "fear_impression"),
        ("没敢开口", "no_courage"),
        ("心里发怵，张不开嘴", "no_courage"),
        ("didn't want to look pushy", "fear_impression"),
        ("I was afraid I'd lose them", "fear_impression"),
        ("it would have spoiled the mood", "fear_impression"),
        ("didnt dare. Im new to this size of deal", "no_courage"),
        ("I lost my nerve", "no_courage"),
        ("他怕麻烦，嫌急", None),
        ("老板没敢定", None),
        ("he's afraid of losing staff", None),
        ("不是不敢", None),
        ("她不急", None),
    ],
)
def test_which_of_r18s_reasons_the_rep_tells_of_himself(text: str, told: str | None) -> None:
    found = own_part.reason(text)
    assert (found[0] if found else None) == told


def test_fear_told_outright_stands_over_what_the_listener_took_for_want_of_courage() -> None:
    text = "我一提签字多扫兴"
    hearing = own_part.with_own_part(Debrief("x"), text, Hearing(blockers=(Heard("no_courage", text, 0.7),)))
    assert [one.value for one in hearing.blockers] == ["fear_impression"]


@pytest.mark.parametrize(
    "text", ["not asked", "I don't want to talk about it", "I wasn't scared, I just didn't ask", "没问", "不是不敢，就是忘了"]
)  # fmt: skip
def test_nobody_owns_up_to_nerves_or_fear_without_a_word_of_it_r18(text: str) -> None:
    for heard in ("no_courage", "fear_impression"):
        hearing = own_part.with_own_part(Debrief("x"), text, Hearing(blockers=(Heard(heard, text, 0.9),)))
        assert hearing.blockers == ()


@pytest.mark.parametrize(("text", "denied"), [("I wasn't scared, I just didn't ask", True), ("不是不敢，是忘了", True), ("不是不敢，是怕她烦", False), ("I was afraid of losing it", False)])  # fmt: skip
def test_who_says_he_was_not_afraid_was_not(text: str, denied: bool) -> None:
    assert own_part.denies(text) is denied


@pytest.mark.parametrize(
    "text",
    ["didn't sign, I was chicken", "I bottled it", "hadn't the neck to ask", "too shy to bring it up", "got cold feet"],
)
def test_want_of_nerve_has_many_words_r18a(text: str) -> None:
    assert (own_part.reason(text) or ("",))[0] == "no_courage"


@pytest.mark.parametrize(
    "text", ["they bottle 400 cases an hour", "his freezers broke", "he runs a chicken farm", "they'd close it in January", "it's confidential", "he pushes pallets all day"]
)  # fmt: skip
def test_the_customers_trade_is_nobodys_nerve(text: str) -> None:
    heard = Hearing(blockers=(Heard("no_courage", text, 0.9), Heard("fear_impression", text, 0.9)))
    assert own_part.with_own_part(Debrief("x", step="unsigned"), text, heard).blockers == ()


@pytest.mark.parametrize(
    "text",
    [
        "asked? no. I said fine maam",
        "开口？没敢，怕他嫌急",
        "I never asked sure her da wasn't there",
        "I hinted like",
        "never got round to asking",
        "i only kinda hinted",
        "I didnae ask him",
    ],
)
def test_a_hint_is_no_asking(text: str) -> None:
    heard = own_part.with_own_part(Debrief("x", step="unsigned"), text, Hearing())
    assert heard.facts["close_attempted"].value == "no"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("样品他看了，最后他说下周再联系", "最后他说下周再联系"),
        ("老板说年后再谈", "老板说年后再谈"),
        ("他让我等通知", "他让我等通知"),
        ("他又说要看看黄历，待冬至后再定", "待冬至后再定"),
        ("说过完年再弄", "说过完年再弄"),
        ("she said call me after Christmas", "she said call me after Christmas"),
        ("他说先缓一缓", "他说先缓一缓"),
        ("我说那我下周再联系", ""),
        ("没说啥时候再联系", ""),
        ("他说那你问了再说", ""),
        ("i said i'd call him next week", ""),
    ],
)
def test_the_customer_who_puts_it_off_in_other_words_wants_time_all_the_same_r13(text: str, quote: str) -> None:
    heard = own_part.with_own_part(Debrief("zh-1"), text, Hearing()).blockers
    assert [one.quote for one in heard if one.value == "customer_thinking"] == ([quote] if quote else [])


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("我就是问不出口钱和签字的事", "no"),
        ("签字二字，实难启齿", None),
        ("签字二字实难启齿", "no"),
        ("合同带了，没好意思让他签", "no"),
        ("I never dared mention the signature", "no"),
        ("couldn't bring myself to ask for the order", "no"),
        ("他没说签字的事", None),
        ("she never mentioned the order again", None),
    ],
)
def test_not_having_dared_ask_for_the_signature_is_told_at_any_question(text: str, asked: str | None) -> None:
    heard = own_part.with_own_part(Debrief("x"), text, Hearing()).facts.get("close_attempted")
    assert (heard.value if heard else None) == asked


def test_who_mixes_two_languages_tells_his_part_in_either() -> None:
    heard = own_part.with_own_part(Debrief("x", step="unsigned"), "没close，我觉得太pushy了", Hearing())
    assert heard.facts["close_attempted"].value == "no"
    assert [one.value for one in heard.blockers] == ["fear_impression"]


def test_not_having_dared_promise_a_discount_is_no_want_of_nerve_r18() -> None:
    assert own_part.reason("洪总说再让五个点就签，我没敢答应") is None
    assert own_part.reason("我没敢提签字") is not None


@pytest.mark.parametrize("text", ["我最烦开口", "我不习惯催人", "I hate asking", "I just can't stand pushing"])
def test_who_hates_to_ask_has_no_nerve_for_it_r18(text: str) -> None:
    told = own_part.reason(text)
    assert told is not None
    assert told[0] == "no_courage"


@pytest.mark.parametrize("text", ["他最烦催人", "he hates asking twice", "I hate their coffee"])
def test_what_somebody_else_hates_is_no_reason_of_the_reps(text: str) -> None:
    assert own_part.reason(text) is None
