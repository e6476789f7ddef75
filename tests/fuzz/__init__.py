"""Properties of any file and of any typed text, and a fuzzer that tries them."""
