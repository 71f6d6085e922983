"""Whole evenings of English-speaking reps, heard by the listener itself."""

from datetime import date

import pytest

from tests.conduct.test_evenings import evening


def test_a_topic_is_quoted_with_what_is_said_of_it_and_a_look_is_a_guess_r9() -> None:
    d = evening(
        "en",
        "I met Mr Osei from Osei & Daughters Printing, he said he folds by hand",
        "A, 85",
        "His company. And the money, it's a nice building with new vans, so yes!",
    )
    assert (d.facts["power"].value, d.facts["power"].words[-6:]) == ("unsure", "so yes")


def test_money_of_next_years_budget_is_asked_when_it_comes_r9() -> None:
    d = evening("en", "Meridian Care Homes, saw Janet Cole, the CEO signs after her. Tom said the money's in next year's budget. Agency staff cost them 12k", "B, 50")  # fmt: skip
    assert d.facts["power"].value == "unsure"
    assert d.question is not None
    assert "power" in d.question.asks


def test_the_owner_is_above_once_the_person_met_is_put_right() -> None:
    d = evening(
        "en",
        "Back at Fenwick Tiles, saw Rob Fenwick. kiln loses heat",
        "B, 40",
        "No no it's Neil Ashby I saw, not Rob. Rob owns it, Neil runs production.",
    )
    assert (d.contact, d.facts["authority"].value) == ("Neil Ashby", "second")


def test_whether_her_man_has_a_say_shakes_that_she_signs_alone_r14() -> None:
    d = evening(
        "en",
        "The Tattie Bogle, met the owner Shona McAllister. her combi oven keeps breaking, says she's got the money fae the insurance, "
        "loved the self clean thing. didnae sign",
        "A, 75",
        "naw, I never asked her",
        "I dinnae ken if her man has a say in it. Still an A but 60",
    )
    assert d.facts["authority"].value == "first"
    assert "reverse.shaken" in d.lines_used


def test_a_complaint_beside_the_name_is_none_of_it() -> None:
    d = evening("en", "saw Dr Kulkarni, monitors give false alarms", "Sahyadri Hospital I told na. I would put A, 80 percent")  # fmt: skip
    assert d.customer == "Sahyadri Hospital"


OWNER = "saw Nils Berg at Berg Windows. It's his company, the saw breaks down every week, he said he's got 90k for it, he loved ours. not signed"


@pytest.mark.parametrize("told", ["Didn't push.", "It's that I'd lose the friendship", "couldn't bring myself to"])
def test_what_he_did_or_feared_is_no_sentence_for_next_time_r21(told: str) -> None:
    d = evening("en", OWNER, "A, 80", "I never asked, I didn't dare", "nothing. A 70", told)
    assert d.next_line == ""


@pytest.mark.parametrize(
    "line",
    [
        "Nils, the saw eats your Friday and I have a slot on Monday, shall we sign, is it ok?",
        "Hi Nils, may I ask who besides you decides, and what would make it worth it for you?",
    ],
)
def test_a_question_at_the_end_of_the_sentence_is_the_customers_r21(line: str) -> None:
    d = evening("en", OWNER, "A, 80", "I never asked, I didn't dare", "nothing. A 70", line)
    assert d.next_line == line


def test_what_it_was_last_time_is_no_class_of_today_r16() -> None:
    d = evening(
        "en", "saw Amara Okafor at Okafor Freight. Last time it was a B because of her uncle. They lost a trailer"
    )
    assert d.claimed.customer_class is None


@pytest.mark.parametrize(("told", "sure"), [("its berg windows and its a a i reckon seventy percent", 70), ("still an a but sixty", 60), ("hed be a b, 40", 40)])  # fmt: skip
def test_a_class_dictated_in_small_letters_is_one(told: str, sure: int) -> None:
    d = evening("en", "saw Nils Berg at Berg Windows, his saw is broken", told)
    assert (d.claimed.customer_class, d.claimed.confidence) == ("B" if " b," in told else "A", sure)


