"""A name set against the one noted, which takes its place: 不是张总，是李总, "it's Neil Ashby I saw, not Rob"."""

from coach.dialogue.corrections import Correction
from coach.domain.debrief import Debrief
from coach.patterns import Pattern

_SET_AGAINST = Pattern(
    "corrections",
    r"{not_so}?[，,。！!]?\s*(?:{party})?(?:{is_not}(?P<old>[^，,。\s]{2,12}?)[，,\s]*{but_is}(?P<new>[^，,。\s]{2,20}?)|"
    r"{met_is}(?P<met>[^，,。\s]{2,20}?)[，,\s]*{is_not}(?P<unmet>[^，,。\s]{2,12}?))[。！!]*|"
    r"{wrong_name}*(?:{not_one} (?P<en_old>[\w'’& -]{2,40}), {but_one} (?P<en_new>[\w'’& -]{2,40})|"
    r"(?:{but_one} )?(?P<en_met>[\w'’& -]{2,40}?) {whom_i_met},? not (?P<en_unmet>[\w'’& -]{2,40}))[.!]*",
)
_PAIRS = (("old", "new"), ("unmet", "met"), ("en_old", "en_new"), ("en_unmet", "en_met"))


def name_set_against(d: Debrief, text: str) -> Correction | None:
    """The correction of the name noted, where the whole text sets another against it; None where it denies neither."""
    hit = _SET_AGAINST.fullmatch(text.strip())
    if hit is None:
        return None
    old, new = next((hit[old], hit[new]) for old, new in _PAIRS if hit[old])
    if old.strip() in d.contact:
        return Correction("contact", new.strip())
    return Correction("customer", new.strip()) if old.strip() in d.customer else None
