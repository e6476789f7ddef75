"""The entry point of `mentorlog` and of `python -m mentorlog`."""

import gc
import sys


def main() -> None:
    """Run the `mentorlog` command, with fewer garbage collections: a command throws little away."""
    gc.set_threshold(100_000)
    try:
        from mentorlog.cli import app
    except KeyboardInterrupt:  # Ctrl-C while modules are loading: nothing to save yet
        sys.exit(130)
    app.main()


if __name__ == "__main__":
    main()
