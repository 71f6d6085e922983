"""In whose hand something was written: which store, on which machine. A copy of a store writes in another hand than its original."""

import os
import sys
from hashlib import blake2b
from pathlib import Path


def hand_of_store(store: Path) -> str:
    """Ten characters made of the machine's name and the file itself. Raises OSError.

    A machine renamed, a container that gets its name anew, or a file put back from a backup is another hand: every debrief left unfinished is gone on
    with as a copy then, and outcomes of the others are told beside them. An id drawn once and kept in the store would spare that, but a copy
    takes it along, and machines set up from one image may have the copy at the same path under the same inode; two stores in one hand could never be brought together.
    """
    machine = os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
    told = f"{store.stat().st_ino} {machine}"
    return blake2b(told.encode("utf-8", "replace"), digest_size=5).hexdigest()
