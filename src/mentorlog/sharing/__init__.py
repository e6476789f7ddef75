"""Two people: who an entry is for, the copy, the plan, what each may see. Imports journal and those above it."""