def test_a_new_class_with_its_number_behind_other_words_is_a_judgement_r16() -> None:
    d = evening("en", OWNER, "A, 80", "I don't know anything do I? OK maybe C. 30.")
    assert (d.after_reverse.customer_class, d.after_reverse.confidence) == ("C", 30)


def test_a_signed_visit_has_no_reason_for_not_signing() -> None:
    d = evening("en", "We got it. Pemberton Vets, Dr Alice Pemberton signed for the xray machine. First time she'd said she needed to think.")  # fmt: skip
    assert (d.signed, d.blockers) == (True, ())


def test_no_money_before_a_day_that_is_named_is_asked_for_and_makes_no_d_r9() -> None:
    d = evening("en", "Brightline HR, saw Meg Orr. Loves it. No budget till Q1.", "C, 30")
    assert d.facts["power"].value == "unsure"


def test_money_that_a_bank_has_to_grant_is_asked_who_releases_it_and_when_r9() -> None:
    d = evening("en", "Whitaker Family Farm, met Josh Whitaker, his dad has to agree. They lose two days every harvest", "B, 35", "Money is the loan, the bank decides. Josh says ours picks up the wet hay.")  # fmt: skip
    assert d.facts["power"].value == "unsure"
    assert "forward.later.power" in d.lines_used or "bank decides" in (d.question.text if d.question else "")


@pytest.mark.parametrize(
    "doubt", ["what I dont know is whether Priti has to agree too", "I don't know if his wife is a partner"]
)
def test_whether_somebody_else_has_to_agree_is_a_doubt_of_who_decides_and_of_nothing_else_r14(doubt: str) -> None:
    d = evening("en", OWNER, "A, 80", "I never asked, I didn't dare", doubt)
    assert "reverse.shaken" in d.lines_used
    assert d.facts["power"].value == "yes"


def test_an_asking_half_heard_answers_the_question_whether_he_asked() -> None:
    d = evening("en", "saw Nils Berg at Berg Windows. It's his company, the saw breaks down every week, he said he's got 90k for it, he loved ours", "A, 80", "Yeah nah, I asked him if we could lock it in and he said not without the old man. I said no dramas.")  # fmt: skip
    assert d.close.attempted


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "saw the two owners of Barrow Cycles, Tess and Gil, they both have to sign. their software loses a job card a day"),
        ("zh", "去了鼎新模具，见了两口子，俩人都得点头。模具老坏"),
    ],
)  # fmt: skip
def test_two_who_sign_together_and_were_both_met_have_nobody_above_yet_r7(language: str, told: str) -> None:
    assert evening(language, told).facts["authority"].value is None


def test_who_comes_before_the_signature_is_counted_r7() -> None:
    d = evening("en", "The person I met was Darshan Gill at Oakbridge Council. Cabinet signs off in January, before that his director.")  # fmt: skip
    assert d.facts["authority"].value == "third"


def test_the_name_of_the_person_met_beside_the_class_tells_no_need() -> None:
    d = evening("en", "saw the two owners of Barrow Cycles. they had 4 grand put by from the van they sold", "Tess Barrow, B 45")  # fmt: skip
    assert (d.contact, d.facts["need"].value, d.facts["authority"].value) == ("Tess Barrow", None, None)


HOPEFUL = ("I met Ms Wallis at Green Leaf Garden Centre, she smiled a lot", "A, 70", "I don't know, I didn't ask anything", "I don't know that either", "I didn't dare ask her", "I don't know anything. C, 30")  # fmt: skip


def test_while_nobody_told_who_signs_the_sentence_finds_it_out_and_is_not_told_to_ask_for_the_signature_r9() -> None:
    d = evening("en", *HOPEFUL)
    assert "push.line_to_find_out" in d.lines_used
    d = evening("en", *HOPEFUL, "Ms Wallis, who besides you decides on a new range?")
    assert "line.finds_out" in d.lines_used


def test_no_pen_is_handed_over_while_a_fact_is_missing_r9() -> None:
    d = evening("en", "I met Mr Osei from Osei & Daughters Printing, it's his company", "A, 85", "I don't know", "I didn't dare. He didn't put me off", "I don't know if he can pay. A 50")  # fmt: skip
    assert "push.line_to_pen" not in d.lines_used


