//! The docx renderer, read back.
