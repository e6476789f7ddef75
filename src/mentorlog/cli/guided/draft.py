"""A guided conversation with its draft: however it ends, the person learns where their words are."""

import contextlib
from collections.abc import Iterator

from mentorlog.ask.asker import LeftOffError
from mentorlog.cli.world import World
from mentorlog.errors import ExitCode, StoppedError
from mentorlog.journal.keeper import Keeper
from mentorlog.render.lines import warn
from mentorlog.signals import ended_by_signals


@contextlib.contextmanager
def in_a_draft(world: World, keeper: Keeper) -> Iterator[None]:
    """Lock the draft during a conversation. Raises StoppedError after /stop, Ctrl-C, or a closed terminal."""
    with world.drafts.claimed(keeper.id), ended_by_signals():
        try:
            yield
        except LeftOffError:
            raise _stopped(keeper, ExitCode.DONE) from None
        except (KeyboardInterrupt, EOFError):
            raise _stopped(keeper, ExitCode.INTERRUPTED) from None
        except SystemExit:
            with contextlib.suppress(OSError):  # after a hang-up there is no terminal
                warn(_where_it_is(keeper))
            raise


def _stopped(keeper: Keeper, status: ExitCode) -> StoppedError:
    is_lost = bool(keeper.text) and not keeper.is_kept
    return StoppedError(_where_it_is(keeper), ExitCode.FAILED if is_lost else status)


def _where_it_is(keeper: Keeper) -> str:
    if keeper.is_kept:
        return f"Saved as a draft. Carry on with: {keeper.again}"
    if keeper.text:
        return f"No draft could be kept ({keeper.fault}). Here is your text to copy:\n\n{keeper.text}"
    return "Nothing was written."
