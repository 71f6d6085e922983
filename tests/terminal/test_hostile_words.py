"""No text from people acts on the terminal, hides on the screen, or ends the app."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from coach.conduct.desk import Agenda
from coach.domain.cleaning import clean
from coach.domain.summary import Summary
from coach.terminal.wrapping import cut, fit, wrap
from tests.terminal.stage import Stage, grid, heard, say, settled

HOSTILE = (
    "[/]", "[/b]", "[/", "[b", "[a='", "[$x]", "[@click=app.quit]x[/]", "[link=file:///etc/passwd]y[/link]", "[" * 300, "\\[/]",
    "\x1b[2J\x1b]0;title\x07", "\x1b]52;c;aGk=\x07", "\x9b31m", "\x00nul\x00", "\u202egnp.exe\u202c", "\u200b\u2060\ufeff",
    "\U000e0041\U000e0042", "e" + "\u0301" * 2000, "👨‍👩‍👧‍👦🇨🇳", "＝1+1", "{0} %s {x}", "客户" * 250, "\ud800", "a\rb\x0bc\u2028d", "$text-muted", ":smile:",
)  # fmt: skip


@pytest.mark.parametrize("batch", range(3))
async def test_hostile_words_in_every_field_are_only_words(batch: int) -> None:
    stage = Stage()
    texts = HOSTILE[batch::3]
    for text in texts:
        stage.ear.meant[clean("他说" + text).strip()] = heard(text, text, need=("yes", text))
    name = stage.told((("A" + texts[0], heard()),), "zh", 1, confirm=False)
    row = stage.desk().page(0, 1)[0]
    async with stage.window(("debrief", name), "zh", (120, 30)) as (app, pilot):
        for text in texts:
            await say(app, pilot, "他说" + text)
            app.notify(text)
            await pilot.press("alt+up", "f8")
            harmless(grid(app))
        await pilot.press("f1", "escape", "f3", "escape", "f9")
        app.go_home()
        await settled(app, pilot)
        for text in texts:
            app.screen._rows.fill(list(app.screen.lines.rows(_everywhere(_dressed(row, text)))))  # type: ignore[attr-defined]
            await pilot.pause()
            harmless(grid(app))
        await pilot.click("#rows", offset=(8, 5))
        await settled(app, pilot)
        harmless(grid(app))
        app.faults.clear()
        assert app.is_running


def _dressed(row: Summary, text: str) -> Summary:
    return row._replace(
        customer=text,
        contact=text,
        next_what=text,
        next_line=text,
        verdict_class="A",
        deadline="2026-11-01",
        next_date="2026-11-23",
    )


def _everywhere(row: Summary) -> Agenda:
    """An agenda with the same row in every list."""
    from tests.terminal.stage import MONDAY

    only = (row,)
    return Agenda(
        day=MONDAY,
        overdue=only,
        meeting=only,
        due=only,
        late=only,
        terms=only,
        unfinished=only,
        recent=only,
        rep=row.owner,
        shared=True,
        overruled={row.id: "B"},
        left_out={},
    )


def harmless(rows: list[str]) -> None:
    """Nothing on the screen acts on a terminal."""
    for char in "".join(rows):
        assert char >= " ", repr(char)
        assert not "\x7f" <= char <= "\x9f", repr(char)
        assert char not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2060\ufeff", repr(char)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120), st.integers(2, 60))
def test_no_line_is_wider_than_asked_and_no_word_is_lost(text: str, width: int) -> None:
    text = clean(text).replace("\t", " ")
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert cell_len(cut(text.replace("\n", " "), width)) <= width


def test_chinese_is_broken_between_characters_and_marks_stay_with_their_word() -> None:
    assert wrap("今天没签，他要想想。", 10) == ["今天没签，", "他要想想。"]
    assert wrap("she'd sleep on it", 8) == ["she'd", "sleep on", "it"]
    assert wrap("他说“能省两个人工”", 12) == ["他说“能省两", "个人工”"]
    assert fit("宏达", 6) == "宏达  "
    assert cut("宏达机械有限公司", 7) == "宏达机…"