def test_a_customer_lost_by_name_is_lost_r23() -> None:
    assert evening("en", "Lost Tremaine Foods. Six months of work. Went with Kessler because of delivery times.").lost


def test_a_rep_who_asked_five_times_is_not_asked_whether_he_tried_again() -> None:
    d = evening("en", OWNER, "A, 90", "I asked him five times! He keeps saying next week.", "Nothing. A, 90.")
    assert (d.close.times, "customer_thinking" in d.blockers) == (5, True)
    assert "push.held_on" not in d.lines_used


def test_a_bare_yes_is_no_sentence_for_next_time() -> None:
    assert evening("en", OWNER, "A, 80", "I never asked, I didn't dare", "nothing. A 70", "yeah").next_line == ""


def test_what_is_so_now_takes_the_place_of_what_was() -> None:
    d = evening("en", "Helen Ward at Ward Physio, she was a B because the landlord had to agree. Landlord has said yes in writing. So now nobody's above her.")  # fmt: skip
    assert d.facts["authority"].value == "first"


def test_the_customers_worry_is_no_fear_of_the_reps_r18() -> None:
    d = evening("en", OWNER, "A, 80", "I asked, he wants to think about it", "nothing. A 70", "he's worried about the cash in January I think")  # fmt: skip
    assert "fear_impression" not in d.blockers


def test_the_office_of_the_person_met_is_himself() -> None:
    d = evening("en", "Zenith Labs. Raj, CTO. Wants SSO. 80k approved.", "A 70", "CTO signs alone.")
    assert d.facts["authority"].value == "first"


def test_a_brother_without_a_say_tells_no_rank() -> None:
    d = evening("en", "Farr Haulage, met Doug Farr. tachograph fines them 900 a month", "A 95", "the brother has no say, I told you")  # fmt: skip
    assert d.facts["authority"].value is None


def test_who_held_on_did_not_let_it_go() -> None:
    d = evening("en", OWNER, "A, 80", "I asked, he said after the audit", "nothing. A 70", "I held on, I told him the fines carry on")  # fmt: skip
    assert d.close.gave_in is False


def test_two_sisters_met_who_decide_together_are_asked_whether_anybody_is_above_r7() -> None:
    d = evening("en", "Kilpatrick's Funeral Home. Met Mhairi Kilpatrick and her sister. Hearse is failing.", "A, 60", "Both of them decide, nobody else.")  # fmt: skip
    assert d.facts["authority"].value is None
    assert d.question is not None
    assert "authority" in d.question.asks


@pytest.mark.parametrize(("line", "kept"), [("Nils ji, kindly give me fifteen minutes on Saturday, is it fine?", True), ("his father will see price only I think", False)])  # fmt: skip
def test_a_respectful_address_is_one_and_a_thought_about_him_is_none(line: str, kept: bool) -> None:
    d = evening("en", OWNER, "A, 80", "I never asked, I didn't dare", "nothing. A 70", line)
    assert bool(d.next_line) is kept


def test_a_sentence_to_the_owner_whom_the_rep_told_of_is_no_step() -> None:
    line = "Rob, you lose a batch a week. On Thursday you see it running at Brook; if it holds, do you sign there and then?"
    told = ("Fenwick Tiles, saw Neil Ashby. Rob owns it. The kiln loses heat, he said there's 40k for it, he loved ours", "B, 40", "asked, he wants to see one running first", "nothing. B 40")  # fmt: skip
    d = evening("en", *told, "he wants to see it", "neither", "Neil, bring Rob on Thursday, will you?", line)
    assert (d.next_line, d.plan.what.startswith("Rob")) == (line, False)


def test_an_owner_named_at_the_beginning_of_a_sentence_is_above_the_person_met_r7() -> None:
    d = evening(
        "en",
        "popped into The Crooked Spoon, sat with head chef Andre Lemaire, his dishwasher floods. owner Mrs Bell signs.",
    )
    assert (d.customer, d.facts["authority"].value) == ("The Crooked Spoon", "second")


