"""Find and start other programs on this computer, without a shell."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence

_PATIENCE = 60  # seconds; a browser's first start on an old laptop takes half a minute


def installed(names: Sequence[str], places: Sequence[str] = ()) -> Iterator[str]:
    """Yield the paths of those programs that are there: by `names` on the search path, then at these `places`.

    A place may begin with a variable of the environment, such as %ProgramFiles%.
    """
    found = [path for name in names if (path := shutil.which(name))]
    found += [path for place in places if os.path.isfile(path := os.path.expandvars(place))]
    yield from dict.fromkeys(found)


def succeeds(command: Sequence[str], data: bytes = b"") -> bool:
    """Whether a program can be started, gets `data` as its input, and ends well. What it prints is not shown."""
    return _run(command, data, subprocess.DEVNULL) is not None  # no pipe: xclip stays behind, and would hold it open


def output_of(command: Sequence[str], data: bytes) -> bytes | None:
    """What a program prints that gets `data` as its input; None if it cannot be started, fails or takes too long."""
    done = _run(command, data, subprocess.PIPE)
    return done.stdout if done else None


def _run(command: Sequence[str], data: bytes, to: int) -> subprocess.CompletedProcess[bytes] | None:
    try:
        done = subprocess.run(command, input=data, stdout=to, stderr=subprocess.DEVNULL, timeout=_PATIENCE, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return done
