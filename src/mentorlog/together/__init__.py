"""What two people do together: a brief, a meeting, replies, next steps. Imports sharing and packages before it."""
