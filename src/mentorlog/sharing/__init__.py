"""Handing over: the audience of an entry, its copy, what its reader may see. Imports journal and packages before it."""
