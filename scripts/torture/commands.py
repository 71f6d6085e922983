"""The command line run in this process, as a shell would run it: bytes in, bytes out, an exit status."""

import io
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple


class Done(NamedTuple):
    """The result of a command."""

    status: int
    raw: bytes
    errors: bytes

    @property
    def out(self) -> str:
        """What it printed."""
        return self.raw.decode("utf-8")

    @property
    def said(self) -> str:
        """What it printed to stderr."""
        return self.errors.decode("utf-8")

    @property
    def data(self) -> Any:
        """What it printed, as one JSON value."""
        return json.loads(self.out)

    @property
    def rows(self) -> list[dict[str, Any]]:
        """What it printed, as JSON Lines."""
        return [json.loads(line) for line in self.out.split("\n") if line]


class _Bytes(io.BytesIO):
    def __init__(self, on_terminal: bool) -> None:
        super().__init__()
        self._on_terminal = on_terminal

    def isatty(self) -> bool:
        return self._on_terminal


def run(
    *arguments: object, given: bytes = b"", environ: Mapping[str, str] | None = None, on_terminal: bool = False
) -> Done:
    """Runs `coach` with these arguments and stdin; exceptions other than an exit propagate. With `on_terminal` the
    streams claim to be a terminal, so that click strips nothing from the output.
    """
    from coach.cli.main import main

    out, errors = _Bytes(on_terminal), _Bytes(on_terminal)
    status = 0
    with _streams(["coach", *map(str, arguments)], given, out, errors, environ or {}):
        try:
            main()
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            found = Done(status, out.getvalue(), errors.getvalue())
    return found


def lines(*answers: object) -> bytes:
    """Answers as the JSON Lines a program would send: a text is said, anything else goes as it is."""
    sent = [{"say": one} if isinstance(one, str) else one for one in answers]
    return b"".join(json.dumps(one, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n" for one in sent)


@contextmanager
def _streams(
    argv: Sequence[str], given: bytes, out: io.BytesIO, errors: io.BytesIO, environ: Mapping[str, str]
) -> Iterator[None]:
    kept = sys.argv, sys.stdin, sys.stdout, sys.stderr, dict(os.environ)
    sys.argv = list(argv)
    sys.stdin = io.TextIOWrapper(io.BytesIO(given), encoding="utf-8")
    sys.stdout = io.TextIOWrapper(out, encoding="utf-8", write_through=True)
    sys.stderr = io.TextIOWrapper(errors, encoding="utf-8", write_through=True)
    os.environ.update(environ)
    try:
        yield
    finally:
        sys.argv, sys.stdin, sys.stdout, sys.stderr = kept[:4]
        os.environ.clear()
        os.environ.update(kept[4])
