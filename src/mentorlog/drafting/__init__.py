"""A conversation and the draft that holds it; taking it up again. Imports sharing, journal and those before them."""
