//! The facts of the handbook as data, each with its paragraph.
