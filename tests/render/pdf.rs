//! The pdf renderer, read back.
