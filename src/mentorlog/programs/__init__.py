"""Other programs on this computer: a browser, one that makes a PDF, the clipboard. Imports journal (the disk)."""
