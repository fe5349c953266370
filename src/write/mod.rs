//! Writing: atomic, and never over something that would be lost.
