"""Only new lines are drawn when something is said; the others come from the cache."""

import pytest
from rich.style import Style
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from coach.terminal import themes
from coach.terminal.widgets.transcript import Message, Transcript


class Stage(App[None]):
    """A talk with the padding it has in the app."""

    CSS = "Lines { height: 1fr; padding: 0 1 0 0; scrollbar-gutter: stable; }"

    def __init__(self) -> None:
        super().__init__()
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = themes.THEMES[0].name
        self.talk = Transcript("Coach", "You")

    def compose(self) -> ComposeResult:
        yield self.talk

    def lines(self) -> list[Strip]:
        """What the talk hands to the screen."""
        return self.talk.render_lines(Region(0, 0, 80, 24))


async def test_an_answer_draws_its_own_lines_though_all_lines_move() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24)) as pilot:
        app.talk.show([Message("rep" if n % 2 else "coach", f"number {n}") for n in range(200)])
        await pilot.pause(0.1)
        before, top = app.lines(), app.talk.scroll_offset.y
        app.talk.add([Message("rep", "all of it"), Message("coach", "and now?")])
        await pilot.pause(0.1)
        after, moved = app.lines(), int(app.talk.scroll_offset.y - top)
        assert after[-1].text.split() == ["Coach", "│", "and", "now?"]
        assert {strip.cell_length for strip in after} == {80}
        assert 0 < moved < len(after) // 2
        assert all(old is new for old, new in zip(before[moved:], after, strict=False))


def cells(lines: list[Strip]) -> list[object]:
    """What a person sees, a cell at a time: of a blank its ground alone."""
    return [
        (style.color if style.reverse else style.bgcolor) if char == " " else (char, style.without_color, style.color, style.bgcolor)
        for line in lines
        for part in line
        for style in [part.style or Style()]
        for char in part.text
    ]  # fmt: skip


class Framed(Stage):
    """A talk with a rule on its left, as the board has one."""

    CSS = "Lines { height: 1fr; padding: 0 1; border-left: solid $ink-rule; background: $surface; overflow: hidden auto; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }"


@pytest.mark.parametrize("theme", [theme.name for theme in themes.THEMES])
async def test_what_is_drawn_without_textual_looks_as_textual_draws_it(theme: str) -> None:
    app = Framed()
    app.theme = theme
    async with app.run_test(size=(80, 24)) as pilot:
        app.talk.show([Message("rep", "all of it"), Message("coach", "and now? 真的吗")])
        await pilot.pause(0.1)
        whole = Region(0, 0, 80, 24)
        assert cells(app.lines()) == cells(Widget.render_lines(app.talk, whole))
        assert app.lines()[0].text.startswith("│  You")
        app.talk.show([Message("rep" if n % 2 else "coach", f"number {n}") for n in range(200)])
        await pilot.pause(0.1)
        bar, down = app.talk.vertical_scrollbar, Region(0, 0, 1, 24)
        for at in (0, 3, 40, int(app.talk.max_scroll_y)):
            app.talk.scroll_to(y=at, animate=False)
            await pilot.pause(0.1)
            assert cells(bar.render_lines(down)) == cells(Widget.render_lines(bar, down))
            assert [part.style and part.style.meta for (part,) in bar.render_lines(down)] == [
                part.style and part.style.meta for (part,) in Widget.render_lines(bar, down)
            ]
