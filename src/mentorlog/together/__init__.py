"""Work between two people: a brief, a meeting, replies, next steps. Imports sharing and packages before it."""
