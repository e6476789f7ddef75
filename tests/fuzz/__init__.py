"""What holds of any bytes in a file and of any text that is typed, and a fuzzer that tries it."""
