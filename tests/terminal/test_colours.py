"""Every ink is readable on every ground, and no meaning depends on colour alone."""

import pytest
from textual.color import Color
from textual.theme import Theme

from coach.terminal.themes import CONTRAST, INKS, PLAIN, THEMES
from tests.terminal.stage import ZH, Stage, grid, say

GROUNDS = ("background", "surface", "panel")
COLOURED = [theme for theme in THEMES if theme is not PLAIN]


def ratio(one: Color, other: Color) -> float:
    """The contrast of two colours as WCAG counts it."""

    def light(colour: Color) -> float:
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    brighter, darker = sorted((light(one), light(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ink", INKS)
def test_every_ink_stands_out_on_every_ground(theme: Theme, ink: str) -> None:
    floor = 7.0 if theme is CONTRAST else 4.5
    shown = Color.parse(theme.variables[f"ink-{ink}"])
    grounds = [getattr(theme, ground) for ground in GROUNDS] + [theme.variables["marked"]]
    for ground in grounds:
        assert ratio(shown, Color.parse(ground)) >= (4.5 if ground == theme.variables["marked"] else floor), (
            ink,
            ground,
        )


async def test_without_colours_nothing_but_the_terminals_own_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with Stage().window("debrief", size=(120, 30)) as (app, pilot):
        await say(app, pilot, ZH[0][0])
        assert app.theme == "coach-plain"
        colours = {
            part
            for strip in app.screen._compositor.render_strips()
            for segment in strip
            if segment.style
            for part in (segment.style.color, segment.style.bgcolor)
            if part and not part.is_default
        }
        assert colours == set()


async def test_an_empty_no_color_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    async with Stage().window("home") as (app, _):
        assert app.theme == "coach-dark"


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_a_theme_changes_colours_and_nothing_else(theme: str) -> None:
    stage = Stage()
    name = stage.told(ZH, "zh")
    async with stage.window(("casefile", name), size=(120, 36)) as (app, pilot):
        before = grid(app)
        app.theme = theme
        await pilot.pause()
        assert grid(app) == before
