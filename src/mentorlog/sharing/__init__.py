"""Two people: the audience of an entry, its shared copy, each one's view. Imports journal and packages before it."""
