//! Markdown: plain text that every Markdown reader takes the same way.
