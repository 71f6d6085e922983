"""The page in a real browser, without a window: whatever was said, nothing runs and nothing is fetched."""

import shutil
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from coach import phrases
from coach.conduct.exporting import Exporting
from coach.conduct.ledger import ledger
from coach.journal.tallies import Tallies
from tests.made_up import TODAY
from tests.reports.hostile import HOSTILE, hostile_store

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium here: the page was not tried in a browser")

RAN = "document.documentElement.setAttribute('data-ran','yes')"
PAYLOADS = (
    "<script>{ran};fetch('{at}fetched')</script>", "<script src='{at}script.js'></script>", "<img src='{at}image.png' onerror=\"{ran}\">",
    "\"><img src=x onerror=\"{ran}\">", "'><svg onload=\"{ran}\"></svg>", "<svg><script>{ran}</script></svg>", "</title><script>{ran}</script>",
    "</style><script>{ran}</script>", "<style>@import url({at}style.css);body{{background:url({at}ground.png)}}</style>", "<link rel=stylesheet href='{at}link.css'>",
    "<iframe src='{at}frame' srcdoc=\"<script>parent.{ran}</script>\"></iframe>", "<object data='{at}object'></object>", "<embed src='{at}embed'>",
    "<meta http-equiv=refresh content='0;url={at}refresh'>", "<base href='{at}'>", "<body onload=\"{ran}\">", "<details open ontoggle=\"{ran}\">",
    "<video poster='{at}poster.png' src='{at}video'></video>", "<input autofocus onfocus=\"{ran}\">", "--><script>{ran}</script><!--", "]]><script>{ran}</script>",
    "<math><mtext></mtext><script>{ran}</script></math>", "<form action='{at}form'><button autofocus formaction='{at}button'>", "&#60;script&#62;{ran}&#60;/script&#62;",
)  # fmt: skip
"""What would mark the page, or ask the server for something, were it taken for more than words."""


class Server(ThreadingHTTPServer):
    """A server that records its requests."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.asked: list[str] = []

    @property
    def at(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class Asked(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture
def server() -> Iterator[Server]:
    opened = Server()
    Thread(target=opened.serve_forever, daemon=True).start()
    yield opened
    opened.shutdown()
    opened.server_close()


def loaded(page: str, folder: Path) -> str:
    """The page as the browser has it after everything was loaded."""
    file = folder / "page.html"
    file.write_text(page, "utf-8")
    command = [
        BROWSER or "", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
        f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=3000", "--dump-dom", file.as_uri(),
    ]  # fmt: skip
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


def meant(server: Server) -> list[str]:
    return [payload.format(ran=RAN, at=server.at) for payload in PAYLOADS]


def test_such_words_do_act_where_nobody_makes_them_harmless(server: Server, tmp_path: Path) -> None:
    dom = loaded("<!doctype html><html><body>" + "".join(meant(server)[:4]) + "</body></html>", tmp_path)
    assert 'data-ran="yes"' in dom
    assert "/image.png" in server.asked


@pytest.mark.parametrize("policy", [True, False], ids=["as-it-is", "without-its-policy"])
def test_the_page_runs_nothing_and_asks_nobody(server: Server, tmp_path: Path, policy: bool) -> None:
    journal = hostile_store(tmp_path / "coach.db", (*meant(server), *HOSTILE))
    exporting = Exporting(journal, phrases.load("en"), TODAY)
    page = "".join(exporting.page(exporting.rows(), ledger(Tallies(journal.path), TODAY)))
    journal.close()
    assert "Content-Security-Policy" in page
    dom = loaded(page if policy else page.replace("Content-Security-Policy", "x-none"), tmp_path)
    assert "</html>" in dom
    assert len(dom) > len(page) / 2
    assert "data-ran=" not in dom
    assert "<script" not in dom
    assert server.asked == []
