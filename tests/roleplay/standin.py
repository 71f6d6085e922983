"""A simple ear for acts, for tests of the customer only: a few words an act, nothing learnt."""

import re
from datetime import date

from coach.domain.hearing import Act, Hearing, Stage

_ACTS: dict[Act, str] = {
    "give_in": r"all right,? then|no rush|call me|take your time|you think it over|think it over,? then|那您考虑|那您慢慢|不急|您先想|那行，?您",
    "pressure": r"last chance|only today|price goes up|stupid|regret it|sign now or|别磨叽|过了今天|明天就涨|错过|怕老婆|不签我就",
    "concede": r"(%|per ?cent) off|discount|for free|knock .{0,10}off|便宜|打(九|八|七|个)?折|再让|再送|白送|免费",
    "ask": r"shall we (sign|put|write)|sign (it )?(today|now|here)|can we settle|sign\b.{0,12}\?|签(下来|了|吧|字|这)|今天(就)?(定|签)|落到纸上|现在就定",
    "next": r"(monday|tuesday|wednesday|thursday|friday|tomorrow).{0,80}|(周|礼拜|星期)[一二三四五六日].{0,30}|明天(上午|下午)",
    "leave": r"won't take (any )?more of your time|thank you for telling me|不(多)?耽误您|告辞|谢谢您跟我讲",
    "proof": r"guarantee|for example|reference|another customer|保证|同行|客户.{0,6}用|案例",
    "answer": r"in writing|in the contract|that's (a )?fair|exactly that|we('ll| will| can| put)|our (engineer|team)|写进合同|这一条|您担心的|我们(来|派|安排|负责)|怕的是",
    "value": r"you (save|get|keep|gain|sleep|have)|saves you|you'd|no more|instead of|您(就|能|省|可以|不用)|省(下|出|了)|帮您",
    "discover": r"who\b.*\?|what\b.*\?|how\b.*\?|why\b.*\?|which\b.*\?|do you\b.*\?|is there\b.*\?|谁|什么|哪|怎么|有没有|(吗|呢)[？?]",
}  # fmt: skip


class StandIn:
    """Fits `ports.Listener`; hears no facts."""

    def hear(self, text: str, stage: Stage, today: date, language: str | None = None) -> Hearing:
        return Hearing()

    def acts(self, customer: str, rep: str, language: str | None = None) -> tuple[Act, ...]:
        low = rep.casefold()
        heard = tuple(act for act, pattern in _ACTS.items() if re.search(pattern, low))
        if "ask" in heard and "discover" in heard and low.count("?") + low.count("？") < 2:
            heard = tuple(act for act in heard if act != "discover")
        return heard or ("other",)
