//! The markdown renderer, read back.
