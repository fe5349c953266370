//! HTML: one file with its style in it, for screen, phone and print.
