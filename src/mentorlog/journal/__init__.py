"""One person's files on this computer: the disk, drafts, history. Imports only the packages before it."""
