//! The kinds of documents: for each its view, its template and the files that it needs.
