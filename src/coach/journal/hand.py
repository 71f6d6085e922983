"""The hand: a store's replica id.

It depends on machine and file, so a copy of a store has another hand than its original.
"""

import os
import sys
from hashlib import blake2b
from pathlib import Path


def hand_of_store(store: Path) -> str:
    """Ten hex characters derived from the machine's name and the file's inode. Raises OSError.

    A renamed machine, a new container or a restored backup therefore gets a new hand: its unfinished debriefs continue
    as copies, and outcomes of its other debriefs are recorded beside them. A random id kept in the store would avoid
    that, but would be copied with the file; and two stores with one hand that both append to a stream could never be
    merged.
    """
    machine = os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
    text = f"{store.stat().st_ino} {machine}"
    return blake2b(text.encode("utf-8", "replace"), digest_size=5).hexdigest()
