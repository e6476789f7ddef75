"""New entries on their way into the journal: begin a draft, resume it, save it. Imports the packages before it."""
