"""How little is drawn when something is said: what stood there before is handed out again."""

from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip

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
