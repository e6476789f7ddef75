"""The question bank, its rules, and which question comes next. Imports entry and files."""
