//! From template to document tree.
