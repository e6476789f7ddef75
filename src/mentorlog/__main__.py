"""Where mentorlog begins."""

import gc


def main() -> None:
    """The `mentorlog` command. Little that it makes is ever thrown away, so garbage is looked for less often."""
    gc.set_threshold(100_000)
    from mentorlog.cli import app

    app.main()


if __name__ == "__main__":
    main()
