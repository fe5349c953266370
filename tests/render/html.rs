//! The html renderer, read back.
