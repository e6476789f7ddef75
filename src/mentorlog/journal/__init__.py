"""One person's files on this computer: the disk, drafts, history. Imports everything above but no room below."""
