//! Editing a user's YAML: what was asked, and not one byte more.

mod organisaties;
mod project;
mod styles;
