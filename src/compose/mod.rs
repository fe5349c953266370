//! Composing: from the view of a document, through its template, to the document tree.