def test_what_the_rep_will_do_is_no_name_of_a_customer() -> None:
    d = evening("en", "met Andre Lemaire, his dishwasher floods the floor", "ring Andre tomorrow at 9")
    assert d.customer == ""


@pytest.mark.parametrize(
    "told",
    [
        "Saw Donna at Hillcrest Bakery, the slicer keeps jamming, she'd have to talk to her husband first",
        "saw Marge at Riverside Vets, xray is old, needs to check with her sister",
        "saw Anna at Lark Dental, chair's broken, she has to ask her husband",
        "Saw Tom the shift lead at Kelso Mills, belts slip, he'd need to clear it with the plant",
    ],
)
def test_whom_the_person_met_has_to_consult_is_the_approval_above_r7(told: str) -> None:
    assert evening("en", told).facts["authority"].value == "second"


def test_what_the_money_still_hangs_on_shakes_that_it_is_there_r9() -> None:
    d = evening(
        "en",
        "Met Bob Hart at Hart Farms, his own place. the boiler died. he said he has 40k for it, loves it. not signed",
        "A, 80",
        "I asked, he said after the grant letter",
        "don't know when that lands",
    )
    assert "reverse.shaken" in d.lines_used
    assert d.contradictions[0].second == "after the grant letter"


def test_a_say_of_others_told_where_class_and_report_lay_side_by_side_stands_r15() -> None:
    d = evening(
        "en",
        "saw Gill Stubbs at Harrogate Vets. she signs up to 30k herself and ours is 26.5. two owners walked out, 28k is ringfenced, she liked the speed. not signed",
        "B, 60",
        "never asked. she said she'd think about it, I said righto",
        "partners will have a view though. still a B, 70",
    )
    assert (d.facts["authority"].value, d.facts["authority"].approvals) == ("second", 1)
    assert "reverse.contradiction" not in d.lines_used


def test_a_negation_in_two_words_is_heard_as_the_short_one() -> None:
    told = (OWNER, "A, 80", "I asked, he said let me think about it and I said sure", "maybe he finds it dear", "B 60")
    assert evening("en", *told, "new at this, did not dare").close.reason == "courage"


def test_who_owns_the_customer_by_its_name_signs_alone_unless_with_others_r7() -> None:
    alone = evening("en", "Met Gareth Pugh, he owns Pugh's Timber in Swansea. He's got dry rot in his kiln shed")
    together = evening(
        "en", "Met Gareth Pugh, he owns Pugh's Timber with his brother. He's got dry rot in his kiln shed"
    )
    assert (alone.facts["authority"].value, together.facts["authority"].value) == ("first", None)


def test_who_countersigns_is_above_and_signs_nothing_yet_r7() -> None:
    d = evening("en", "Met Petra Voss at Halden Mills. DM: GM Ron Halden countersigns")
    assert (d.facts["authority"].value, d.signed) == ("second", None)


def test_an_answer_on_names_and_the_class_puts_no_fact_in_doubt_that_it_does_not_name() -> None:
    d = evening("en", "good day today, great vibes at Solstice Spa in Brighton", "Fiona, the receptionist slash manager. A I reckon, it felt really good")  # fmt: skip
    assert d.facts["power"].value is None


@pytest.mark.parametrize(
    ("met", "told", "rank"),
    [
        ("Met Laura Ito at Cascade Outfitters, head of buying.", "the ceo oks it, I said", "second"),
        ("Met Laura Ito at Cascade Outfitters, head of buying.", "the CEO signs alone", "second"),
        ("Met Laura Ito at Cascade Outfitters, head of buying.", "the owner decides", "second"),
        ("Met Laura Ito at Cascade Outfitters, the CEO.", "the CEO signs alone", "first"),
        ("Met Laura Ito at Cascade Outfitters.", "Laura's the boss. the boss signs alone", "first"),
    ],
)
def test_an_office_that_decides_is_above_unless_it_is_that_of_the_person_met_r7(met: str, told: str, rank: str) -> None:
    assert evening("en", f"{met} needs tents", "B, 60", told).facts["authority"].value == rank


