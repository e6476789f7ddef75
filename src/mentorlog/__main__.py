"""Where mentorlog begins."""

import gc
import sys


def main() -> None:
    """The `mentorlog` command. Little that it makes is ever thrown away, so garbage is looked for less often."""
    gc.set_threshold(100_000)
    try:
        from mentorlog.cli import app
    except KeyboardInterrupt:  # Ctrl-C before there is anything to break off
        sys.exit(130)
    app.main()


if __name__ == "__main__":
    main()
