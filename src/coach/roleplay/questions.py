"""What in a line asks, and what says something."""

from coach.roleplay.plain import CLAUSES, SENTENCE, is_said
from coach.roleplay.topics import Topics


def split(line: str, language: str, words: Topics) -> tuple[list[str], str]:
    """The questions and the statements of a line; "If I can do this, is it you who decides?" is both."""
    asking: list[str] = []
    saying: list[str] = []
    for whole in _pieces(line, language):
        if condition := words.sense["condition"].match(whole):
            saying.append(condition.group(0))
        piece = whole[condition.end() :] if condition else whole
        if leave := words.sense["leave_to_ask"].search(piece):
            saying += filter(None, [piece[: leave.start()]])
            asking.append(piece[leave.end() :])
            continue
        if words.sense["confirm"].search(piece) and _is_about_him(piece, words):
            asking.append(piece)
            continue
        body = words.sense["tag"].sub("", piece)
        if body != piece and not words.sense["question"].search(body):
            saying.append(body)
            continue
        head, comma, last = piece.rpartition("，" if language == "zh" else ",")
        if comma and words.sense["question"].search(last) and _stands_alone(head, last, language, words):
            (asking if words.sense["question"].search(head) else saying).append(head)
            asking.append(last)
            continue
        if words.sense["proposal"].search(piece):
            saying.append(body)
        elif words.sense["question"].search(piece) and not _is_offer(piece, language, words):
            asking.append(piece)
        else:
            saying.append(piece)
    return asking, " ".join(saying)


def checks(line: str, language: str, words: Topics) -> bool:
    """Whether a sentence that offers nothing ends in "right?": it only makes sure."""
    tagged = (one for one in _pieces(line, language) if words.sense["confirm"].search(one))
    return any(not words.sense["offer"].search(one) for one in tagged)


def _pieces(line: str, language: str) -> list[str]:
    return [piece.strip() for piece in (SENTENCE if language == "zh" else CLAUSES).findall(line)]


def _stands_alone(head: str, last: str, language: str, words: Topics) -> bool:
    """Whether the question at the end of a sentence is one of its own: an ask, or a few words behind a whole statement."""
    few = len(last) <= 12 if language == "zh" else len(last.split()) <= 8
    open_head = words.sense["question"].search(head) or words.sense["supposition"].search(head)
    asks = words.sense["question"].search(last.strip().rstrip("?\uff1f"))
    said = is_said(head, language) and asks and not open_head
    return bool(words.sense["ask"].search(last.strip())) or bool(said and few)


def _is_about_him(piece: str, words: Topics) -> bool:
    """Whether a tag question asks for a fact or a worry of the customer's, and not about what the rep would do."""
    piece = words.sense["supposing"].sub("", piece)
    facts = any(words.ask[name].search(piece) for name in ("authority", "power"))
    return facts or (not words.sense["ours"].search(piece) and any(one.search(piece) for one in words.worry.values()))


def _is_offer(piece: str, language: str, words: Topics) -> bool:
    """Whether a Chinese sentence with an interrogative is an offer: "whoever…, we give…", not ending as a question."""
    ends = words.sense["open_end"].search(piece)
    return language == "zh" and len(piece) > 15 and not ends and bool(words.sense["offer"].search(piece))
