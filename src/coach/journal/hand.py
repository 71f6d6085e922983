"""In whose hand something was written: which store, on which machine. A copy of a store writes in another hand than its original."""

import os
import sys
from hashlib import blake2b
from pathlib import Path


def hand_of(store: Path) -> str:
    """Ten characters made of the machine's name and the file itself. A machine renamed is another hand, which costs no more than a stream.

    Raises OSError.
    """
    machine = os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
    told = f"{store.stat().st_ino} {machine}"
    return blake2b(told.encode("utf-8", "replace"), digest_size=5).hexdigest()