def test_praise_of_our_quote_names_no_rival_r13() -> None:
    d = evening("en", "lunch w/ Dee at Poppy Lane Nursery, dunno who decides there, their fence is down, she liked our quote, no signature")  # fmt: skip
    assert (d.facts["value"].value, d.blockers) == ("yes", ())


def test_whose_money_it_is_says_nobody_was_missing_r13() -> None:
    d = evening(
        "en",
        "saw the practice manager at paws and claws vets in harrogate, gill stubbs. their old x ray takes twenty minutes a plate and shes had two "
        "owners walk out over it. partners have ringfenced 28 grand she says. she can order up to 30k off her own bat and ours is 26.5. shes after "
        "thinking it over mind, so nothing signed",
    )
    assert (d.customer, d.contact) == ("Paws and Claws Vets", "Gill Stubbs")
    assert (d.facts["authority"].value, d.contradictions, d.blockers) == ("first", (), ("customer_thinking",))


def test_what_the_rep_is_going_to_ask_for_was_not_asked_for_at_the_visit() -> None:
    d = evening("en", OWNER, "A, 80", "I never asked, I didn't dare", "nothing. A 70", "Nils, shall we put the saw in writing today?", "no, I'll ask him to sign on Wednesday")  # fmt: skip
    assert (d.close.attempted, d.plan.date) == (False, date(2026, 11, 25))


def test_a_no_told_in_the_customers_words_is_not_asked_for_again_r4() -> None:
    d = evening("en", "Gleam Team, the owner Faisal told me straight he's skint and the bank won't touch him", "D, 0")
    assert (d.facts["power"].value, "power" in d.asks) == ("no", False)


def test_a_guess_put_right_by_who_said_it_is_his_word_r9() -> None:
    d = evening("en", "saw Nick Finch at Finch Press, rollers jam every week, he has 8k set aside", "A, 80", "he decides alone, nobody else. sam sees it, fridays back", "yes Sam said those very words")  # fmt: skip
    assert d.facts["value"].value == "yes"


def test_why_the_day_proposed_is_none_is_no_part_of_the_step() -> None:
    d = evening("en", OWNER, "A, 80", "I never asked, I didn't dare", "nothing. A 70", "Nils, shall we put the saw in writing today?", "no he's in Dubai till Thursday. I go in on Thursday at 11")  # fmt: skip
    assert (d.plan.what, d.plan.date) == ("I go in on Thursday at 11", date(2026, 11, 26))


def test_what_the_customer_is_quoted_with_is_asked_about_and_not_the_value_a_second_time_r9() -> None:
    barry = "Seen Barry at Kwik Krete. Pump packed up. Money no object. Hes the gaffer. not signed"
    d = evening("en", barry, "A 90", "says hed get two pours a day in instead of one")
    assert (d.facts["value"].value, d.question.line if d.question else "") == ("unsure", "forward.check")
    d = evening("en", barry, "A 90", "says hed get two pours a day in instead of one", "yep")
    assert (d.facts["value"].value, d.facts["value"].words) == ("yes", "says hed get two pours a day in instead of one")
    d = evening("en", barry, "A 90", "she said she'll think about it")
    assert d.facts["value"].value is None


WON = 'Pemberton Falconry Centre, saw Will Pemberton, owner. He said "fix the frost by friday" and I said "they\'re on the van thursday, sign here", he signed'


def test_the_sentence_that_won_is_kept_where_it_was_told_and_not_asked_for_again_r21() -> None:
    d = evening("en", WON)
    assert (d.signed, d.next_line, "next_line" in d.asks) == (True, "they're on the van thursday, sign here", False)


@pytest.mark.parametrize("told", ["I hate asking, feels grubby", "I never like pushing"])
def test_who_hates_asking_has_told_his_reason_r18(told: str) -> None:
    d = evening("en", OWNER, "A, 80", "I never asked", f"nothing. A 70. {told}")
    assert d.close.reason == "courage"


def test_that_it_is_signed_is_no_sentence_that_won_r21() -> None:
    d = evening("en", "Pemberton Falconry Centre, saw Will Pemberton, owner, he signed today", "it's signed, 9k")
    assert d.next_line == ""
