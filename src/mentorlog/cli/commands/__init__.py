"""One file for each command: read the world, make one call, render the result. Imports the rest of cli."""
